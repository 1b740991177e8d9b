"""Owns what neighbouring English amounts lend each other: units, scales and currencies of ranges and lists.

`3 to 5 million` is 3 million and 5 million; `3.9, 2.0 and 2.9 percentage points` are all points; both ends of
`$3-5 million` are dollars.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from govbrief.numbers.en.amounts import AmountDraft
from govbrief.numbers.en.atoms import EXACT, Sort
from govbrief.numbers.en.numerals_en import NumeralForm
from govbrief_schemas.quantity import Quantity, QuantityKind

_HEDGE = r"(?:about\s|around\s|nearly\s|over\s|almost\s|approximately\s|some\s|as\smuch\sas\s|more\sthan\s)?"
_RANGE = re.compile(rf"\s?(?:-|–|—|~|to|through|up\sto|±|\+/-)\s?{_HEDGE}")
_LIST = re.compile(rf"\s?(?:(?P<comma>,)|and|or|/|&|,\s?and|,\s?or|versus|vs\.?|against)\s?{_HEDGE}")
_BETWEEN = re.compile(rf"\bbetween\s{_HEDGE}$")
_LONGEST_JOINER = 22
_BELOW_SCALE = 1000


def lend(low: str, found: Sequence[AmountDraft | Quantity]) -> None:
    """Complete amounts in place: units and scales come from the right, currencies from the left."""
    pairs = _neighbours(low, found)
    lent: set[int] = set()
    for left, right, is_range, comma in reversed(pairs):
        # a comma alone joins nothing: "2,692, 37.6%"; behind it the list must go on to an `and`
        if comma and id(right) not in lent:
            continue
        if is_range:
            _lend_scale(left, right)
        if right.unit and not left.unit and _is_open(left) and (is_range or _lends(left, right)):
            left.unit, left.kind = right.unit, right.kind
            lent.add(id(left))
        elif left.unit == right.unit and not comma:
            lent.add(id(left))
    for left, right, is_range, _comma in pairs:
        left.partners.append(right)
        if left.prefixed and not right.unit and is_range:
            right.unit, right.kind = left.unit, left.kind


def _is_open(left: AmountDraft) -> bool:
    """Whether an amount without unit may take one: counts and 3/4, but not "by a third to 60 people"."""
    return left.kind is QuantityKind.COUNT or left.numeral.first.sort is Sort.VULGAR


def _lends(left: AmountDraft, right: AmountDraft) -> bool:
    """Whether a list member lends its unit: physical units and rates do, counted things may differ."""
    same_script = (left.numeral.first.sort is Sort.DIGITS) == (right.numeral.first.sort is Sort.DIGITS)
    scaled = _scale_of(right) > 1 and _scale_of(left) == 1  # 86 and 4.5 billion yuan
    return right.kind is not QuantityKind.COUNT and same_script and not left.prefixed and not scaled


def _lend_scale(left: AmountDraft, right: AmountDraft) -> None:
    factor = _scale_of(right)
    may_take = (left.prefixed or _is_open(left)) and left.numeral.last.sort not in {Sort.SCALE, Sort.HUNDRED}
    if may_take and factor > 1 and _scale_of(left) == 1 and 0 < abs(left.value) < _BELOW_SCALE:
        left.value = EXACT.multiply(left.value, Decimal(factor))


def _scale_of(draft: AmountDraft) -> Decimal | int:
    """The scale word at the end of a number: 1000000 for `5 million`, 1 for `5`."""
    if draft.scaled != 1:
        return draft.scaled
    numeral = draft.numeral
    ends = numeral.last.sort in {Sort.SCALE, Sort.HUNDRED} and numeral.atoms > 1
    is_scaled = ends and numeral.form is NumeralForm.CARDINAL
    return numeral.last.value if is_scaled else 1


def _neighbours(
    low: str, found: Sequence[AmountDraft | Quantity]
) -> list[tuple[AmountDraft, AmountDraft, bool, bool]]:
    """Pairs of amounts with only a joiner between them; whether it is a range, and whether it is a comma."""
    pairs = []
    for left, right in pairwise(found):
        if (
            not (isinstance(left, AmountDraft) and isinstance(right, AmountDraft))
            or right.start - left.end > _LONGEST_JOINER
        ):
            continue
        gap = low[left.end : right.start]
        if _RANGE.fullmatch(gap):
            pairs.append((left, right, True, False))
        elif joiner := _LIST.fullmatch(gap):
            word = gap.split(maxsplit=1)[0] if gap.strip() else ""
            before = low[max(0, left.start - 28) : left.start]
            is_range = word == "or" or (word == "and" and bool(_BETWEEN.search(before)))
            pairs.append((left, right, is_range, bool(joiner["comma"])))
    return pairs
