# async before something else than def, for, with.
async x = 1
