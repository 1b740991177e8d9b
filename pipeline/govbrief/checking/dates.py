"""Owns the parts of dates and times: `2024年3月5日`, `March 5, 2024` and `2024-03-05` have the same three.

The readers of numbers find a date as a whole; the check compares part by part, because a translation may
leave the year to the sentence before, or share a month between two days.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

DAY, MONTH, YEAR = "day", "month", "year"
QUARTER, DECADE, CENTURY, PERIOD = "quarter", "decade", "century", "period"
TIME = "time"
DATE_PARTS = frozenset({DAY, MONTH, YEAR, QUARTER, DECADE, CENTURY, PERIOD})


class Part(NamedTuple):
    """One number of a date or time, with its offsets in the text it was read from."""

    group: str
    value: Fraction
    start: int
    end: int


NUMERALS = "〇○零一二两三四五六七八九十"
_CHINESE = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_N = rf"[\d{NUMERALS}]+"
_SHARED = rf"(?=\s*(?:[-—–~～至到、和及与]+\s*{_N}\s*)?"
"""A unit behind the next number stands for this one too: 3至6月, 17和22日."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - a list of words reads better
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_DAY_WORDS = re.findall(
    r"\w+",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
)
"""The Fourth of July; those above have digits."""
_PART = re.compile(
    rf"(?P<decade>{_N})\s*年代|(?P<century>{_N})\s*世纪|(?P<quarter>{_N})\s*个?季度?"
    rf"|(?P<year>{_N}){_SHARED}年)|(?P<month>{_N}){_SHARED}月)|(?P<day>{_N}){_SHARED}[日号])"
    rf"|(?<=月)(?P<feastday>初[{NUMERALS}]+|十五)"
    r"|(?P<enquarter>first|second|third|fourth|last)[\s-](?:(?:fiscal|calendar|business)[\s-])?quarter|\bq(?P<shortquarter>[1-4])(?!\d)|\b(?P<quarterq>[1-4])q(?![a-z])"
    r"|(?<![A-Za-z])(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*|\.)(?![a-z])"
    r"|(?P<iso>\d{4})[-/.](?P<isomonth>0?[1-9]|1[0-2])(?:[-/.](?P<isoday>\d{1,2}))?(?!\d)"
    r"|(?:(?<=\d{4}[-–—/])|(?<=\b[1-4][qh]))(?P<shortyear>\d\d)(?![\d/-])"
    rf"|\b(?P<dayword>{'|'.join(_DAY_WORDS)})(?=\s(?:day\s)?of\s)"
    r"|(?P<endecade>(?:1[5-9]|20)?\d0)['’]?s\b|(?<!\d)(?P<bareyear>(?:1[0-9]|20|21)\d\d)(?!\d)"
    r"|(?<![\d.])(?P<bareday>\d{1,2})(?:st|nd|rd|th)?(?![\d.]|\s*:)",
    re.IGNORECASE,
)
_GROUPS = {
    "year": YEAR, "shortyear": YEAR, "bareyear": YEAR, "iso": YEAR,
    "feastday": DAY, "month": MONTH, "name": MONTH, "isomonth": MONTH,
    "day": DAY, "dayword": DAY, "bareday": DAY, "isoday": DAY, "decade": DECADE, "endecade": DECADE, "century": CENTURY,
    "quarter": QUARTER, "enquarter": QUARTER, "shortquarter": QUARTER, "quarterq": QUARTER,
}  # fmt: skip
_CLOCK = re.compile(
    rf"(?P<h>[\d{NUMERALS}]{{1,3}})\s*(?:[时点:：h]|\.(?=[0-5]\d\s*[ap]\.?m)|o['’]\s?clock|(?=\s*[ap]\.?m))"
    rf"\s*(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<m>[\d{NUMERALS}]{{1,3}})(?:\s*[:：]\s*\d\d)?)?"
    r"|(?P<noon>noon|midnight|正午|中午|午夜)",
    re.IGNORECASE,
)
_TWO_HOURS = re.compile("[一二两三四五六七八九]{2}")
"""三四点 is three or four o'clock."""
_HALF_DAY = 720


def chinese_integer(text: str) -> int:
    """A small integer in digits or Chinese numerals, positional or with 十: 2024, 二〇二四, 三十一."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (chinese_integer(tens) if tens else 1) + (chinese_integer(ones) if ones else 0)
    return int("".join(str(_CHINESE.get(char, char)) for char in text) or 0)


def date_parts(text: str) -> Iterator[Part]:
    """Every part of a date, in order; a decade is its two digits (1990s and 90年代 are 90)."""
    for match in _PART.finditer(text):
        for name, value in match.groupdict().items():
            if value:
                yield Part(
                    _GROUPS[name], Fraction(_part_value(name, value)), match.start(name), match.end(name)
                )


def _part_value(name: str, text: str) -> int:
    if name == "name":
        return _MONTHS.index(text[:3].lower()) + 1
    if name == "enquarter":
        return _QUARTERS[text.lower()]
    if name == "dayword":
        return _DAY_WORDS.index(text.lower()) + 1
    number = chinese_integer(text.lstrip("初"))
    if name == "endecade":
        return number % 100
    if name in {"year", "shortyear"} and number < 100:  # noqa: PLR2004 - 23年 is 2023
        return number + (2000 if number < 50 else 1900)  # noqa: PLR2004
    return number


def clock_parts(text: str) -> Iterator[Part]:
    """Minutes since noon or midnight of every time: `14时40分`, `14:40` and `2:40 p.m.` are all 160."""
    for match in _CLOCK.finditer(text):
        if match["noon"]:
            yield Part(TIME, Fraction(0), *match.span())
            continue
        if _TWO_HOURS.fullmatch(match["h"]):
            for at, hour in enumerate(match["h"], match.start("h")):
                yield Part(TIME, Fraction(60 * chinese_integer(hour) % _HALF_DAY), at, at + 1)
            continue
        quarters = 15 * chinese_integer(match["quarter"] or "0")
        minutes = 30 if match["half"] else quarters or chinese_integer(match["m"] or "0")
        yield Part(TIME, Fraction((60 * chinese_integer(match["h"]) + minutes) % _HALF_DAY), *match.span())


def date_and_clock_parts(text: str, *, dated: bool) -> Iterator[Part]:
    """The parts of a date that may hold a time of day (2023-03-22 10:53), or of a time alone."""
    clock = tuple(clock_parts(text))
    if dated:
        chars = list(text)
        for part in clock:
            chars[part.start : part.end] = " " * (part.end - part.start)
        yield from date_parts("".join(chars))
    yield from clock


def clock_value(face: Fraction) -> Fraction:
    """Minutes since noon or midnight of a time that was read as 745 or 7."""
    hours, minutes = divmod(int(face), 100) if face >= 100 else (int(face), 0)  # noqa: PLR2004 - hhmm
    return Fraction((60 * hours + minutes) % _HALF_DAY)
