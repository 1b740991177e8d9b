"""Owns which number of the evidence an unfound number most likely stands for; it accuses nobody."""

from govbrief.checking.marks import Mark
from govbrief.checking.source_index import Held
from govbrief.checking.surroundings import Words, likeness


def nearest(mark: Mark, around: Words, evidence: Held) -> tuple[Mark | None, float]:
    """The number of the evidence that this one stands for: same kind, alike surroundings, unit and digits."""

    def rank(pair: tuple[Words, Mark]) -> tuple[float, bool, bool, float]:
        words, other = pair
        same_unit = other.quantity.unit == mark.quantity.unit
        return likeness(around, words), same_unit, *_closeness(mark, other)

    rivals = [
        pair for pair in zip(evidence.words, evidence.marks, strict=True) if pair[1].group == mark.group
    ]
    if not rivals:
        return None, 0.0
    words, near = max(rivals, key=rank)
    return near, likeness(around, words)


def _closeness(one: Mark, other: Mark) -> tuple[bool, float]:
    """Whether two values have the same digits, as after a slip of the scale, and how near they are."""
    gap, size = abs(one.value - other.value), abs(one.value) + abs(other.value)
    return _digits(one) == _digits(other), -float(gap / size) if size else 0.0


def _digits(mark: Mark) -> tuple[int, ...]:
    return mark.quantity.value.normalize().as_tuple().digits
