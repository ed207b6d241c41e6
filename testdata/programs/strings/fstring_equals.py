# The = specifier shows the expression text, spaces and all.
x, name = 42, 'worker-1'
print(f'{x=} {x = } {x+1=} {name=} {name=!s} {name=:>10} {x=:05d} {len(name)=}')
print(f'{x   =   }', f'{ x=}', f'{(x, name)=}', f'{name[0:3]=}', f'{3.14159=:.2f}')
print(f'{x==42=}', f'{x!=42}', f'{x<=42}')
