"""What a drill reports: rows, each a promise with its bar and what was measured; and the tables made of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.markup import escape
from rich.table import Table


class Row(NamedTuple):
    """One promise, tried."""

    what: str
    """What was tried, with how often, e.g. `altered numbers that reach a brief unmarked, 32 reports x 4 servers`."""
    bar: str
    """What has to be measured for the promise to hold, e.g. `0` or `< 2 s`."""
    measured: str
    held: bool


def none_of(what: str, found: Sequence[object], tried: int) -> Row:
    """A row for what may never happen: how many of `tried` did, and the first of them."""
    shown = f": {found[0]}" if found else ""
    return Row(f"{what} (of {tried})", "0", f"{len(found)}{shown}", held=not found and tried > 0)


def within(what: str, seen: float, most: float, unit: str) -> Row:
    """A row for a quantity that has a limit."""
    return Row(what, f"<= {most:g} {unit}", f"{seen:.3g} {unit}", held=seen <= most)


def print_rows(drills: Mapping[str, Sequence[Row]]) -> None:
    """The table on the terminal."""
    table = Table("drill", "what", "bar", "measured", "")
    for name, rows in drills.items():
        for row in rows:
            table.add_row(
                name, *(escape(cell) for cell in row[:3]), "[green]held[/]" if row.held else "[red]BROKEN[/]"
            )
    Console(highlight=False).print(table)


HEAD = ("| drill | what | bar | measured |", "|---|---|---|---|")
"""Of the table of docs/reliability.md."""


def as_markdown(drills: Mapping[str, Sequence[Row]]) -> list[str]:
    """The rows of that table, each a line that begins with the drill's name."""
    return [
        f"| {name} | {_cell(row.what)} | {_cell(row.bar)} | {_cell(row.measured)}{'' if row.held else ' **broken**'} |"
        for name, rows in drills.items()
        for row in rows
    ]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
