"""What only a weak model needs; `methods.py` is the only door to it."""
