"""Owns English dates, periods and times of day: which numerals of a text are parts of one.

A date is one value: year * 10000 + month * 100 + day with what is not said left out as zero, a bare year is the year.
Day-month order of `03/04/2021` cannot be known: it is read as month first, as Chinese agencies write English.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.atoms_en import MONTHS, Sort
from pipeline.numerals_en import Form, Numeral
from schemas.quantity import QuantityKind


class When(NamedTuple):
    """A date, a period or a time of day: half-open offsets, value and kind."""

    start: int
    end: int
    value: Decimal
    kind: QuantityKind


_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1\d|20|21)\d\d"
_NO_UNIT = r"(?![\d%]|[.,:]\d|\s?(?:percent|per cent|%|p\.?m\b|a\.?m\b))"
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})"
    rf"(?:\s?(?:the\s)?(?P<day>{_DAY})(?:st|nd|rd|th)?{_NO_UNIT}"
    rf"(?:(?:\s?[-–—,]\s?|\s(?:to|and|or|through|until)\s)(?:the\s)?{_DAY}(?:st|nd|rd|th)?{_NO_UNIT}(?!\s{_MONTH}))*)?"
    rf"(?:,?\s(?:of\s)?(?P<year>{_YEAR})(?![\d%,]\d|\d))?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?:(?:\s?[-–—,]\s?|\s(?:to|and|or)\s){_DAY}(?:st|nd|rd|th)?)*"
    rf"[\s-](?:day\s)?(?:of\s)?(?P<month>{_MONTH})(?:,?[\s-](?:of\s)?(?P<year>{_YEAR})(?!\d|[.,]\d))?"
)
_NUMERIC = re.compile(
    rf"(?P<year>{_YEAR})(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?:(?P=mark)(?P<day>{_DAY}))(?![\d/-])"
    rf"|(?P<year_>{_YEAR})-(?P<month_>1[0-2]|0[1-9])(?![\d/-])"
    rf"|(?P<month__>1[0-2]|0?[1-9])(?P<mark_>[/.-])(?P<day__>{_DAY})(?P=mark_)(?P<year__>{_YEAR})(?![\d/-])"
    rf"|(?P<day___>{_DAY})(?P<mark__>[/.-])(?P<month___>1[0-2]|0?[1-9])(?P=mark__)(?P<year___>{_YEAR})(?![\d/-])"
)
_CLOCK = re.compile(
    r"(?P<hour>2[0-4]|1\d|0?\d)"
    r"(?:(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?)"
    r"|(?:\.(?P<minute_>[0-5]\d))?\s?(?P<half_>[ap])\.?\s?m\b(?:\.(?!\s?$))?|\s?o['’]clock)"
    r"|(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:(?P<half__>[ap])\.?\s?m\b|o['’]clock)"
)
_DECADE = re.compile(r"\d{4}['’]?s\b|\d0['’]?s\b")
_YEARS = re.compile(
    rf"{_YEAR}(?:\s?[-–—/~]\s?(?:{_YEAR}|\d\d))?(?!\d|[.,:/%-]\d|[a-z])(?:\s?(?:bc|bce|ad|ce)\b)?"
)
_FISCAL = re.compile(r"(?:\b(?:fy|fiscal(?:\s+year)?|year|years)\s?)$")
_BEFORE_YEAR = re.compile(
    r"(?:(?:^|[(\[\"“‘'])|\b(?:in|since|by|from|until|till|before|after|during|through|throughout|of|late|early|mid|year|end|"
    r"to|and|for|on|the|this|that|between|around|circa|as|spring|summer|autumn|fall|winter|vs|with|than|at|into|fiscal|q[1-4]|"
    r"beginning|annual|its|their|his|our|over|beyond|pre|post|like|or)[\s,-]+(?:the\s)?|[a-z]['’]s?\s|[,;:]\s|\bq[1-4]\s)$"
)
_COUNTED = re.compile(
    r"\s(?:new|more|confirmed|additional|other|different|people|persons|cases|units|yuan|dollars|euros|students|households|"
    r"enterprises|companies|villages|members|million|billion|meters|metres|kilometers|miles|tons|kg|km|[a-z]+ed\b [a-z]+s\b|"
    r"(?!years|sales|results|olympics|games|elections|times|has|was|is|as|plans|targets|figures|levels|news|series)[a-z]{3,}[^su\W]s\b)"
)
"""What follows makes four digits a count: 2019 new cases, 2000 enterprises."""
_DAY_ALONE = re.compile(r"\b(?:on|until|by|from|since|between|before|after|of|to|and)\s(?:the\s)?$")
_DAY_ENDS = re.compile(
    r"\s*(?:$|[,.;:)!?]|(?:and|to|or|at|in|when|that|as|local|said|day|of\s(?:this|the|last|next|every|each))\b)"
)


def _value(year: int = 0, month: int = 0, day: int = 0) -> Decimal:
    return Decimal(year if not month and not day else year * 10000 + month * 100 + day)


def find_when(low: str, text: str, numeral: Numeral) -> When | None:
    """The date or time that begins at a numeral; `text` is the raw text, for capitals."""
    if numeral.form is Form.MONTH:
        return _month(low, text, numeral)
    sort = numeral.first.sort
    if sort is Sort.ORDINAL:
        return _day_word(low, text, numeral)
    start = numeral.start
    if sort is Sort.SMALL:
        return (
            _clock(low, start)
            if numeral.atoms == 1 and low.find("o", numeral.end, numeral.end + 4) >= 0
            else None
        )
    if sort is Sort.VULGAR or numeral.form is Form.LONG:
        return _numeric(low, start) if low[start].isdigit() else None
    if sort not in {Sort.DIGITS, Sort.DIGIT_ORDINAL}:
        return None
    width = numeral.first.end - start
    if (
        width <= 2
        or ":" in low[start + 1 : start + 3]
        or low[start + 1 : start + 3].strip("0123456789") in {".", "/"}
    ):
        found = _day_first(low, text, start) or _clock(low, start) or _numeric(low, start)
        if found:
            return found
    if sort is Sort.DIGIT_ORDINAL:
        return _lone_day(low, numeral)
    return _numeric(low, start) or _year(low, numeral)


def _int(match: re.Match[str], *names: str) -> int:
    return next((int(match[name]) for name in names if match[name]), 0)


def _capital(text: str, start: int) -> bool:
    return text[start].isupper()


def _month(low: str, text: str, numeral: Numeral) -> When | None:
    match = _MONTH_FIRST.match(low, numeral.start)
    if not match or not (_capital(text, numeral.start) or match["day"]):
        return None
    name = match["month"].rstrip(".")
    if name in {"may", "march", "mar", "dec", "sun", "jan"} and not match["day"] and not match["year"]:
        # May, March and the short names stand for other things too
        before = low[max(0, numeral.start - 12) : numeral.start]
        if not re.search(
            r"\b(?:in|since|by|from|until|of|last|next|early|late|mid|this|and|to|for|between|during|through|on)[\s-]$",
            before,
        ):
            return None
    end = match.end() - (
        match.group().endswith(".") and not match["day"] and not match["year"] and len(name) > 4
    )
    value = _value(_int(match, "year"), MONTHS[name], _int(match, "day"))
    return When(match.start(), end, value, QuantityKind.DATE)


def _day_first(low: str, text: str, start: int) -> When | None:
    match = _DAY_FIRST.match(low, start)
    if not match or not (_capital(text, match.start("month")) or match["year"]):
        return None
    value = _value(_int(match, "year"), MONTHS[match["month"].rstrip(".")], _int(match, "day"))
    return When(start, match.end(), value, QuantityKind.DATE)


def _day_word(low: str, text: str, numeral: Numeral) -> When | None:
    """The twenty-first of July."""
    match = re.compile(rf"\s(?:day\s)?of\s(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR})(?!\d))?").match(
        low, numeral.end
    )
    if not match or numeral.value > 31 or not _capital(text, match.start("month")):  # noqa: PLR2004 - days
        return None
    value = _value(_int(match, "year"), MONTHS[match["month"].rstrip(".")], int(numeral.value))
    return When(numeral.start, match.end(), value, QuantityKind.DATE)


def _lone_day(low: str, numeral: Numeral) -> When | None:
    """On the 26th, between the 24th and the 26th: a day without a month."""
    before = low[max(0, numeral.start - 12) : numeral.start]
    if numeral.value > 31 or not _DAY_ALONE.search(before) or not _DAY_ENDS.match(low, numeral.end):  # noqa: PLR2004 - days
        return None
    return When(numeral.start, numeral.end, numeral.value, QuantityKind.DATE)


def _clock(low: str, start: int) -> When | None:
    match = _CLOCK.match(low, start)
    if not match:
        return None
    hour = _int(match, "hour") if match["hour"] else _HOURS[match["word"]]
    half = match["half"] or match["half_"] or match["half__"]
    if half and hour <= 12:  # noqa: PLR2004 - a.m. and p.m. count from twelve
        hour = hour % 12 + (12 if half == "p" else 0)
    value = Decimal(hour * 100 + _int(match, "minute", "minute_"))
    return When(start, match.end(), value, QuantityKind.TIME)


_HOURS = {
    word: hour
    for hour, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}


def _numeric(low: str, start: int) -> When | None:
    match = _NUMERIC.match(low, start)
    if not match:
        return None
    year = _int(match, "year", "year_", "year__", "year___")
    month = _int(match, "month", "month_", "month__", "month___")
    return When(
        start, match.end(), _value(year, month, _int(match, "day", "day__", "day___")), QuantityKind.DATE
    )


def _year(low: str, numeral: Numeral) -> When | None:
    start, value = numeral.start, numeral.value
    if numeral.atoms != 1:
        return None
    before = low[max(0, start - 14) : start]
    if decade := _DECADE.match(low, start):
        return When(start, decade.end(), Decimal(re.sub(r"\D", "", decade.group())), QuantityKind.DATE)
    match = _YEARS.match(low, start)
    if not match or not (_FISCAL.search(before) or _BEFORE_YEAR.search(before)) or match.end() < numeral.end:
        return None
    if start == 0 and match.end() == len(low):
        return None
    if _COUNTED.match(low, match.end()) and not _FISCAL.search(before):
        return None
    return When(start, match.end(), value, QuantityKind.DATE)
