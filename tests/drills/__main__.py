"""Runs every drill, `python -m tests.drills [NAME...] [--write]`: prints what held, exits 1 when something did not.

A drill is a module `drill_NAME.py` beside this one with a function `run()` that gives `Row`s: it breaks things on
purpose, on loopback servers of the project's own, in minutes at most. `--write` renews the table in
docs/reliability.md.
"""

import argparse
import importlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.drills.report import Row, as_markdown, print_rows

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "reliability.md"
BEGIN, END = "<!-- drills: begin -->", "<!-- drills: end -->"


def names() -> list[str]:
    """The drills there are."""
    return sorted(path.stem.removeprefix("drill_") for path in FOLDER.glob("drill_*.py"))


def drill(name: str) -> Sequence[Row]:
    """The rows of one drill, and how long it took on standard error."""
    begun = time.monotonic()
    rows: Sequence[Row] = importlib.import_module(f"tests.drills.drill_{name}").run()
    sys.stderr.write(f"{name}: {len(rows)} rows in {time.monotonic() - begun:.0f} s\n")
    return rows


def write(table: str) -> None:
    """Put the table between its marks on the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Run the drills that are asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.drills")
    parser.add_argument(
        "drills", nargs="*", metavar="NAME", help=f"of {', '.join(names())}; all when none is named"
    )
    parser.add_argument("--write", action="store_true", help="renew the table in docs/reliability.md")
    asked = parser.parse_args()
    if unknown := set(asked.drills) - set(names()):
        parser.error(f"no drill is named {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    if asked.write and asked.drills:
        parser.error("--write renews the whole table: run it without names")
    drills = {name: drill(name) for name in asked.drills or names()}
    print_rows(drills)
    if asked.write:
        write(as_markdown(drills))
    return int(not all(row.held for rows in drills.values() for row in rows))


if __name__ == "__main__":
    sys.exit(main())
