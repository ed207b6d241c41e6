# assert with and without a message.
assert True, 'not shown'
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e), str(e) == '')
try:
    assert [], f'empty list of {len([])}'
except AssertionError as e:
    print(repr(e))
