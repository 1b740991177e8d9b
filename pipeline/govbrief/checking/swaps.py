"""Owns the search for numbers that changed places between a Chinese text and its English.

Two paired numbers look swapped when each stands among the words that belong to the other. How well a
Chinese and an English number share surroundings is a sum over the anchors near both; a swap must gain by
crossing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from math import exp

from govbrief.checking.anchors import Anchor, find_anchors
from govbrief.checking.dates import MONTH, YEAR
from govbrief.checking.excuses import means_both
from govbrief.checking.marks import DATE_PARTS, POINT, SHARE, Mark
from govbrief.checking.pairing import LOOSE, SAME, agreement
from govbrief.checking.places import (
    alike,
    between,
    counts_its_own,
    in_one_list,
    kinds_fit,
    part_of_whole,
    starts_alike,
    turned_around,
)
from govbrief.checking.scores import one_score, same_scores
from govbrief.checking.side import Side
from govbrief_schemas.quantity import Motion

Pair = tuple[int, int]

_REACH_ZH, _REACH_EN = 8.0, 24.0
"""Characters over which an anchor's weight falls to a third."""
_BORDER = 0.35
"""What is left of an anchor's weight beyond a comma; beyond two, the square."""
_ZH_BORDER = re.compile(r"[，,；;。！？!?：:、（）()]")
_EN_BORDER = re.compile(r"[,;:!?()]|\.(?=\s|$)|\b(?:and|while|but|whereas|with)\b")
_ORDER = 0.25
"""What an inversion that nothing explains gains: translators turn few numbers around."""
_KEPT = 0.9
"""What numbers in the order of the Chinese must gain more: hardly any translation turns a sentence around and then
swaps its numbers. Of 2,750 sound pairs three gain more, of 150 swaps this hides none."""
_EXPLAINED = 0.4
"""What an inversion must gain more where grammar asks for it: 每百万人2.5名, an earlier event told last."""
_NUMBER_WEIGHT = 0.8
_LIST_ORDER = 1.0
"""What the order inside one list says: 4.9%、6.2%和7% are 4.9, 6.2 and 7 percent, never 4.9, 7 and 6.2."""
_GAIN = 0.1
"""What crossing must gain. An inversion that neither grammar nor the words around explain has more: `_ORDER`."""
_CONTRADICTED = -0.9
"""Places that fit this much worse when crossed are not asked for their words."""
_PER = re.compile(r"\b(?:per|every|each|out of|for|in|of)\b|/", re.IGNORECASE)
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|some|all|these|those)\s)?(?:(?:[\w-]+\s){0,3}[\w-]+['’]s\s)?", re.IGNORECASE
)
"""What makes the smaller number a part of the larger one: 受理317件、办结315件 is 315 of 317 settled."""
_MOVED_TO = re.compile(
    r"\b(?:higher|lower|up|down|stronger|weaker)\s(?:at|to)\s"
    r"|\b(?:against|compared\s(?:with|to)|versus|instead\sof|rather\sthan|as\sopposed\sto|in\splace\sof)\s",
    re.IGNORECASE,
)
"""What English tells first though it comes second: the change, or what is now (20 points higher at 8,000)."""
_FROM_BEHIND = re.compile(r"\bfrom\s(?:[$¥€£]|rmb\s)?$", re.IGNORECASE)
"""Rose to 0.75 in 2024 from 0.72: what a change came to, told before what it started from."""
_FAR = 0.01
_HORIZON = 5
_BESIDE = 6
_NEIGHBOURS = 24
"""Numbers further apart than this are not compared: long texts stay linear."""


class Landscape:
    """How near the numbers of one text are to its other places."""

    def __init__(self, side: Side, border: re.Pattern[str], reach: float) -> None:
        """Find the borders once; `reach` is the distance over which nearness falls to a third."""
        self._marks = side.marks
        self._borders = [match.start() for match in border.finditer(side.text)]
        self._reach = reach
        self._known: dict[tuple[int, int], float] = {}

    def nearness(self, i: int, at: int) -> float:
        """One at number `i`, less with every character and border between."""
        key = (i, at)
        if key not in self._known:
            mark = self._marks[i]
            gap = max(mark.start - at, at - mark.end, 0)
            if gap > _HORIZON * self._reach:
                return 0.0
            low, high = (mark.end - 1, at) if at >= mark.end else (at, mark.start)
            crossed = bisect_left(self._borders, high) - bisect_left(self._borders, low)
            self._known[key] = float(exp(-gap / self._reach) * _BORDER**crossed)
        return self._known[key]

    def nearest(self, i: int, places: Sequence[int]) -> float:
        """The nearness of the nearest of several places, which are in order."""
        at = bisect_left(places, self._marks[i].start)
        near = [self.nearness(i, place) for place in places[max(0, at - 2) : at + 2]]
        return max(near)


class Fitness:
    """How well each Chinese number fits the place of each English one: words, numbers, grammar."""

    def __init__(self, left: Side, right: Side, pairs: Sequence[Pair]) -> None:
        """Nothing is compared before it is asked for."""
        self.left, self.right, self._pairs = left, right, pairs
        self._zh, self._en = Landscape(left, _ZH_BORDER, _REACH_ZH), Landscape(right, _EN_BORDER, _REACH_EN)
        self._known: dict[Pair, float] = {}
        self._places: dict[Pair, float] = {}
        self._near: dict[int, list[tuple[Anchor, float]]] = {}

    @cached_property
    def _anchors(self) -> tuple[Anchor, ...]:
        return find_anchors(self.left.text, self.right.text)

    def _of(self, i: int, j: int) -> float:
        if (i, j) not in self._known:
            words = 0.0
            for anchor, weight in self._anchors_near(i):
                words += weight * self._en.nearest(j, anchor.en)
            low = bisect_left(self._pairs, (i - _BESIDE, 0))
            near_pairs = self._pairs[low : low + 2 * _BESIDE]
            numbers = sum(self._beside(i, j, pair) for pair in near_pairs)
            self._known[i, j] = words + _NUMBER_WEIGHT * numbers + self._alike(i, j)
        return self._known[i, j]

    def _anchors_near(self, i: int) -> list[tuple[Anchor, float]]:
        """The anchors near a Chinese number, each with its weight there; they are looked for once."""
        if i not in self._near:
            near = ((anchor, self._zh.nearest(i, anchor.zh)) for anchor in self._anchors)
            self._near[i] = [(anchor, anchor.weight * share) for anchor, share in near if share > _FAR]
        return self._near[i]

    def _alike(self, i: int, j: int) -> float:
        if (i, j) not in self._places:
            left, right = self.left, self.right
            self._places[i, j] = alike(left.text, left.marks[i], right.text, right.marks[j])
        return self._places[i, j]

    def could_gain(self, one: Pair, two: Pair) -> bool:
        """False when the places contradict a swap, which leaves units and qualifiers where they are."""
        (i, j), (k, m) = one, two
        crossed = self._alike(i, m) + self._alike(k, j)
        return crossed - self._alike(i, j) - self._alike(k, m) > _CONTRADICTED

    def _beside(self, i: int, j: int, pair: Pair) -> float:
        """What another pair says: who stands beside 12月 here stands beside December there."""
        zh, en = self.left.marks[pair[0]].start, self.right.marks[pair[1]].start
        return self._zh.nearness(i, zh) * self._en.nearness(j, en)

    def counts_its_own(self, pair: Pair, other: Pair) -> bool:
        """Whether a pair is 33家单位 and "33 units", and the other one counts no units."""
        left, right = self.left.marks, self.right.marks
        if left[pair[0]].group != right[pair[1]].group:
            return False
        return counts_its_own(self._anchors, left[pair[0]], right[pair[1]], left[other[0]])

    def gain(self, one: Pair, two: Pair) -> float:
        """What two pairs gain when they change partners; they are no evidence for themselves."""
        (i, j), (k, m) = one, two
        crossed = straight = 0.0
        for pair, sign in (((i, m), 1), ((k, j), 1), ((i, j), -1), ((k, m), -1)):
            own = self._beside(*pair, one) + self._beside(*pair, two)
            fit = self._of(*pair) - _NUMBER_WEIGHT * own
            crossed, straight = (crossed + fit, straight) if sign > 0 else (crossed, straight + fit)
        return crossed - straight + self._order(one, two)

    def _order(self, one: Pair, two: Pair) -> float:
        """What the order of two numbers says: translators turn few around, and never those of one list."""
        (i, j), (k, m) = one, two
        left, right = self.left.marks, self.right.marks
        if self._years_crossed(one, two):
            return _ORDER + _LIST_ORDER
        if (left[i].start < left[k].start) == (right[j].start < right[m].start):
            return -_KEPT
        gaps = between(self.left.text, left[i], left[k]), between(self.right.text, right[j], right[m])
        dated = left[i].group in DATE_PARTS
        first, second = sorted((right[j], right[m]), key=lambda mark: mark.start)
        if (
            part_of_whole(*gaps)
            or (_OF.fullmatch(gaps[1]) and first.value <= second.value)
            or self._per(left[min(i, k)], gaps[1])
            or self._starts(one) != self._starts(two)
            or _MOVED_TO.search(gaps[1])
            or (_FROM_BEHIND.search(gaps[1]) and first.quantity.motion is not Motion.BY)
        ):
            return -_EXPLAINED
        if turned_around(*gaps, dated=dated):
            return -_EXPLAINED if dated else 0.0
        listed = in_one_list(self.left, i, k, "zh") and in_one_list(self.right, j, m, "en")
        return _ORDER + (_LIST_ORDER if listed else 0.0)

    def _years_crossed(self, one: Pair, two: Pair) -> bool:
        """True for 2019年5月至2023年8月 and "August 2019 to May 2023": each month stands beside the other's year."""
        (i, j), (k, m) = one, two
        here, there = _year_of(self.left.marks, i), _year_of(self.left.marks, k)
        apart = here and there and here != there
        return bool(apart) and (_year_of(self.right.marks, j), _year_of(self.right.marks, m)) == (there, here)

    def _starts(self, pair: Pair) -> bool:
        """True for the start of a change, which English tells last: 213 in 2023, up from 86."""
        i, j = pair
        return starts_alike(self.left.text, self.left.marks[i], self.right.text, self.right.marks[j])

    def _per(self, first: Mark, en_between: str) -> bool:
        """True for 每一百万人2.5名, which English turns around: 2.5 per one million."""
        return self.left.text.endswith(("每", "每个", "每名"), 0, first.start) and bool(
            _PER.search(en_between)
        )


def _year_of(marks: Sequence[Mark], i: int) -> Fraction | None:
    """The year that a month is told with: 2019年5月, August 2019."""
    for at in (i - 1, i + 1, i - 2, i + 2) if marks[i].group == MONTH else ():
        if 0 <= at < len(marks) and marks[at].group == YEAR and marks[at].quantity is marks[i].quantity:
            return marks[at].face
    return None


def find_swaps(left: Side, right: Side, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """The pairs that fit the texts better when crossed."""
    return ((one, two) for gain, one, two in gains(left, right, pairs) if gain > _GAIN)


def gains(left: Side, right: Side, pairs: Sequence[Pair]) -> Iterator[tuple[float, Pair, Pair]]:
    """How much better each two pairs fit when they change partners."""
    scored = same_scores(left, right)
    rivals = [
        (one, two)
        for i, one in enumerate(pairs)
        for two in pairs[i + 1 : i + _NEIGHBOURS]
        if scored.isdisjoint((one[0], two[0])) and _could_swap(left, right, one, two)
    ]
    if not rivals:
        return
    fitness = Fitness(left, right, pairs)
    for one, two in rivals:
        if not fitness.could_gain(one, two):
            continue
        if not (fitness.counts_its_own(one, two) or fitness.counts_its_own(two, one)):
            yield fitness.gain(one, two), one, two


_PART_ZH = re.compile("其中")
_PART_EN = re.compile(r"\bof (?:whom|which|them|these|those)\b")


def _is_part(side: Side, whole: Mark, part: Mark, says: re.Pattern[str]) -> bool:
    """Whether a text tells the one number as a part of the other right before it: 其中, of whom."""
    return whole.end <= part.start and says.search(side.text, whole.end, part.start) is not None


def _could_swap(zh: Side, en: Side, one: Pair, two: Pair) -> bool:
    (i, j), (k, m), left, right = one, two, zh.marks, en.marks
    if left[i].value == left[k].value or not (
        _comparable(left[i], left[k]) or _mistaken((left[i], right[j]), (left[k], right[m]))
    ):
        return False
    if _is_part(zh, left[i], left[k], _PART_ZH) and _is_part(en, right[j], right[m], _PART_EN):
        return False
    if any(mark.value == 1 and not mark.digits for mark in (left[i], left[k], right[j], right[m])):
        return False
    if (
        (one_score(zh.text, left[i], left[k]) and abs(j - m) == 1)
        or means_both(left[i])
        or means_both(left[k])
    ):
        return False
    firm = _firm(left[i], right[j]) and _firm(left[k], right[m])
    return firm and _apart(left[i], left[k]) and _apart(right[j], right[m])


def _comparable(one: Mark, other: Mark) -> bool:
    """True for two numbers of one kind."""
    return one.group == other.group or {one.group, other.group} == {SHARE, POINT}


def _mistaken(one: tuple[Mark, Mark], two: tuple[Mark, Mark]) -> bool:
    """True for numbers of two kinds whose units only fit crossed: Article 10 … 22 days for 第二十二条 … 10日."""
    straight = kinds_fit(*one) + kinds_fit(*two)
    return kinds_fit(one[0], two[1]) + kinds_fit(two[0], one[1]) > straight


def _firm(zh: Mark, en: Mark) -> bool:
    """False for a pair of words that only happen to have one value: 一两年 and second."""
    return zh.digits or en.digits or agreement(zh, en) in {SAME, LOOSE}


def _apart(one: Mark, other: Mark) -> bool:
    """False for month and day of one date, and for the two readings of 三四天."""
    if one.quantity is other.quantity:
        return one.group == other.group and one.start != other.start
    first, second = one.quantity.span, other.quantity.span
    return first.end <= second.start or second.end <= first.start
