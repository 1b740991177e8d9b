"""How two texts are held against each other; `pipeline/govbrief/checking/check.py` is the door."""
