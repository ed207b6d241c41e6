# Leading zeros in a decimal number.
x = 007
