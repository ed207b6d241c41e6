# Tabs and spaces that do not agree: TabError.
if True:
        x = 1
	y = 2
