"""Owns lengths of time that are told in another unit: 119分钟 is "just under two hours", 371天 "over a year".

A length is one number with a unit of time or several in a row (an hour and 59 minutes), or a unit with an article.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from govbrief.checking.marks import SHARE, Mark
from govbrief.numbers.relations import Language
from govbrief_schemas.quantity import Qualifier

_DAY = 86_400
_MONTH = Fraction(487, 16)
"""Days of a month on an average: 365.25 of twelve."""
_AND_ONE = re.compile(r"\b(?:an?|one)\s(?P<unit>week|day|hour|minute|month|year)\s(?:and\s)?$", re.IGNORECASE)
"""In front of 40 minutes: an hour and."""
_WINDOW = 20
_JOINT = re.compile(r"(?:[零又]|\s?(?:and\s)?|,\s)")
_SMALL_UNITS = {"分": Fraction(1, 1440), "秒": Fraction(1, _DAY)}
"""分 behind hours are minutes, and a score anywhere else."""
_UNITS = {
    "second": Fraction(1, _DAY),
    "minute": Fraction(1, 1440),
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "fortnight": Fraction(14),
    "month": _MONTH,
    "year": 12 * _MONTH,
    "decade": 120 * _MONTH,
    "century": 1200 * _MONTH,
    "half-century": 600 * _MONTH,
}
_QUALIFIED = {
    Qualifier.OVER: r"more\sthan|well\sover|just\sover|a\slittle\sover|over|longer\sthan",
    Qualifier.NEARLY: r"nearly|almost|close\sto|just\sunder|just\sshort\sof|not\syet|not\squite"
    r"|the\sbest\spart\sof|barely",
    Qualifier.AT_MOST: r"less\sthan|under|within|not\seven|inside|shy\sof",
    Qualifier.ABOUT: r"about|around|roughly|some|approximately",
}
_A_UNIT = re.compile(
    "(?:"
    + "|".join(rf"(?P<{name.name}>\b(?:{words}))" for name, words in _QUALIFIED.items())
    + r")\s(?:a|an|one|half\sa)\s(?P<unit>"
    + "|".join(sorted(_UNITS, key=len, reverse=True))
    + r")\b(?!\s(?:and\sa\shalf|ago\sto))|\b(?P<fortnight>a\sfortnight)\b",
    re.IGNORECASE,
)
_TENTH, _MORE, _MUCH_MORE, _JUST = Fraction(1, 10), Fraction(1, 2), Fraction(3, 4), Fraction(1, 4)
_ROUNDED = Fraction(1, 50)


class Length(NamedTuple):
    """A length of time in days, and the numbers that tell it."""

    days: Fraction
    unit: Fraction
    """Days of the unit that it is told in; of several the smallest."""
    qualifier: Qualifier
    marks: tuple[int, ...]
    parts: int
    """How many units tell it: an hour and 40 minutes has two."""


def lengths_in(text: str, marks: Sequence[Mark], language: Language) -> list[Length]:
    """Every length of time that a text tells, several units in a row as one."""
    found, at = [], 0
    while at < len(marks):
        first = _days(marks[at], None)
        parts = [first] if first else []
        before = _AND_ONE.search(text, max(0, marks[at].start - _WINDOW), marks[at].start) if parts else None
        whole = _UNITS[before["unit"].lower()] if before else Fraction()
        while parts and at + len(parts) < len(marks):
            last, following = marks[at + len(parts) - 1], marks[at + len(parts)]
            more = _days(following, last)
            joined = _JOINT.fullmatch(text[last.quantity.span.end : following.quantity.span.start])
            if not joined or not more or more[1] >= parts[-1][1]:
                break
            parts.append(more)
        if parts:
            places = tuple(range(at, at + len(parts)))
            days = sum((part[0] for part in parts), whole)
            found.append(Length(days, parts[-1][1], marks[at].qualifier, places, len(parts) + bool(whole)))
        at += max(1, len(parts))
    return found + ([*_articles(text)] if language == "en" else [])


def _days(mark: Mark, behind: Mark | None) -> tuple[Fraction, Fraction] | None:
    """How many days a number of time is, and how many its unit; None for anything else."""
    if mark.group == "duration" and mark.face and mark.dimension in {"month", "second"}:
        days = mark.value * _MONTH if mark.dimension == "month" else mark.value / _DAY
        return days, days / mark.face
    if behind and mark.group == SHARE and not mark.digits and (told := _days(behind, None)):
        return mark.value * told[1], told[1] / 4  # two hours and three quarters
    unit = _SMALL_UNITS.get(mark.quantity.unit)
    return (mark.face * unit, unit) if unit and behind and behind.group == "duration" else None


def _articles(text: str) -> Iterator[Length]:
    """More than a year, just under an hour, a fortnight."""
    for match in _A_UNIT.finditer(text):
        if match["fortnight"]:
            yield Length(Fraction(14), Fraction(14), Qualifier.EXACT, (), 1)
            continue
        unit = _UNITS[match["unit"].lower()]
        qualifier = next(name for name in _QUALIFIED if match[name.name])
        yield Length(unit / (2 if "half" in match[0].lower().split() else 1), unit, qualifier, (), 1)


def lies_within(exact: Length, told: Length) -> bool:
    """Whether a length in other units is the exact one, or lies on the side of it that its qualifier says."""
    if exact.unit == told.unit and exact.parts == told.parts:
        return False
    size, gap = told.days / told.unit, (exact.days - told.days) / told.unit
    whole = Fraction(min(size, Fraction(1)))
    slack = _MUCH_MORE if size > 1 else _MORE * whole
    if told.qualifier in {Qualifier.OVER, Qualifier.AT_LEAST}:
        return 0 <= gap <= max(size * _TENTH, slack if size >= 1 else Fraction())
    if told.qualifier is Qualifier.AT_MOST:
        return 0 <= -gap <= max(size * _TENTH, slack)
    if told.qualifier is Qualifier.NEARLY:
        return 0 <= -gap <= max(size * _TENTH, _JUST * whole)
    rough = told.qualifier is Qualifier.ABOUT or exact.qualifier is not Qualifier.EXACT
    return abs(gap) <= size * (_TENTH if rough and told.parts == 1 else _ROUNDED)
