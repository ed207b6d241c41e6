"""Stands for CPython's package test, of which only a little is here."""
