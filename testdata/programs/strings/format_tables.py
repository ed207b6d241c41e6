# tables with f-strings, format, % and templates; their errors
import string
import textwrap
from decimal import Decimal

rows = [("Widget", 4, 3.5, None), ("Gadget — größer", 12, 1234567.891, True), ("日本語", -3, 1e-7, False), ("🎉", 0, float("inf"), ...)]
print(f"{'item':<20}|{'n':^7}|{'price':>15}")
print("-" * 20 + "+" + "-" * 7 + "+" + "-" * 15)
for name, n, price, flag in rows:
    print(f"{name:<20}|{n:^+7d}|{price:>15,.2f}|{flag!s:>9}")
    print("{0:*^20}|{1:07}|{2:e}|{3!r}".format(name, n, price, flag))
    print("%-20s|%+5d|%10.3g|%r" % (name, n, price, flag))
x, w, p = 3.14159265, 12, 4
print(f"{x:{w}.{p}f}|{x!r:>{w}}|{x:<{w}}|{x:^{w}.3e}|{x:%}|{x:.0f}|{x:g}|{1e22:g}|{123456789:_}|{255:#x}|{255:#010b}|{-5:08.2f}|{65:c}|{1234.5:n}")
print(f"{x = }, {x=:.2f}, {x*2=!r:>10}, { x = :>10.3}")
print(f"{'nested ' + f'{1 + 1} {f'{2 ** 8:>{5}}'}'}", f"{{literal}} {'}'}", f"{rows[0][0]!r:_>12}", f'{", ".join(f"{k}={v}" for k, v in {"a": 1}.items())}')
print(f"""multi
  {x:.1f}
{'a'
 'b'}""")
print("{:>8}|{:<8}|{:^8}".format(*"abc"), "{a[0]} {b.imag} {c[k]}".format(a=[1], b=2j, c={"k": "v"}), "{!a}".format("é"), "{:{}}".format("x", 5))
print(string.Template("$who owes $$${amount}").substitute(who="Tim", amount=5), string.Template("$x").safe_substitute())
print("Hello".center(11, "*"), "7".zfill(3), "-7".zfill(4), "a\tb\tc".expandtabs(4), "abc".ljust(5, ".") + "|", "title case's".title(), string.capwords("a bc d"))
print(textwrap.fill("The quick brown fox jumps over the lazy dog, again and again.", 24, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("""\
    def f():
        pass
  """), textwrap.shorten("Hello wonderful world", 12, placeholder="…"), textwrap.indent("a\n\nb", "> "))
print(format(Decimal("1234.5678"), ",.2f"), format(1234, ","), format("x", ">4"), f"{Decimal('1E+3')} {Decimal('0.10'):.1%}", f"{True:d} {True} {1_000_000:,}")
print("%s %s %%" % ("a", 1), "%(k)05.1f" % {"k": 2.25}, "%x %X %o %c %e" % (255, 255, 8, "z", 12345.678), "%5s|%-5s|%.2s" % ("ab", "ab", "abc"), "%*d" % (5, 42))
for bad in (lambda: f"{'a':d}", lambda: f"{3:s}", lambda: "{} {}".format(1), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "{a}".format(), lambda: f"{3.5:d}", lambda: f"{1:,_}", lambda: string.Template("$a $").substitute(a=1), lambda: "{0} {}".format(1), lambda: f"{[]:>3}", lambda: f"{3:.2d}"):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print("a", "b", sep="", end="!\n"); print(); print(*[], sep="x"); print(1, 2, sep=None, end=None); print("tab\there", r"raw\n", b"by\x00\xfft", "\N{SNOWMAN} \u00e9 \x41")
