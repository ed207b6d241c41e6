# A keyword where a name should be.
class = 5
