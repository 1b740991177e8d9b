"""Owns which year or rank a number is told of, and whether a translation told it of another one.

由2019年的12%提高到2023年的45% is no rise "from 12% in 2023 to 45% in 2019", and 一等奖1项、二等奖2项 are not two first
prizes: each number stands, and yet nothing is right.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govbrief.checking.dates import YEAR
from govbrief.checking.marks import Mark

_RANKED = frozenset({YEAR, "ordinal"})
_ZH_LINK = re.compile(
    r"[年度]{0,2}(?:的|底的|末的|：|:)?\s?(?:为|是|有|达|仅|约|共|获|获得)?[\u4e00-\u9fff]{0,2}"
)
_EN_BEHIND = re.compile(r"\s?(?:\w+\s){0,3}(?:in|for|during|of)\s(?:the\s(?:year\s)?)?|\s?\(")
"""Between a number and the year behind it: 12% in 2019."""
_EN_RANK = re.compile(r"[\s-](?:\w+\s)?")
"""Between a count and the rank behind it: two second prizes."""

Pairing = tuple[int, int]


class Told(NamedTuple):
    """A text with its numbers."""

    text: str
    marks: Sequence[Mark]
    """Their offsets are those of `text`."""
    language: str


def told_of_another(one: Told, other: Told, pairs: Sequence[Pairing]) -> Iterator[tuple[Pairing, Mark, Mark]]:
    """Pairs whose companions differ though both texts know both companions, and these."""
    left, right = _companions(*one), _companions(*other)
    known = {mark.face for mark in one.marks if mark.group in _RANKED}
    told = {mark.face for mark in other.marks if mark.group in _RANKED}
    for i, j in pairs:
        here, there = left.get(i), right.get(j)
        if here is None or there is None or here.group != there.group or here.face == there.face:
            continue
        if here.face in told and there.face in known:
            yield (i, j), here, there


def _companions(text: str, found: Sequence[Mark], language: str) -> dict[int, Mark]:
    """For each amount, the year or rank that stands beside it."""
    companions: dict[int, Mark] = {}
    for at, mark in enumerate(found):
        if not mark.quantity.is_amount:
            continue
        before = found[at - 1] if at else None
        behind = found[at + 1] if at + 1 < len(found) else None
        if language == "zh":
            if (
                before
                and before.group in _RANKED
                and _ZH_LINK.fullmatch(text, before.quantity.span.end, mark.start)
            ):
                companions[at] = before
        elif behind and _belongs(text, mark, behind):
            companions[at] = behind
    return companions


def _belongs(text: str, mark: Mark, behind: Mark) -> bool:
    link = {YEAR: _EN_BEHIND, "ordinal": _EN_RANK}.get(behind.group)
    return link is not None and link.fullmatch(text, mark.quantity.span.end, behind.start) is not None
