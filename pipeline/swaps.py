"""Owns the search for numbers that changed places between a Chinese text and its English.

Two paired numbers look swapped when each stands among the words that belong to the other. How well a Chinese number
and an English one share surroundings is the sum over the anchors near both; a swap must gain by crossing.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from math import exp

from pipeline.anchors import find_anchors
from pipeline.marks import DATE_PARTS, Mark
from pipeline.pairing import LOOSE, SAME, agreement
from pipeline.places import alike, in_one_list, turned_around

Pair = tuple[int, int]

_REACH_ZH, _REACH_EN = 8.0, 24.0
"""Characters over which an anchor's weight falls to a third."""
_BORDER = 0.35
"""What is left of an anchor's weight beyond a comma; beyond two, the square."""
_ZH_BORDER = re.compile(r"[，,；;。！？!?：:、（）()]")
_EN_BORDER = re.compile(r"[,;:!?()]|\.(?=\s|$)|\b(?:and|while|but|whereas|with)\b")
_ORDER = 0.25
"""What keeping the order of the Chinese is worth: translators turn few numbers around."""
_NUMBER_WEIGHT = 0.8
_LIST_ORDER = 1.0
"""What the order inside one list says: 4.9%、6.2%和7% are 4.9, 6.2 and 7 percent, never 4.9, 7 and 6.2."""
_GAIN = 0.22
"""What crossing must gain: an inversion that no grammar and no word around explains is enough (2 * `_ORDER` less
nothing). Of 1,400 sound human translations 8 gain more."""


class Landscape:
    """How near the places of one text are to each other."""

    def __init__(self, text: str, border: re.Pattern[str], reach: float) -> None:
        self._borders = [match.start() for match in border.finditer(text)]
        self._reach = reach

    def nearness(self, mark: Mark, at: int) -> float:
        """One at the number, less with every character and border between."""
        gap = max(mark.start - at, at - mark.end, 0)
        low, high = (mark.end - 1, at) if at >= mark.end else (at, mark.start)
        crossed = bisect_left(self._borders, high) - bisect_left(self._borders, low)
        return float(exp(-gap / self._reach) * _BORDER**crossed)


def find_swaps(
    zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark], pairs: Sequence[Pair]
) -> Iterator[tuple[Pair, Pair]]:
    """The pairs that fit the texts better when crossed."""
    return ((one, two) for gain, one, two in gains(zh, en, left, right, pairs) if gain > _GAIN)


def gains(
    zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark], pairs: Sequence[Pair]
) -> Iterator[tuple[float, Pair, Pair]]:
    """How much better each two pairs fit when they change partners."""
    rivals = [(one, two) for one, two in combinations(pairs, 2) if _could_swap(left, right, one, two)]
    if not rivals:
        return
    fit = _fitness(zh, en, left, right)
    for (i, j), (k, m) in rivals:
        others = [pair for pair in pairs if pair[0] not in {i, k}]
        gain = fit(i, m, others) + fit(k, j, others) - fit(i, j, others) - fit(k, m, others)
        yield gain + _order(zh, en, left, right, (i, j), (k, m)), (i, j), (k, m)


def _order(zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark], one: Pair, two: Pair) -> float:
    """What the order of the two numbers says: translators turn few around, and never those of one list."""
    (i, j), (k, m) = one, two
    kept = (left[i].start < left[k].start) == (right[j].start < right[m].start)
    if kept:
        return -_ORDER
    if turned_around(zh, left[i], left[k], en, right[j], right[m]):
        return 0.0
    listed = in_one_list(zh, left, i, k, "zh") and in_one_list(en, right, j, m, "en")
    return _ORDER + (_LIST_ORDER if listed else 0.0)


def _could_swap(left: Sequence[Mark], right: Sequence[Mark], one: Pair, two: Pair) -> bool:
    (i, j), (k, m) = one, two
    groups = {left[i].group, left[k].group}
    if left[i].value == left[k].value or (len(groups) > 1 and groups & DATE_PARTS):
        return False
    if not all(_firm(left[z], right[e]) for z, e in (one, two)):
        return False
    if any(mark.value == 1 and not mark.digits for mark in (left[i], left[k], right[j], right[m])):
        return False
    return _apart(left[i], left[k]) and _apart(right[j], right[m])


def _firm(zh: Mark, en: Mark) -> bool:
    """False for a pair of words that only happen to have one value: 一两年 and second."""
    return agreement(zh, en) in {SAME, LOOSE} or (zh.digits and en.digits)


def _apart(one: Mark, other: Mark) -> bool:
    """False for month and day of one date, and for the two readings of 三四天."""
    if one.quantity is other.quantity:
        return one.group == other.group and one.start != other.start
    first, second = one.quantity.span, other.quantity.span
    return first.end <= second.start or second.end <= first.start


def _fitness(
    zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark]
) -> Callable[[int, int, Sequence[Pair]], float]:
    """How much of their surroundings a Chinese and an English number share: words, names, and other paired numbers."""
    anchors = find_anchors(zh, en)
    zh_land, en_land = Landscape(zh, _ZH_BORDER, _REACH_ZH), Landscape(en, _EN_BORDER, _REACH_EN)

    @cache
    def near_zh(i: int) -> list[float]:
        return [a.weight * max(zh_land.nearness(left[i], at) for at in a.zh) for a in anchors]

    @cache
    def near_en(j: int) -> list[float]:
        return [max(en_land.nearness(right[j], at) for at in a.en) for a in anchors]

    def fit(i: int, j: int, others: Sequence[Pair]) -> float:
        words = sum(z * e for z, e in zip(near_zh(i), near_en(j), strict=True))
        numbers = sum(
            zh_land.nearness(left[i], left[p].start) * en_land.nearness(right[j], right[q].start)
            for p, q in others
        )
        return words + _NUMBER_WEIGHT * numbers + alike(zh, left[i], en, right[j])

    return fit
