"""Owns whose organ an organ is, and how far a reach goes: 区政府 is no county government beside a 县 elsewhere.

Somewhere in a sentence every level is named. So the level that stands right before an organ (区委, 市人大) is compared
with the level of the same organ in English, and a reach (全省) with a reach.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.checking.standpoint import Standpoint
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule


class _Level(NamedTuple):
    """A level, by the Chinese that says it and all English for it."""

    zh: str
    en: str


_LEVELS = (
    _Level("国家|全国|中央|最高|国|直辖", r"national|central|state|nation(?:'s)?|country(?:'s)?|nationwide"),
    _Level("省|自治区|区域|地区", r"provincial|province(?:'s)?|(?:autonomous )?region(?:al|'s)?"),
    _Level("州|盟|地区", r"prefectur(?:e|al)(?:'s)?|(?<!youth )league(?:'s)?"),
    _Level("(?<!直辖)市", r"municipal(?:ity)?(?:'s)?|city(?:'s)?|cities"),
    _Level("(?<![治社园地片辖城景山灾矿发])区(?![域块间别分])", r"district(?:'s)?|districts"),
    _Level("县", r"county(?:'s)?|counties"),
    _Level("旗", r"banner(?:'s)?|banners|county(?:'s)?|counties"),
    _Level("镇|乡", r"township(?:'s)?|townships|town(?:'s)?|towns"),
    _Level("街道|街(?=[、道镇乡）)])", r"sub-?districts?(?:'s)?|street(?:'s)?"),
    _Level("村", r"villages?(?:'s)?"),
    _Level("社区", r"communit(?:y|ies)(?:'s)?|neighbou?rhood"),
    _Level("局|厅", r"bureau(?:'s)?|department(?:'s)?"),
)
_ZH_LEVELS = "|".join(f"(?P<z{n}>{level.zh})" for n, level in enumerate(_LEVELS))
_EN_LEVELS = "|".join(f"(?P<e{n}>{level.en})" for n, level in enumerate(_LEVELS))


class _Organ(NamedTuple):
    """What every level has, by its Chinese and its English."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    far: re.Pattern[str]
    """English where the level stands behind: the people's congress of the district."""


_NAMED = r"(?:(?:people's|people’s|intermediate|higher?|basic|primary|cpc|party|standing) ){0,3}"
_BARE = "(?:[、和与及]|两级|三级|级)?(?:人民)?"


def _organ(zh: str, en: str) -> _Organ:
    return _Organ(
        re.compile(rf"(?:{_ZH_LEVELS}){_BARE}(?:{zh})"),
        re.compile(rf"\b(?:{_EN_LEVELS})(?:[- ]level)? {_NAMED}(?:{en})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{en})\b(?:'s?)?[^,;.]{{0,60}}", re.IGNORECASE),
    )


_ORGANS = {
    "政府": _organ("政府(?!规章|采购|网站)", "governments?"),
    "委": _organ("委(?![托派屈任员外培会])|党委", "committees?|party secretar(?:y|ies)"),
    "人大": _organ("人大|人民代表大会", "congress(?:es)?"),
    "政协": _organ("政协", "cppcc|consultative conference"),
    "法院": _organ("法院|中院|高院", "courts?"),
    "检察院": _organ("检察院", "procuratorates?"),
    "站": _organ(
        "级?[^，。；、省市区县旗乡镇村街]{0,6}(?:站|中心|所|室|院|点|厅)(?![长员])",
        r"(?:[a-z-]+ ){0,5}?(?:stations?|cent(?:er|re)s?|offices?|rooms?|clinics?|posts?|points?|halls?)",
    ),
    "局": _organ(
        "[^，。；、和与及区县市省]{1,6}[局厅](?!长)", r"[a-z]+(?: [a-z]+){0,4} (?:bureaus?|departments?)"
    ),
}
_EVERY = re.compile("各级|两级|三级|四级|五级|上级|同级|本级|当地|逐级|层层")
"""Where all levels are meant, or one that only the context tells."""
_REACH_ZH = re.compile(rf"(?:[全我本]|整个)(?:{_ZH_LEVELS})(?![会委直级])")
_REACH_EN = re.compile(
    rf"\b(?:across|throughout|all over) (?:the )?(?:whole |entire )?(?:{_EN_LEVELS})\b(?! (?:government|committee))"
    rf"|\bthe (?:whole|entire) (?:{_EN_LEVELS.replace('(?P<e', '(?P<w')})\b",
    re.IGNORECASE,
)
_WITHIN = "(?:[全我本该各整]个?(?:{0})|(?:{0})(?:[内域里直级]|上下|所属|际))"


def check_seats(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """At most one finding: an organ or a reach of another level than the Chinese one that the English leaves untold."""
    held = zh + standpoint.cited + standpoint.actor
    if _EVERY.search(zh):
        return
    yield from _organs(zh, en, held) or _reaches(zh, en, held)


def _organs(zh: str, en: str, held: str) -> list[Finding]:
    for organ in _ORGANS.values():
        said = {_number(hit, "z"): hit[0] for hit in organ.zh.finditer(zh)}
        told = {_number(hit, "e"): hit[0] for hit in organ.en.finditer(en)} if said else {}
        foreign = next((n for n in told if not _may_say(n, organ, held)), None)
        untold = next((n for n in said if not _tells(n, organ, en)), None)
        if foreign is not None and untold is not None:
            return [word_finding(Rule.LEVEL, said[untold], told[foreign])]
    return []


def _may_say(level: int, organ: _Organ, zh: str) -> bool:
    """Whether the organ stands a few characters behind the level, as the last of a list: 市、县（区）政府."""
    return any(
        re.search(_LEVELS[level].zh, zh[max(0, hit.start() - _LIST) : hit.end()])
        for hit in organ.zh.finditer(zh)
    )


_LIST = 8
"""Characters of the other levels before an organ that several levels have."""


def _tells(level: int, organ: _Organ, en: str) -> bool:
    """Whether the English has the level beside the organ, before it or behind."""
    word = re.compile(rf"\b(?:{_LEVELS[level].en})\b", re.IGNORECASE)
    beside = (hit[0] for pattern in (organ.en, organ.far) for hit in pattern.finditer(en))
    return any(word.search(text) for text in beside)


def _reaches(zh: str, en: str, held: str) -> list[Finding]:
    said = {_number(hit, "z"): hit[0] for hit in _REACH_ZH.finditer(zh)}
    if not said:
        return []
    for hit in _REACH_EN.finditer(en):
        level = _number(hit, "ew")
        if level in said or re.search(_WITHIN.format(_LEVELS[level].zh), held):
            continue
        for other, text in said.items():
            if not re.search(rf"\b(?:{_LEVELS[other].en})\b", en, re.IGNORECASE):
                return [word_finding(Rule.LEVEL, text, hit[0])]
    return []


def _number(hit: re.Match[str], heads: str) -> int:
    """Which level a match names."""
    return next(int(name[1:]) for name, text in hit.groupdict().items() if text and name[0] in heads)
