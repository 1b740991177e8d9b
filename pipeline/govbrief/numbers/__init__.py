"""Any text to Quantities, exact; `find.py` is the door."""
