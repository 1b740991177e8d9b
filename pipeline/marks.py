"""Owns Mark: a quantity in the form in which the check compares it; dates fall apart into year, month and day.

Two quantities may be equal without looking equal: 50% and half, 13.7万件 and 137,000, 2万公顷 and 300,000 mu. A Mark
has the exact value in the base unit of its dimension, so that equality is equality of fractions.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from pipeline.units import to_base
from schemas.quantity import Direction, Qualifier, Quantity, QuantityKind

SHARE = "share"
POINT = "point"
DAY, MONTH, YEAR = "day", "month", "year"
DATE_PARTS = frozenset({DAY, MONTH, YEAR})

_GROUPS = {
    QuantityKind.COUNT: "count",
    QuantityKind.MONEY: "money",
    QuantityKind.PERCENT: SHARE,
    QuantityKind.POINT: POINT,
    QuantityKind.MULTIPLE: "multiple",
    QuantityKind.RATIO: SHARE,
    QuantityKind.MEASURE: "measure",
    QuantityKind.DURATION: "duration",
    QuantityKind.TIME: "time",
    QuantityKind.ORDINAL: "ordinal",
    QuantityKind.LABEL: "label",
    QuantityKind.CODE: "code",
    QuantityKind.NAME: "name",
}
_ZH_NUMERALS = "〇○零一二两三四五六七八九十"


class Mark(NamedTuple):
    """One number to compare."""

    value: Fraction
    """In the base unit of the dimension; percent, points and fractions as a share of one."""
    group: str
    """What may be compared with what: count, money, share, point, measure, duration, year, month, day, name..."""
    dimension: str
    """Base unit, e.g. `m`, `CNY`; empty when the unit is a measure word or unknown."""
    start: int
    end: int
    digits: bool
    """True when written in Arabic digits: those are never idioms."""
    quantity: Quantity

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


def marks(quantities: Iterable[Quantity]) -> tuple[Mark, ...]:
    """The quantities as marks, in order of their place in the text."""
    return tuple(mark for quantity in quantities for mark in _marks_of(quantity))


def _marks_of(quantity: Quantity) -> Iterator[Mark]:
    if quantity.kind is QuantityKind.DATE:
        parts = tuple(date_parts(quantity.text))
        yield from (
            Mark(
                value,
                group,
                "",
                quantity.span.start + a,
                quantity.span.start + b,
                digits=True,
                quantity=quantity,
            )
            for group, value, a, b in parts
        )
        if parts:
            return
    value, dimension = (
        to_base(quantity.value, quantity.unit) if quantity.unit else (Fraction(quantity.value), "")
    )
    if quantity.kind is QuantityKind.TIME:
        value = minutes_of(quantity.text, value)
    elif quantity.kind is QuantityKind.PERCENT and not dimension:
        value /= 100
    elif quantity.kind is QuantityKind.RATIO:
        value = value.limit_denominator(_MAX_DENOMINATOR)
    digits = any(char.isdigit() and char.isdecimal() for char in quantity.text)
    group = _GROUPS.get(quantity.kind, DAY)
    yield Mark(value, group, dimension, *quantity.span, digits, quantity)


_CLOCK = re.compile(
    rf"(?P<h>[\d{_ZH_NUMERALS}]+)\s*(?:[时点:：.]|o['’]clock)?\s*(?:(?P<m>[\d{_ZH_NUMERALS}]+)|(?P<half>半))?",
    re.IGNORECASE,
)
_HALF_DAY = 720
_MAX_DENOMINATOR = 10_000
"""A third read as 0.333... is a third again."""


def minutes_of(text: str, fallback: Fraction) -> Fraction:
    """Minutes since the last noon or midnight: `14时40分`, `14:40` and `2:40 p.m.` are all 160."""
    match = _CLOCK.search(text)
    if not match:
        return fallback
    minutes = 30 if match["half"] else chinese_integer(match["m"] or "0")
    return Fraction((60 * chinese_integer(match["h"]) + minutes) % _HALF_DAY)


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_CHINESE = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_ZH_NUMBER = rf"[\d{_ZH_NUMERALS}]+"
_DATE_PART = re.compile(
    rf"(?P<year>{_ZH_NUMBER})\s*年|(?P<month>{_ZH_NUMBER})\s*月|(?P<day>{_ZH_NUMBER})\s*[日号]"
    r"|(?<![A-Za-z])(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?![a-z])"
    r"|(?P<iso>\d{4})[-/.](?P<isomonth>\d{1,2})(?:[-/.](?P<isoday>\d{1,2}))?(?!\d)"
    r"|(?<!\d)(?P<bareyear>(?:1[5-9]|20|21)\d\d)(?!\d)|(?<![\d.])(?P<bareday>\d{1,2})(?:st|nd|rd|th)?(?![\d.]|\s*:)",
    re.IGNORECASE,
)


def chinese_integer(text: str) -> int:
    """A small integer in digits or Chinese numerals, positional or with 十: 2024, 二〇二四, 三十一."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (chinese_integer(tens) if tens else 1) + (chinese_integer(ones) if ones else 0)
    return int("".join(str(_CHINESE.get(char, char)) for char in text) or 0)


def date_parts(text: str) -> Iterator[tuple[str, Fraction, int, int]]:
    """Group, value and offsets of each part of a date: `2024年3月5日`, `March 5, 2024`, `2024-03-05`."""
    for match in _DATE_PART.finditer(text):
        found = {name: value for name, value in match.groupdict().items() if value}
        for name, value in found.items():
            group = _PART_GROUPS[name]
            number = _MONTHS.index(value[:3].lower()) + 1 if name == "name" else chinese_integer(value)
            if group is YEAR and number < 100 and "年" in match[0]:  # noqa: PLR2004 - 23年 is 2023
                number += 2000 if number < 50 else 1900  # noqa: PLR2004
            yield group, Fraction(number), match.start(name), match.end(name)


_PART_GROUPS = {
    "year": YEAR, "bareyear": YEAR, "iso": YEAR, "month": MONTH, "name": MONTH, "isomonth": MONTH,
    "day": DAY, "bareday": DAY, "isoday": DAY,
}  # fmt: skip
