"""The numbers of Chinese text; `quantities.py` is the map, and `pipeline/quantities.py` the door."""
