"""Running calls at the same time."""
