"""Tests that start another interpreter are not run."""

import unittest


def assert_python_ok(*args, **env_vars):
    raise unittest.SkipTest('needs a second process')


assert_python_failure = assert_python_ok
