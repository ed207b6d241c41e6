# A compound statement after a semicolon.
x = 1; for i in range(3): print(i)
