# A mistake that the compiler finds, or none.
"abc" = 1