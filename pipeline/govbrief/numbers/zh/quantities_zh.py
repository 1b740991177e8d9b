"""Owns the numbers of a Chinese text, from the scan to finished quantities.

Offsets are those of the given text; one with blanks inside its numbers is read in a copy without them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from govbrief.numbers.relations import NOTHING, Relation, goal_of
from govbrief.numbers.squeeze import Squeezed, squeeze
from govbrief.numbers.zh import binding_zh
from govbrief.numbers.zh import forms_zh as marks_zh
from govbrief.numbers.zh.arabic import read_number
from govbrief.numbers.zh.binding_zh import load_words
from govbrief.numbers.zh.candidate import Draft, connector, link
from govbrief.numbers.zh.hanzi import read_hanzi
from govbrief.numbers.zh.names_zh import load_names
from govbrief.numbers.zh.patterns_zh import FULL_WIDTH, HAS_FULL_WIDTH
from govbrief.numbers.zh.reader import Reader
from govbrief.numbers.zh.relations_zh import relation
from govbrief.numbers.zh.subject import imply_unit, load_subject_words, subjects
from govbrief.numbers.zh.units_zh import load_units_zh
from govbrief_schemas.quantity import NOT_AMOUNTS, Direction, Qualifier, Quantity, QuantityKind
from govbrief_schemas.report import Span

_HANDLERS = {
    "date": marks_zh.read_date,
    "zdate": marks_zh.read_date,
    "time": marks_zh.read_time,
    "ztime": marks_zh.read_time,
    "ratio": marks_zh.read_ratio,
    "code": marks_zh.read_code,
    "docket": marks_zh.read_code,
    "power": marks_zh.read_power_zh,
    "marked": marks_zh.read_marked,
    "label": marks_zh.read_label,
    "mark": marks_zh.read_mark,
    "percent": marks_zh.read_percent,
    "permille": marks_zh.read_permille,
    "number": read_number,
    "zh": read_hanzi,
    "ordinal": marks_zh.read_ordinal,
    "half": marks_zh.read_half,
    "doubling": marks_zh.read_doubling,
    "quote": marks_zh.read_quote,
    "title": marks_zh.read_title,
    "url": marks_zh.skip,
    "latin": marks_zh.read_latin,
    None: marks_zh.skip,
}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def find_quantities_zh(text: str, labels: Sequence[Span] = (), *, bind: bool = True) -> tuple[Quantity, ...]:
    """Every number of a Chinese text in reading order, amounts and others; `bind` asks for their subjects."""
    _load()
    squeezed = squeeze(text)
    read = squeezed.text if squeezed else text
    if HAS_FULL_WIDTH.search(read):
        read = read.translate(FULL_WIDTH)
    reader = Reader(read, _HANDLERS)
    reader.read(0, len(read))
    drafts = reader.drafts
    if len(drafts) > 1:
        link(drafts, read)
    drafts = [draft for draft in drafts if not draft.tentative]
    found = _finish(drafts, reader, squeezed.text if squeezed else text, bind=bind)
    if squeezed:
        found = [moved(one, squeezed, text) for one in found]
    return with_labels(found, labels, text) if labels else tuple(found)


@cache
def _load() -> None:
    """Read the data files at once, so that no later text pays for them."""
    load_units_zh()
    load_names()
    load_words()
    load_subject_words()


def _finish(drafts: list[Draft], reader: Reader, raw: str, *, bind: bool) -> list[Quantity]:
    text = reader.text
    found: list[Quantity] = []
    fronts: list[int] = []
    counted: list[tuple[Qualifier, Direction]] = []
    previous: Draft | None = None
    direction = Direction.NONE
    for draft in drafts:
        if draft.bare:
            _settle(draft, reader)
        if draft.kind in NOT_AMOUNTS:
            fronts.append(draft.start)
            counted.append((Qualifier.EXACT, Direction.NONE))
        else:
            qualifier, front = binding_zh.qualifier(draft, text)
            if (
                previous is None
                or previous.kind is not draft.kind
                or not connector(text[previous.end : draft.start])
            ):
                direction = binding_zh.direction(draft, text, front, previous.end if previous else 0)
            fronts.append(front)
            counted.append((qualifier, direction))
        previous = draft
    said = subjects(drafts, fronts, text) if bind else None
    told = _relations(drafts, fronts, counted, text) if bind else None
    for at, draft in enumerate(drafts):
        subject, beside = said[at] if said else "", told[at] if told else NOTHING
        if draft.bare and draft.factor != 1 and said:
            imply_unit(draft, subject, text)
        value = draft.value if draft.factor == 1 else draft.value * draft.factor
        found.append(
            Quantity(
                raw[draft.start : draft.end],
                Span(draft.start, draft.end),
                value,
                draft.unit,
                draft.kind,
                *counted[at],
                subject,
                beside.motion,
                beside.side,
                beside.period,
                beside.comparison,
            )
        )
    return found


def _relations(
    drafts: Sequence[Draft], fronts: Sequence[int], counted: Sequence[tuple[Qualifier, Direction]], text: str
) -> list[Relation]:
    """What is told beside each number; nothing beside what is no amount."""
    found: list[Relation] = []
    floor, before = 0, NOTHING
    previous: Draft | None = None
    for draft, front, (_, direction) in zip(drafts, fronts, counted, strict=True):
        if draft.kind in NOT_AMOUNTS:
            found.append(NOTHING)
            continue
        if (
            previous
            and previous.unit == draft.unit
            and connector(text[previous.end : draft.start]) == "range"
        ):
            told = goal_of(before, spoken=text[previous.end : draft.start].strip() in {"至", "到"})
        else:
            told = relation(text, floor, front, direction, before.motion)
        found.append(told)
        floor, before, previous = draft.end, told, draft
    return found


def moved(one: Quantity, squeezed: Squeezed, raw: str) -> Quantity:
    """The quantity with its span and text in the raw text."""
    span = Span(squeezed.raw(one.span.start), squeezed.raw_end(one.span.end))
    return replace(one, text=span.of(raw), span=span)


def _settle(draft: Draft, reader: Reader) -> None:
    """2023 with nothing behind it is a year."""
    text = reader.text[draft.start : draft.end]
    if (
        len(text) == 4  # noqa: PLR2004 - four digits
        and text.isdecimal()
        and _FIRST_YEAR <= draft.value <= _LAST_YEAR
        and reader.alone != text
    ):
        draft.kind = QuantityKind.DATE


def with_labels(found: Sequence[Quantity], labels: Sequence[Span], text: str) -> tuple[Quantity, ...]:
    """The quantities with every label as one of kind LABEL, and nothing else read inside a label."""
    marks = sorted(label for label in labels if label.start < label.end)
    ends = [label.end for label in marks]
    kept: list[Quantity] = []
    for one in found:
        at = bisect_right(ends, one.span.start)
        if at == len(marks) or marks[at].start >= one.span.end:
            kept.append(one)
    kept.extend(Quantity(label.of(text), label, Decimal(0), "", QuantityKind.LABEL) for label in marks)
    return tuple(sorted(kept, key=lambda one: one.span))
