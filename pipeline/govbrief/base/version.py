"""Owns the version of govbrief: what a wheel is called, and what a brief says it was made with."""

__version__ = "0.2.0"
