"""Owns the pairing of two lists of marks: which number of one text is which number of the other.

Numbers are paired by value first, then by how well kind, unit and place in the sentence agree; nothing here decides
whether a pair is right. Pairing is symmetric: exchanging the two lists gives the same pairs, turned around.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from pipeline.marks import DATE_PARTS, DAY, MONTH, POINT, SHARE, YEAR, Mark

SAME, LOOSE, ODD, CLASH = range(4)
"""Grades of agreement of two equal values: same kind and unit; one side says less; kinds that seldom translate each
other; kinds or units that contradict each other."""

_PLAIN = frozenset({"count", "ordinal", "label", "code", "name", "multiple"})
_DIMENSIONAL = frozenset({"money", "measure", "duration"})


class Pairs(NamedTuple):
    """Who belongs to whom, by index, and who is left over."""

    pairs: tuple[tuple[int, int], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


def keys(mark: Mark) -> tuple[tuple[str, Fraction], ...]:
    """Under which values a mark may be met: its face value, and the value in base units when it has any."""
    face = ("", Fraction(mark.quantity.value) if mark.group not in DATE_PARTS | {"time"} else mark.value)
    return (face, (mark.dimension, mark.value)) if mark.dimension else (face,)


def agreement(one: Mark, other: Mark) -> int | None:
    """The grade at which two marks agree; None when their values differ."""
    if one.group == other.group:
        return _within_group(one, other)
    if Fraction(one.quantity.value) != Fraction(other.quantity.value) and one.value != other.value:
        return None
    groups = {one.group, other.group}
    if MONTH in groups or (groups & DATE_PARTS and groups & {"money", "measure", SHARE, POINT, "multiple"}):
        return None
    if groups == {SHARE, POINT} or groups <= _DIMENSIONAL:
        return CLASH
    if groups <= _PLAIN or (groups & _DIMENSIONAL and groups & {"count", "name", "ordinal"}):
        return LOOSE
    return LOOSE if groups == {DAY, "duration"} or groups == {YEAR, "name"} else ODD


def _within_group(one: Mark, other: Mark) -> int | None:
    if one.group in DATE_PARTS or one.group in {"time", SHARE}:
        return SAME if one.value == other.value else None
    if one.dimension and one.dimension == other.dimension:
        return SAME if one.value == other.value else None
    if one.quantity.value != other.quantity.value:
        return None
    clash = one.group in _DIMENSIONAL and one.dimension and other.dimension
    return CLASH if clash else SAME


def pair_up(
    left: Sequence[Mark], right: Sequence[Mark], distance: Callable[[int, int], float] | None = None
) -> Pairs:
    """Pair equal values one to one; better agreement first, then the smaller distance.

    Without a distance function that is how far apart two places are in the order of numbers.
    """
    apart = distance or (lambda i, j: _drift(i, len(left), j, len(right)))
    by_key: dict[tuple[str, Fraction], list[int]] = {}
    for j, mark in enumerate(right):
        for key in keys(mark):
            by_key.setdefault(key, []).append(j)
    candidates: set[tuple[int, float, int, int]] = set()
    for i, mark in enumerate(left):
        for j in {j for key in keys(mark) for j in by_key.get(key, ())}:
            grade = agreement(mark, right[j])
            if grade is not None:
                candidates.add((grade, apart(i, j), i, j))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
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


def _drift(i: int, left: int, j: int, right: int) -> float:
    """How far apart two places are in the order of numbers, as a share of the text."""
    return abs((i + 0.5) / left - (j + 0.5) / right)
