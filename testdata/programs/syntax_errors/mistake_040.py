# A mistake that the compiler finds, or none.
from x import (a, b