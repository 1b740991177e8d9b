"""Owns finding quantities in any text of the project, by language, or in a whole outline."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from govbrief.base.plain import UNSEEN
from govbrief.numbers.squeeze import cut
from govbrief.numbers.zh.quantities_zh import find_quantities_zh, moved, with_labels
from govbrief.read.traditional import is_traditional, simplified
from govbrief_schemas.quantity import Quantity
from govbrief_schemas.report import Outline, Span, TableCell

_BARE_NUMBER = re.compile(r"[-+−–—\d０-９.,，．\s]+")


def find_quantities(
    text: str, lang: str, labels: Sequence[Span] = (), *, bind: bool = True
) -> tuple[Quantity, ...]:
    """Every number of a text in reading order, amounts and others; spans into `text`.

    `lang` is `zh` or `en`. `labels` are spans of list markers: each becomes one quantity of kind LABEL, and
    nothing else is read inside it. Without `bind` the subjects are left empty, which is faster.
    """
    if labels:
        return _find(text, lang, labels, bind=bind)
    return _find_again(text, lang, bind)


@lru_cache(maxsize=1024)
def _find_again(text: str, lang: str, bind: bool) -> tuple[Quantity, ...]:  # noqa: FBT001 - a cache knows places
    """What rule after rule asks of the same sentences."""
    return _find(text, lang, (), bind=bind)


def _find(text: str, lang: str, labels: Sequence[Span], *, bind: bool) -> tuple[Quantity, ...]:
    if UNSEEN.search(text):
        return _as_seen(text, lang, labels, bind=bind)
    if lang == "en":
        from govbrief.numbers.en.quantities_en import find_quantities_en  # noqa: PLC0415 - Chinese should not load English

        return find_quantities_en(text, labels)
    if is_traditional(text):
        return _as_written(find_quantities_zh(simplified(text), labels, bind=bind), text)
    return find_quantities_zh(text, labels, bind=bind)


def _as_seen(text: str, lang: str, labels: Sequence[Span], *, bind: bool) -> tuple[Quantity, ...]:
    """The numbers of a text as a reader sees it: what is hidden in it parts no number and is none."""
    squeezed = cut(text, (match.span() for match in UNSEEN.finditer(text)))
    found = [moved(one, squeezed, text) for one in find_quantities(squeezed.text, lang, bind=bind)]
    return with_labels(found, labels, text) if labels else tuple(found)


def _as_written(found: Iterable[Quantity], raw: str) -> tuple[Quantity, ...]:
    """Quantities that were read in a simplified copy, with the text that the source writes."""
    return tuple(replace(one, text=one.span.of(raw)) for one in found)


def find_in_outline(outline: Outline) -> tuple[Quantity, ...]:
    """Every number of a report in reading order, noise left out; spans into the raw text.

    Noise and line breaks inside a sentence are bridged: a number that a page break cut in two is read whole.
    """
    raw = outline.report.text
    if is_traditional(raw):
        copy = replace(outline, report=replace(outline.report, text=simplified(raw)))
        return _as_written(find_in_outline(copy), raw)
    unseen = [match.span() for match in UNSEEN.finditer(raw)]
    pieces = sorted({*unseen, *((span.start, span.end) for span in (*outline.joins, *outline.noise))})
    if not pieces:
        return _uncertain(
            _with_cells(find_quantities_zh(raw, outline.labels), outline), outline.report.doubtful
        )
    squeezed = cut(raw, _apart(pieces))
    found = [moved(one, squeezed, raw) for one in find_quantities_zh(squeezed.text)]
    return _uncertain(_with_cells(with_labels(found, outline.labels, raw), outline), outline.report.doubtful)


def _uncertain(found: tuple[Quantity, ...], doubtful: Sequence[Span]) -> tuple[Quantity, ...]:
    """The quantities, those that touch a slice that the reader was not sure of marked so."""
    if not doubtful:
        return found
    ends = [span.end for span in doubtful]

    def touches(span: Span) -> bool:
        at = bisect_right(ends, span.start)
        return at < len(doubtful) and doubtful[at].start < span.end

    return tuple(replace(one, uncertain=True) if touches(one.span) else one for one in found)


def _with_cells(found: Sequence[Quantity], outline: Outline) -> tuple[Quantity, ...]:
    """The quantities with those of tables read once more, each with the unit that its table gives it."""
    if not outline.cells:
        return tuple(found)
    starts = [cell.span.start for cell in outline.cells]
    kept = [one for one in found if not _in_cell(one.span, outline.cells, starts)]
    for cell in outline.cells:
        one = _of_cell(cell, outline.report.text)
        if one is not None:
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


def _of_cell(cell: TableCell, raw: str) -> Quantity | None:
    """The quantity of a table's number; one without any unit is a plain count, never a year."""
    bare = _BARE_NUMBER.fullmatch(cell.text) is not None
    told = find_quantities_zh(f"{cell.text}{cell.unit or ('个' if bare else '')}", bind=False)
    if not told:
        return None
    last = told[-1]
    unit = "" if bare and not cell.unit else last.unit
    subject = f"{cell.label}{cell.head}"
    return Quantity(
        cell.span.of(raw), cell.span, last.value, unit, last.kind, last.qualifier, last.direction, subject
    )


def _in_cell(span: Span, cells: Sequence[TableCell], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and span.start < cells[at].span.end


def _apart(pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same pieces without overlaps."""
    last = 0
    for start, end in pieces:
        if end > last:
            yield max(start, last), end
            last = end
