# A mistake that the compiler finds, or none.
import a as b.c