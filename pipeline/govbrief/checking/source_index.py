"""Owns SourceIndex: every quantity of a report, found once, and looked up by value or by place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from govbrief.checking.concealed import ordering
from govbrief.checking.dates import YEAR
from govbrief.checking.loose import chinese_values
from govbrief.checking.marks import Mark, marks
from govbrief.checking.pairing import keys
from govbrief.checking.surroundings import Words, surroundings, words_of
from govbrief.checking.words import Folded, fold_with_origin
from govbrief.numbers.find import find_in_outline
from govbrief.numbers.squeeze import cut
from govbrief_schemas.quantity import Quantity
from govbrief_schemas.report import Outline, Span

_BASE = re.compile("每([十百千万亿]+)")


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """What the check needs to know of a report; offsets are raw."""

    text: str
    quantities: tuple[Quantity, ...]
    marks: tuple[Mark, ...]
    """In order of their place."""
    starts: tuple[int, ...]
    by_key: dict[tuple[str, Fraction], tuple[int, ...]]
    """Value, with and without unit, to indices into `marks`."""
    words: list[Words]
    """The words around each mark."""
    folded: Folded
    proving: str
    """The text without the sentences that give orders to a model."""

    def gather(self, cited: Sequence[Span] | None) -> "Held":
        """The evidence of an item; `cited` None means the whole report."""
        if cited is None:
            return Held(self, self.text, self.marks, self.words)
        spans = sorted(set(cited))
        places = [i for span in spans for i in self._within(span)]
        text = "\n".join(span.of(self.text) for span in spans)
        return Held(self, text, tuple(self.marks[i] for i in places), [self.words[i] for i in places])

    def _within(self, span: Span) -> range:
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def like(self, mark: Mark) -> Iterator[Mark]:
        """The marks that share a value with this one."""
        for i in sorted({i for key in keys(mark) for i in self.by_key.get(key, ())}):
            yield self.marks[i]


def index_source(outline: Outline) -> SourceIndex:
    """Read every number of a report once."""
    orders = ordering(outline)
    quantities = _proving(find_in_outline(outline), orders)
    found = tuple(sorted(marks(quantities), key=lambda mark: mark.start))
    by_key: dict[tuple[str, Fraction], list[int]] = {}
    for i, mark in enumerate(found):
        for key in keys(mark):
            by_key.setdefault(key, []).append(i)
    return SourceIndex(
        text=outline.report.text,
        quantities=quantities,
        marks=found,
        starts=tuple(mark.start for mark in found),
        by_key={key: tuple(places) for key, places in by_key.items()},
        words=_words(outline, found),
        folded=fold_with_origin(outline.report.text),
        proving=cut(outline.report.text, orders).text,
    )


def _proving(quantities: tuple[Quantity, ...], orders: Sequence[Span]) -> tuple[Quantity, ...]:
    """The quantities; those of sentences that give orders to a model prove nothing."""
    if not orders:
        return quantities
    return tuple(
        replace(one, uncertain=True) if any(o.start <= one.span.start < o.end for o in orders) else one
        for one in quantities
    )


def _words(outline: Outline, found: Sequence[Mark]) -> list[Words]:
    """The words around each mark; a table's number has those of its row and column."""
    around = surroundings(outline.report.text, found)
    cells = {cell.span.start: words_of(f"{cell.label}{cell.head}") for cell in outline.cells}
    return [cells.get(mark.quantity.span.start, words) for mark, words in zip(found, around, strict=True)]


class Held(NamedTuple):
    """The numbers that a text may rest on, with the words around each."""

    source: SourceIndex
    text: str
    """The cited sentences, or the whole report."""
    marks: tuple[Mark, ...]
    words: list[Words]

    def has_base(self, mark: Mark) -> bool:
        """Whether a number is the base of a rate: 3.6 per 10,000 residents is 每万名."""
        bases = (chinese_values(base[1]) for base in _BASE.finditer(self.text))
        return mark.group == "count" and any(mark.face in values for values in bases)

    def names_years(self, mark: Mark) -> bool:
        """Whether a length of time in words is told by years: 三年 of 2022年、2023年、2024年."""
        years = {other.face for other in self.marks if other.group == YEAR}
        return not mark.digits and mark.quantity.unit == "年" and len(years) == mark.face > 1
