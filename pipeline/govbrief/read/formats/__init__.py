"""The formats that offices publish in, each turned to plain text; `kinds.py` tells them apart."""
