"""Owns the words around a Chinese number: what tells two numbers of the same kind apart.

They reach to the borders of the clause and to the neighbouring numbers; numerals themselves are left out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from govbrief.checking.marks import Mark
from govbrief_schemas.quantity import Motion, QuantityKind

_CLAUSE = re.compile(r"[。；;！!？?，,、：:\n]")
_NUMERAL = re.compile(r"[^\u3400-\u9fff]+|[零〇一二两三四五六七八九十百千万亿余多]")
_LISTED = re.compile("[、和及与]|以及")
_BEFORE, _AFTER = 18, 8

_RATES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT})
"""A rate stands behind a comma, and is still said of what stands in front of it: 产值30亿元,增长5%."""

Words = frozenset[str]


def surroundings(text: str, found: Sequence[Mark]) -> list[Words]:
    """For each number, the character pairs of its clause up to the neighbouring numbers."""
    ends = [0, *(mark.quantity.span.end for mark in found)]
    starts = [*(mark.quantity.span.start for mark in found), len(text)]
    around = [_around(text, mark, ends[i], starts[i + 1]) for i, mark in enumerate(found)]
    return _each_its_own(text, found, _shared(text, found, around))


def _each_its_own(text: str, found: Sequence[Mark], around: list[Words]) -> list[Words]:
    """甲和乙分别增长5%、3%: each number is said of a subject of its own, which stands in front of all of them."""
    verb: str | None = None
    for i, mark in enumerate(found):
        start = mark.quantity.span.start
        before = text[max(0, found[i - 1].quantity.span.end if i else 0, start - _BEFORE) : start]
        if "分别" in before:
            verb = before.rpartition("分别")[2]
        elif not _LISTED.fullmatch(before):
            verb = None
        if verb is not None and mark.quantity.subject:
            around[i] = words_of(f"{mark.quantity.subject} {verb}")
    return around


def _shared(text: str, found: Sequence[Mark], around: list[Words]) -> list[Words]:
    """The members of a list (312件、356件、401件) stand among the same words."""
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and _joined(text, found[end - 1], found[end]):
            end += 1
        if end - at > 1:
            around[at:end] = [frozenset().union(*around[at:end])] * (end - at)
        at = end
    return around


def _joined(text: str, one: Mark, other: Mark) -> bool:
    """Whether two numbers are members of one list or the ends of one change: 由18.2%降至9.5%."""
    gap = text[one.quantity.span.end : other.quantity.span.start]
    change = one.quantity.motion is Motion.FROM and other.quantity.motion is Motion.TO
    return bool(_LISTED.fullmatch(gap)) or (change and not _CLAUSE.search(gap))


def _around(text: str, mark: Mark, floor: int, ceiling: int) -> Words:
    start, end = mark.quantity.span
    before = text[max(min(floor, start), start - _BEFORE) : start]
    after = text[end : min(max(ceiling, end), end + _AFTER)]
    if "从" in before[-_AFTER:]:
        # 从441宗案卷中评选380宗: what is chosen is another thing than what it is chosen from
        after = after.partition("中")[0]
    near = words_of(_CLAUSE.split(before)[-1]) | words_of(_CLAUSE.split(after)[0])
    return near | words_of(mark.quantity.subject) if mark.quantity.kind in _RATES else near


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The character pairs of a text, numerals left out."""
    return frozenset(
        run[i : i + 2] for run in _NUMERAL.sub(" ", text).split() for i in range(max(1, len(run) - 1))
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that both hold; 0 when either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


_BASE = re.compile("每([十百千万亿]+)[^，。；,;]{0,14}$")


def is_base(text: str, mark: Mark) -> bool:
    """Whether a number stands as what a rate is told of: 每万名, per 10,000 residents."""
    return _STANDS_AS_BASE.search(text, 0, mark.start) is not None


_STANDS_AS_BASE = re.compile(
    r"(?:每|\b(?:per|every|each|out of|among|to|in)\s+(?:every\s+)?)$", re.IGNORECASE
)


def other_base(text: str, mark: Mark, source: str, other: Mark) -> bool:
    """Whether two equal numbers are told of different bases: 每千人3.6名 and 每万人3.6名."""
    one, two = _BASE.search(text, 0, mark.start), _BASE.search(source, max(0, other.start - 24), other.start)
    return one is not None and two is not None and one[1] != two[1]
