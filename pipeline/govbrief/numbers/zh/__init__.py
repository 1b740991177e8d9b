"""The numbers of Chinese text; `quantities.py` is the map, and `pipeline/govbrief/numbers/find.py` the door."""
