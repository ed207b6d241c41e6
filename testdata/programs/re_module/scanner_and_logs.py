# json of one's own types, decode errors, a log parser, re.Scanner
import json
import re
import datetime


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, datetime.date): return o.isoformat()
        return super().default(o)


data = {"name": "Zoë", "tags": {"b", "a"}, "when": datetime.date(2020, 1, 2), "nested": {"x": [1, 2.0, None, True, 1e100, float("nan")]}, 3: "int key", None: 1, "é\n\"\\": "\u2028"}
s = json.dumps(data, cls=Enc)
print(s)
print(json.dumps(data, cls=Enc, ensure_ascii=False, indent=2, separators=(",", ": ")))
print(json.loads(s)["nested"], json.loads('[1, 1.5, -0, "\\u00e9\\ud83d\\ude00", {}]'), json.loads("3", parse_int=float), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
for bad in ('{"a": 1,}', "[1 2]", '{"a"}', "", "nul", '"\n"', "{'a': 1}", '[1, 2', '{"a": NaN} x', '"\\x"', "[1,]"):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e, "|", e.msg, e.pos, e.lineno, e.colno)
for bad in (object(), {1j: 2}, [b"x"], {(1, 2): 3}):
    try: json.dumps(bad)
    except TypeError as e: print(re.sub(r"0x\w+", "ADDR", str(e)), getattr(e, "__notes__", None))
loop = []; loop.append(loop)
try: json.dumps(loop)
except ValueError as e: print(e)
log = '''2024-01-02 10:00:01 [INFO] api: GET /users/42 200 12ms
2024-01-02 10:00:02 [ERROR] db: timeout after 30s
bad line
2024-01-02 10:00:03 [WARN] api: POST /users 429 1ms'''
rx = re.compile(r"""^(?P<ts>\S+\ \S+)\s+\[(?P<level>[A-Z]+)\]   # header
                    \s+(?P<src>\w+):\s(?P<msg>.*)$""", re.X | re.M)
for m in rx.finditer(log):
    print(m.groupdict(), m.span("msg"), m.lastgroup)
print(rx, re.findall(r"(\d+)(ms|s)\b", log), re.split(r"[,;]\s*", "a, b;c,d"), re.sub(r"(?P<w>\w+) (?P<v>\w+)", r"\g<v> \g<w>", "hello world"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"))
print(re.match(r"(a)(b)?", "a").groups("-"), re.fullmatch(r"\w+@\w+\.com", "me@x.com"), re.search(r"(?<=\$)\d+(?!\.)", "cost $42"), re.escape("a.b*c"), re.subn("a", "b", "banana", count=2), re.split(r"(-)", "a-b-c", maxsplit=1))
print(re.findall(r"\b[A-ZÀ-Ý]\w+", "Été à Paris, Ömer"), re.sub(r"(?i)PYTHON", "Go", "python Python"), re.findall(r"(?s)<b>(.*?)</b>", "<b>x\ny</b><b>z</b>"))
for bad in (r"(", r"[a", r"*a", r"(?P<1>x)", r"\1", r"a{3,1}", r"(?P<n>a)(?P<n>b)", "(?z)", "a**", r"\Q"):
    try: re.compile(bad)
    except re.error as e: print(type(e).__name__, e, e.pos)
scanner = re.Scanner([(r"\d+", lambda s, t: ("NUM", int(t))), (r"[a-z]+", lambda s, t: ("ID", t)), (r"\s+", None), (r"[+*/()-]", lambda s, t: ("OP", t))])
print(scanner.scan("x1 + 23*(y)!"))
