# NameError of a module that was not imported.
time.sleep(1)
