# A mistake that the compiler finds, or none.
{x for x in y} = 1