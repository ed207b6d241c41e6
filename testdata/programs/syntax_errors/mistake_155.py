# A mistake that the compiler finds, or none.
except E, e: pass