"""Owns English amounts that are told in two numbers: dollars and cents, feet and inches, one in five, 1 over 3."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from govbrief.numbers.en.amounts import AmountDraft
from govbrief.numbers.en.atoms import QUOTIENT, Sort
from govbrief.numbers.units import load_units
from govbrief_schemas.quantity import Quantity, QuantityKind

_LONGEST_GAP = len(" out of every ")
_CENTS_SIGN = re.compile(r"[1-9]?\dc")
"""43c behind dollars; by itself it is a code."""


def merge(low: str, found: Sequence[AmountDraft | Quantity]) -> list[AmountDraft | Quantity]:
    """The entries, two numbers that are one amount joined: four dollars and sixty-nine cents, one in five."""
    merged: list[AmountDraft | Quantity] = []
    for entry in found:
        left = merged[-1] if merged else None
        joined = False
        if isinstance(left, AmountDraft) and entry_start(entry) - left.end <= _LONGEST_GAP:
            joined = (
                _join(low, left, entry)
                if isinstance(entry, AmountDraft)
                else _with_cents_sign(low, left, entry)
            )
        if not joined:
            merged.append(entry)
    return merged


def entry_start(entry: AmountDraft | Quantity) -> int:
    """Where an entry begins, read to the end or not."""
    return entry.start if isinstance(entry, AmountDraft) else entry.span.start


def _join(low: str, left: AmountDraft, right: AmountDraft) -> bool:
    """Put the right one into the left one when both are one amount."""
    gap, end = low[left.end : right.start], right.end
    feet = _feet_and_inches(low, left, right, gap) if not left.unit or left.unit == "英尺" else 0
    value = _with_cents(low, left, right, gap) or _one_in(left, right, gap) or _over(low, left, right, gap)
    if value is None and not feet:
        value = _with_smaller(left, right, gap)
    if feet:
        left.unit, left.kind, end = "英寸", QuantityKind.MEASURE, feet
        value = left.value * _FOOT + right.value
    if value is None:
        return False
    left.value, left.end = value, end
    return True


_COINS = {
    "便士": frozenset(["英镑", "磅"]),
    "角": frozenset(["元"]),
    "分钱": frozenset(["元"]),
    "仙": frozenset(["林吉特"]),
    "派士": frozenset(["印度卢比"]),
    "美分": frozenset(
        "美元 欧元 澳元 加元 新加坡元 新西兰元 港元 瑞士法郎 林吉特 兰特 比索 新台币".split()  # noqa: SIM905 - a list of words reads better
    ),
}
"""Coin -> currencies that it is a part of."""
_PARTS = {"角": 10}
_HUNDRED, _FOOT = 100, 12
_GAPS = frozenset([" ", " and ", ", ", ", and "])
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:\S+\s)?$")


def _with_cents(low: str, left: AmountDraft, right: AmountDraft, gap: str) -> Decimal | None:
    if not left.unit or not 0 <= right.value < _HUNDRED or left.value != int(left.value) or right.prefixed:
        return None
    if left.unit in _COINS.get(right.unit, ()) and gap in _GAPS:
        if left.unit == "磅":
            left.unit, left.kind = "英镑", QuantityKind.MONEY
        return left.value + right.value / _PARTS.get(right.unit, _HUNDRED)
    return left.value + right.value / _HUNDRED if _says_cents(low, left, right, gap) else None


def _says_cents(low: str, left: AmountDraft, right: AmountDraft, gap: str) -> bool:
    """Seventy five dollars sixty three, 17 USD 25: two figures behind money at the end of what is said."""
    if left.kind is not QuantityKind.MONEY or right.unit or low[right.end : right.end + 2].strip(" .,;)"):
        return False
    said = low[right.start : right.end].strip()
    figures = len(said) == len("25") and said.isdecimal()
    is_range = gap == " and " and _BETWEEN.search(low, max(0, left.start - 14), left.start)
    in_words = left.numeral.first.sort is right.numeral.first.sort is Sort.SMALL
    small = left.scaled == 1 and left.numeral.atoms == 1
    if in_words and gap == " ":
        return True
    told = figures or _ends(low, left, right)
    return gap in {" ", " and "} and not is_range and small and right.value >= _TEN and told


def _ends(low: str, left: AmountDraft, right: AmountDraft) -> bool:
    """Whether both are the whole text: US$3 and fourteen."""
    words = right.numeral.first.sort is Sort.SMALL
    return words and not low[: left.start].strip() and not low[right.end :].strip(" .")


_TEN = 10


def _with_cents_sign(low: str, left: AmountDraft, right: Quantity) -> bool:
    gap = low[left.end : right.span.start].replace(" and", "")
    fits = left.kind is QuantityKind.MONEY and left.unit in _COINS["美分"] and gap == " "
    if not (fits and _CENTS_SIGN.fullmatch(right.text.lower()) and left.value == int(left.value)):
        return False
    left.value, left.end = left.value + Decimal(right.text[:-1]) / _HUNDRED, right.span.end
    return True


_ENGLISH = frozenset("英里 码 英尺 英寸 磅 盎司".split())  # noqa: SIM905 - a list of words reads better


def _with_smaller(left: AmountDraft, right: AmountDraft, gap: str) -> Decimal | None:
    """2 yards 7 ft, 6 pounds and 3 ounces, 10 kms 8 metres: in the smaller unit, which is exact."""
    units = load_units().by_name
    above, below = units.get(left.unit), units.get(right.unit)
    if above is None or below is None or above.dimension != below.dimension or above.factor <= below.factor:
        return None
    together = gap in {"", " "} or (gap in _GAPS and {left.unit, right.unit} <= _ENGLISH)
    whole = left.value == int(left.value) and right.value >= 0 and left.numeral.first.sort is not Sort.VULGAR
    ratio = above.factor / below.factor
    if left.kind is not QuantityKind.MEASURE or not (together and whole and ratio.denominator == 1):
        return None
    sum_of = Fraction(left.value) * ratio
    left.unit = right.unit
    return Decimal(sum_of.numerator) + (right.value if left.value >= 0 else -right.value)


_INCHES = re.compile(
    r"\sin(?=\s?[.,;)]|\s?$|\s(?:tall|long|high|wide|deep|thick|in\sheight)\b)|\s?(?:″|''|”|\")"
)
_FEET_SIGN = frozenset(["'", "' ", "′", "′ ", "’", "’ "])


_INCH_WORDS = "zero one two three four five six seven eight nine ten eleven".split()  # noqa: SIM905 - a list of words reads better
_SMALL = rf"(?P<inches>1[01]|\d|{'|'.join(_INCH_WORDS[1:])})"
_FOOT_TWO = re.compile(
    rf"-{_SMALL}(?!\w|[.,]\d|%)|\s{_SMALL.replace('inches', 'more')}(?=\s?[.,;)](?!\d)|\s?$|\stall\b)"
)


_HEIGHT = re.compile(
    r"(?<![\d.,])[4-7]-(1[01]|\d)(?=\s(?:forward|guard|cent(?:er|re)|quarterback|pitcher|striker|winger|junior|senior|sophomore|freshman)\b)"
)
"""The 6-5 forward: what sport tells of a player is the height."""


def take_inches(low: str, draft: AmountDraft) -> None:
    """Six foot two and a 6-foot-9 centre: what stands behind a foot without a unit is inches."""
    if not draft.unit and (height := _HEIGHT.match(low, draft.start)):
        draft.value, draft.unit, draft.kind = (
            draft.value * _FOOT + int(height[1]),
            "英寸",
            QuantityKind.MEASURE,
        )
        draft.end = height.end()
        return
    said = draft.unit == "英尺" and low.endswith(("foot", "ft"), 0, draft.end)
    match = _FOOT_TWO.match(low, draft.end) if said and draft.value == int(draft.value) else None
    if match:
        word = match["inches"] or match["more"]
        inches = int(word) if word.isdecimal() else _INCH_WORDS.index(word)
        draft.value, draft.unit, draft.end = draft.value * _FOOT + inches, "英寸", match.end()


def _feet_and_inches(low: str, left: AmountDraft, right: AmountDraft, gap: str) -> int:
    """Where 5 ft 2 in or 5'2" ends; 0 when it is neither."""
    bare = not right.unit and left.kind in {QuantityKind.COUNT, QuantityKind.MEASURE}
    if not bare or right.kind is not QuantityKind.COUNT or not 0 <= right.value < _FOOT:
        return 0
    joined = gap in {" ", " and "} if left.unit else gap in _FEET_SIGN
    inches = _INCHES.match(low, right.end) if joined and left.value == int(left.value) else None
    return inches.end() if inches else 0


_ROUND = frozenset(map(Decimal, (*range(2, 11), 12, 15, 20, 25, 30, 50, 100, 1000, 10000, 100000, 1000000)))
_TEN_OR_HUNDRED = frozenset(map(Decimal, (10, 100)))


def _bare(left: AmountDraft, right: AmountDraft) -> bool:
    return not left.unit and left.kind is right.kind is QuantityKind.COUNT


def _one_in(left: AmountDraft, right: AmountDraft, gap: str) -> Decimal | None:
    """One in five is a fifth, 7 in 10 is seven tenths; "3 in 20 villages" and "3 in 10 days" are two numbers."""
    if left.value != int(left.value):
        return None  # 9.85 out of 10: marks
    spoken = left.numeral.first.sort is Sort.SMALL or left.value == 1 or right.value in _TEN_OR_HUNDRED
    if not (
        spoken and _bare(left, right) and gap in {" in ", "-in-", " in every ", " out of ", " out of every "}
    ):
        return None
    if (right.value not in _ROUND and " every " not in gap) or not 0 < left.value < right.value:
        return None
    left.kind = QuantityKind.RATIO
    return QUOTIENT.divide(left.value, right.value)


_EQUALS = re.compile(r"(?:^|\b(?:is|equals|minus|negative|fraction)\s)$")


def _over(low: str, left: AmountDraft, right: AmountDraft, gap: str) -> Decimal | None:
    """1 over 3, as a fraction is read out: only where it is all that is said."""
    if gap != " over " or not _bare(left, right) or right.unit or not 0 < abs(left.value) < right.value:
        return None
    before, after = low[max(0, left.start - 12) : left.start], low[right.end : right.end + 2]
    if not _EQUALS.search(before) or after.strip(" .,;)"):
        return None
    left.kind = QuantityKind.RATIO
    return QUOTIENT.divide(left.value, right.value)
