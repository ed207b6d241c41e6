# A mistake that the compiler finds, or none.
raise from x