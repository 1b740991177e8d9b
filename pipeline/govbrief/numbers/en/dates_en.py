"""Owns English dates, periods and times of day: which numerals of a text are parts of one.

The value of a date is year * 10000 + month * 100 + day, zero for what is not said; a year, a month or a day
alone is just its number. `03/04/2021` is read month first, as Chinese agencies write English.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from govbrief.numbers.en.atoms import MONTHS, UNITS, Sort, is_end
from govbrief.numbers.en.bareyears import YEAR, read_year
from govbrief.numbers.en.named import Named
from govbrief.numbers.en.numerals_en import Numeral, NumeralForm
from govbrief_schemas.quantity import QuantityKind

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
_NO_UNIT = r"(?![\d%]|[.,:]\d|\s?(?:percent|per cent|%|p\.?m\b|a\.?m\b|million|billion|people|years|km))"
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})"
    rf"(?:\s?(?:the\s)?(?P<day>{_DAY}){_NTH}{_NO_UNIT}"
    rf"(?:(?:\s?[-–—,]\s?|\s(?:to|and|or|through|until)\s)(?:the\s)?{_DAY}{_NTH}{_NO_UNIT}(?!\s{_MONTH}|[\s-][a-z]+s\b)){{0,4}})?"
    rf"(?:,?\s(?:of\s)?(?P<year>{YEAR})(?![\d%,]\d|\d))?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY}){_NTH}(?:(?:\s?[-–—,]\s?|\s(?:to|and|or)\s){_DAY}{_NTH}){{0,4}}"
    rf"[\s-](?:day\s)?(?:of\s)?(?P<month>{_MONTH})(?:,?[\s-](?:of\s)?(?P<year>{YEAR})(?!\d|[.,]\d))?"
)
_DAY_IN_WORDS = re.compile(rf"\s(?:day\s)?of\s(?P<month>{_MONTH})(?:,?\s(?P<year>{YEAR})(?!\d))?")
_NUMERIC = re.compile(
    rf"(?P<y1>{YEAR})(?P<mark>[-/.])(?P<m1>1[0-2]|0?[1-9])(?P=mark)(?P<d1>{_DAY})(?![\d/-])"
    rf"|(?P<y2>{YEAR})-(?P<m2>1[0-2]|0[1-9])(?![\d/-])"
    rf"|(?P<m3>1[0-2]|0?[1-9])(?P<mark3>[/.-])(?P<d3>{_DAY})(?P=mark3)(?P<y3>{YEAR})(?![\d/-])"
    rf"|(?P<d4>{_DAY})(?P<mark4>[/.-])(?P<m4>1[0-2]|0?[1-9])(?P=mark4)(?P<y4>{YEAR})(?![\d/-])"
)
_HOUR_WORDS = {word: hour for word, hour in UNITS.items() if hour} | {"ten": 10, "eleven": 11, "twelve": 12}
_DAYTIME = (
    r"\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|sharp|(?:every|each|this|that|tomorrow|yesterday|(?:on\s)?(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day)\s(?:morning|afternoon|evening|night))\b"
)
_CLOCK = re.compile(
    r"(?P<hour>2[0-4]|1\d|0?\d)(?:"
    r":(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\.?\d)(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    r"|(?:\.(?P<minute2>[0-5]\d))?\s?(?P<half2>[ap])(?:m\b|\.\s?m\.)"
    r"|\s?o['’]\s?clock\b"
    rf"|(?={_DAYTIME}))"
    rf"|(?P<word>{'|'.join(_HOUR_WORDS)})"
    rf"(?:\s(?:(?P<half3>[ap])(?:m\b|\.\s?m\.)|o['’]\s?clock\b)|(?={_DAYTIME}))"
)
_ZONE_CLOCK = re.compile(
    r"(?P<hour>2[0-3]|[01]\d):?(?P<minute>[0-5]\d)(?=\s(?:gmt|utc|bst|cet|cest|edt|est|pdt|pst|et|local\stime|hours\slocal)\b)"
)
"""1400 GMT, as agencies write."""
_PART_OF_DAY = re.compile(r"\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)\b")
_DAY_ALONE = re.compile(
    r"(?:\b(?:on|for|until|till|by|from|since|between|before|after|through)|(?:morning|afternoon|evening|night|day|end|"
    r"hours|noon)\sof|(?:\bon|from|between|of|the)\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:and|to|or))\s(?:the\s)?$"
)
_DAY_ENDS = re.compile(
    r"\s*(?:$|[,.;:)!?]|(?:and|to|or|at|in|when|that|as|local|said|for|from|with|day|morning|afternoon|evening|"
    r"night|after|before|of\s(?:this|the\s(?:month|same)|last|next|every|each))\b)"
)
_PERIOD = re.compile(r"[\s-](?:(?:fiscal|calendar)[\s-])?(?P<part>quarters?|half)\b(?![\s-]finals?)")
_COMMON_WORDS = frozenset(name for name in MONTHS if len(name) == len("may") or name == "march")
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|last|next|early|late|mid|this|and|to|for|between|during|through|on|before|"
    r"after|around|every|each|the)[\s-]|[(,]\s?|^"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s?[-–—]\s?)$"
)
"""What makes March and Nov a month: in, since, another month and a dash."""
_WISH = re.compile(
    r"\s(?:everyone|everybody|you|we|all|the|your|our|his|her|their|he|she|they|it|this|god|peace|there)\b"
)
"""May everyone be well: no month."""
_QUARTER_FIRST = re.compile(r"(?:[1-4](?P<q>q)|[12]h(?=\d|\s20\d\d))(?P<year>\d{4}|\d{2})?(?![a-z\d-])")
_LAST_DAY, _NOON, _NINETEENTH, _TWENTIETH = 31, 12, 17, 20


def find_when(low: str, text: str, numeral: Numeral) -> Named | None:
    """The date or time that begins at a numeral; `text` is the raw text, for capitals."""
    reader = _READERS.get(numeral.first.sort)
    return reader(low, text, numeral) if reader else None


def _digits_ordinal(low: str, text: str, numeral: Numeral) -> Named | None:
    return _period(low, numeral) or _day_first(low, text, numeral.start) or _lone_day(low, numeral)


def _ordinal_word(low: str, text: str, numeral: Numeral) -> Named | None:
    return _period(low, numeral) or _day_word(low, text, numeral)


def _small(low: str, _text: str, numeral: Numeral) -> Named | None:
    if numeral.form is NumeralForm.ORDINAL:
        return _period(low, numeral)
    return _clock(low, numeral) if numeral.atoms == 1 else _year_in_words(numeral)


def _vulgar(low: str, _text: str, numeral: Numeral) -> Named | None:
    return _numeric(low, numeral.start) or read_year(low, numeral)


def _long(low: str, _text: str, numeral: Numeral) -> Named | None:
    return _numeric(low, numeral.start)


def _digits(low: str, text: str, numeral: Numeral) -> Named | None:
    width, found = numeral.first.end - numeral.start, None
    if quarter := _quarter(low, numeral) or _quarter_first(low, numeral):
        return quarter
    if width <= len("31st") or "." in low[numeral.start : numeral.first.end]:
        found = _day_first(low, text, numeral.start) or _clock(low, numeral)
    return found or _numeric(low, numeral.start) or read_year(low, numeral)


def _quarter(low: str, numeral: Numeral) -> Named | None:
    """Q3 is a date; H1 is a half-year, which Chinese says without a number (上半年)."""
    start = numeral.start - 1
    if low[start : numeral.start] not in {"q", "h"}:
        return None
    whole = (
        low[numeral.first.end : numeral.first.end + 1].isalnum() or low[max(0, start - 1) : start].isalnum()
    )
    if whole or not 1 <= numeral.value <= 4:  # noqa: PLR2004 - quarters of a year
        return None
    return Named(start, numeral.end, QuantityKind.DATE if low[start] == "q" else None, numeral.value)


def _quarter_first(low: str, numeral: Numeral) -> Named | None:
    """2Q and 4Q23, as brokers write."""
    match = _QUARTER_FIRST.match(low, numeral.start)
    if not match:
        return None
    dated = match["q"] or match["year"]
    return Named(numeral.start, match.end(), QuantityKind.DATE if dated else None)


def _int(match: re.Match[str], *names: str) -> int:
    return next((int(match[name]) for name in names if match[name]), 0)


def _date(start: int, end: int, parts: tuple[int, int, int]) -> Named:
    year, month, day = parts
    alone = [part for part in parts if part]
    value = alone[0] if len(alone) == 1 else year * 10000 + month * 100 + day
    return Named(start, end, QuantityKind.DATE, Decimal(value))


def _month(low: str, text: str, numeral: Numeral) -> Named | None:
    match = _MONTH_FIRST.match(low, numeral.start)
    if not match or not (text[numeral.start].isupper() or match["day"]):
        return None
    name, alone = match["month"].rstrip("."), not match["day"] and not match["year"]
    if name in {"may", "march"} and not text[numeral.start].isupper():
        # in a text without capitals only a preposition tells the month from the verb
        alone = True
    if (
        alone
        and name in _COMMON_WORDS
        and not _BEFORE_MONTH.search(low[max(0, numeral.start - 12) : numeral.start])
    ):
        # May, March and the short names are also words and names
        return None
    opens = not low[max(0, numeral.start - 2) : numeral.start].strip()[-1:].isalnum()
    if alone and name == "may" and opens and _WISH.match(low, match.end()):
        return None
    # the full stop behind a full name ends the sentence
    end = match.end() - (alone and low[match.end() - 1] == "." and len(name) > len("sept"))
    return _date(numeral.start, end, (_int(match, "year"), MONTHS[name], _int(match, "day")))


def _day_first(low: str, text: str, start: int) -> Named | None:
    match = _DAY_FIRST.match(low, start)
    if not match or not (text[match.start("month")].isupper() or match["year"]):
        return None
    month = MONTHS[match["month"].rstrip(".")]
    return _date(start, match.end(), (_int(match, "year"), month, _int(match, "day")))


def _day_word(low: str, text: str, numeral: Numeral) -> Named | None:
    """The twenty-first of July."""
    match = _DAY_IN_WORDS.match(low, numeral.end)
    if not match or numeral.value > _LAST_DAY or not text[match.start("month")].isupper():
        return None
    month = MONTHS[match["month"].rstrip(".")]
    return _date(numeral.start, match.end(), (_int(match, "year"), month, int(numeral.value)))


def _lone_day(low: str, numeral: Numeral) -> Named | None:
    """On the 26th, between the 24th and the 26th: a day without a month."""
    before = low[max(0, numeral.start - 28) : numeral.start]
    if numeral.value > _LAST_DAY or not _DAY_ALONE.search(before) or not _DAY_ENDS.match(low, numeral.end):
        return None
    return Named(numeral.start, numeral.end, QuantityKind.DATE)


def _period(low: str, numeral: Numeral) -> Named | None:
    """The first quarter is a date; the first half is one that Chinese says without a number (上半年)."""
    match = _PERIOD.match(low, numeral.end)
    if not match or numeral.value > 4:  # noqa: PLR2004 - quarters of a year
        return None
    kind = QuantityKind.DATE if match["part"].startswith("quarter") else None
    return Named(numeral.start, match.end(), kind)


def _year_in_words(numeral: Numeral) -> Named | None:
    """Nineteen eighty-four."""
    is_pair = numeral.atoms == len(["19", "84"]) and numeral.last.sort is Sort.SMALL
    is_year = is_pair and _NINETEENTH <= numeral.first.value <= _TWENTIETH
    return Named(numeral.start, numeral.end, QuantityKind.DATE) if is_year else None


def _clock(low: str, numeral: Numeral) -> Named | None:
    if zone := _ZONE_CLOCK.match(low, numeral.start):
        hour, minute = int(zone["hour"]), int(zone["minute"])
        return Named(numeral.start, zone.end(), QuantityKind.TIME, Decimal(hour * 100 + minute))
    match = _CLOCK.match(low, numeral.start)
    if not match:
        return None
    hour = _int(match, "hour") if match["hour"] else _HOUR_WORDS[match["word"]]
    half = match["half"] or match["half2"] or match["half3"]
    end = match.end()
    if not half and (part := _PART_OF_DAY.match(low, end)):
        half = "a" if part["part"] == "morning" else "p"
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if low[end - 1] == "." and is_end(low, end):
        # the sentence ends with the abbreviation: its full stop is the sentence's
        end -= low[end - 2] == " "
    return Named(
        numeral.start, end, QuantityKind.TIME, Decimal(hour * 100 + _int(match, "minute", "minute2"))
    )


_SPOKEN_CLOCK = re.compile(
    rf"\s(?P<to>to|past)\s(?P<hour>{'|'.join(_HOUR_WORDS)}|1[0-2]|\d)\b(?!\s?(?:%|percent|million|billion|hours))"
)


_ARTICLE = re.compile(r"(?<![a-z])a\s$")


def _spoken_clock(low: str, _text: str, numeral: Numeral) -> Named | None:
    """Half past nine, a quarter to nine."""
    match = _SPOKEN_CLOCK.match(low, numeral.end)
    article = _ARTICLE.search(low, max(0, numeral.start - 3), numeral.start)
    if not match or (match["to"] == "to" and (numeral.value * 4 != 1 or not article)):
        return None
    hour = _HOUR_WORDS.get(match["hour"]) or int(match["hour"])
    minutes = 60 * hour + int(numeral.value * 60) * (1 if match["to"] == "past" else -1)
    return Named(numeral.start, match.end(), QuantityKind.TIME, Decimal(minutes // 60 * 100 + minutes % 60))


def _numeric(low: str, start: int) -> Named | None:
    match = _NUMERIC.match(low, start)
    if not match:
        return None
    parts = (
        _int(match, "y1", "y2", "y3", "y4"),
        _int(match, "m1", "m2", "m3", "m4"),
        _int(match, "d1", "d3", "d4"),
    )
    return _date(start, match.end(), parts)


_READERS: dict[Sort, Callable[[str, str, Numeral], Named | None]] = {
    Sort.MONTH: _month,
    Sort.DIGITS: _digits,
    Sort.DIGIT_ORDINAL: _digits_ordinal,
    Sort.ORDINAL: _ordinal_word,
    Sort.SMALL: _small,
    Sort.PART: _spoken_clock,
    Sort.VULGAR: _vulgar,
    Sort.LONG: _long,
}
