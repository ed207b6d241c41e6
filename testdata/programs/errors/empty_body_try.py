# A try without body.
try:
finally:
    pass
