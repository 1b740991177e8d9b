"""Owns the quantities of an English text: every number read, classified and bound, in the order of the text.

One scan finds numerals; each is then tried as name, date, label, code, ordinal and at last as an amount. Amounts that
stand side by side lend each other units: 3.9, 2.0 and 2.9 percentage points.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.amounts_en import Draft, read_amount
from pipeline.atoms_en import EXACT, Sort, lowered
from pipeline.binding_en import read_direction, read_subject
from pipeline.dates_en import find_when
from pipeline.names_en import Named, find_code, find_label, find_name
from pipeline.numerals_en import Form, Numeral, Reader
from pipeline.qualifiers_en import read_qualifier
from schemas.quantity import Direction, Qualifier, Quantity, QuantityKind
from schemas.report import Span


def find_quantities_en(text: str, labels: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Every quantity of an English text, in order; spans are offsets into `text`.

    Numerals inside `labels` (headings' numbers, list markers) come back with kind LABEL.
    """
    low = lowered(text)
    found: list[Draft | Quantity] = []
    consumed = 0
    marks = iter(sorted(labels))
    mark = next(marks, None)
    for numeral in Reader(low).numerals():
        if numeral.start < consumed:
            continue
        while mark and mark.end <= numeral.start:
            mark = next(marks, None)
        if mark and mark.start <= numeral.start:
            found.append(_plain(text, mark.start, mark.end, numeral.value, QuantityKind.LABEL))
            consumed = mark.end
            continue
        result = _classify(low, text, numeral)
        if result is None:
            continue
        if isinstance(result, Named):
            consumed = result.end
            if result.kind:
                found.append(_plain(text, result.start, result.end, numeral.value, result.kind))
            continue
        found.append(result)
        consumed = result.end if isinstance(result, Draft) else result.span.end
    _share(low, found)
    return tuple(_bind(low, text, found))


def _plain(text: str, start: int, end: int, value: Decimal, kind: QuantityKind, unit: str = "") -> Quantity:
    return Quantity(text[start:end], Span(start, end), value, unit, kind)


def _classify(low: str, text: str, numeral: Numeral) -> Draft | Quantity | Named | None:
    if numeral.form is Form.VAGUE:
        return None
    if named := find_name(low, numeral):
        return named
    if when := find_when(low, text, numeral):
        return _plain(text, when.start, when.end, when.value, when.kind)
    if numeral.form is Form.MONTH:
        return None
    if numeral.form is Form.LONG or numeral.first.sort is Sort.LONG:
        return Named(numeral.start, numeral.end, QuantityKind.CODE)
    if numeral.form is Form.ORDINAL:
        return _ordinal(low, text, numeral)
    if named := find_label(low, numeral):
        return named
    draft = read_amount(low, text, numeral)
    if not draft.prefixed and (code := find_code(low, numeral, unit_follows=draft.end > numeral.end)):
        return code
    if _is_pronoun(low, draft):
        return None
    return draft


_THIRD = re.compile(r"(?:\b(?:a|about|nearly|almost|over|roughly|only)\s)$")
_OF = re.compile(r"\sof\s|\s(?:less|more|lower|higher|smaller|larger|fewer)\b|\s?[.,;)]|\s?$")


def _ordinal(low: str, text: str, numeral: Numeral) -> Draft | Quantity | None:
    """An ordinal, or the fraction that `a third of` is."""
    start, value = numeral.start, int(numeral.value)
    before = low[max(0, start - 10) : start]
    if (
        low[numeral.start : numeral.end] == "second"
        and re.search(r"(?:\b(?:per|a|each|every)\s|/)$", before)
        and not re.match(r"\s[a-z]", low[numeral.end : numeral.end + 2])
    ):
        return None
    if (
        value > 2
        and numeral.first.sort is Sort.ORDINAL
        and numeral.atoms == 1
        and re.search(r"\ba\s$", before)
        and _OF.match(low, numeral.end)
    ):
        draft = Draft(
            start - 2,
            numeral.end,
            EXACT.divide(Decimal(1), numeral.value).normalize(),
            numeral,
            kind=QuantityKind.RATIO,
            number_end=numeral.end,
        )
        draft.value = +(Decimal(1) / numeral.value)
        return draft
    return _plain(text, start, numeral.end, numeral.value, QuantityKind.ORDINAL)


_NOT_ONE_BEFORE = re.compile(
    r"\b(?:the|which|this|that|any|no|every|each|some|another|first|last|next|only|other|new|good|big|right|wrong|same|loved|as|or|little|not|if|whatever)[\s-]$"
)
_NOT_ONE_AFTER = re.compile(
    r"(?:'s|’s|\s?[,.;:!?)\]\"”]|\s?$|[\s-](?:of|is|can|could|that|who|whom|which|by|must|should|might|may|has|had|was|were|to|and|or|in|as|"
    r"thing|another|after|will|would|does|did|on|at|for|with|from|i|you|he|she|we|they|it|where|when|whose|are|being|more|step|the|my|your|"
    r"side|way|sort|kind|common|such|particular|single|if|but|not|really|cannot|also|would|called|reason|needs|wants|knows|sees|gets|about|"
    r"against|under|over)\b)"
)


def _is_pronoun(low: str, draft: Draft) -> bool:
    """One as pronoun or article: the one you mentioned, one of the best, no one."""
    numeral = draft.numeral
    if numeral.atoms != 1 or numeral.first.sort is not Sort.SMALL or numeral.value != 1:
        return False
    if draft.value < 0 or draft.prefixed:
        return False
    before = low[max(0, numeral.start - 12) : numeral.start]
    if draft.end > numeral.end:
        return bool(re.search(r"\b(?:this|that|any|every|each)\s$", before))
    if len(low.strip()) == len("one"):
        return False
    return bool(_NOT_ONE_BEFORE.search(before) or _NOT_ONE_AFTER.match(low, numeral.end))


_RANGE = re.compile(
    r"\s?(?:-|–|—|~|to|through|up\sto)\s?(?:about\s|around\s|nearly\s|over\s|almost\s|as\smuch\sas\s)?"
)
_LIST = re.compile(
    r"\s?(?:,|and|or|/|&|,\s?and|,\s?or|but|versus|vs\.?|against)\s?(?:about\s|around\s|nearly\s|over\s)?"
)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s)?$")


def _share(low: str, found: Sequence[Draft | Quantity]) -> None:
    """Lend units and scales backwards through ranges and lists, currencies forwards."""
    for left, right in _neighbours(low, found):
        gap = low[left.end : right.start]
        is_range = bool(_RANGE.fullmatch(gap)) or bool(
            gap.strip() in {"and", "or"}
            and (gap.strip() == "or" or _BETWEEN.search(low[max(0, left.start - 18) : left.start]))
        )
        left.partners.append(right)
        if is_range and _scale_of(right) > 1 and _scale_of(left) == 1 and abs(left.value) < 1000:  # noqa: PLR2004 - below a scale word
            left.value = EXACT.multiply(left.value, Decimal(_scale_of(right)))
        if (
            right.unit
            and not left.unit
            and left.kind in {QuantityKind.COUNT, QuantityKind.RATIO}
            and right.kind is not QuantityKind.COUNT
        ):
            left.unit, left.kind = right.unit, right.kind
        elif right.unit and not left.unit and is_range:
            left.unit = right.unit
    for left, right in reversed(_neighbours(low, found)):
        if left.prefixed and not right.unit and _RANGE.fullmatch(low[left.end : right.start]):
            right.unit, right.kind = left.unit, left.kind


def _scale_of(draft: Draft) -> Decimal | int:
    """The scale word at the end of a number: 1000000 for `5 million`, 1 for `5`."""
    if draft.scaled != 1:
        return draft.scaled
    numeral = draft.numeral
    if numeral.atoms == 2 and numeral.value and numeral.first.value and numeral.form is Form.CARDINAL:  # noqa: PLR2004 - number and scale
        ratio = numeral.value / numeral.first.value
        return ratio if ratio >= 1000 else 1  # noqa: PLR2004 - hundred is no shared scale
    return 1


def _neighbours(low: str, found: Sequence[Draft | Quantity]) -> list[tuple[Draft, Draft]]:
    """Pairs of amounts with nothing but a joiner between them, last pair first."""
    pairs = []
    for left, right in zip(found, found[1:], strict=False):
        if isinstance(left, Draft) and isinstance(right, Draft) and right.start - left.end <= 16:  # noqa: PLR2004 - the longest joiner
            gap = low[left.end : right.start]
            if _RANGE.fullmatch(gap) or _LIST.fullmatch(gap):
                pairs.append((left, right))
    pairs.reverse()
    return pairs


def _bind(low: str, text: str, found: Sequence[Draft | Quantity]) -> Iterator[Quantity]:
    floor = 0
    for entry in found:
        if isinstance(entry, Quantity):
            yield entry
            continue
        entry.qualifier = read_qualifier(low, entry)
        entry.direction = entry.direction or read_direction(low, entry, floor)
        entry.subject = read_subject(low, text, entry, floor)
        for partner in entry.partners:
            if partner.qualifier is Qualifier.EXACT:
                partner.direction = entry.direction or Direction.NONE
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
