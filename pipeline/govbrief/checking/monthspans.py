"""Owns spans of months: 前5个月 is January to May, 1—2月 January and February, 7月至9月 the following three months.

Everything here excuses a month or a length in months that stands in one language; nothing accuses.
"""

import re
from fractions import Fraction
from functools import lru_cache

from govbrief.checking.circumstances import months_in_part, parts_of_year
from govbrief.checking.dates import MONTH, chinese_integer
from govbrief.checking.marks import Mark
from govbrief.checking.side import Side
from govbrief.numbers.relations import Language

Months = tuple[int, int]
"""First and last month, both of them in."""

_N = "(?:1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])"
_FIRST_ZH = re.compile(f"[前头](?P<last>{_N})个?月")
_SPAN_ZH = re.compile(
    f"(?<![\\d一二三四五六七八九十])(?P<first>{_N})(?:月份?)?(?P<link>[至到—–~～、和-])(?P<last>{_N})(?:两个)?月(?!\\s?[\\d一二三四五六七八九十])"
)
_NAMES = "january february march april may june july august september october november december".split()  # noqa: SIM905 - a list of words reads better
_MONTH = rf"(?:{'|'.join(_NAMES)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_SPAN_EN = re.compile(
    rf"\b(?P<first>{_MONTH})\.?(?:\s\d{{4}})?(?P<link>\s?(?:to|through|until|till|and|[-–—])\s?)(?P<last>{_MONTH})\b"
)
_COUNT = r"(?P<count>\d\d?|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_FIRST_EN = re.compile(rf"\b(?:first|opening|initial)\s{_COUNT}\smonths\b")
_UNTIL_EN = re.compile(
    rf"\b{_COUNT}[\s-]months?\s(?:period\s)?(?:to|through|ended|ending(?:\sin)?|until|up\sto)\s(?:the\send\sof\s)?(?P<last>{_MONTH})\b"
)
_WORDS = "zero one two three four five six seven eight nine ten eleven".split()  # noqa: SIM905 - a list of words reads better
_AFTERWARDS = re.compile(
    r"\b(?:following|next|subsequent|ensuing|coming|previous|preceding|last|past|final|these|those|within)\s$",
    re.IGNORECASE,
)
_YEAR = 12


@lru_cache(maxsize=256)
def month_spans(text: str, language: Language) -> frozenset[Months]:
    """Every span of months that a text tells, the parts of a year that have a name among them."""
    low = text.lower()
    found = {_of_part(part) for part in parts_of_year(text, language)}
    if language == "zh":
        found |= {(1, chinese_integer(match["last"])) for match in _FIRST_ZH.finditer(low)}
        for match in _SPAN_ZH.finditer(low):
            found |= _ends(
                match["link"] in "、和", chinese_integer(match["first"]), chinese_integer(match["last"])
            )
        return frozenset(found)
    found |= {(1, _counted(match["count"])) for match in _FIRST_EN.finditer(low)}
    for match in _SPAN_EN.finditer(low):
        found |= _ends(match["link"].strip() == "and", _month(match["first"]), _month(match["last"]))
    for match in _UNTIL_EN.finditer(low):
        last = _month(match["last"])
        found |= {(last - _counted(match["count"]) + 1, last)}
    return frozenset(found)


def _of_part(part: str) -> Months:
    first = {"H2": 7, "Q2": 4, "Q3": 7, "Q4": 10}.get(part, 1)
    return first, first + months_in_part(part) - 1


def _ends(listed: bool, first: int, last: int) -> set[Months]:  # noqa: FBT001 - one of two links
    """The span between two months; two that are only listed are one where nothing lies between them."""
    return {(first, last)} if first < last and (not listed or last == first + 1) else set()


def _month(name: str) -> int:
    return next(at for at, full in enumerate(_NAMES, 1) if full.startswith(name[:3]))


def _counted(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS.index(word)


def tells_span(mark: Mark, own: Side, other: Side, *, english: bool) -> bool:
    """Whether a month or a number of months belongs to a span that both texts tell, each in its way."""
    if mark.group != MONTH and mark.dimension != "month":
        return False
    zh, en = (other, own) if english else (own, other)
    of_zh, of_en = month_spans(zh.text, "zh"), month_spans(en.text, "en")
    both = of_zh & of_en
    if mark.group == MONTH:
        return any(mark.face in span for span in both)
    if any(_length(span) == mark.value for span in both):
        return True
    pointing = english and _AFTERWARDS.search(own.text, max(0, mark.start - 16), mark.start)
    return bool(pointing) and any(_length(span) == mark.value for span in of_zh)


def _length(span: Months) -> Fraction:
    return Fraction((span[1] - span[0]) % _YEAR + 1)
