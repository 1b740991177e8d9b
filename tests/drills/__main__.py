"""Runs every drill, `python -m tests.drills [NAME...] [--write]`: prints what held, exits 1 when something did not.

A drill is a module `drill_NAME.py` beside this one with a function `run()` that gives `Row`s: it breaks things on
purpose, on loopback servers of the project's own, in minutes at most. `--write` renews the table in
docs/reliability.md.
"""

import argparse
import importlib
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.drills.report import HEAD, Row, as_markdown, print_rows

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


def write(drills: Mapping[str, Sequence[Row]]) -> None:
    """Renew the rows of these drills in the table on the page; those of others that there are stay."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    table, _, after = rest.partition(END)
    kept = [
        line for line in table.splitlines() if line.split(" ")[1:2] and line.split(" ")[1] in others(drills)
    ]
    lines = sorted([*kept, *as_markdown(drills)], key=lambda line: line.split(" ")[1])
    PAGE.write_text("\n".join((f"{before}{BEGIN}", *HEAD, *lines, f"{END}{after}")), encoding="utf-8")


def others(drills: Mapping[str, Sequence[Row]]) -> set[str]:
    """The drills that were not run this time."""
    return set(names()) - set(drills)


def main() -> int:
    """Run the drills that are asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.drills")
    parser.add_argument(
        "drills", nargs="*", metavar="NAME", help=f"of {', '.join(names())}; all when none is named"
    )
    parser.add_argument("--write", action="store_true", help="renew the rows of docs/reliability.md")
    asked = parser.parse_args()
    if unknown := set(asked.drills) - set(names()):
        parser.error(f"no drill is named {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    drills = {name: drill(name) for name in asked.drills or names()}
    print_rows(drills)
    if asked.write:
        write(drills)
    return int(not all(row.held for rows in drills.values() for row in rows))


if __name__ == "__main__":
    sys.exit(main())
