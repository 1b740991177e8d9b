"""`python -m pipeline` in a checkout is `govbrief`."""

import sys
from pathlib import Path

_TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_TOP / "pipeline"), str(_TOP / "schemas")]

from govbrief.cli.app import main  # noqa: E402  (the two source folders come first)

main()
