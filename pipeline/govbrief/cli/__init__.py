"""Owns the commands of `govbrief`, their arguments and what each prints."""
