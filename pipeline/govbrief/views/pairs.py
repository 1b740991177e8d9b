"""Owns how a comparison's pairs are seen on the page: their anchors, differences, sources; must not know HTML."""

from collections.abc import Iterator
from typing import NamedTuple

from govbrief.base.plain import clean
from govbrief.views.diff import Diff, diff_words
from govbrief.views.labels import Language
from govbrief_schemas.alignment import AlignedSide, Alignment, Pair
from govbrief_schemas.comparison import Case, Comparison, Document
from govbrief_schemas.report import Role


class PairQuote(NamedTuple):
    """A sentence of the source, and which side alone rests on it: `a`, `b`, or empty for both."""

    text: str
    side: str


class PairView(NamedTuple):
    """A pair with what is worked out for it."""

    anchor: str
    pair: Pair
    zh: Diff
    en: Diff
    quotes: tuple[PairQuote, ...]
    told_by: tuple[tuple[str, str], ...]
    """Item id and anchor."""

    @property
    def kinds(self) -> str:
        """The kinds of both sides, for the filter."""
        return " ".join(sorted({side.kind.value for side in (self.pair.a, self.pair.b) if side}))

    @property
    def doubtful(self) -> bool:
        """Whether a side has a finding."""
        return any(side.doubts for side in (self.pair.a, self.pair.b) if side)


class SectionView(NamedTuple):
    """A section with its pairs."""

    heading: str
    role: Role
    pairs: tuple[PairView, ...]


class PairBoard(NamedTuple):
    """One report in one column beside the baseline."""

    column: str
    case: Case
    alignment: Alignment | None
    sections: tuple[SectionView, ...]


class Anchors:
    """The id that each pair has in the page: where it stands, and its item's own id."""

    def __init__(self, comparison: Comparison) -> None:
        """Know every item of every pair."""
        self._reports = {document.id: n for n, document in enumerate(comparison.reports)}
        self._columns = {column.id: n for n, column in enumerate(comparison.columns)}
        self._pairs = {
            (one.report, one.column, name, side.id): self.of(one, pair)
            for one in comparison.alignments
            for section in one.sections
            for pair in section.pairs
            for name, side in (("a", pair.a), ("b", pair.b))
            if side is not None
        }

    def of(self, where: Alignment, pair: Pair) -> str:
        """The anchor of a pair."""
        name, side = ("a", pair.a) if pair.a else ("b", pair.b)
        ident = clean(side.id).replace(" ", "_") if side else ""
        return f"{self._reports[where.report]}.{self._columns[where.column]}.{name}{ident}"

    def find(self, report: str, column: str, a: str | None = None, b: str | None = None) -> str | None:
        """The pair that holds the item of either side; None for what belongs to no pair."""
        keys = [(report, column, name, ident) for name, ident in (("b", b), ("a", a)) if ident is not None]
        return next((self._pairs[key] for key in keys if key in self._pairs), None)


def view_boards(comparison: Comparison, document: Document, anchors: Anchors) -> tuple[PairBoard, ...]:
    """The report in every column but the baseline."""
    cases = {case.column: case for case in comparison.cases if case.report == document.id}
    found = {a.column: a for a in comparison.alignments if a.report == document.id}
    return tuple(
        PairBoard(c.id, cases[c.id], found.get(c.id), tuple(_sections(found.get(c.id), anchors)))
        for c in comparison.columns
        if not c.baseline
    )


def _sections(alignment: Alignment | None, anchors: Anchors) -> Iterator[SectionView]:
    if alignment is None:
        return
    for section in alignment.sections:
        pairs = tuple(_view(pair, alignment, anchors) for pair in section.pairs)
        yield SectionView(clean(section.heading), section.role, pairs)


def _view(pair: Pair, where: Alignment, anchors: Anchors) -> PairView:
    place = where.report, where.column
    told = [
        (ident, anchors.find(*place, b=ident) if pair.b is None else anchors.find(*place, a=ident))
        for ident in pair.told_by
    ]
    return PairView(
        anchor=anchors.of(where, pair),
        pair=pair,
        zh=_diff(pair, "zh"),
        en=_diff(pair, "en"),
        quotes=_quotes(pair.a, pair.b),
        told_by=tuple((ident, anchor) for ident, anchor in told if anchor),
    )


def _diff(pair: Pair, language: Language) -> Diff:
    """What differs; an item without a counterpart has nothing to be marked against."""
    a, b = pair.a or pair.b, pair.b or pair.a
    return diff_words(clean(getattr(a, language, "")), clean(getattr(b, language, "")), language)


def _quotes(a: AlignedSide | None, b: AlignedSide | None) -> tuple[PairQuote, ...]:
    """The cited sentences of both sides, each once, in reading order."""
    one, other = (set(side.evidence) if side else set() for side in (a, b))
    alone = (one - other, other - one) if a and b else (set(), set())
    return tuple(
        PairQuote(clean(e.text), "a" if e in alone[0] else "b" if e in alone[1] else "")
        for e in sorted(one | other, key=lambda e: (e.start, e.end))
    )
