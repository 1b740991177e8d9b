"""The steps of govbrief, one owner per file; `run.py` is the map."""

__version__ = "0.1.0"
