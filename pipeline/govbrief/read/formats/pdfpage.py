"""Owns the text of one PDF page: figures set above the line stay above it, and no line ends where the page has none.

The engine ends a line at every change of height, so a note mark cuts its sentence in two:

「常住人口」「11761.48 万人」 with the first 1 small and raised   -> 「常住人口¹1761.48 万人」
「性别比」「2为 122.44」「3。」                                  -> 「性别比²为 122.44³。」
"""

import re
import unicodedata
from typing import NamedTuple, Protocol

from govbrief.read.formats.raised import raise_text

_SMALL = 0.82
"""Note marks are set at 0.5 to 0.7 of the text's size; figures of another font come out at 0.9 and more."""
_LIFT = 0.12
"""How much of the text's height a raised figure stands above the text's foot; figures of a smaller font stand on it."""
_NEAR = 1.2
"""Widths of a character between two that belong to one line."""
_RUN = re.compile(r"\d{1,3}(?:[,，]\d{1,2})*")


class TextPage(Protocol):
    """What of the engine's page is used here."""

    def get_text_range(self) -> str:
        """The text."""

    def count_chars(self) -> int:
        """Of the text."""

    def get_charbox(self, index: int, *, loose: bool = ...) -> tuple[float, float, float, float]:
        """Left, bottom, right and top."""


class _Box(NamedTuple):
    left: float
    foot: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.foot


def page_text(page: TextPage) -> str:
    """The page's text, control characters and the engine's hyphen marks left out."""
    text = page.get_text_range()
    if page.count_chars() == len(text):
        text = _with_raised(page, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "")
    return "".join(
        char for char in text if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Cn"}
    )


def _with_raised(page: TextPage, text: str) -> str:
    """The text with raised figures written so, joined to the line that they stand in."""
    parts: list[str] = []
    at = 0
    for run in _RUN.finditer(text):
        for first, last in _raised(page, text, run):
            before, after = _visible(text, first - 1, -1), _visible(text, last, 1)
            joined = before is not None and _same_line(page, before, first)
            start = before + 1 if joined and before is not None else first
            parts.extend((text[at : max(at, start)], raise_text(text[first:last])))
            at = after if after is not None and _same_line(page, last - 1, after) else last
    return "".join((*parts, text[at:]))


def _raised(page: TextPage, text: str, run: re.Match[str]) -> list[tuple[int, int]]:
    """Index pairs of the figures of a run that are small and stand high, compared with what is around them."""
    indexes = range(run.start(), run.end())
    boxes = [_box(page, index) for index in indexes]
    around = (_visible(text, run.start() - 1, -1), _visible(text, run.end(), 1))
    others = [
        box
        for box in (_box(page, i) for i in around if i is not None)
        if any(_overlap(box, b) for b in boxes)
    ]
    tallest = max((box.height for box in (*boxes, *others)), default=0.0)
    foot = min((box.foot for box in (*boxes, *others) if box.height > tallest * _SMALL), default=0.0)
    found: list[tuple[int, int]] = []
    for index, box in zip(indexes, boxes, strict=True):
        if box.height > tallest * _SMALL or box.foot < foot + tallest * _LIFT:
            continue
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _overlap(one: _Box, other: _Box) -> bool:
    """Whether two characters stand at the same height of the page."""
    return one.foot < other.top and other.foot < one.top


def _same_line(page: TextPage, first: int, second: int) -> bool:
    """Whether one character follows the other on the page, whatever the engine put between them."""
    one, two = _box(page, first), _box(page, second)
    gap = two.left - one.right
    width = max(one.height, two.height)
    return _overlap(one, two) and -width / 2 <= gap <= width * _NEAR


def _visible(text: str, index: int, step: int) -> int | None:
    """The next character that the page shows, from an index on."""
    while 0 <= index < len(text):
        if not text[index].isspace() and text[index] != "\ufffe":
            return index
        index += step
    return None


def _box(page: TextPage, index: int) -> _Box:
    return _Box(*page.get_charbox(index, loose=True))
