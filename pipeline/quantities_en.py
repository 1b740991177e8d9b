"""Owns the quantities of an English text: every number read, classified and bound, in the order of the text.

One scan finds numerals; each is tried as a name, date, label, code or ordinal, and at last as an amount.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.amounts_en import Draft, read_amount
from pipeline.atoms_en import Sort, lowered
from pipeline.binding_en import bind
from pipeline.dates_en import find_when
from pipeline.named_en import Named
from pipeline.names_en import find_code, find_label, find_name, is_list_mark
from pipeline.numerals_en import Form, Numeral, Reader
from pipeline.qualifiers_en import read_qualifier
from pipeline.sharing_en import lend, merge
from pipeline.words_en import (
    counts_on,
    is_pronoun,
    is_time_unit,
    is_vague,
    read_magnitude,
    read_multiple,
    read_part,
    read_share,
    take_article,
)
from schemas.quantity import Quantity, QuantityKind
from schemas.report import Span


def find_quantities_en(text: str, labels: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Every quantity of an English text, in order; spans are offsets into `text`.

    Numerals inside `labels` (headings' numbers, list markers) come back with kind LABEL.
    """
    low = lowered(text)
    found: list[Draft | Quantity] = []
    read_to = 0
    marks = sorted(labels, reverse=True)
    for numeral in Reader(low).numerals():
        if numeral.start < read_to:
            continue
        while marks and marks[-1].end <= numeral.start:
            marks.pop()
        if marks and marks[-1].start <= numeral.start:
            entry: Draft | Named | None = Named(*marks[-1], QuantityKind.LABEL)
        else:
            entry = _classify(low, text, numeral)
        if isinstance(entry, Draft):
            found.append(entry)
        elif entry and entry.kind:
            found.append(_plain(text, entry, numeral.value))
        if entry:
            read_to = entry.end
    found = merge(low, found)
    lend(low, found)
    return tuple(_bind(low, text, found))


def _plain(text: str, entry: Named, value: Decimal) -> Quantity:
    value = value if entry.value is None else entry.value
    return Quantity(
        text[entry.start : entry.end],
        Span(entry.start, entry.end),
        value,
        entry.unit,
        entry.kind or QuantityKind.NAME,
    )


def _classify(low: str, text: str, numeral: Numeral) -> Draft | Named | None:
    """What a numeral is, most special reading first; None for what is no number at all."""
    special = find_name(low, numeral) or find_when(low, text, numeral)
    if special or numeral.form is Form.MONTH:
        return special
    if numeral.form is Form.ORDINAL:
        return _ordinal(low, numeral)
    if numeral.form is Form.MULTIPLE:
        return read_multiple(low, numeral)
    if is_vague(low, numeral):
        return read_magnitude(low, text, numeral)
    return is_list_mark(low, text, numeral) or find_label(low, numeral) or _amount(low, text, numeral)


def _ordinal(low: str, numeral: Numeral) -> Draft | Named | None:
    if is_time_unit(low, numeral) or counts_on(low, numeral):
        return None
    return read_share(low, numeral) or Named(numeral.start, numeral.end, QuantityKind.ORDINAL)


def _amount(low: str, text: str, numeral: Numeral) -> Draft | Named | None:
    draft = read_amount(low, text, numeral)
    if not draft.prefixed and (code := find_code(low, text, numeral, unit_follows=draft.end > numeral.end)):
        return code
    if is_pronoun(low, draft):
        return None
    if numeral.last.sort is Sort.PART and not read_part(low, draft):
        return None
    take_article(low, draft)
    return draft


def _bind(low: str, text: str, found: Sequence[Draft | Quantity]) -> Iterator[Quantity]:
    """Drafts with qualifier, direction and subject; a list takes the direction of its first member."""
    floor = 0
    for entry in found:
        if isinstance(entry, Quantity):
            yield entry
            continue
        entry.qualifier = read_qualifier(low, entry) or entry.qualifier
        bind(low, text, entry, floor)
        for partner in entry.partners:
            partner.direction = entry.direction
        floor = entry.end
        yield Quantity(
            text[entry.start : entry.end],
            Span(entry.start, entry.end),
            entry.value,
            entry.unit,
            entry.kind,
            entry.qualifier,
            entry.direction,
            entry.subject,
        )
