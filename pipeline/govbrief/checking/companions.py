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
_ZH_CLAUSE = re.compile(r"[年度]{0,2}(?:底|末)?[\u4e00-\u9fff]{0,12}")
"""The same within a clause, where text and source are of one language."""
_COMPARED = re.compile("[比较与同]$")
"""In front of a year: 比2019年增长12% is not told of 2019."""
_EN_BEHIND = re.compile(r"\s?(?:\w+\s){0,3}(?:in|for|during|of)\s(?:the\s(?:year\s)?)?|\s?\(")
"""Between a number and the year behind it: 12% in 2019."""
_EN_RANK = re.compile(r"[\s-](?:\w+\s)?")
"""Between a count and the rank behind it: two second prizes."""

_EACH, _LISTED = re.compile("分别"), re.compile("[、和及与]|以及")

Pairing = tuple[int, int]


class Told(NamedTuple):
    """A text with its numbers."""

    text: str
    marks: Sequence[Mark]
    """Their offsets are those of `text`."""
    language: str


def told_of_another(
    one: Told, other: Told, pairs: Sequence[Pairing], *, of_source: bool = False
) -> Iterator[tuple[Pairing, Mark, Mark]]:
    """Pairs whose companions differ though both texts know both companions, and these.

    Where `other` is the source it alone has to know both: an item may tell one year of several.
    """
    link = _ZH_CLAUSE if of_source else _ZH_LINK
    left, right = _companions(*one, link), _companions(*other, link)
    known = {mark.face for mark in one.marks if mark.group in _RANKED}
    told = {mark.face for mark in other.marks if mark.group in _RANKED}
    for i, j in pairs:
        here, there = left.get(i), right.get(j)
        if here is None or there is None or here.group != there.group or here.face == there.face:
            continue
        if here.face in told and (of_source or there.face in known):
            yield (i, j), here, there


def _companions(text: str, found: Sequence[Mark], language: str, link: re.Pattern[str]) -> dict[int, Mark]:
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
                and link.fullmatch(text, before.quantity.span.end, mark.start)
                and not _COMPARED.search(text, 0, before.quantity.span.start)
            ):
                companions[at] = before
        elif behind and _belongs(text, mark, behind):
            companions[at] = behind
    return companions | dict(_one_by_one(text, found)) if language == "zh" else companions


def _one_by_one(text: str, found: Sequence[Mark]) -> Iterator[tuple[int, Mark]]:
    """2022年、2023年…分别为312件、356件: the first year has the first number, the second the second."""
    for each in _EACH.finditer(text):
        behind = [at for at, mark in enumerate(found) if mark.start >= each.end()]
        before = [mark for mark in found if mark.end <= each.start()]
        years = _run(text, before[::-1])[::-1]
        values = _run(text, [found[at] for at in behind])
        if len(years) == len(values) > 1 and years[0].group in _RANKED and values[0].quantity.is_amount:
            yield from zip(behind, years, strict=False)


def _run(text: str, found: Sequence[Mark]) -> list[Mark]:
    """The first of these marks and those of its kind that only signs of a list part from each other."""
    run = list(found[:1])
    for mark in found[1:]:
        low, high = sorted((run[-1], mark), key=lambda one: one.start)
        gap = text[low.quantity.span.end : high.quantity.span.start]
        if mark.group != run[-1].group or not _LISTED.fullmatch(gap):
            break
        run.append(mark)
    return run


def _belongs(text: str, mark: Mark, behind: Mark) -> bool:
    link = {YEAR: _EN_BEHIND, "ordinal": _EN_RANK}.get(behind.group)
    return link is not None and link.fullmatch(text, mark.quantity.span.end, behind.start) is not None
