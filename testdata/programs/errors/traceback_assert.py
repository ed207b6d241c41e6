# AssertionError without and with text.
try:
    assert 1 > 2
except AssertionError:
    assert 'a' == 'b', 'letters differ'
