# NameError with a built-in as the suggestion.
prin('hello')
