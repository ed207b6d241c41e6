# A digit that does not fit the base.
x = 0b102
