# A mistake that the compiler finds, or none.
from __future__ import nope