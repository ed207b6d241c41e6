# A mistake that the compiler finds, or none.
{**a for a in b}