"""The numbers of English text; `quantities.py` is the map, and `pipeline/quantities.py` the door."""
