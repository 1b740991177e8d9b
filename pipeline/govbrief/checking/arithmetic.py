"""Owns sums, differences, products, quotients, days between dates and margins of scores, as far as a sentence tells.

Each rule gives the places of the Chinese numbers that an English one is worked out of; chance hits are kept out by
asking for exact equality, one kind of number, and a word beside it where a small number could come about anyhow.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from govbrief.checking.dates import DAY
from govbrief.checking.marks import POINT, SHARE, Mark
from govbrief.checking.side import Side
from govbrief_schemas.quantity import Qualifier

ENOUGH = 10
"""Sums and differences up to this come about by chance, and need a word right beside them that says so."""
_MOST_PARTS = 6
_NEAR, _CLOSE, _BEHIND = 40, 18, 60
_DAY_SECONDS = 86_400
_AMOUNTS = frozenset({"count", "money", "measure", "duration"})
_PEOPLE = frozenset({"人", "名", "位", "口", "者"})
_PART = re.compile(
    r"\b(?:of\s(?:them|whom|which|these|those)|including|among\s(?:them|whom|these))\b", re.IGNORECASE
)
_TOTAL = re.compile(
    r"\b(?:total\w*|in\sall|all\stold|altogether|combined|together|sum|overall|aggregate\w*|between\sthem)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:more|fewer|less|higher|lower|up|down|increas\w+|ris\w+|rose|gain\w*|grew|grow\w*|fell|fall\w*|drop\w*|declin\w+"
    r"|gap|lead|difference|margin|extra|additional|another|added|net|from|surplus|deficit|ahead|behind|older|younger|left"
    r"|remaining|rest|others?|longer|shorter)\b",
    re.IGNORECASE,
)
_GAP_BEHIND = re.compile(
    r"(?:[\s-]\w+)?[\s-](?:more|fewer|less|older|younger|longer|shorter|higher|lower|taller|left|remaining|others?|extra"
    r"|additional)\b",
    re.IGNORECASE,
)
_GAP_BEFORE = re.compile(r"\b(?:another|by|other|remaining|rest)\s$", re.IGNORECASE)
_EACH_ZH = re.compile("(?:每[^，。；,;]{0,8}|各[^，。；,;]{0,4}|均[^，。；,;]{0,6}|单价[^，。；,;]{0,3})$")
_EACH_EN = re.compile(r"\b(?:each|apiece|per|average|every)\b", re.IGNORECASE)
_DAYS = re.compile(r"(?P<hyphen>-)?days?$", re.IGNORECASE)
_LATER = re.compile(r"\s(?:later|after|before|earlier|on)\b", re.IGNORECASE)
_MARGIN = re.compile(
    r"(?:[\s-](?:goals?|points?|sets?|games?|runs?|frames?))?[\s-](?:down|up|behind|ahead|clear|lead|deficit|margin"
    r"|advantage|adrift|cushion)\b",
    re.IGNORECASE,
)
_SCORE = re.compile("[比:：∶-]")
_DEAD_ZH, _HURT_ZH = re.compile("[死亡]|遇难|丧生"), re.compile("伤|失踪|失联")
_DEAD_EN = re.compile(r"\b(?:dead|died|deaths?|killed|fatalit\w+|lives)\b", re.IGNORECASE)
_HURT_EN = re.compile(r"\b(?:injur\w+|hurt|wounded|missing|casualt\w+)\b", re.IGNORECASE)

Places = tuple[int, ...]


class Puzzle(NamedTuple):
    """An English number without a partner, the two texts, and the Chinese numbers without one."""

    en: Mark
    left: Side
    right: Side
    free: frozenset[int]

    def around(self, reach: int = _NEAR) -> str:
        """The words around the English number, and itself."""
        start, end = self.en.quantity.span
        return self.right.text[max(0, start - reach) : end + reach]

    def told_but_one(self, places: Places) -> bool:
        """Whether at most one of the Chinese numbers has no partner of its own."""
        return len(self.free.intersection(places)) <= 1


def explanations(puzzle: Puzzle) -> set[Places]:
    """The Chinese numbers that the English one may be worked out of, by the first rule that knows any."""
    for rule in (_sum, _gap, _product, _quotient, _days, _margin):
        if found := set(rule(puzzle)):
            return found
    return set()


def tells(en: Mark, zh: Mark) -> bool:
    """Whether an English number may be of the kind of the Chinese ones that it sums up."""
    if en.group != zh.group:
        return False
    return en.dimension == zh.dimension or (
        en.group == "count" and not (en.dimension and zh.dimension in _PEOPLE)
    )


def runs_of(marks: Sequence[Mark]) -> Iterator[Places]:
    """Places of two to six numbers of one kind that stand in a row, numbers of other kinds left out."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for i, mark in enumerate(marks):
        if mark.group in _AMOUNTS or mark.group == SHARE:
            kinds.setdefault((mark.group, mark.dimension), []).append(i)
    for places in kinds.values():
        for at in range(len(places)):
            sizes = range(2, min(_MOST_PARTS, len(places) - at) + 1)
            yield from (tuple(places[at : at + size]) for size in sizes)


def _pairs(marks: Sequence[Mark]) -> Iterator[tuple[tuple[int, int], Mark, Mark]]:
    """Any two amounts of a text, in either order, with their places."""
    amounts = [i for i, mark in enumerate(marks) if mark.group in _AMOUNTS or mark.group in {SHARE, POINT}]
    for i, k in combinations(amounts, 2):
        yield (i, k), marks[i], marks[k]
        yield (i, k), marks[k], marks[i]


def _sum(puzzle: Puzzle) -> Iterator[Places]:
    """9金8银6铜: 23 medals; 男46人、女58人: 104, of whom 58 are women."""
    en = puzzle.en
    summed = _TOTAL.search(puzzle.around(_CLOSE if en.face <= ENOUGH else _NEAR)) is not None
    if en.group not in _AMOUNTS | {SHARE} or (en.face <= ENOUGH and not summed):
        return
    split = _PART.search(puzzle.right.text, en.end, en.end + _BEHIND) is not None
    for run in runs_of(puzzle.left.tried):
        parts = [puzzle.left.marks[i] for i in run]
        exact = all(part.qualifier is Qualifier.EXACT for part in parts) and _are_apart(parts)
        if not exact or sum(part.value for part in parts) != en.value or not tells(en, parts[0]):
            continue
        untold = len(puzzle.free.intersection(run))
        if (
            summed
            or (untold and split)
            or (untold == len(run) and en.group != SHARE and _tells_harm(puzzle, parts))
        ):
            yield run


def _are_apart(parts: Sequence[Mark]) -> bool:
    """False for the ends of one range."""
    return len({part.quantity.span for part in parts}) == len(parts)


def _tells_harm(puzzle: Puzzle, parts: Sequence[Mark]) -> bool:
    """Whether English tells the dead and the injured of 3死8伤 as both, and not all of them as killed."""
    zh = puzzle.left.text[parts[0].start : parts[-1].end + _CLOSE]
    if not (_DEAD_ZH.search(zh) and _HURT_ZH.search(zh)):
        return True
    return bool(_HURT_EN.search(puzzle.right.text)) and (
        bool(_DEAD_EN.search(puzzle.right.text)) or "casualt" in puzzle.right.text.lower()
    )


def _gap(puzzle: Puzzle) -> Iterator[Places]:
    """由86家增至213家: 127 more; 增加127家，达到213家: up from 86; 提高0.6个百分点，达到43.2%: from 42.6 percent."""
    en = puzzle.en
    if not _tells_gap(puzzle):
        return
    for places, one, two in _pairs(puzzle.left.tried):
        groups = one.group, two.group, en.group
        rates = groups == (SHARE, SHARE, POINT)
        moved = groups == (SHARE, POINT, SHARE) and en.dimension == one.dimension
        same = _alike(one, two) and one.group in _AMOUNTS and tells(en, one)
        if not (rates or moved or same) or not puzzle.told_but_one(places):
            continue
        apart = en.value == one.value - two.value or (moved and en.value == one.value + two.value)
        if apart and (not same or _starts(puzzle, places, one)):
            yield places


def _starts(puzzle: Puzzle, places: Places, whole: Mark) -> bool:
    """False for a difference that stands where its minuend should: 999美元，便宜100美元 is no “$899, $100 less”."""
    untold = [i for i in places if i in puzzle.free]
    if [puzzle.left.marks[i] for i in untold] != [whole]:
        return True
    start = puzzle.en.quantity.span.start
    return _WAS.search(puzzle.right.text, max(0, start - _NEAR), start) is not None or bool(
        _GAP_BEHIND.match(puzzle.right.text, puzzle.en.quantity.span.end)
    )


_WAS = re.compile(
    r"\b(?:from|previous\w*|earlier|before|original\w*|had|was|were|than|against|other|another|remaining|rest)\b",
    re.IGNORECASE,
)


def _alike(one: Mark, other: Mark) -> bool:
    """Whether two numbers of one text may be added up."""
    return (
        one.group == other.group and one.dimension == other.dimension and one.quantity is not other.quantity
    )


def _tells_gap(puzzle: Puzzle) -> bool:
    """Whether the words beside a number say that it is how far two others are apart."""
    if puzzle.en.face > ENOUGH or puzzle.en.group in {SHARE, POINT}:
        return _CHANGED.search(puzzle.around()) is not None
    (start, end), text = puzzle.en.quantity.span, puzzle.right.text
    return bool(_GAP_BEHIND.match(text, end) or _GAP_BEFORE.search(text, max(0, start - _CLOSE), start))


def _product(puzzle: Puzzle) -> Iterator[Places]:
    """分两批、每批150个: three hundred."""
    en, text = puzzle.en, puzzle.left.text
    if en.group not in _AMOUNTS or en.face <= ENOUGH:
        return
    for places, each, times in _pairs(puzzle.left.tried):
        fits = each.value * times.face == en.value and en.group in {each.group, "count"}
        if (
            fits
            and times.group in _AMOUNTS
            and _EACH_ZH.search(text, max(0, each.start - _CLOSE), each.start)
        ):
            yield places


def _quotient(puzzle: Puzzle) -> Iterator[Places]:
    """向20户发放6万元: 3,000 yuan each."""
    en = puzzle.en
    if en.group not in _AMOUNTS or en.face <= 1 or not _EACH_EN.search(puzzle.around(_CLOSE)):
        return
    for places, whole, times in _pairs(puzzle.left.tried):
        counted = times.group == "count" and times.face > 1 and puzzle.told_but_one(places)
        same = (whole.group, whole.dimension) == (en.group, en.dimension)
        if counted and same and en.value * times.face == whole.value:
            yield places


def _days(puzzle: Puzzle) -> Iterator[Places]:
    """3月5日至8日: three days later, a four-day fair."""
    en = puzzle.en
    told = _DAYS.search(en.text) if en.dimension == "second" and not en.value % _DAY_SECONDS else None
    if told is None:
        return
    later = not told["hyphen"] and _LATER.match(puzzle.right.text, en.end) is not None
    days = [i for i, mark in enumerate(puzzle.left.tried) if mark.group == DAY]
    for i, k in pairwise(days):
        apart = puzzle.left.marks[k].face - puzzle.left.marks[i].face
        if apart > 0 and en.face == (apart if later else apart + 1):
            yield i, k


def _margin(puzzle: Puzzle) -> Iterator[Places]:
    """2比0落后: two goals down."""
    if puzzle.en.group != "count" or not _MARGIN.match(puzzle.right.text, puzzle.en.quantity.span.end):
        return
    for (i, one), (k, two) in pairwise(enumerate(puzzle.left.tried)):
        scored = one.quantity is two.quantity and _SCORE.search(one.text)
        if scored and abs(one.face - two.face) == puzzle.en.face:
            yield i, k
