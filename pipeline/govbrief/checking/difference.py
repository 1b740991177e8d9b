"""Owns in what a number of a text differs from the number of the source that has its value."""

from govbrief.checking.circumstances import contradictions
from govbrief.checking.exactness import differs_in_exactness
from govbrief.checking.marks import NAME, Mark
from govbrief.checking.pair import unit_rule
from govbrief.checking.pairing import CLASH, agreement
from govbrief.checking.words import fold
from govbrief_schemas.finding import Rule
from govbrief_schemas.quantity import Direction


def difference(mark: Mark, other: Mark, language: str) -> Rule | None:
    """The first way in which a number differs from the source's one of the same value; None if in none."""
    if agreement(mark, other) == CLASH:
        return unit_rule(mark, other)
    if language == "zh" and NAME in {mark.group, other.group} and not _same_name(mark, other):
        return Rule.NAME
    if language == "zh" and _other_unit(mark, other):
        return Rule.UNIT
    if {mark.direction, other.direction} == {Direction.UP, Direction.DOWN}:
        return Rule.DIRECTION
    if differs_in_exactness(mark, other, language):
        return Rule.QUALIFIER
    return next(contradictions(mark, other), None)


def _same_name(mark: Mark, other: Mark) -> bool:
    """Names are compared as text: 12+8 is not 12+1, and 3部 is not said by 三项制度."""
    if mark.group == other.group:
        return fold(mark.text) == fold(other.text) or not (mark.digits and other.digits)
    name, amount = (mark, other) if mark.group == NAME else (other, mark)
    return amount.quantity.unit in name.text


def _other_unit(mark: Mark, other: Mark) -> bool:
    """True when two Chinese numbers carry different units; one without a unit says less, not otherwise."""
    if not mark.quantity.unit or not other.quantity.unit or mark.quantity.unit == other.quantity.unit:
        return False
    return mark.dimension != other.dimension
