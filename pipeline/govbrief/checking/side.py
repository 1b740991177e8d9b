"""Owns Side: one text of a pair with its numbers."""

from dataclasses import dataclass
from functools import cached_property

from govbrief.checking.loose import without
from govbrief.checking.marks import Mark

_TRIED = 80


@dataclass(frozen=True)
class Side:
    """One text of a pair with its numbers."""

    text: str
    marks: tuple[Mark, ...]

    @cached_property
    def unread(self) -> str:
        """The text without the numbers that were read: what is left are idioms and compounds."""
        return without(self.text, (mark.quantity.span for mark in self.marks))

    @cached_property
    def tried(self) -> tuple[Mark, ...]:
        """The numbers that may excuse one of the other text; long lists are cut to stay linear."""
        return self.marks[:_TRIED]
