"""Owns Reader: the text that is being read and the drafts found so far; must not know any kind of number.

A handler takes the reader and a match and returns where reading goes on, so that what belongs to a number
(its unit, 半, 角) is not read again.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from govbrief.numbers.numerals import MAX_DIGITS
from govbrief.numbers.zh.candidate import Draft
from govbrief.numbers.zh.patterns_zh import SCAN
from govbrief_schemas.quantity import QuantityKind

Match = re.Match[str]
_ZERO = Decimal(0)
_WHOLE_TEXT = 60
"""A longer text is never a numeral by itself."""


class Reader:
    """Reads one text; `drafts` are in the order of the text."""

    __slots__ = ("_handlers", "alone", "drafts", "text")

    def __init__(self, text: str, handlers: Mapping[str | None, "Handler"]) -> None:
        """A reader of `text` that has read nothing yet; `handlers` by the name of the group that matched."""
        self.text = text
        self.drafts: list[Draft] = []
        self.alone = text.strip(" \u3000") if len(text) < _WHOLE_TEXT else None
        """The whole text, when it may be one numeral: the cell of a table needs no unit to be an amount."""
        self._handlers = handlers

    def read(self, at: int, end: int) -> None:
        """Read `text[at:end]` into `drafts`."""
        search, text, handlers = SCAN.search, self.text, self._handlers
        while match := search(text, at, end):
            at = handlers[match.lastgroup](self, match)

    def keep(self, draft: Draft) -> int:
        """Add a finished draft; reading goes on behind it."""
        self.drafts.append(draft)
        return draft.end

    def keep_plain(self, match: Match, kind: QuantityKind) -> int:
        """Add a match that is no amount; its digits, read as one integer, are its value."""
        return self.keep(Draft(match.start(), match.end(), digits_of(match[0]), kind))


Handler = Callable[[Reader, Match], int]


def digits_of(text: str) -> Decimal:
    """The digits of a date or code as one integer, 0 when there are none or too many: 2024年3月 is 20243."""
    digits = "".join(char for char in text if "0" <= char <= "9")
    return Decimal(digits) if 0 < len(digits) <= MAX_DIGITS else _ZERO
