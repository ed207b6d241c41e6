# Something behind the line continuation.
x = 1 + \ 
    2
