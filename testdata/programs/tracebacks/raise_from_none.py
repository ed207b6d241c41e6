# `from None` hides the context; a class is raised bare; notes follow the message.
class Quiet(Exception):
    pass


try:
    int('x')
except ValueError:
    e = Quiet()
    e.add_note('first')
    e.add_note('second')
    raise e from None
