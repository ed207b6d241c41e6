# The marks when the whole line is the error, and when a part is.
values = {'width': 3}
area = values['width'] * values['height'] * 2
