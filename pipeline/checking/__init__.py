"""How two texts are held against each other; `pipeline/check.py` is the door."""
