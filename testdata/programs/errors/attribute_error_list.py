# AttributeError of a list with a suggestion.
items = []
items.appendd(1)
