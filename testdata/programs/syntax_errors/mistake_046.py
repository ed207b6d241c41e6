# A mistake that the compiler finds, or none.
try:
  pass
except:
  pass
except ValueError:
  pass