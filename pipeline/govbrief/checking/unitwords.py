"""Owns units that an article counts: 一千米 is “a kilometre”, 整整一年 no “whole month”.

A number of one in words and an article are one thing, so that neither is read as a number; the unit still has to be
the same.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from govbrief.checking.marks import Mark
from govbrief.checking.side import Side
from govbrief.numbers.units import load_units, to_base

_ARTICLE = re.compile(
    r"\b(?:an?|one|per|each|every)\s(?:whole\s|full\s|entire\s|single\s)?(?P<unit>[a-z]+)\b", re.IGNORECASE
)
_SPAN = re.compile(
    r"\b(?:(?:over|in|for|after|within|than|of|took|nearly|almost|about)\s(?:an?|one)|another|(?:an?|one)\s(?:whole|full|entire|single))\s"
    r"(?:whole\s|full\s|entire\s|single\s)?(?P<unit>century|decade|year|month|week|day|hour|minute|second)\b"
    r"(?!\s(?:and\sa|ago|earlier|later|before|or\stwo))",
    re.IGNORECASE,
)
_TIMES = {
    "世纪": ("century", "centenar", "hundred", "100"),
    "年": ("year", "annual", "twelve", "12"),
    "月": ("month", "days", "weeks"),
    "周": ("week", "days"),
    "星期": ("week", "days"),
    "天": ("day", "daily", "hours"),
    "日": ("day", "daily", "hours"),
    "小时": ("hour", "minutes"),
    "分钟": ("minute", "second"),
}
_SAID_ZH = {
    "century": "世纪百", "decade": "十旬", "year": "年岁载", "month": "月", "week": "周星礼", "day": "天日昼夜晚",
    "hour": "时钟", "minute": "分", "second": "秒第二",
}  # fmt: skip
_ONE_ZH = re.compile(
    f"(?<![第每十百千万两二三四五六七八九])一(?:整)?个?(?:整)?(?P<unit>{'|'.join(_TIMES)})(?![一二三四五六七八九半度月])"
)


def is_one_unit(zh: Mark, en: Side) -> bool:
    """Whether English tells a Chinese measure as one of a larger or smaller unit: 一千米, a kilometre."""
    if zh.group not in {"measure", "duration"}:
        return False
    units = load_units().en
    for match in _ARTICLE.finditer(en.text):
        unit = units.get(match["unit"].lower())
        if unit and to_base(Decimal(1), unit.name) == (zh.value, zh.dimension):
            return True
    return False


def other_unit(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """One unit of time in each text, where neither says the other's: 整整一年, a whole month."""
    said, told = list(_ONE_ZH.finditer(zh)), list(_SPAN.finditer(en))
    if len(said) != 1 or len(told) != 1:
        return
    unit, other = said[0]["unit"], told[0]["unit"].lower()
    if other in _TIMES[unit] or any(word in en.lower() for word in _TIMES[unit]):
        return
    if not any(char in zh for char in _SAID_ZH[other]):
        yield said[0][0], told[0][0]


_UNITS_EN = {
    "世纪": "century",
    "年": "year",
    "月": "month",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "天": "day",
    "小时": "hour",
}
_NAMES = "|".join(_UNITS_EN)
_MORE_ZH = re.compile(
    f"(?<![第每十百千万两二三四五六七八九])(?:一个?多|大半个?)(?P<unit>{_NAMES})|(?<![第每十百千万两二三四五六七八九])一个?(?P<behind>{_NAMES})(?:多|有余)"
)
_LESS_ZH = re.compile(
    f"(?:(?<![加尽放])快|将?近|接近|差不多|不到|不足|小半)一?个?(?P<unit>{_NAMES})(?![多一二三四五六七八九])"
)
_MORE_EN = re.compile(
    r"\b(?:over|more\sthan|longer\sthan)\s(?:an?|one|half\san?)\s(?P<unit>century|year|month|week|day|hour)\b",
    re.IGNORECASE,
)
_LESS_EN = re.compile(
    r"\b(?<!no\s)(?:under|less\sthan|nearly|almost|close\sto|within|short\sof)\s(?:an?|one|half\san?)\s(?P<unit>century|year|month|week|day|hour)\b",
    re.IGNORECASE,
)


def other_side(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """More than one unit of time against less than one: 一个多月, “under a month”; 快一个小时, “over an hour”."""
    for here, there in ((_MORE_ZH, _LESS_EN), (_LESS_ZH, _MORE_EN)):
        said, told = list(here.finditer(zh)), list(there.finditer(en))
        if len(said) == len(told) == 1:
            unit = said[0].groupdict().get("behind") or said[0]["unit"]
            if _UNITS_EN[unit] == told[0]["unit"].lower():
                yield said[0][0], told[0][0]
