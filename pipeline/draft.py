"""Owns Draft: a number whose neighbours are not known yet, and how neighbours complete each other.

3.9、2.0、2.9个百分点 share the unit that only the last one has; 两到三万 and 100-200万元 share the scale as well.
"""

from decimal import Decimal

from schemas.quantity import QuantityKind

_ONE = Decimal(1)
_RANGE = frozenset("— – ― - -- ~ ～ 〜 至 到 —— －".split())
_LIST = frozenset("、 和 及 与 或 以及".split())
_LIST_REACH = 10_000
"""A bare number of a list shares the scale of the next one only below this: 1.2、3.4万吨, but 23000、3万."""


class Draft:
    """One number as it was read."""

    __slots__ = ("bare", "end", "factor", "inner", "kind", "start", "tentative", "unit", "value")

    def __init__(
        self,
        start: int,
        end: int,
        value: Decimal,
        kind: QuantityKind = QuantityKind.COUNT,
        unit: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        """The face number; `factor` is not in it."""
        self.kind = kind
        self.unit = unit
        self.factor = _ONE
        """What the scale multiplies the face number by."""
        self.inner = ""
        """余, 多, 几 or 来 inside the number."""
        self.bare = False
        """True when nothing says what it counts, so that a neighbour may."""
        self.tentative = False
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
    """Complete bare numbers from the number behind them (or, for percent words, in front of them), in place."""
    for at in range(len(drafts) - 2, -1, -1):
        left, right = drafts[at], drafts[at + 1]
        if not (left.bare or right.bare):
            continue
        joined = connector(text[left.end : right.start])
        if not joined:
            continue
        if left.bare and not right.tentative and (right.unit or right.factor != _ONE):
            _share(left, right, joined)
        elif right.bare and left.unit == "%" and joined == "range":
            right.unit, right.kind, right.tentative, right.bare = left.unit, left.kind, False, False
        elif left.tentative and not right.tentative:
            left.tentative = False


def _share(left: Draft, right: Draft, joined: str) -> None:
    left.unit, left.kind = right.unit, right.kind
    left.tentative = left.bare = False
    within = left.value < right.value if joined == "range" else left.value < _LIST_REACH
    if left.factor == _ONE and within:
        left.factor = right.factor
