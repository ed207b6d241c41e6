# Mapping patterns: subset of keys, rest, nested.
def handle(event):
    match event:
        case {'type': 'click', 'pos': (x, y)}:
            return f'click at {x},{y}'
        case {'type': 'key', 'key': str(k), **rest}:
            return f'key {k} {rest}'
        case {'type': t}:
            return f'unknown {t}'
        case {}:
            return 'mapping'
        case _:
            return 'not a mapping'


for e in [{'type': 'click', 'pos': (1, 2)}, {'type': 'key', 'key': 'q', 'shift': True}, {'type': 'key', 'key': 5}, {'x': 1}, {}, []]:
    print(handle(e))
