# break, continue and return may not be in except*.
for x in range(2):
    try:
        pass
    except* ValueError:
        break
