"""Owns how places are called in English: known cities and provinces, and the districts that a report is from.

A model may invent names for places it does not know (a district's annual report got another city's name in its
title), and a wrong place is as bad as a wrong number.
"""

import re
from functools import cache, lru_cache

from govbrief.base.datafiles import read_table
from govbrief.names.terms import Term
from govbrief_schemas.report import Report

_KINDS = {"省": "Province", "市": "City", "区": "District", "县": "County", "旗": "Banner"}
_PART = re.compile(r"([\u4e00-\u9fff]{2,5}?)([省市区县旗])")
"""One level of an issuer's name: 大同市|云冈区|人民政府."""
_NO_NAME = re.compile(
    "[一二三四五六七八九十百各全两多辖属所等及与本我该某此示范试点新开发经济高自贸省市区县旗]"
)
"""What stands between a city and 区 and is no district's name: 各县区, 经济开发区, 示范区."""
SOURCE = "Hanyu Pinyin, GB/T 28039-2011"


@cache
def known_places() -> dict[str, str]:
    """Chinese names without their 省 or 市, with English."""
    names: dict[str, str] = read_table("toponyms")["english"]
    return names


@lru_cache(maxsize=16)
def told_short(chinese: str) -> frozenset[str]:
    """The places that a text names by one character each: Beijing, Tianjin and Hebei of 京津冀, Kunming of 沪昆高铁."""
    alone, _ = _short_names()
    found = {name for char in set(chinese) & alone.keys() for name in alone[char]}
    return frozenset(found.union(*(names for _, names in told_side_by_side(chinese))))


def told_side_by_side(chinese: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each character of rows that name lines, belts and agreements, with the places it may name: 昆 of 沪昆高铁."""
    alone, together = _short_names()
    return tuple(
        (char, (*alone.get(char, ()), *together.get(char, ())))
        for run in _side_by_side().finditer(chinese)
        for char in run[0]
    )


def is_implied(place: str, chinese: str) -> bool:
    """Whether a text tells a place by what is there alone: 首都 and 非首都功能疏解 are Beijing."""
    return any(
        word in chinese for word in read_table("toponyms")["implied"].get(place, "").split("|") if word
    )


@cache
def _short_names() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    table = read_table("toponyms")
    alone, together = (
        {char: names.split("|") for char, names in table[group].items()}
        for group in ("short", "short_together")
    )
    return alone, together


@cache
def _side_by_side() -> re.Pattern[str]:
    chars = "".join({char for names in _short_names() for char in names})
    return re.compile(
        f"[{chars}]{{2,4}}(?=[两三四五六七](?:省|市)|特别合作区|高铁|铁路|高速|客专|城际|动车|快速|复线|线|协同|一体|地区|城市群|都市圈|经济|双城|大湾区|两地|三地|四地|合作|毗邻|产业)"
    )


@cache
def _known_pattern() -> re.Pattern[str]:
    names = sorted(known_places(), key=len, reverse=True)
    return re.compile(f"({'|'.join(names)})([省市])")


@cache
def _district_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(known_places(), key=len, reverse=True))
    return re.compile(rf"(?:{names})市([\u4e00-\u9fff]{{2,3}}?)([区县旗])(?!域|划|级)")


@cache
def _pinyin(name: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionary takes 0.2 s to load

    return "".join(lazy_pinyin(name)).capitalize()


def toponyms(report: Report) -> tuple[Term, ...]:
    """The places of `report`: each level of its issuer, and the provinces, cities and districts that its text names."""
    found: dict[str, Term] = {}
    for match in _known_pattern().finditer(report.text):
        name, kind = match.groups()
        found.setdefault(match.group(), _term(name, kind, known_places()[name]))
    for match in _district_pattern().finditer(report.text):
        name, kind = match.groups()
        if not _NO_NAME.search(name):
            found.setdefault(f"{name}{kind}", _term(name, kind, _pinyin(name)))
    for fact in (report.issuer, report.title):
        at = 0
        while fact and (part := _PART.match(fact.value, at)):
            name, kind = part.groups()
            found.setdefault(part.group(), _term(name, kind, known_places().get(name) or _pinyin(name)))
            at = part.end()
    return tuple(found.values())


def _term(name: str, kind: str, english: str) -> Term:
    whole = f"{english} {_KINDS[kind]}"
    en, also = (english, whole) if kind == "市" else (whole, english)
    return Term(zh=f"{name}{kind}", en=en, also=(also,), source=SOURCE)
