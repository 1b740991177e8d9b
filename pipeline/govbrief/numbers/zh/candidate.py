"""Owns Draft: a number whose neighbours are not known yet, and how neighbours complete each other.

3.9、2.0、2.9个百分点 share the unit that only the last one has; 两到三万 and 100-200万元 share the scale too.
"""

from dataclasses import dataclass
from decimal import Decimal

from govbrief_schemas.quantity import QuantityKind

_ONE, _TEN = Decimal(1), Decimal(10)
_RANGE = frozenset(["—", "–", "―", "-", "--", "~", "～", "〜", "至", "到", "——", "－"])
_LIST = frozenset(["、", "和", "及", "与", "或", "以及"])
_LIST_REACH = 10_000
"""A bare number of a list shares the scale of the next one only below this: 1.2、3.4万吨, but 23000、3万."""


@dataclass(slots=True, eq=False)
class Draft:
    """One number as it was read."""

    start: int
    end: int
    value: Decimal
    """The face number; `factor` is not in it."""
    kind: QuantityKind = QuantityKind.COUNT
    unit: str = ""
    factor: Decimal = _ONE
    """What the scale multiplies the face number by."""
    inner: str = ""
    """余, 多, 几 or 来 inside the number."""
    bare: bool = False
    """True when nothing says what it counts, so that a neighbour may."""
    tentative: bool = False
    """True when it is only a number if a neighbour completes it: 两 in 两到三万."""


def connector(gap: str) -> str:
    """`range`, `list`, or nothing: what the text between two numbers says of them."""
    if len(gap) > 6:  # noqa: PLR2004 - the longest connector with （含） in front
        return ""
    gap = gap.replace("（含）", "").replace("(含)", "").strip()
    if gap in _RANGE:
        return "range"
    return "list" if gap in _LIST else ""


def link(drafts: list[Draft], text: str) -> None:
    """Complete bare numbers, in place, from the number behind them (or the percent words in front)."""
    for at in range(len(drafts) - 2, -1, -1):
        left, right = drafts[at], drafts[at + 1]
        if not (left.bare or right.bare):
            continue
        joined = connector(text[left.end : right.start])
        if not joined:
            continue
        if text[left.end : right.start] == "、":
            _neighbouring(left, right)
        if left.bare and not right.tentative and (right.unit or right.factor != _ONE):
            if joined == "range":
                _share_places(left, right, text)
            _share(left, right, joined)
        elif right.bare and left.unit == "%" and joined == "range":
            right.unit, right.kind, right.tentative, right.bare = left.unit, left.kind, False, False
        elif left.tentative and right.bare and not right.tentative:
            left.tentative = False


def _neighbouring(left: Draft, right: Draft) -> None:
    """三、四十人 are thirty or forty, 十七、八岁 seventeen or eighteen: an estimate, though a sign stands between."""
    if left.factor != _ONE or right.factor != _ONE or left.value != left.value.to_integral_value():
        return
    ones, tens = left.value % 10, left.value // 10
    if not tens and right.value in {(ones + 1) * 10, (ones + 1) * 100} and ones > 1:
        left.value *= right.value / (ones + 1)
    elif tens and ones and right.value == ones + 1:
        right.value += tens * 10
    else:
        return
    left.inner = right.inner = "来"


_PLACES = {"百": Decimal(100), "佰": Decimal(100), "千": Decimal(1000), "仟": Decimal(1000)}


def _share_places(left: Draft, right: Draft, text: str) -> None:
    """两到三千元 begins at two thousand, as 两三千元 does; 一至三百 may begin at one."""
    places = _PLACES.get(text[right.start + 1 : right.start + 2])
    if places is None or left.end - left.start > 1 or right.value % places:
        return
    if _ONE < left.value < right.value / places < _TEN:
        left.value *= places


def _share(left: Draft, right: Draft, joined: str) -> None:
    left.unit, left.kind = right.unit, right.kind
    left.tentative = left.bare = False
    within = left.value < right.value if joined == "range" else left.value < _LIST_REACH
    if left.factor == _ONE and within:
        left.factor = right.factor
