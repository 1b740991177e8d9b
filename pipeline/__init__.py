"""The steps of govbrief, one owner per file; `run.py` is the map."""
