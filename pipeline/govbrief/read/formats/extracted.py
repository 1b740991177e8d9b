"""Owns Extracted: what a reader of one format hands back; must not know what a report is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, and what the file says beside its text."""

    text: str
    places: list[tuple[int, str]] = field(default_factory=list)
    """Offset and name of every page or paragraph, in order."""
    unread: list[str] = field(default_factory=list)
    """Parts without text, e.g. a scanned page."""
    blank: list[int] = field(default_factory=list)
    """Numbers of pages that hold no text but may show some."""
    recognised: list[tuple[int, float]] = field(default_factory=list)
    """Pages read from their images, and how sure the reading is, 0 to 1."""
    doubtful: list[tuple[int, int]] = field(default_factory=list)
    """Slices of the text that were read from an image and not surely, half-open."""
    styled: list[tuple[int, int]] = field(default_factory=list)
    """Lines that the file sets as headings: where each begins, and its level, 1 the highest."""
    stated: dict[str, str] = field(default_factory=dict)
    """Metadata outside the text: `title`, `issuer`, `published` of a web page."""


_MARK = "\x02"
"""Stands in front of a line that a reader sets as a heading, until its place is known; no sound file holds it."""
_MARKED = re.compile(f"{_MARK}([1-9])")


def mark_heading(level: int) -> str:
    """What a reader writes in front of a heading's text."""
    return f"{_MARK}{level}"


def take_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks of headings, and where each of those begins with its level."""
    kept: list[str] = []
    found: list[tuple[int, int]] = []
    size = at = 0
    for mark in _MARKED.finditer(text):
        kept.append(text[at : mark.start()])
        size += mark.start() - at
        at = mark.end()
        found.append((size, int(mark[1])))
    return "".join((*kept, text[at:])), found


class FormatError(ValueError):
    """A file that its format's reader refuses; the message says why, without the file's name."""


def join_cells(cells: Sequence[str]) -> str:
    """A table's row as a line; an edge keeps the place of a cell at either end that is empty."""
    left, right = ("" if cells and cells[at].strip() else "|" for at in (0, -1))
    return left + "\t".join(cells) + right
