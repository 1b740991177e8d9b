"""Owns figures that are rounded with a word or converted: nearly 6,000 for 5,837, 30,000 mu for 2,000 hectares."""

from fractions import Fraction

from govbrief.checking.marks import Mark
from govbrief_schemas.quantity import Qualifier

UPWARD = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
DOWNWARD = frozenset({Qualifier.NEARLY, Qualifier.AT_MOST})

_DAY_SECONDS = 86_400
_ROUNDING = Fraction(1, 20)
"""How far a number that the text calls rounded may stand from the exact one."""
_CONVERSION = Fraction(1, 50)
"""How far a number in another unit of the same dimension may be rounded."""
_BOTH_ROUGH = Fraction(1, 10)
"""The same where both call themselves inexact: 二十余丈, over 60 meters."""


def converts(one: Mark, other: Mark) -> bool:
    """Equal in another unit of the same dimension, up to rounding."""
    if {one.dimension, other.dimension} == {"month", "second"}:
        months, seconds = sorted((one, other), key=lambda mark: mark.dimension)
        # a month is 28 to 31 days: 一个月 and 30 days, 一年 and 52 weeks
        return 28 * months.value <= seconds.value / _DAY_SECONDS <= 31 * months.value
    if {one.dimension, other.dimension} == {"celsius", "fahrenheit"}:
        celsius, fahrenheit = sorted((one, other), key=lambda mark: mark.dimension)
        return abs(celsius.value * 9 / 5 + 32 - fahrenheit.value) <= 1
    rough = {one.qualifier, other.qualifier} != {Qualifier.EXACT}
    allowed = _BOTH_ROUGH if Qualifier.EXACT not in {one.qualifier, other.qualifier} else _ROUNDING
    return (
        bool(one.dimension)
        and one.dimension == other.dimension
        and one.quantity.unit != other.quantity.unit
        and abs(one.value - other.value) <= abs(other.value) * (allowed if rough else _CONVERSION)
    )


def rounds(rounded: Mark, exact: Mark) -> bool:
    """True when `rounded` calls itself inexact, has fewer digits, and lies where its qualifier says."""
    if rounded.qualifier is Qualifier.EXACT or rounded.group != exact.group or not exact.value:
        return False
    if rounded.qualifier is Qualifier.OVER and _truncates(rounded, exact):
        return True
    gap = rounded.value - exact.value
    if abs(gap) > abs(exact.value) * _ROUNDING or _precision(rounded) >= _precision(exact):
        return False
    above = rounded.qualifier in UPWARD and gap > 0
    return not (above or (rounded.qualifier in DOWNWARD and gap < 0))


def _truncates(rounded: Mark, exact: Mark) -> bool:
    """True for 1300余件 of 1372: the first digits of the number, or a single one that is near."""
    one, other = (m.quantity.value.normalize().as_tuple() for m in (rounded, exact))
    length, size = len(one.digits), len(one.digits) + int(one.exponent)
    same_size = size == len(other.digits) + int(other.exponent)
    near = length > 1 or exact.value - rounded.value <= abs(exact.value) / 10
    cut = rounded.quantity.unit == exact.quantity.unit and len(other.digits) > length and near
    return cut and same_size and other.digits[:length] == one.digits


def _precision(mark: Mark) -> int:
    return len(mark.quantity.value.normalize().as_tuple().digits)


def qualifiers_clash(one: Qualifier, other: Qualifier) -> bool:
    """True when one says more and the other says less; leaving a qualifier out is no clash."""
    return (one in UPWARD and other in DOWNWARD) or (one in DOWNWARD and other in UPWARD)
