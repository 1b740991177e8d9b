"""Owns which numbers may be mistaken for each other, and which of a text change places with those of its evidence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

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
    fits = [likeness(ours[i], theirs[j]) for i, j in pairs]
    known = {value: at for at, value in enumerate({held[j].value for _, j in pairs})}
    values = [known[held[j].value] for _, j in pairs]
    for one, two in _neighbours(fits, values):
        (i, j), (k, m) = pairs[one], pairs[two]
        if not are_rivals(held[j], held[m]):
            continue
        if is_end(found[i], held[j]) and is_end(found[k], held[m]):
            continue
        crossed = likeness(ours[i], theirs[m]) + likeness(ours[k], theirs[j])
        if crossed > fits[one] + fits[two] + _CROSSED:
            swapped[i], swapped[k] = m, j
    return swapped


def _neighbours(fits: Sequence[float], values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Any two pairs near each other in the text that could fit better crossed, of which neither is better than 1.

    Each value has a number of its own: those of one value cannot have changed places.
    """
    weak = [at for at, fit in enumerate(fits) if fit + _CROSSED < 1]
    for at, fit in enumerate(fits):
        end = min(len(fits), at + 1 + _SIDE_BY_SIDE)
        if fit < 1:
            others: Iterable[int] = range(at + 1, end)
        else:
            others = weak[bisect_right(weak, at) : bisect_left(weak, end)]
        own = values[at]
        yield from (
            (at, other) for other in others if values[other] != own and fit + fits[other] + _CROSSED < _BEST
        )


_BEST = 2
"""What two pairs fit together at most."""


def same_unit(one: Mark, other: Mark) -> bool:
    """Whether two numbers have one unit, or none."""
    return one.quantity.unit == other.quantity.unit


def are_rivals(one: Mark, other: Mark) -> bool:
    """True for numbers that could be mistaken for each other: of one unit, or percent and points.

    The two years of 2021—2025年 are one quantity, of which neither stands for the other.
    """
    return one.quantity is not other.quantity and of_one_kind(one, other)


def of_one_kind(one: Mark, other: Mark) -> bool:
    """Whether two numbers have one group and one unit, or are percent and points."""
    return (one.group == other.group and one.quantity.unit == other.quantity.unit) or (
        {one.group, other.group} == {SHARE, POINT}
    )
