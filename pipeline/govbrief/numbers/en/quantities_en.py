"""Owns the quantities of an English text: every number read, classified and bound, in the order of the text.

One scan finds numerals; each is tried as a name, date, label, code or ordinal, and at last as an amount.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govbrief.numbers.en.amounts import AmountDraft, read_amount
from govbrief.numbers.en.atoms import Sort, lowered
from govbrief.numbers.en.binding_en import bind
from govbrief.numbers.en.composites import entry_start, merge, take_inches
from govbrief.numbers.en.dates_en import find_when
from govbrief.numbers.en.named import Named
from govbrief.numbers.en.names_en import (
    find_code,
    find_label,
    find_name,
    find_phone,
    find_score,
    is_dialled,
    is_list_mark,
    is_plan,
)
from govbrief.numbers.en.numerals_en import Numeral, NumeralForm, NumeralReader
from govbrief.numbers.en.qualifiers import denied, is_denied, read_qualifier
from govbrief.numbers.en.relations_en import relation
from govbrief.numbers.en.sharing import lend
from govbrief.numbers.en.words_en import (
    counts_on,
    is_pronoun,
    is_proper,
    is_time_unit,
    is_vague,
    read_magnitude,
    read_multiple,
    read_part,
    read_share,
    take_age,
    take_article,
    take_point,
    take_whole,
)
from govbrief.numbers.relations import NOTHING, goal_of
from govbrief_schemas.quantity import Direction, Lying, Motion, Quantity, QuantityKind
from govbrief_schemas.report import Span


def find_quantities_en(text: str, labels: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Every quantity of an English text, in order; spans are offsets into `text`.

    Numerals inside `labels` (headings' numbers, list markers) come back with kind LABEL.
    """
    low = _without(lowered(text), labels)
    found: list[AmountDraft | Quantity] = [
        _plain(text, Named(*label, QuantityKind.LABEL), Decimal(0)) for label in _apart(labels)
    ]
    read_to = 0
    for numeral in NumeralReader(low).numerals():
        entry = _classify(low, text, numeral) if numeral.start >= read_to else None
        if entry is None:
            continue
        start, taken, read_to = max(entry.start, read_to), entry.start < read_to, entry.end
        if isinstance(entry, AmountDraft):
            entry.start = start
            if taken and entry.prefixed and entry.end == entry.number_end:
                # 17 USD 25: the currency is that of the number in front of it
                entry.start, entry.unit, entry.kind, entry.prefixed = (
                    numeral.start,
                    "",
                    QuantityKind.COUNT,
                    False,
                )
            found.append(entry)
        elif entry.kind:
            found.append(_plain(text, entry._replace(start=start), numeral.value))
    if labels:
        found.sort(key=entry_start)
    found = merge(low, found)
    lend(low, found)
    return tuple(_bind(low, text, found))


def _apart(labels: Sequence[Span]) -> Iterator[Span]:
    """The labels in order, none empty, none overlapping."""
    last = 0
    for label in sorted(labels):
        if label.end > max(last, label.start):
            yield Span(max(last, label.start), label.end)
            last = label.end


def _without(low: str, labels: Sequence[Span]) -> str:
    """The text with labels blotted out, so that nothing is read inside or across them."""
    pieces, last = [], 0
    for label in _apart(labels):
        pieces += [low[last : label.start], "\0" * (label.end - label.start)]
        last = label.end
    return "".join([*pieces, low[last:]])


def _plain(text: str, entry: Named, value: Decimal) -> Quantity:
    value = value if entry.value is None else entry.value
    return Quantity(
        text[entry.start : entry.end],
        Span(entry.start, entry.end),
        value,
        entry.unit,
        entry.kind or QuantityKind.NAME,
    )


def _classify(low: str, text: str, numeral: Numeral) -> AmountDraft | Named | None:
    """What a numeral is, most special reading first; None for what is no number at all."""
    special = find_name(low, numeral) or find_when(low, text, numeral)
    if special or numeral.form is NumeralForm.MONTH:
        return special
    if numeral.form is NumeralForm.ORDINAL:
        return _ordinal(low, numeral)
    if numeral.form is NumeralForm.MULTIPLE:
        return read_multiple(low, numeral)
    if is_vague(low, numeral):
        return read_magnitude(low, text, numeral)
    special = find_phone(low, numeral) or find_score(low, numeral)
    return (
        special
        or is_list_mark(low, text, numeral)
        or find_label(low, text, numeral)
        or _amount(low, text, numeral)
    )


def _ordinal(low: str, numeral: Numeral) -> AmountDraft | Named | None:
    if is_time_unit(low, numeral) or counts_on(low, numeral):
        return None
    return read_share(low, numeral) or Named(numeral.start, numeral.end, QuantityKind.ORDINAL)


def _amount(low: str, text: str, numeral: Numeral) -> AmountDraft | Named | None:
    draft = read_amount(low, text, numeral)
    if not draft.prefixed and (code := find_code(low, text, numeral, unit_follows=draft.end > numeral.end)):
        return code
    if is_dialled(low, numeral):
        return Named(numeral.start, numeral.end, QuantityKind.NAME)
    if is_pronoun(low, draft):
        return None
    if is_plan(low, draft.start) or (draft.end == numeral.end and is_proper(low, text, numeral)):
        return Named(draft.start, draft.end, QuantityKind.NAME)
    if numeral.last.sort is Sort.PART and not read_part(low, draft):
        return None
    take_article(low, draft)
    take_whole(low, text, draft)
    take_age(low, draft)
    take_inches(low, draft)
    return draft


def _bind(low: str, text: str, found: Sequence[AmountDraft | Quantity]) -> Iterator[Quantity]:
    """Drafts with qualifier, direction and subject; a list takes the direction of its first member."""
    floor, told = 0, NOTHING
    previous: AmountDraft | None = None
    ceilings = _next_amounts(found, len(low))
    for at, entry in enumerate(found):
        if isinstance(entry, Quantity):
            yield entry
            continue
        take_point(low, entry)
        entry.qualifier = read_qualifier(low, entry) or entry.qualifier
        bind(low, text, entry, floor)
        for partner in entry.partners:
            partner.direction = entry.direction
        if previous and _ends_range(low, previous, entry):
            told = goal_of(told, spoken="to" in low[previous.end : entry.start])
        else:
            told = relation(low, entry, ceilings[at])
        if is_denied(low, entry):
            entry.qualifier, entry.direction = denied(entry.qualifier), Direction.NONE
            told = told._replace(motion=Motion.NONE, side=Lying.NONE)
        floor, previous = entry.end, entry
        yield Quantity(
            text[entry.start : entry.end],
            Span(entry.start, entry.end),
            entry.value,
            entry.unit,
            entry.kind,
            entry.qualifier,
            entry.direction,
            entry.subject,
            *told,
        )


def _ends_range(low: str, previous: AmountDraft, entry: AmountDraft) -> bool:
    """Whether an amount is the upper end of a range (5% to 10%), which does what its lower end does.

    So does the member of a list, unless words of its own follow: three days, two days later than planned.
    """
    joined = entry in previous.partners and previous.unit == entry.unit
    return joined and ("," not in low[previous.end : entry.start] or low[entry.end : entry.end + 1] != " ")


_PERIOD_UNITS = frozenset({"个季度", "个月"})
"""What is counted in these is mostly a period that the number before is told of: the first three quarters."""


def _next_amounts(found: Sequence[AmountDraft | Quantity], end: int) -> list[int]:
    """For each entry where the next amount begins."""
    ceilings: list[int] = []
    for entry in reversed(found):
        ceilings.append(end)
        end = entry.start if isinstance(entry, AmountDraft) and entry.unit not in _PERIOD_UNITS else end
    return ceilings[::-1]
