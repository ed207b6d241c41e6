# Module decimal: construction, arithmetic, contexts, quantize, formats, errors.
from decimal import *
import decimal, math
D=Decimal
print(D('0.1')+D('0.2'), D(1)/D(7), D(1)/D(3), D('1.10'), D('2.675').quantize(D('0.01')), D('1E+3'), repr(D('1E+3')), D(10)**3, D(2)**-2, D('0.5')**D('0.5'))
print(D(0.1), D('-0'), D('NaN'), D('-Infinity'), D('1e-10'), D('1e-7'), D('0.000001'), D('123456789012345678901234567890'), +D('123456789012345678901234567890'), D((1,(1,2,3),-2)))
print(D('3.14').as_tuple(), D('1.5').as_integer_ratio(), D('12.30').normalize(), D('100').normalize(), D('1.23').adjusted())
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(r, [str(D(x).quantize(D('1'), rounding=r)) for x in ('2.5','-2.5','1.5','0.5','-1.1','1.9','2.51','10.1')])
print(D(7)//D(2), D(-7)//D(2), D(7)%D(2), D(-7)%D(2), divmod(D('7.5'),2), D('7.5')//2, -D(7)%3, 7%D('2.5'))
print(D('2').sqrt(), D('4').sqrt(), D('1E+2').sqrt(), D('0.01').sqrt(), D(1).exp(), D(10).ln(), D(2).ln(), D(1000).log10(), D(2).log10(), D('0.5').exp())
print(D(1) < 2, D('1.0') == 1, D('0.1') == 0.1, D('0.5') == 0.5, D(1) > 0.5, hash(D('1.0'))==hash(1), hash(D('0.5'))==hash(0.5), D('NaN') == D('NaN'), max(D(1),D(3)), sorted([D(3),D(1),D('2.5')]))
print(int(D('3.9')), int(D('-3.9')), float(D('3.14')), round(D('2.5')), round(D('2.675'),2), math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('1.7')), bool(D(0)), abs(D('-5.5')), -D('3'), +D('-0'))
print(f"{D('1234567.891'):,.2f}|{D('3.14159'):.2f}|{D('0.5'):%}|{D('12345.678'):e}|{D('12345.678'):.3g}|{D('5'):>10}|{D('5'):<10}|{D('-5'):^10}|{D('5'):+}|{D('5.5'):010.2f}|{D('1E+5')}|{D('1E+5'):f}|{D('0.000001234'):g}|{D(0):.2f}|{D('1e3'):.1e}|{D('99.99'):.1f}|{D('NaN'):>8}")
print(getcontext())
getcontext().prec = 6
print(D(1)/D(7), D(2).sqrt(), D('123456.789')+0, D(10)/3)
with localcontext() as ctx:
    ctx.prec = 3
    print(D(1)/D(3))
with localcontext(prec=10, rounding=ROUND_UP):
    print(D(1)/D(3), getcontext().rounding)
print(D(1)/D(3), getcontext().prec)
for f in [lambda: D('abc'), lambda: D(1)/D(0), lambda: D(0)/D(0), lambda: D('Infinity')-D('Infinity'), lambda: D(1)+1.5, lambda: D(1)+'x', lambda: D(-1).sqrt(), lambda: D(1)//D(0), lambda: D(1)%D(0), lambda: int(D('NaN')), lambda: int(D('Infinity')), lambda: D(None), lambda: D('1').quantize(D('1e-30')), lambda: D((2,(1,),0)), lambda: D('sNaN')+1, lambda: D(1) < 'a', lambda: D(1) < D('NaN'), lambda: D([]), lambda: D(-8)**D('0.5'), lambda: D(0)**0, lambda: setattr(getcontext(),'rounding','x'), lambda: D('1E+999999')*10, lambda: round(D('NaN')), lambda: format(D(1),'x')]:
    try: print(f())
    except Exception as e: print(type(e).__module__, type(e).__name__, str(e)[:100], isinstance(e, ArithmeticError), isinstance(e, ZeroDivisionError))
getcontext().prec=28
print(D(2)**100, D(2)**D('0.5'), D('1.1')**10, D('1.05')**D('3'), D(9)**D('0.5'), D('1.0001')**10000)
print(sum([D('0.1')]*10), sum([D('1.1'),D('2.2')], D(0)), D('1.1')*3, 3*D('1.1'), 10-D('0.1'), 1/D(4))
print(D('1.23E+5'), D('1.23E+5').to_eng_string(), D('12E-8').to_eng_string(), D('1.5').is_finite(), D('inf').is_infinite(), D('-1').is_signed(), D('0').is_zero(), D('5.5').to_integral_value(), D('-5.5').to_integral_value(ROUND_UP))
print(D('1.5').compare(D('2')), D('1.5').max(D(2)), D('1').copy_sign(D(-2)), D('1.50').same_quantum(D('0.01')), D('123').scaleb(-2), D('12').number_class(), D('3').fma(2, 1), D('5').remainder_near(3))
c = Context(prec=5, rounding=ROUND_DOWN)
print(c.divide(D(1), D(3)), c.create_decimal('1.2345678'), c.sqrt(D(2)), c.add(D('1.11111'), D('2.22222')), c.flags[Inexact], c)
getcontext().clear_flags(); D(1)/D(3); print([s.__name__ for s,v in getcontext().flags.items() if v])
price = D('19.99'); qty = 3
total = (price*qty*(1+D('0.0825'))).quantize(D('.01'), ROUND_HALF_UP)
print(total, type(total), {D('1.0'): 'a'}[1], str(total), '%s %.2f %d' % (total, total, total))
from fractions import Fraction
print(Fraction(D('0.25')), D('0.5') == Fraction(1,2))
import json, copy
print(copy.copy(D('1.5')), copy.deepcopy([D('1')]), D.from_float(0.25), D('١٢'), D(' 1_000.5 '), D(True))
print(D('0E-5'), D('0.00'), D('-0.0'), D('0')*-1, D('1E-6')-D('1E-6'), D('5')-D('5.00'))
