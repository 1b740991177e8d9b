"""Owns Mark: a quantity in the form in which it is compared; dates fall apart into year, month and day.

Two quantities may be equal without looking equal: 50% and half, 13.7万件 and 137,000, 2公顷 and 30 mu. A Mark
has the exact value in the base unit of its dimension, so that equality is equality of fractions.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from govbrief.checking.dates import DATE_PARTS, PERIOD, TIME, Part, clock_value, date_and_clock_parts
from govbrief.checking.loose import name_values
from govbrief.checking.multiples import factors_of
from govbrief.numbers.find import find_quantities
from govbrief.numbers.numerals import ZH_NUMERAL, parse_numeral
from govbrief.numbers.units import to_base
from govbrief_schemas.quantity import Direction, Qualifier, Quantity, QuantityKind

SHARE, POINT, NAME = "share", "point", "name"

_GROUPS = {
    QuantityKind.COUNT: "count",
    QuantityKind.MONEY: "money",
    QuantityKind.PERCENT: SHARE,
    QuantityKind.POINT: POINT,
    QuantityKind.MULTIPLE: "multiple",
    QuantityKind.RATIO: SHARE,
    QuantityKind.MEASURE: "measure",
    QuantityKind.DURATION: "duration",
    QuantityKind.ORDINAL: "ordinal",
    QuantityKind.LABEL: "label",
    QuantityKind.CODE: NAME,
    QuantityKind.NAME: NAME,
    QuantityKind.DATE: PERIOD,
    QuantityKind.TIME: TIME,
}
_OPPOSED = frozenset({QuantityKind.RATIO, QuantityKind.NAME, QuantityKind.CODE})
_RATIO = re.compile(r"[^:：∶比A-Za-z]+(?:[:：∶比]\s?[^:：∶比A-Za-z]+){1,4}")
_RATIO_SIDE = re.compile("[^:：∶比\\s]+")
_RANK = re.compile(f"[0-9]+|[{ZH_NUMERAL}]+")
_RANKS = re.compile(f"^第[^、和至到—-]+[、和至到—-]第?[0-9{ZH_NUMERAL}]")
_MAX_DENOMINATOR = 10_000
"""A third read as 0.333... is a third again."""


class Mark(NamedTuple):
    """One number to compare."""

    value: Fraction
    """In the base unit of the dimension; percent, points and fractions as a share of one."""
    face: Fraction
    """As written, scale words multiplied out."""
    group: str
    """What may be compared with what: count, money, share, point, measure, duration, year, month, name..."""
    dimension: str
    """What the unit measures, e.g. `length`, `CNY`; a measure word measures itself; empty without a unit."""
    start: int
    end: int
    digits: bool
    """True when written in Arabic digits: those are never idioms."""
    quantity: Quantity
    others: frozenset[Fraction] = frozenset()
    """Further values that a name could be translated by: 十四五 is 14 and ends in 2025."""
    factors: frozenset[Fraction] = frozenset()
    """What the measure is multiplied by, as far as a multiple or a change in percent says: 增长两倍 is threefold."""

    @property
    def text(self) -> str:
        """The slice of the whole quantity."""
        return self.quantity.text

    @property
    def qualifier(self) -> Qualifier:
        """How exact the text says the value is."""
        return self.quantity.qualifier

    @property
    def direction(self) -> Direction:
        """Whether the text says that the measure rose or fell."""
        return self.quantity.direction


@lru_cache(maxsize=1024)
def marks_of(text: str, language: str) -> tuple[Mark, ...]:
    """The marks of a text, which rules of numbers and of words ask for one after the other."""
    return marks(find_quantities(text, language))


def marks(quantities: Iterable[Quantity]) -> tuple[Mark, ...]:
    """The quantities as marks, in order of their place in the text."""
    return tuple(mark for quantity in quantities for mark in _marks_of(quantity))


def _marks_of(quantity: Quantity) -> Iterator[Mark]:
    if quantity.kind in {QuantityKind.DATE, QuantityKind.TIME} or (
        "季度" in quantity.text and quantity.kind is not QuantityKind.DURATION
    ):
        parts = (*date_and_clock_parts(quantity.text, dated=quantity.kind is not QuantityKind.TIME),)
        if parts:
            yield from (_part_mark(quantity, part) for part in parts)
            return
    if quantity.kind in _OPPOSED and _RATIO.fullmatch(quantity.text):
        yield from _ratio_marks(quantity)
        return
    if quantity.kind is QuantityKind.ORDINAL and _RANKS.search(quantity.text):
        yield from _ordinal_marks(quantity)
        return
    value, face, group, dimension, digits, others = _reading(
        quantity.text, quantity.value, quantity.unit, quantity.kind
    )
    yield Mark(
        value, face, group, dimension, *quantity.span, digits, quantity, others, factors_of(quantity, value)
    )


@lru_cache(maxsize=4096)
def _reading(
    text: str, said: Decimal, unit: str, kind: QuantityKind
) -> tuple[Fraction, Fraction, str, str, bool, frozenset[Fraction]]:
    """Value, face value, group, dimension, whether in digits, and further values; reports say numbers again."""
    face = Fraction(said)
    value, dimension = to_base(said, unit) if unit else (face, "")
    others: frozenset[Fraction] = frozenset()
    if kind is QuantityKind.RATIO:
        value = value.limit_denominator(_MAX_DENOMINATOR)
    elif kind is QuantityKind.TIME:
        value = face = clock_value(face)
    elif _GROUPS[kind] == NAME:
        others = name_values(text) or frozenset({face})
        face = face if face in others else min(others)
    return value, face, _GROUPS[kind], dimension, _has_digits(text), others


def _ratio_marks(quantity: Quantity) -> Iterator[Mark]:
    """师生比1:2.5 has two numbers, because a translation may write them apart: 1 to 2.5."""
    for side in _RATIO_SIDE.finditer(quantity.text):
        value = Fraction(parse_numeral(side[0]) or 0)
        at = quantity.span.start
        place = at + side.start(), at + side.end()
        yield Mark(value, value, "count", "", *place, _has_digits(side[0]), quantity)


def _ordinal_marks(quantity: Quantity) -> Iterator[Mark]:
    """第3、4、5章 and 第二至第五条 rank as many things as they name."""
    at = quantity.span.start
    for rank in _RANK.finditer(quantity.text):
        value = Fraction(parse_numeral(rank[0]) or 0)
        place = at + rank.start(), at + rank.end()
        yield Mark(value, value, "ordinal", "", *place, _has_digits(rank[0]), quantity)


def _part_mark(quantity: Quantity, part: Part) -> Mark:
    at = quantity.span.start
    digits = _has_digits(quantity.text[part.start : part.end])
    return Mark(part.value, part.value, part.group, "", at + part.start, at + part.end, digits, quantity)


def _has_digits(text: str) -> bool:
    return any(char.isdecimal() for char in text)


__all__ = ["DATE_PARTS", "NAME", "POINT", "SHARE", "Mark", "marks", "marks_of"]
