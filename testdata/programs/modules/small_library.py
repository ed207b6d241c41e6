# shlex, html, calendar, secrets, errno, reprlib, importlib, timeit, ast.literal_eval
import shlex, html, calendar, getpass, secrets, errno, os, reprlib, importlib, timeit, string, ast
print(shlex.split("cp 'my file.txt' \"dest dir\" --flag=a\\ b # c"), shlex.split("a # b", comments=True), shlex.quote("it's"), shlex.join(["a b", "c", "$x"]), shlex.quote("safe-1.txt"))
try: shlex.split("a 'b")
except ValueError as e: print(e)
print(html.escape("<a href=\"x\">'&'</a>"), html.unescape("&lt;b&gt; &amp;amp; &eacute; &#233; &#x1F600; &nope; &copy;"), html.escape('"', quote=False))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month_name[3], calendar.day_abbr[0], list(calendar.month_abbr)[:3], calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.weekday(2024, 5, 17))
print(calendar.month(2024, 2)); print(calendar.TextCalendar(6).formatmonth(2023, 10)); print(calendar.monthcalendar(2024, 9))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(4)), secrets.choice([1]), secrets.randbelow(1), errno.ENOENT, errno.errorcode[13], os.strerror(2))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr({3, 1, 2}), reprlib.repr((1,)))
m = importlib.import_module("json"); print(m.dumps([1]), importlib.import_module("os.path").basename("/a/b"))
print(timeit.timeit("x = 1", number=10) >= 0, timeit.timeit(lambda: None, number=3) >= 0, len(timeit.repeat("pass", number=1, repeat=3)), timeit.default_timer() >= 0)
print(ast.literal_eval("[1, -2.5, ('a', b'b'), {'k': None, True: {1, 2}}, 1+2j, ...]"), ast.literal_eval("  -5"), ast.literal_eval("set()"), ast.literal_eval("'a' 'b'"))
for s in ("x", "1+1", "f()", "[", "__import__('os')", "{**a}", "1 if 2 else 3", "a.b", "lambda: 1", "", "f'{1}'", "not 1", "-'a'"):
    try: print(ast.literal_eval(s))
    except (ValueError, SyntaxError) as e: print(type(e).__name__, e)
