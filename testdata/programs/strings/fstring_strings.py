# Format specs of strings and other objects: width, fill, precision.
s = 'hello'
print(f'[{s:10}] [{s:>10}] [{s:^10}] [{s:-^11}] [{s:.3}] [{s:*<8.2}] [{s!r:>10}] [{s!s:6}]')
width, prec, fill = 9, 3, '.'
print(f'[{s:{width}}] [{s:{fill}>{width}.{prec}}] [{3.14159:{width}.{prec}f}]')
print(f'[{None}] [{[1, "a"]}] [{(1,)}] [{ {"k": 1} }] [{ {1, 2} }]')
print(f'[{str([1, 2]):>10}] [{None!s:>6}] [{"日本"!a}] [{"日本":4}]')
print(f'{{literal}} {{{s}}} {"nested " + s!r}')
print(f'{s.upper()} {s[1:3]} {len(s) * 2} {s if s else "none"} {(lambda v: v * 2)(4)}')
print(f'' f'{s}' 'x' f"{s}", f'''multi
{s}
line''')
print(f'{s!r}', f'{s!a}', f'{"it's"!r}')
