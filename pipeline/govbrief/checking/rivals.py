"""Owns which numbers may be mistaken for each other, and which of a text change places with those of its evidence."""

from collections.abc import Iterator, Sequence

from govbrief.checking.marks import POINT, SHARE, Mark
from govbrief.checking.source_index import Held
from govbrief.checking.surroundings import Words, likeness
from govbrief_schemas.quantity import Motion

_CROSSED = 0.6
"""How much two numbers of a text must gain by changing places before they count as swapped."""
_SIDE_BY_SIDE = 200
"""Pairs further on in a text that a pair may have changed places with; a page holds fewer."""


def is_end(mark: Mark, other: Mark) -> bool:
    """Whether two numbers are the same end of a change: 由214件, 降到147件."""
    return mark.quantity.motion is other.quantity.motion and mark.quantity.motion in {Motion.FROM, Motion.TO}


def find_swapped(
    found: Sequence[Mark], ours: Sequence[Words], evidence: Held, pairs: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """Numbers of the text that fit better when two of them change places, with what each should be."""
    swapped: dict[int, int] = {}
    theirs, held = evidence.words, evidence.marks
    for (i, j), (k, m) in _neighbours(pairs):
        if held[j].value == held[m].value or not are_rivals(held[j], held[m]):
            continue
        if is_end(found[i], held[j]) and is_end(found[k], held[m]):
            continue
        straight = likeness(ours[i], theirs[j]) + likeness(ours[k], theirs[m])
        if likeness(ours[i], theirs[m]) + likeness(ours[k], theirs[j]) > straight + _CROSSED:
            swapped[i], swapped[k] = m, j
    return swapped


def _neighbours(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Any two pairs that stand near each other in the text."""
    for at, pair in enumerate(pairs):
        yield from ((pair, other) for other in pairs[at + 1 : at + 1 + _SIDE_BY_SIDE])


def same_unit(one: Mark, other: Mark) -> bool:
    """Whether two numbers have one unit, or none."""
    return one.quantity.unit == other.quantity.unit


def are_rivals(one: Mark, other: Mark) -> bool:
    """True for numbers that could be mistaken for each other: of one unit, or percent and points.

    The two years of 2021—2025年 are one quantity, of which neither stands for the other.
    """
    if one.quantity is other.quantity:
        return False
    return (one.group == other.group and one.quantity.unit == other.quantity.unit) or (
        {one.group, other.group} == {SHARE, POINT}
    )
