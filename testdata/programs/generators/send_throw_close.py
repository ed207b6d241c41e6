# send, throw and close; GeneratorExit; an unstarted generator.
def echo():
    received = None
    while True:
        try:
            received = yield received
            print('got', received)
        except ValueError as e:
            print('caught', e)
            received = 'recovered'
        finally:
            print('round')


g = echo()
try:
    g.send('too early')
except TypeError as e:
    print(e)
print(next(g), g.send('a'), g.throw(ValueError('v')), g.send('b'))
try:
    g.throw(KeyError('out'))
except KeyError as e:
    print('went through', e)
try:
    g.send('after')
except StopIteration:
    print('ended')
h = echo()
next(h)
h.close()
h.close()
print('closed')
