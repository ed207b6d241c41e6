# Without random.seed the run's own seed decides: seed 0.
import random

print([random.random() for _ in range(5)])
print([random.randint(1, 6) for _ in range(20)])
print(random.uniform(0.05, 1.0), random.choice('abcdef'))
