"""Owns numbers that one language works out of several of the other: 9金8银6铜 is 23 medals, 2小时58分 under 3 hours.

A number is explained only by exact arithmetic on numbers that stand in the other text, of one kind and in a row, and
where the sentence says that it was worked out. Everything here excuses; nothing accuses. The arithmetic: `arithmetic`.
"""

from dataclasses import dataclass, field

from govbrief.checking.arithmetic import ENOUGH, Puzzle, explanations, runs_of, tells
from govbrief.checking.lengths import Length, lengths_in, lies_within
from govbrief.checking.pairing import Pairs
from govbrief.checking.roundabout import told_roundabout
from govbrief.checking.side import Side
from govbrief_schemas.quantity import Lying, Motion

_MOST = 40
"""Numbers of a text among which sums are looked for; a longer one stays linear."""


@dataclass
class Worked:
    """Numbers that need no partner any more, by their index on either side."""

    zh: set[int] = field(default_factory=set)
    en: set[int] = field(default_factory=set)


def worked_out(left: Side, right: Side, pairs: Pairs) -> Worked:
    """Which numbers without a partner follow from those of the other text."""
    worked = Worked()
    if not (pairs.left or pairs.right):
        return worked
    _lengths(left, right, pairs, worked)
    for zh, en in told_roundabout(left, right, pairs):
        worked.zh |= zh
        worked.en |= en
    if max(len(left.marks), len(right.marks)) > _MOST:
        return worked
    for j in pairs.right:
        free = frozenset(pairs.left) - worked.zh
        if j not in worked.en and (found := explanations(Puzzle(right.marks[j], left, right, free))):
            worked.en.add(j)
            worked.zh |= free & set(min(found, key=lambda parts: (len(set(parts) - free), parts)))
    _divided(left, right, pairs, worked)
    return worked


def _divided(left: Side, right: Side, pairs: Pairs, worked: Worked) -> None:
    """教师104人，其中女教师58人: 46 men and 58 women; the English parts make up the Chinese whole."""
    new = set(pairs.right) - worked.en
    if not new or len(pairs.left) == len(worked.zh):
        return
    for run in runs_of(right.tried):
        untold = new.intersection(run)
        if len(untold) != 1:
            continue
        parts = [right.marks[j] for j in run]
        if any(part.quantity.side is not Lying.NONE for part in parts):
            continue  # $899, $100 less: no parts of $999
        for i in set(pairs.left) - worked.zh:
            whole = left.marks[i]
            if whole.face > ENOUGH and sum(p.value for p in parts) == whole.value and tells(parts[0], whole):
                worked.en |= untold
                worked.zh.add(i)


def _lengths(left: Side, right: Side, pairs: Pairs, worked: Worked) -> None:
    """2小时58分: just under three hours; 76天: more than two months; 371天: more than a year."""
    free, new, told = set(pairs.left), set(pairs.right), dict(pairs.pairs)
    timed = [one for one in lengths_in(left.text, left.tried, "zh") if free.intersection(one.marks)]
    if not timed:
        return
    of_en = lengths_in(right.text, right.tried, "en")
    for one in timed:
        own = {told[i] for i in one.marks if i in told}
        for other in of_en:
            unused = set(other.marks) <= (new | own) - worked.en
            if unused and lies_within(one, other) and not _turns(left, one, right, other):
                worked.zh |= free.intersection(one.marks)
                worked.en |= new.intersection(other.marks)
                break


def _turns(left: Side, one: Length, right: Side, other: Length) -> bool:
    """Whether one length is what something came to, and the other by how much it changed: 压缩至 and "cut by"."""
    first = (
        side.marks[i].quantity for side, length in ((left, one), (right, other)) for i in length.marks[:1]
    )
    return {quantity.motion for quantity in first} == {Motion.TO, Motion.BY}
