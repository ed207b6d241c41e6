"""Stands for a module that is not here; the tests that need it fail."""
