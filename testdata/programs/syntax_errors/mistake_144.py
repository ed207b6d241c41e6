# A mistake that the compiler finds, or none.
x = 1
from __future__ import annotations