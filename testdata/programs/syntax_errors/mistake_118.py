# A mistake that the compiler finds, or none.
from a import b as c.d