"""Owns the pairing of two lists of marks: which number of one text is which number of the other.

Numbers are paired by value first, then by how well kind, unit and place in the sentence agree; nothing here
decides whether a pair is right. Pairing is symmetric: exchanging the two lists gives the same pairs, turned
around.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from govbrief.base.again import Both
from govbrief.checking.dates import CENTURY, DAY, DECADE, MONTH, PERIOD, QUARTER, TIME, YEAR
from govbrief.checking.lookalikes import differ_by_a_digit
from govbrief.checking.marks import DATE_PARTS, NAME, POINT, SHARE, Mark
from govbrief.numbers.units import load_units

SAME, LOOSE, CLASH, ODD = range(4)
"""Grades of agreement of two equal values, the best first: same kind and unit; one side says less; units that
contradict each other; kinds that seldom translate each other."""

_CROWD = 24
"""Equal numbers of one text that are tried for each number of the other."""
_PLAIN = frozenset({"count", "ordinal", "label", NAME, "multiple"})
_DIMENSIONAL = frozenset({"money", "measure", "duration"})
_EXACT_PARTS = frozenset({MONTH, TIME, DECADE})
_KINDRED = frozenset(
    frozenset(pair)
    for pair in [
        (DAY, "duration"),
        (DAY, "ordinal"),
        (MONTH, "ordinal"),
        (DAY, "count"),
        (YEAR, NAME),
        (YEAR, "count"),
        (CENTURY, "ordinal"),
        (QUARTER, "ordinal"),
        (QUARTER, "count"),
        (QUARTER, "duration"),
    ]
)
"""Different groups that translate each other."""
_NEAR_UNITS = frozenset(
    frozenset(pair)
    for pair in [
        ("length", "speed"),
        ("mass", "coal equivalent"),
        ("second", "working day"),
        ("second", "class hour"),
        ("energy", "power"),
        ("current", "charge"),
    ]
)
"""Dimensions that one language leaves to the context: 时速145公里 is 145 km/h, 6吨标准煤 is 6 tons."""
_MILLIONS = re.compile(r"\d[\d.,]*m")
"""5m people: British papers write millions like metres."""
_MILLION = 10**6
_VAGUE_UNITS = frozenset({"degree", "celsius"})
_DOLLARS = frozenset({"USD", "HKD", "AUD", "CAD", "SGD", "TWD", "MOP", "NZD", "新西兰元"})
_REGIONAL = frozenset({"CNY", "HKD", "TWD", "MOP", "SGD"})
"""What 元 may mean in a text of that place."""
_KRONES = frozenset({"krone", "SEK", "NOK", "DKK"})
_BARE_DOLLAR = re.compile(r"(?<![a-z.])(?:\$|dollars?|cents?|bucks)", re.IGNORECASE)
_ANY_MONEY = re.compile(r"\b(?:bucks?|quid)\b", re.IGNORECASE)
"""Twenty bucks are 20块钱 wherever the speaker is."""
_WHOSE_DOLLAR = re.compile(
    r"\b(?:us|u\.s\.|american|canadian|australian|hong kong|singapore|new zealand)\b|[a-z]\$", re.IGNORECASE
)
_AMBIGUOUS = {
    "pound": frozenset({"mass", "GBP"}),
    "inch": frozenset({"length"}),
    "foot": frozenset({"length"}),
    "feet": frozenset({"length"}),
}
"""English units that Chinese tells apart, or writes with the sign of its own (15.6寸)."""


class Pairs(NamedTuple):
    """Who belongs to whom, by index, and who is left over."""

    pairs: tuple[tuple[int, int], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


def keys(mark: Mark) -> Iterator[tuple[str, Fraction]]:
    """Under which values a mark may be met: face value, value in base units, and the readings of a name."""
    yield "", mark.face
    if mark.group == SHARE:
        yield SHARE, mark.value
    elif mark.dimension:
        yield mark.dimension, mark.value
    for value in mark.others:
        yield "", value
    if mark.group == YEAR:
        yield "", mark.face % 100  # the year of a name: 2019 and COVID-19
    if _MILLIONS.fullmatch(mark.text):
        yield "", mark.face * _MILLION
    for factor in mark.factors:
        yield "factor", factor


def by_value(marks: Sequence[Mark]) -> dict[tuple[str, Fraction], list[Mark]]:
    """The marks under every value that they may be met under."""
    found: dict[tuple[str, Fraction], list[Mark]] = {}
    for mark in marks:
        for key in keys(mark):
            found.setdefault(key, []).append(mark)
    return found


def agreement(one: Mark, other: Mark) -> int | None:
    """The grade at which two marks agree; None when their values differ."""
    if one.group == other.group:
        return _within_group(one, other)
    groups = {one.group, other.group}
    if NAME in groups and _named(one, other):
        return LOOSE if not groups & _EXACT_PARTS else ODD
    if DECADE in groups and groups & {YEAR, "count"}:
        # 1985 is in the 80s, and so is one who is 80多岁
        return LOOSE if one.face % 100 == other.face % 100 else None
    if one.factors & other.factors or _in_millions(one, other):
        return LOOSE
    return _of_equal_face(one, other, groups) if one.face == other.face else None


def _of_equal_face(one: Mark, other: Mark, groups: set[str]) -> int | None:
    if groups == {"count", "ordinal"} and any(
        mark.text.startswith("两") or (mark.group == "count" and mark.quantity.span != (mark.start, mark.end))
        for mark in (one, other)
    ):
        return None  # 两台 counts and never ranks: nothing is second in it; nor is anything third in 3-6
    if groups == {DAY, "duration"} and "month" in {one.dimension, other.dimension}:
        return None  # 30日后 is no 30 months
    return LOOSE if groups == {"money", "measure"} and _ambiguous(one, other) else _across_groups(groups)


def _in_millions(one: Mark, other: Mark) -> bool:
    """True for 500万 and 5m, which was read as metres."""
    either = ((one, other), (other, one))
    return any(
        _MILLIONS.fullmatch(short.text) and short.face * _MILLION == full.face for short, full in either
    )


def _across_groups(groups: set[str]) -> int | None:
    if groups & _EXACT_PARTS and frozenset(groups) not in _KINDRED:
        return None
    if frozenset(groups) in _KINDRED:
        return LOOSE
    if PERIOD in groups:
        return ODD
    if groups & DATE_PARTS:
        return None if groups & {"money", "measure", SHARE, POINT, "multiple"} else ODD
    if groups == {SHARE, POINT} or groups <= _DIMENSIONAL:
        return CLASH
    return LOOSE if groups <= _PLAIN or (groups & _DIMENSIONAL and "count" in groups) else ODD


def _named(one: Mark, other: Mark) -> bool:
    if YEAR in {one.group, other.group}:
        # 2019冠状病毒病 is COVID-19
        return one.face % 100 in other.others or other.face % 100 in one.others or one.face in other.others
    return other.face in one.others or one.face in other.others


def _within_group(one: Mark, other: Mark) -> int | None:
    if one.group == NAME and differ_by_a_digit(one.text, other.text):
        return None
    if one.group == NAME:
        return SAME if one.text == other.text else LOOSE if one.others & other.others else None
    if one.group == "multiple":
        return (SAME if one.face == other.face else LOOSE) if one.factors & other.factors else None
    if one.group in DATE_PARTS or one.group in {TIME, SHARE}:
        return SAME if one.value == other.value else None
    return _with_units(one, other)


def _with_units(one: Mark, other: Mark) -> int | None:
    """Equal in base units, or equal on their face with units that do not contradict each other."""
    same = bool(one.dimension) and one.dimension == other.dimension
    if same and one.value == other.value:
        return SAME if one.face == other.face else LOOSE
    if one.face != other.face:
        return None
    if same:
        return LOOSE if _ambiguous(one, other) else None
    return CLASH if one.group in _DIMENSIONAL and _units_clash(one, other) else SAME


def _ambiguous(one: Mark, other: Mark) -> bool:
    """True where the English unit may mean the Chinese one: 寸 is an inch beside a screen, a pound is money too."""
    text = f"{one.text} {other.text}".lower()
    both = {one.dimension, other.dimension}
    if not any(sign in text for sign in "磅镑尺寸"):
        return False
    return any(word in text and both <= meant for word, meant in _AMBIGUOUS.items())


def _units_clash(first: Mark, second: Mark) -> bool:
    one, other = first.dimension, second.dimension
    if (
        not {first.quantity.unit.partition("/")[0], second.quantity.unit.partition("/")[0]}
        <= load_units().by_name.keys()
    ):
        return False  # a currency that the dictionary does not know
    if ("/" in one) != ("/" in other) and one.partition("/")[0] == other.partition("/")[0]:
        return False  # 60公里/小时 is told as 60 km
    both, texts = {one, other}, f"{first.text} {second.text}"
    bucks = _ANY_MONEY.search(texts) is not None and "块" in texts
    vague = both & _VAGUE_UNITS and both != {"celsius", "fahrenheit"}
    bare = both <= _KRONES and "krone" in both
    if not one or not other or vague or bucks or bare or _ambiguous(first, second):
        return False
    if both <= _DOLLARS:
        # a bare dollar is that of the place the text speaks of
        return not any(
            _BARE_DOLLAR.search(m.text) and not _WHOSE_DOLLAR.search(m.text) for m in (first, second)
        )
    if both <= _REGIONAL and "CNY" in both:
        local = first if one == "CNY" else second
        return not local.text.endswith("元")
    return frozenset(both) not in _NEAR_UNITS


def same_language_agreement(one: Mark, other: Mark) -> int | None:
    """The grade within one language, where a day is never a count and 3部 is not 三项制度."""
    grade = agreement(one, other)
    kin = one.group == other.group or {one.group, other.group} <= _PLAIN
    return grade if kin or grade == CLASH else None


def pair_up(
    left: Sequence[Mark],
    right: Sequence[Mark],
    distance: Callable[[int, int], float] | None = None,
    agree: Callable[[Mark, Mark], int | None] = agreement,
) -> Pairs:
    """Pair equal values one to one; better agreement first, then the smaller distance.

    Without a distance function that is how far apart two places are in the order of numbers. The numbers of two texts
    are paired so by rule after rule, and looked for once.
    """
    if distance is None and agree is agreement and isinstance(left, tuple) and isinstance(right, tuple):
        return _paired(Both(left, right))
    return _pair(left, right, distance, agree)


@lru_cache(maxsize=32)
def _paired(both: Both[Mark]) -> Pairs:
    return _pair(both.left, both.right, None, agreement)


def _pair(
    left: Sequence[Mark],
    right: Sequence[Mark],
    distance: Callable[[int, int], float] | None,
    agree: Callable[[Mark, Mark], int | None],
) -> Pairs:
    apart = distance or (lambda i, j: _drift(i, len(left), j, len(right)))
    by_key: dict[tuple[str, Fraction], list[int]] = {}
    for j, mark in enumerate(right):
        for key in keys(mark):
            by_key.setdefault(key, []).append(j)
    candidates: set[tuple[int, float, int, int]] = set()
    for i, mark in enumerate(left):
        for j in {
            j for key in keys(mark) for j in _nearest(by_key.get(key, []), i * len(right) // len(left))
        }:
            grade = agree(mark, right[j])
            if grade is not None:
                candidates.add((grade, apart(i, j), i, j))
    taken_left, taken_right = set[int](), set[int]()
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(candidates):
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append((i, j))
    return Pairs(
        tuple(sorted(pairs)),
        tuple(i for i in range(len(left)) if i not in taken_left),
        tuple(j for j in range(len(right)) if j not in taken_right),
    )


def _nearest(places: list[int], middle: int) -> list[int]:
    """The places around the middle; a text that says one number a thousand times is still paired in order."""
    if len(places) <= _CROWD:
        return places
    start = max(0, bisect_left(places, middle) - _CROWD // 2)
    return places[start : start + _CROWD]


def _drift(i: int, left: int, j: int, right: int) -> float:
    """How far apart two places are in the order of numbers, as a share of the text."""
    return abs((i + 0.5) / left - (j + 0.5) / right)
