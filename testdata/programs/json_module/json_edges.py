# json: encoding and decoding edge cases, options, errors, hooks, encoders.
import json, enum, collections
print(json.dumps({'a': [1, 2.0, True, None, 'é\n"\\/\x00\x7f😀'], 1: 2, None: 3, True: 4, 1.5: 5}), json.dumps('é', ensure_ascii=False), json.dumps([]), json.dumps({}), json.dumps((1, (2,))), json.dumps(float('inf')), json.dumps(float('nan')), json.dumps(1e100), json.dumps(10**20), json.dumps(-0.0))
print(json.dumps({'b': 1, 'a': {'c': [1, 2]}}, indent=2, sort_keys=True)); print(json.dumps([1, {'a': []}, []], indent='\t')); print(json.dumps({'a': 1}, separators=(',', ':')), json.dumps([1, 2], separators=(', ', ': '), indent=0))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({'s': {2, 1}}, cls=E), json.dumps(object, default=str), json.dumps({(1, 2): 3, 'ok': 1}, skipkeys=True))
class Col(enum.IntEnum): R = 1
class Sub(str): pass
print(json.dumps([Col.R, Sub('x'), collections.OrderedDict(a=1), True]))
for x in ({1, 2}, {(1,): 1}, object, b'x', 1j):
    try: print(json.dumps(x))
    except TypeError as e: print(e, getattr(e, '__notes__', None))
l = []; l.append(l)
for f in (lambda: json.dumps(l), lambda: json.dumps(float('nan'), allow_nan=False)):
    try: f()
    except ValueError as e: print(e)
print(json.loads(' {"a": [1, -2.5e3, true, false, null, "\\u00e9\\ud83d\\ude00\\n"], "b": {}} '), json.loads('1'), json.loads('"x"'), json.loads(b'[1]'), json.loads('NaN'), json.loads('-Infinity'), json.loads('1E5'), json.loads('123456789012345678901'))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"x": 1.5}', parse_float=str, parse_int=str), json.loads('[1]', parse_int=lambda s: s + '!'), json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d)), json.loads('{"a": 1}', object_pairs_hook=lambda p: p))
for t in ('', '{', '[1,]', '{"a" 1}', '{"a": 1,}', "{'a': 1}", '[1 2]', 'tru', '"abc', '"\x01"', '"\\x"', '"\\u12"', '1 2', '01', '-', '{"a": }', '[', '[1, ', '{1: 2}', 'nul', '.5', '1.', '\ufeff1', '"a\nb"', '{"a":1 "b":2}'):
    try: print(json.loads(t))
    except json.JSONDecodeError as e: print(repr(t), e, e.msg, e.pos, e.lineno, e.colno)
    except Exception as e: print(type(e), e)
try: json.loads(5)
except TypeError as e: print(e)
import io
f = io.StringIO(); json.dump({'a': 1}, f); f.seek(0); print(f.getvalue(), json.load(f)); print(json.JSONDecoder().raw_decode('[1] rest'), json.dumps('\u2028</script>'))
