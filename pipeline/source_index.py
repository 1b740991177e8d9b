"""Owns SourceIndex: every quantity of a report, found once, and looked up by value or by place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.check_words import Folded, fold_with_origin
from pipeline.marks import Mark, marks
from pipeline.pairing import keys
from pipeline.quantities import find_in_outline
from schemas.quantity import Quantity
from schemas.report import Outline, Span


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
    folded: Folded

    def within(self, spans: Sequence[Span]) -> tuple[Mark, ...]:
        """The marks that lie inside any of the spans."""
        found: list[Mark] = []
        for span in sorted(set(spans)):
            first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
            found += self.marks[first:last]
        return tuple(found)

    def like(self, mark: Mark) -> Iterator[Mark]:
        """The marks that share a value with this one."""
        for i in sorted({i for key in keys(mark) for i in self.by_key.get(key, ())}):
            yield self.marks[i]


def index_source(outline: Outline) -> SourceIndex:
    """Read every number of a report once."""
    quantities = find_in_outline(outline)
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
        folded=fold_with_origin(outline.report.text),
    )
