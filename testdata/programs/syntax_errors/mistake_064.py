# A mistake that the compiler finds, or none.
async x