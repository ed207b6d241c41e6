# JSONEncoder.iterencode() in pieces, dump() by pieces, a class that overrides it.
import json
enc = json.JSONEncoder(indent=2, sort_keys=True)
d = {'b': [1, 2.5, None, True, 'é'], 'a': {'x': {}}, 'e': [], 3: 'n'} 
d2 = {'b': [1, 2.5, None, True, 'é'], 'a': {'x': {}}, 'e': []}
print(list(enc.iterencode(d2)))
print(list(json.JSONEncoder().iterencode(d)))
print(''.join(json.JSONEncoder(ensure_ascii=False, separators=(',', ':')).iterencode(d)))
for chunk in json.JSONEncoder().iterencode([1, [2, 3], {'a': (4, 5)}]): print(repr(chunk))
print(list(json.JSONEncoder().iterencode('text')), list(json.JSONEncoder().iterencode(5)))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(list(E().iterencode({'s': {3, 1}})), E().encode({'s': {2}}))
class G(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        print('iterencode', _one_shot)
        for c in super().iterencode(o, _one_shot): yield c.upper()
print(json.dumps({'a': 'b'}, cls=G))
try: list(json.JSONEncoder().iterencode({'a': object()}))
except TypeError as e: print(e)
a = []; a.append(a)
try: list(json.JSONEncoder().iterencode(a))
except ValueError as e: print(e)
try: list(json.JSONEncoder(allow_nan=False).iterencode([float('nan')]))
except ValueError as e: print(e)
import io
s = io.StringIO(); json.dump({'a': [1, 2]}, s, indent=1); print(s.getvalue())
class W:
    def write(self, t): print('w', repr(t))
json.dump({'a': [1, {'b': 2}]}, W())
print(list(json.JSONEncoder(skipkeys=True).iterencode({(1,): 2, 'a': 3})), json.JSONEncoder().item_separator, enc.indent, enc.sort_keys)
