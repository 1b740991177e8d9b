"""Owns which year or rank a number is told of, and whether a translation told it of another one.

由2019年的12%提高到2023年的45% is no rise "from 12% in 2023 to 45% in 2019", and 一等奖1项、二等奖2项 are not two first
prizes: each number stands, and yet nothing is right.
"""

import re
from collections.abc import Iterator, Sequence

from govbrief.checking.dates import YEAR
from govbrief.checking.marks import Mark

_RANKED = frozenset({YEAR, "ordinal"})
_ZH_LINK = re.compile(
    r"[年度]{0,2}(?:的|底的|末的|：|:)?\s?(?:为|是|有|达|仅|约|共|获|获得)?[\u4e00-\u9fff]{0,2}"
)
_EN_BEHIND = re.compile(r"\s?(?:\w+\s){0,2}(?:in|for|during|of)\s(?:the\s(?:year\s)?)?|\s?\(")
"""Between a number and the year behind it: 12% in 2019."""
_EN_RANK = re.compile(r"[\s-](?:\w+\s)?")
"""Between a count and the rank behind it: two second prizes."""

Pairing = tuple[int, int]


def told_of_another(
    zh: tuple[str, Sequence[Mark]], en: tuple[str, Sequence[Mark]], pairs: Sequence[Pairing]
) -> Iterator[tuple[tuple[Mark, Mark], tuple[Mark, Mark]]]:
    """Number and companion of each text, where the companions differ though both texts know both."""
    left, right = _companions(*zh, "zh"), _companions(*en, "en")
    known = {mark.face for mark in zh[1] if mark.group in _RANKED}
    told = {mark.face for mark in en[1] if mark.group in _RANKED}
    for i, j in pairs:
        one, other = left.get(i), right.get(j)
        if one is None or other is None or one.group != other.group or one.face == other.face:
            continue
        if one.face in told and other.face in known:
            yield (zh[1][i], one), (en[1][j], other)


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
