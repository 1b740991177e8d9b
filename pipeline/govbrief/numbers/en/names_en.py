"""Owns which English numerals are parts of names, idioms, labels or codes; the data is `data/names_en.toml`.

A name is found from the number it contains, so the cost does not grow with the list.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.numbers.en.atoms import Sort, alternatives, find_atoms, is_end
from govbrief.numbers.en.named import Named
from govbrief.numbers.en.numerals_en import Numeral
from govbrief.numbers.en.units_en import find_unit
from govbrief_schemas.quantity import QuantityKind


class _Name(NamedTuple):
    text: str
    offset: int
    """Where in the text its first number stands."""
    kind: QuantityKind | None


class _Names(NamedTuple):
    by_number: dict[str, list[_Name]]
    label: re.Pattern[str]
    model: re.Pattern[str]


@cache
def load_names() -> _Names:
    """Read the list; names are indexed by the first number in them, longest first."""
    raw = read_table("names_en")
    by_number: dict[str, list[_Name]] = {}
    for kind, rows in ((QuantityKind.NAME, raw["name"]), (None, raw["idiom"])):
        for text, _example in rows:
            plain = text.replace("-", " ")
            first = next(iter(find_atoms(plain)), None)
            if first:
                by_number.setdefault(plain[first.start : first.end], []).append(
                    _Name(plain, first.start, kind)
                )
    for names in by_number.values():
        names.sort(key=lambda name: len(name.text), reverse=True)
    label = alternatives(word for word, _example in raw["label"])
    model = alternatives(word for word, _example in raw["model"])
    several = alternatives(word for word, _example in raw["label"] if word.endswith("s"))
    more = r"\d{1,4}(?:,\s|\s?(?:to|and|through|or|-|–)\s?)"
    return _Names(
        by_number,
        re.compile(rf"(?:^|[^a-z])(?:(?:{label})\s?|(?:{several})\s(?:{more}){{1,4}})$"),
        re.compile(rf"\b(?:{model})[\s-]?$"),
    )


_DIALLED = re.compile(r"\s(?:[a-z-]+\s){0,2}?(?:hotlines?|helplines?|hot\slines?)\b")
_SHORTEST_DIALLED, _LONGEST_DIALLED = 110, 99999


_CALLED = re.compile(r"\b(?:call|calls|calling|called|dial|dialing|dialling|dialed|ring)\s(?:the\s)?$")
_EMERGENCY = frozenset(map(Decimal, (110, 111, 112, 114, 119, 120, 122, 911, 999)))
_PHONE_SIGNS = re.compile(r"[\d ()+-]{7,20}(?![\d,%])")
_PHONE = re.compile(r"\b(?:phones?|telephones?|tel\.?|mobiles?|fax|call|dial|ring)\b[^.;,\d]{0,24}$")
_PHONE_DIGITS = 7


def is_dialled(low: str, numeral: Numeral) -> bool:
    """The 12,345 hotline, call 110: a number that one dials."""
    fits = numeral.first.sort is Sort.DIGITS and _SHORTEST_DIALLED <= numeral.value <= _LONGEST_DIALLED
    if (
        fits
        and numeral.value in _EMERGENCY
        and _CALLED.search(low, max(0, numeral.start - 14), numeral.start)
    ):
        return True
    return fits and bool(_DIALLED.match(low, numeral.end))


def find_phone(low: str, numeral: Numeral) -> Named | None:
    """A telephone number behind a word that says so: phone 555-0199, call me on 020 7946 0018."""
    if numeral.first.sort is not Sort.DIGITS or not (match := _PHONE_SIGNS.match(low, numeral.start)):
        return None
    digits = sum(char.isdigit() for char in match[0])
    if digits < _PHONE_DIGITS or not _PHONE.search(low, max(0, numeral.start - 36), numeral.start):
        return None
    return Named(numeral.start, numeral.start + len(match[0].rstrip(" (-+")), QuantityKind.CODE)


_SCORE = re.compile(
    r"\b(?:score|scores|won|win|lost|lose|beat|beating|drew|draw|victory|defeat|lead|leads)\b[^.;,\d]{0,30}$"
)
_GOALS = re.compile(
    r"\d{1,2}\s?[-–:]\s?\d{1,2}(?![\d.,%]|\s?(?:percent|per cent|million|billion|years|points|people|days))"
)


def find_score(low: str, numeral: Numeral) -> Named | None:
    """3-2 where something is won or lost: a result, and no range."""
    goals = _GOALS.match(low, numeral.start) if numeral.first.sort is Sort.DIGITS else None
    if goals and _SCORE.search(low, max(0, numeral.start - 44), numeral.start):
        return Named(numeral.start, goals.end(), QuantityKind.NAME)
    return None


_MORE_SCALE = re.compile(r"\s(?:hundred|thousand|million|billion|percent|per\scent)\b")
_PLAN = re.compile(r"(?<=th )five[\s-]year\s(?:[\w-]+\s){0,4}?(?:plan|program|publicity|education)")


def is_plan(low: str, start: int) -> bool:
    """The eighth five-year legal publicity program is no time of five years."""
    return _PLAN.match(low, start) is not None


_PLUS = re.compile(r"\d+\s?[+x×*]\s?(?:\d+|n\b)(?![\d.])(?:\s?[+x×*]\s?(?:\d+|n\b)){0,9}")
_RATIO = re.compile(r"(?P<above>\d+(?:\.\d+)?):(?P<below>\d+(?:\.\d+)?)(?![\d:])")
_PIXELS = re.compile(r"\d{3,4}\s?[x×*]\s?\d{3,4}(?!\d)")
"""1920x1080 is the size of a picture, 3x5 a card."""
_SERIAL = re.compile(
    r"\d{17,}(?![\d.,])|0\d{2,3}-\d{7,8}(?!\d)|\d+(?:(?:\.\d+){2,12}|(?:-\d+){2,12})(?![\d,]|\.\d)|0\d+(?!\d|\.\d|,\d)"
)
_SCREEN = re.compile(r"[248]K(?![A-Za-z0-9])")
"""4K and 8K pictures."""
_HOUSE = re.compile(r"\s(?:[A-Z][\w'’-]*\s){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard)\b")
"""128 Jiefang Road."""
_TAIL = re.compile(r"[-/]?[a-z0-9]*")
_LONGEST_HEAD = 24
_PREFIX = re.compile(
    r"(?<![a-z\d])(?:mid|pre|post|early|late|sub|non|the|by|in|of|to|and|top|age|aged|under|over|plus|minus|just|about|up)-$"
)
_SCALED = re.compile(r"\d\s?(?:bn|mn|tn|km|kg|am|pm|[kmbt])-$")
"""1.2bn-1.5bn, 9am-5pm: a range, and no sign."""
_LIST_MARK = re.compile(r"\d{1,2}(?:[.)、](?!\d)|\.\d{1,2}(?:\.\d{1,2})*\s(?=[a-z])|,\s(?=[a-z]))")
_LINE_START = re.compile(r"(?:^|\n)[ \t(\[]*$")


def find_name(low: str, numeral: Numeral) -> Named | None:
    """The listed name or idiom that a numeral belongs to."""
    first = numeral.first
    for name in load_names().by_number.get(low[first.start : first.end].replace("-", " "), ()):
        start = first.start - name.offset
        end = start + len(name.text)
        if _MORE_SCALE.match(low, end):
            continue  # one or two thousand
        if start < 0 or low[start:end].replace("-", " ").replace("’", "'") != name.text:
            continue
        if not (start and low[start - 1].isalnum()) and not low[end : end + 1].isalnum():
            return Named(start, max(end, numeral.end), name.kind)
    return None


def find_label(low: str, text: str, numeral: Numeral) -> Named | None:
    """Article 5, No. 12 (ordinals), Boeing 737 and 128 Jiefang Road (codes)."""
    before = low[max(0, numeral.start - 32) : numeral.start]
    names = load_names()
    if _HOUSE.match(text, numeral.end):
        return Named(numeral.start, numeral.end, QuantityKind.CODE)
    if names.model.search(before):
        return Named(numeral.start, _code_end(low, numeral.end), QuantityKind.CODE)
    if names.label.search(before):
        return Named(numeral.start, numeral.end, QuantityKind.ORDINAL)
    return None


def is_list_mark(low: str, text: str, numeral: Numeral) -> Named | None:
    """`1.`, `(2)`, `3、` at the start of a line, and `9.3 Usage`: the number of an item or a heading."""
    if numeral.first.sort is not Sort.DIGITS or not _LINE_START.search(
        low[max(0, numeral.start - 6) : numeral.start]
    ):
        return None
    match = _LIST_MARK.match(low, numeral.start)
    if match and match.group()[-1].isspace() and find_unit(low, text, numeral.end):
        return None  # 3.2 GW
    if not match or (match.group().endswith((" ", "\n")) and not text[match.end()].isupper()):
        return None
    if match.end() < numeral.end or is_end(low, match.end()):
        return None
    return Named(numeral.start, max(numeral.end, match.end() - 1), QuantityKind.LABEL)


def _code_end(low: str, end: int) -> int:
    match = _TAIL.match(low, end)
    return match.end() if match and match.group().strip("-/") else end


def _code_start(low: str, start: int) -> int:
    """Where the sign begins that digits end: SARS-CoV-2."""
    place = start
    while place and start - place < _LONGEST_HEAD and (low[place - 1].isalnum() or low[place - 1] in "-_/"):
        place -= 1
    return place + (not low[place].isalnum())


def find_code(low: str, text: str, numeral: Numeral, *, unit_follows: bool) -> Named | None:
    """Digits inside a longer sign: COVID-19, G20, 24703L202, 192.168.0.1, 1+N; `unit_follows` excuses 5km."""
    start, end, sort = numeral.start, numeral.first.end, numeral.first.sort
    if sort is Sort.LONG:
        return Named(start, end, QuantityKind.CODE)
    if sort not in {Sort.DIGITS, Sort.VULGAR}:
        return None
    alone = not start and is_end(low, end)
    patterns = () if _PIXELS.match(low, start) else (_PLUS,) if alone else (_SERIAL, _PLUS)
    for pattern in patterns:
        match = pattern.match(low, start)
        if match and match.end() >= end:
            return Named(start, match.end(), QuantityKind.CODE)
    if (ratio := _RATIO.match(low, start)) and Decimal(ratio["below"]):
        value = Decimal(ratio["above"]) / Decimal(ratio["below"])
        return Named(start, ratio.end(), QuantityKind.RATIO, value)
    grown = not unit_follows and numeral.end == end and low[end : end + 1].isalpha()
    if _has_head(low, text, start, unit_follows=unit_follows):
        return Named(_code_start(low, start), _code_end(low, end), QuantityKind.CODE)
    return (
        Named(start, _code_end(low, end), QuantityKind.CODE) if grown or _SCREEN.match(text, start) else None
    )


def _has_head(low: str, text: str, start: int, *, unit_follows: bool) -> bool:
    """Whether letters in front belong to the sign: COVID-19, OC43; not mid-2020, nor `robots-8 feet`."""
    before = low[start - 1 : start]
    if before != "-":
        return bool(before) and (before.isalpha() or before in "_%\\@")
    joined = low[max(0, start - 8) : start]
    if start < len("x-") or not low[start - 2].isalpha() or _PREFIX.search(joined) or _SCALED.search(joined):
        return False
    return not (unit_follows and text[start - 3 : start - 1].islower())
