"""Owns what a place in a sentence says of its number: kind, unit, qualifier, direction, from or to.

A swap moves the numbers and leaves the places, so that places tell who belongs where.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from govbrief.checking.anchors import Anchor
from govbrief.checking.dates import YEAR
from govbrief.checking.marks import DATE_PARTS, POINT, SHARE, Mark
from govbrief.checking.side import Side
from govbrief_schemas.quantity import Motion, Qualifier

_FROM_ZH, _TO_ZH = (
    re.compile(r"[从由自]\s*$"),
    re.compile(r"(?:至|到|为|达|—|–|-|~|～)(?:每[日天月年周次人])?\s*$"),
)
_FROM_EN, _TO_EN = (
    re.compile(
        r"\b(?:from|instead\sof|rather\sthan|in\splace\sof|as\sopposed\sto)\s*(?:[$¥€£\d][\w.,%]*\sand\s)?$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:\bto|\buntil|\btill|[—–-])\s*$", re.IGNORECASE),
)
_NO_GOAL_EN = re.compile(
    r"\b(?:open|amount|add|c[ao]m|equal|equivalent|due|close|compar|increas\w+\sup|up)\w*(?:\sup)?\sto\s*$",
    re.IGNORECASE,
)
"""Verbs whose `to` is no goal: it opened to $94 million, that adds up to 3,500."""
_LIST_ZH = re.compile(
    r"(?:左右|以上|以下|上下)?(?:\s*[、，,和及与或]\s*|\s*(?:以及|至|到|[—~～])\s*)(?:约|近|超)?"
)
_LIST_EN = re.compile(r"\s*(?:,|and|or|,\s*and|,\s*or|to|—)\s*", re.IGNORECASE)
_SAME_KIND, _SAME_UNIT, _SAME_COUNT = 0.6, 0.7, 0.3
_SAME_QUALIFIER, _SAME_DIRECTION, _SAME_HEAD = 0.5, 0.8, 0.8
_LEAN = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "more",
    Qualifier.AT_LEAST: "more",
    Qualifier.NEARLY: "less",
    Qualifier.AT_MOST: "less",
    Qualifier.ABOUT: "about",
}
_INCREMENT = re.compile("(?:增量|净增|增加?额|新增)[^，。；、]{0,6}$")
_REACH = 16
_MEASURED = frozenset({"money", "measure", "duration", SHARE, POINT, "time"}) | DATE_PARTS


def alike(zh_text: str, zh: Mark, en_text: str, en: Mark) -> float:
    """How well the places of a Chinese and an English number fit each other, whatever stands in them."""
    return (
        kinds_fit(zh, en)
        + _same(_LEAN[zh.qualifier], _LEAN[en.qualifier]) * _SAME_QUALIFIER
        + _same(_moves_zh(zh_text, zh), en.direction.value) * _SAME_DIRECTION
        + _heads(_head_zh(zh_text, zh), _head_en(en_text, en)) * _SAME_HEAD
    )


def _moves_zh(text: str, mark: Mark) -> str:
    """The direction of a Chinese number; an increment (增量累计为5亿元) has risen whatever its verb."""
    risen = _INCREMENT.search(text, max(0, mark.start - _REACH), mark.start) is not None
    return "up" if risen and not mark.direction.value else mark.direction.value


def _same(one: str, other: str) -> float:
    """One when both say the same, minus one when they contradict each other, less when one says nothing."""
    if one and other:
        return 1.0 if one == other else -1.0
    return 0.0 if one == other else -0.5


def kinds_fit(zh: Mark, en: Mark) -> float:
    """How well kind and unit of two numbers fit each other, whatever their values."""
    if zh.group != en.group:
        return -_SAME_KIND if {zh.group, en.group} & _MEASURED or "ordinal" in {zh.group, en.group} else 0.0
    if zh.group == "count":
        both = zh.dimension and en.dimension
        return (_SAME_COUNT if zh.dimension == en.dimension else -_SAME_COUNT) if both else 0.0
    if zh.dimension and en.dimension:
        return _SAME_KIND + (_SAME_UNIT if zh.dimension == en.dimension else -_SAME_UNIT)
    return _SAME_KIND if zh.group in _MEASURED else 0.0


def _heads(zh: Motion, en: Motion) -> float:
    """How well two ends of a change or of a range fit: 从 and from, 至 and to."""
    ends = {zh, en} - {Motion.NONE}
    if zh is en:
        return 1.0 if ends else 0.0
    return -1.0 if len(ends) > 1 else -0.5


def starts_alike(zh_text: str, zh: Mark, en_text: str, en: Mark) -> bool:
    """True for two numbers that a change starts from: 由2019年的86家, up from 86; 较2023年, than in 2023."""
    return _head_zh(zh_text, zh) is _head_en(en_text, en) is Motion.FROM


_YARDSTICK_ZH = re.compile("(?:[比较]|相比于?|相较于?|对比|与|同)(?:20)?$")
_YARDSTICK_EN = re.compile(
    r"\b(?:compared\s(?:with|to)|in\scomparison\s(?:with|to)|against|versus|relative\sto|than|from|on|over|above|below|under)\s"
    r"(?:that\sof\s|those\sof\s|in\s|the\s|(?:the\s)?(?:level|figure)s?\s(?:of|in|for)\s|its\s|year\s)*$",
    re.IGNORECASE,
)


def _head_zh(text: str, mark: Mark) -> Motion:
    head = text[max(0, mark.start - 3) : mark.start]
    if mark.quantity.motion is Motion.FROM or _FROM_ZH.search(head):
        return Motion.FROM
    if mark.group == YEAR and _YARDSTICK_ZH.search(head):
        return Motion.FROM
    if mark.quantity.motion is Motion.TO:
        return Motion.TO
    stands = _INCREMENT.search(text, max(0, mark.start - _REACH), mark.start)  # 增量累计为5亿元 is no goal
    return Motion.TO if _TO_ZH.search(head) and not stands else Motion.NONE


def _head_en(text: str, mark: Mark) -> Motion:
    head = text[max(0, mark.start - 24) : mark.start]
    if mark.quantity.motion is Motion.FROM or _FROM_EN.search(head):
        return Motion.FROM
    if mark.group == YEAR and _YARDSTICK_EN.search(text, max(0, mark.start - 2 * _REACH), mark.start):
        return Motion.FROM
    reached = _TO_EN.search(head) and not _NO_GOAL_EN.search(head)
    return Motion.TO if reached or mark.quantity.motion is Motion.TO else Motion.NONE


def in_one_list(side: Side, one: int, other: int, language: str) -> bool:
    """True when nothing but commas, `and` and other numbers stands between two numbers."""
    low, high = sorted((one, other))
    link = _LIST_ZH if language == "zh" else _LIST_EN
    members = side.marks[low : high + 1]
    steps = (side.text[a.end : b.start] for a, b in pairwise(members))
    return len({mark.group for mark in members}) == 1 and all(link.fullmatch(step) for step in steps)


def counts_its_own(anchors: Sequence[Anchor], zh: Mark, en: Mark, other: Mark) -> bool:
    """True for 33家单位 and "33 units": right behind both stands one thing that no other number counts."""
    return any(
        any(en.end < place <= en.end + 2 for place in anchor.en)
        and any(0 <= place - zh.end < _COUNTER for place in anchor.zh)
        and not any(0 <= place - other.end < _COUNTED for place in anchor.zh)
        for anchor in anchors
    )


_COUNTER, _COUNTED = 2, 6
"""Characters behind a number in which what it counts begins, and in which it may still stand."""


def turned_around(zh_between: str, en_between: str, *, dated: bool = False) -> bool:
    """True when grammar turns two numbers around; the arguments are what stands between them.

    4批8件 is eight cases in four batches, 55家医院的667名患者 is 667 patients from 55 hospitals, 10种中有8种 is
    eight of ten species. Two dates change places where English tells the later event first: won in 1993 after
    freeing him in 1990.
    """
    if dated and _LATER_FIRST.search(en_between):
        return True
    owned = _HELD.fullmatch(zh_between) or _OWNED.search(zh_between)
    return bool(owned and _OWNER.search(en_between))


def part_of_whole(zh_between: str, en_between: str) -> bool:
    """True for 用户中有1.34亿 and "134 million of the 700 million users": the part is told first in English only."""
    return bool(_OWNED.search(zh_between) and _PART.fullmatch(en_between))


def between(text: str, one: Mark, other: Mark) -> str:
    """What stands between two numbers, whichever comes first."""
    first, second = sorted((one, other), key=lambda mark: mark.start)
    return text[first.end : second.start]


_LATER_FIRST = re.compile(
    r"\b(?:after|before|following|since|when|having|once|prior to|from|against|than|compared)\b"
)
_PART = re.compile(
    r"\s(?:[a-z]+\s){0,2}?(?:out\s)?of\s"
    r"(?:a\stotal\sof\s|(?:the|their|its|his|her|our|these|those|all)\s)?(?:[\w’'-]+['’]s\s)?",
    re.IGNORECASE,
)
_HELD = re.compile("(?:(?![至到由从降升增减])[\u4e00-\u9fff]){0,6}")
"""27个部门143类证照: what stands in front of a count without any sign holds what is counted."""
_OWNED = re.compile(r"的|中(?:有|的)?|其中|里|^立?[减送返]$")
_OWNER = re.compile(
    r"\b(?:of|from|in|across|by|at|for|with|after|on|over|to|within|among|following|before)\b|['’]s?\s"
)
