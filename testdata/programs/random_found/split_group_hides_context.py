# What split() and subgroup() return hides its context, so that a part raised anew is shown alone.
import contextlib

whole = ExceptionGroup('whole', [ValueError(1), KeyError(2)])
match, rest = whole.split(KeyError)
print(match.__suppress_context__, rest.__suppress_context__, whole.subgroup(KeyError).__suppress_context__)
print(whole.derive([OSError()]).__suppress_context__)
with contextlib.suppress(KeyError):
    raise whole
