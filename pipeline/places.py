"""Owns what a place in a sentence says of the number that stands in it: kind, unit, qualifier, direction, from or to.

A swap moves the numbers and leaves the places, so that places tell who belongs where.
"""

import re
from collections.abc import Sequence

from pipeline.marks import DATE_PARTS, POINT, SHARE, Mark
from schemas.quantity import Direction, Qualifier

_FROM_ZH, _TO_ZH = re.compile(r"[从由自]\s*$"), re.compile(r"(?:至|到|为|达|—|–|-|~|～)\s*$")
_FROM_EN, _TO_EN = (
    re.compile(r"\bfrom\s*$", re.IGNORECASE),
    re.compile(r"(?:\bto|\buntil|\btill|[—–-])\s*$", re.IGNORECASE),
)
_LIST_ZH = re.compile(r"\s*[、，,和及与或]\s*|\s*(?:以及|至|到|[-—–~～])\s*")
_LIST_EN = re.compile(r"\s*(?:,|and|or|,\s*and|,\s*or|to|[-—–])\s*", re.IGNORECASE)
_SAME_KIND, _SAME_UNIT, _SAME_QUALIFIER, _SAME_DIRECTION, _SAME_HEAD = 0.6, 0.7, 0.5, 0.8, 0.8
_MEASURED = frozenset({"money", "measure", "duration", SHARE, POINT, "time"}) | DATE_PARTS


def alike(zh_text: str, zh: Mark, en_text: str, en: Mark) -> float:
    """How well the place of a Chinese number and that of an English one fit each other, whatever stands in them."""
    return (
        _kinds(zh, en)
        + _side(
            zh.qualifier is not Qualifier.EXACT,
            en.qualifier is not Qualifier.EXACT,
            zh.qualifier == en.qualifier,
        )
        * _SAME_QUALIFIER
        + _side(
            zh.direction is not Direction.NONE,
            en.direction is not Direction.NONE,
            zh.direction == en.direction,
        )
        * _SAME_DIRECTION
        + _heads(zh_text[: zh.start], en_text[: en.start]) * _SAME_HEAD
    )


def _side(one: bool, other: bool, equal: bool) -> float:  # noqa: FBT001 - three truths of one table
    if one and other:
        return 1.0 if equal else -1.0
    return 0.0 if one == other else -0.5


def _kinds(zh: Mark, en: Mark) -> float:
    if zh.group != en.group:
        return -_SAME_KIND if {zh.group, en.group} & _MEASURED else 0.0
    if zh.dimension and en.dimension:
        return _SAME_KIND + (_SAME_UNIT if zh.dimension == en.dimension else -_SAME_UNIT)
    return _SAME_KIND if zh.group in _MEASURED else 0.0


def _heads(zh: str, en: str) -> float:
    """The word right in front of the number: 从 and from, 至 and to."""
    near_zh, near_en = zh[-3:], en[-8:]
    score = 0.0
    for zh_head, en_head in ((_FROM_ZH, _FROM_EN), (_TO_ZH, _TO_EN)):
        one, other = bool(zh_head.search(near_zh)), bool(en_head.search(near_en))
        score += 1.0 if one and other else -0.5 if one != other else 0.0
    return score


def in_one_list(text: str, marks: Sequence[Mark], one: int, other: int, language: str) -> bool:
    """True when nothing but commas, `and` and other numbers stands between two numbers."""
    low, high = sorted((one, other))
    link = _LIST_ZH if language == "zh" else _LIST_EN
    steps = [text[a.end : b.start] for a, b in zip(marks[low:high], marks[low + 1 : high + 1], strict=True)]
    return all(marks[k].group == marks[low].group for k in range(low, high + 1)) and all(
        link.fullmatch(step) for step in steps
    )
