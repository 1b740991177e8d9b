"""Owns the report's text beside a brief: cut where the brief rests on it; must not know HTML.

Where the text itself is not at hand, the slices that the brief keeps stand in for it, in their order.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from govbrief.base.plain import clean, visible
from govbrief.views.told import Row
from govbrief_schemas.brief import Brief, BriefItem, Evidence


class Ink(NamedTuple):
    """A few characters, and the row of the table or the gap that they are."""

    text: str
    figures: tuple[str, ...]
    opens: tuple[str, ...]
    unused: bool


class Stretch(NamedTuple):
    """A piece of a line that the same items tell."""

    inks: tuple[Ink, ...]
    items: tuple[str, ...]
    """Names of the items that rest on it, as the page calls them."""
    opens: tuple[str, ...]
    """Those of `items` whose first sentence begins here."""
    untold: bool


class PaneParagraph(NamedTuple):
    """A line of the source."""

    stretches: tuple[Stretch, ...]
    heading: bool


class Cover(NamedTuple):
    """What rests on a slice of the source: an item or a figure by its name, or nothing."""

    start: int
    end: int
    name: str
    first: bool = True
    """Whether nothing else of this name stands before it."""


@dataclass
class Covers:
    """The slices that something is known of."""

    items: list[Cover] = field(default_factory=list)
    figures: list[Cover] = field(default_factory=list)
    untold: list[Cover] = field(default_factory=list)
    unused: list[Cover] = field(default_factory=list)


def lay_source(
    brief: Brief, text: str | None, names: Mapping[str, str], rows: Sequence[tuple[str, Row]]
) -> tuple[PaneParagraph, ...]:
    """The source in paragraphs; `names` are the items' names on the page by their ids, `rows` the figures by theirs."""
    covers = _covers(brief, names, rows)
    slices = _slices(brief)
    whole = text is not None and all(text[one.start : one.end] == one.text for one in slices)
    lines = _lines(text) if text is not None and whole else _joined(slices)
    headings = {clean(section.heading) for section in brief.coverage.sections}
    return tuple(
        PaneParagraph(tuple(_stretches(start, line, covers)), clean(line) in headings)
        for start, line in lines
        if clean(line)
    )


def _covers(brief: Brief, names: Mapping[str, str], rows: Sequence[tuple[str, Row]]) -> Covers:
    return Covers(
        items=[cover for item in brief.items for cover in _of_item(item, names[item.id])],
        figures=[Cover(row.figure.evidence.start, row.figure.evidence.end, name) for name, row in rows],
        untold=[Cover(one.start, one.end, "") for one in brief.coverage.untold],
        unused=[Cover(one.start, one.end, "") for one in brief.coverage.quantities.unused],
    )


def _of_item(item: BriefItem, name: str) -> Iterator[Cover]:
    first = min((e.start for e in item.evidence), default=0)
    return (Cover(e.start, e.end, name, e.start == first) for e in item.evidence)


def _slices(brief: Brief) -> list[Evidence]:
    """Every slice of the source that the brief keeps."""
    slices: list[Evidence] = [e for item in brief.items for e in item.evidence]
    slices += [figure.evidence for figure in brief.figures]
    return [*slices, *brief.coverage.untold, *brief.coverage.quantities.unused]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with the offset that it begins at."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, line
        start += len(line)


def _joined(slices: Iterable[Evidence]) -> Iterator[tuple[int, str]]:
    """The slices in the order of the source, what one holds of another left out."""
    done = 0
    for one in sorted(slices, key=lambda e: (e.start, -e.end)):
        if one.end > done:
            yield max(one.start, done), one.text[max(done - one.start, 0) :]
            done = one.end


def _stretches(start: int, line: str, covers: Covers) -> Iterator[Stretch]:
    """The line cut where items begin and end to rest on it."""
    end = start + len(line)
    items, untold = _touching(covers.items, start, end), _touching(covers.untold, start, end)
    for left, right in _cuts(start, end, (*items, *untold)):
        here = [cover for cover in items if cover.start <= left < cover.end]
        yield Stretch(
            inks=tuple(_inks(left, line[left - start : right - start], covers)),
            items=tuple(dict.fromkeys(cover.name for cover in here)),
            opens=tuple(dict.fromkeys(cover.name for cover in here if cover.first and cover.start == left)),
            untold=any(cover.start <= left < cover.end for cover in untold),
        )


def _inks(start: int, text: str, covers: Covers) -> Iterator[Ink]:
    """The piece cut where an amount stands that a figure shows, or that nothing uses."""
    end = start + len(text)
    figures, unused = _touching(covers.figures, start, end), _touching(covers.unused, start, end)
    for left, right in _cuts(start, end, (*figures, *unused)):
        shown = visible(text[left - start : right - start])
        here = [c for c in figures if c.start <= left < c.end]
        if shown:
            yield Ink(
                shown,
                tuple(c.name for c in here),
                tuple(c.name for c in here if c.start == left),
                any(c.start <= left < c.end for c in unused),
            )


def _touching(covers: Sequence[Cover], start: int, end: int) -> list[Cover]:
    return [cover for cover in covers if cover.start < end and cover.end > start]


def _cuts(start: int, end: int, covers: Iterable[Cover]) -> Iterator[tuple[int, int]]:
    """The stretch from `start` to `end` in pieces that begin and end where a cover does."""
    inner = {at for cover in covers for at in (cover.start, cover.end) if start < at < end}
    return pairwise(sorted({start, end, *inner}))
