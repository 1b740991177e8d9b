"""Owns the numbers of a Chinese text, from the scan to finished quantities; must not know that an LLM exists.

Offsets are those of the text that is given; a text with blanks inside its numbers is read in a copy without them.
"""

from collections.abc import Sequence
from decimal import Decimal

from pipeline import binding_zh, marks_zh
from pipeline.arabic_zh import read_number
from pipeline.draft import Draft, link
from pipeline.hanzi_zh import read_hanzi
from pipeline.patterns_zh import FULL_WIDTH, HAS_FULL_WIDTH
from pipeline.reader_zh import Reader
from pipeline.squeeze import Squeezed, squeeze
from schemas.quantity import NOT_AMOUNTS, Direction, Qualifier, Quantity, QuantityKind
from schemas.report import Span

_HANDLERS = {
    "date": marks_zh.read_date,
    "zdate": marks_zh.read_date,
    "time": marks_zh.read_time,
    "ztime": marks_zh.read_time,
    "code": marks_zh.read_code,
    "docket": marks_zh.read_code,
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


def find_quantities_zh(
    text: str, labels: Sequence[Span] = (), *, squeezed: Squeezed | None = None
) -> tuple[Quantity, ...]:
    """Every number of a Chinese text in reading order, amounts and others."""
    plain = squeezed or squeeze(text)
    read = plain.text if plain else text
    if HAS_FULL_WIDTH.search(read):
        read = read.translate(FULL_WIDTH)
    reader = Reader(read, _HANDLERS)
    reader.read(0, len(read))
    drafts = reader.drafts
    link(drafts, read)
    found = _build(drafts, reader, text, plain)
    return with_labels(found, labels, text) if labels else tuple(found)


def _build(drafts: list[Draft], reader: Reader, raw: str, plain: Squeezed | None) -> list[Quantity]:
    text = reader.text
    found: list[Quantity] = []
    previous: Draft | None = None
    direction = Direction.NONE
    for draft in drafts:
        if draft.tentative:
            continue
        if draft.bare and _is_year(draft, reader):
            draft.kind = QuantityKind.DATE
        qualifier = Qualifier.EXACT
        if draft.kind not in NOT_AMOUNTS:
            qualifier, front = binding_zh.qualifier(draft, text)
            clause = previous.end if previous else 0
            joined = previous is not None and binding_zh.inherits(previous, draft, text)
            direction = (
                direction
                if joined and previous and previous.kind is draft.kind
                else binding_zh.direction(draft, text, front, clause)
            )
        start, end = (plain.raw(draft.start), plain.raw_end(draft.end)) if plain else (draft.start, draft.end)
        value = draft.value * draft.factor if draft.factor != 1 else draft.value
        found.append(
            Quantity(
                raw[start:end],
                Span(start, end),
                value,
                draft.unit,
                draft.kind,
                qualifier,
                direction if draft.kind not in NOT_AMOUNTS else Direction.NONE,
            )
        )
        previous = draft
    return found


def _is_year(draft: Draft, reader: Reader) -> bool:
    text = reader.text[draft.start : draft.end]
    return (
        len(text) == 4
        and text.isdecimal()
        and _FIRST_YEAR <= draft.value <= _LAST_YEAR
        and reader.alone != text
    )  # noqa: PLR2004 - four digits


def with_labels(found: list[Quantity], labels: Sequence[Span], text: str) -> tuple[Quantity, ...]:
    """The quantities with every label as one of kind LABEL, and nothing else read inside a label."""
    kept = list(found)
    for label in labels:
        kept = [one for one in kept if one.span.end <= label.start or one.span.start >= label.end]
        kept.append(Quantity(label.of(text), label, Decimal(0), "", QuantityKind.LABEL))
    return tuple(sorted(kept, key=lambda one: one.span))
