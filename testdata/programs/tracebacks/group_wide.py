# A group with more members than are shown.
raise ExceptionGroup('wide', [ValueError(i) for i in range(20)])
