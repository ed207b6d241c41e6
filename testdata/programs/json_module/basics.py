# dumps with options, loads, errors with positions.
import json

data = {'name': 'Ann', 'n': [1, 2.5, None, True], 'é': {'k': 'a"b\n'}, 1: 'int key', 'empty': [[], {}]}
print(json.dumps(data))
print(json.dumps(data, indent=2, ensure_ascii=False))
print(json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')), json.dumps((1, 2)), json.dumps('日'), json.dumps(float('inf')), json.dumps(1e100))
print(json.loads('{"a": [1, -2.5e3, null, true, "x\\u00e9\\n"]}'), json.loads('"s"'), json.loads(' 12 '), json.loads('1.0'))
for bad in ['', '{', '[1,]', '{"a" 1}', "{'a': 1}", '[1] x', 'nul', '"a']:
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos)
for obj in [{1, 2}, {(1,): 2}, object]:
    try:
        json.dumps(obj)
    except TypeError as e:
        print(e)
print(json.dumps({1, 2}, default=sorted))
