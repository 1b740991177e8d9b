"""Owns the names of places and people in English: each must be the sound of Chinese that stands there.

A report's own name may stand for 我市 and 全区; the standpoint says which it is, and where nobody knows, it is let
pass.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from govbrief.checking.listednames import listed_rival
from govbrief.checking.placekinds import check_place_kinds, none_is, suffixed
from govbrief.checking.shortplaces import in_a_row, licensed_short
from govbrief.checking.sounds import (
    is_commonly_sounded,
    is_sounded,
    plain_name,
    sound_of,
    sounds_half,
    unmarked,
)
from govbrief.checking.standpoint import Standpoint
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import (
    akin,
    is_english_word,
    names_place,
    renderings,
    senses_of,
)
from govbrief.names.pinyin import common_readings, is_pinyin
from govbrief.names.stems import stem_word
from govbrief.names.toponyms import is_implied, known_places
from govbrief_schemas.finding import Finding, Rule

_NAME = re.compile(
    r"\b(?:Inner Mongolia|Hong Kong)\b|\b[A-Z][a-z]+(?:['’](?!s\b)[a-z]+)?(?:-[A-Z]?[a-z]+)?\b"
)
_PLACE_ZH = re.compile(
    "([\u4e00-\u9fff]{2,3})(?:新区|街道|[省市区县镇乡旗村州](?![会场域级直民政委长内外属份略间划容里城]))"
)
_OWN = re.compile("[我全本](?:省|市|区|县|旗|镇|乡|村|局|院|街道)")
"""Whoever reports: a name in the English may be his."""
_QUOTED_ZH = re.compile("[“「]([\u4e00-\u9fff]{2,4})[”」]")
_FAMILY = re.compile(r"\b([A-Z][a-z]{1,4}) $")
FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""The characters that most people's names begin with."""
_SHORTEST = 5
"""Letters of the shortest name that is no English word; shorter ones are names where a known place is called so."""
_MISHEARD = 4
"""Letters of the shortest name that may be another one misheard."""
_RUN = 3
"""Characters of a place's name before the word that says what it is."""
_NAMED_WITH = "江河湖山岛州海池川"
"""Kinds that belong to short names: 东湖 is Donghu, 汾河 Fenhe."""
_PLACED = re.compile(
    "街道|[省市区县旗镇乡村州江河湖山岛海池川](?![会场域级直民委长内外属份略间划容里]|政(?!府))|(?:经济|高新|新|开发)(?=[技区开])"
)
_SMALL = frozenset({"County", "Township", "Town", "Village", "Banner", "Subdistrict"})
"""What English calls no place that Chinese does not: cities and districts may be told where Chinese has none."""
_QUOTED_EN = re.compile("[“\"‘'][A-Z][a-z]+[”\"’']")


def check_whereabouts(zh: str, en: str, standpoint: Standpoint, *, official: bool) -> Iterator[Finding]:
    """A finding for each name in pinyin that nothing in the Chinese sounds like, and for a county that is none."""
    for match in _NAME.finditer(en):
        name = match[0]
        if (
            len(plain_name(name)) < _MISHEARD
            or not (is_pinyin(plain_name(name)) or name in _chinese_of())
            or name in zh
        ):
            continue
        if is_commonly_sounded(name, zh) or _explained(name, zh, standpoint) or is_sounded(name, zh):
            continue
        rival = _meant(zh, en, match, official=official)
        if rival and (rival in known_places() or not _OWN.search(zh) or sounds_half(name, rival)):
            yield word_finding(Rule.PLACE, rival, name)
    if not official:
        return
    found = list(check_place_kinds(zh, en))
    yield from found
    for text, name, suffix in suffixed(en) if not found else ():
        if suffix in _SMALL and is_sounded(name, zh) and none_is(suffix, zh):
            yield word_finding(Rule.PLACE, "", text)


def _meant(zh: str, en: str, match: re.Match[str], *, official: bool) -> str:
    """The Chinese name that an English one stands for: one that sounds half like it, a namesake, one left untold."""
    name = match[0]
    if official and (near := _misheard(name, zh)):
        return near
    if (
        len(plain_name(name)) < _SHORTEST
        and name not in _chinese_of()
        and not _KIND_EN.match(en, match.end())
    ):
        return ""
    known = (
        official
        or any(part in _chinese_of() for part in (name, *name.split("-")))
        or _KIND_EN.match(en, match.end()) is not None
    )
    return (
        (official and _namesake(zh, en, match))
        or _unsaid(zh, en, official=official, known=known)
        or listed_rival(name, zh, en)
    )


def _misheard(name: str, zh: str) -> str:
    """The place of the Chinese that shares all syllables but one with a name: Hexi for 河东市, Yunyang for 云门县."""
    for match in _PLACED.finditer(zh):
        run = zh[max(0, match.start() - _RUN) : match.start()]
        for size in range(2, len(run) + 1):
            if sounds_half(name, run[-size:]):
                return run[-size:]
        with_kind = f"{run[-1:]}{match[0]}"
        if match[0] in _NAMED_WITH and sounds_half(name, with_kind):
            return with_kind
    return ""


def _namesake(zh: str, en: str, match: re.Match[str]) -> str:
    """The person whose family name stands before a name that nobody has: 李向东 for Li Xiangyang."""
    before = _FAMILY.search(en[: match.start()])
    common = common_readings()
    for at, char in enumerate(zh[:-2]):
        if before and char in FAMILY_NAMES and common.get(char) == before[1].lower():
            return zh[at : at + 3]
    return ""


def _explained(name: str, zh: str, standpoint: Standpoint) -> bool:
    """An English word, a known place by its other names, the issuer's own name."""
    if is_sounded(name, standpoint.actor + standpoint.issuer + standpoint.cited):
        return True
    if "-" in name:
        return all(is_sounded(part, zh) or _explained(part, zh, standpoint) for part in name.split("-"))
    known, stem = _chinese_of().get(name, ()), stem_word(name)
    if known:  # Siping is no “sip”, and the 湖 of 湖南 no Hubei
        return any(
            place in zh or place in licensed_short(zh) or _nicknamed(place, zh) or is_implied(place, zh)
            for place in known
        )
    return bool(akin(stem)) or stem in renderings(zh) or is_english_word(name)


def _nicknamed(place: str, zh: str) -> bool:
    """沈城, 在沈 and 沈企 are Shenyang's; the 沈 of 沈阳 is not, told by its own name, nor is the 大 of 大力."""
    first = place[0]
    return (
        re.search(f"{first}城|[在来赴驻离返抵援入访]{first}(?!{place[1:2]}|阳)|{first}(?=[企籍商])", zh)
        is not None
    )


@cache
def _chinese_of() -> dict[str, list[str]]:
    """Known places by their English."""
    found: dict[str, list[str]] = {}
    for chinese, english in known_places().items():
        found.setdefault(english, []).append(chinese)
    return found


def _unsaid(zh: str, en: str, *, official: bool, known: bool) -> str:
    """A place or a quoted name of the Chinese whose sound the English does not have."""
    heard, common = unmarked(re.sub(r"\s", "", en)), common_readings()
    for name, english in known_places().items():
        if known and name in zh and english.lower() not in en.lower():
            return name
    rows = in_a_row(zh) if known else ()
    if short := next((char for char, names in rows if not any(known_places()[n] in en for n in names)), ""):
        return short
    places = _PLACE_ZH.finditer(zh) if official else ()
    told = _QUOTED_EN.search(en) is not None
    quoted = (match for match in _QUOTED_ZH.finditer(zh) if told and not senses_of(match[1]))
    for match in (*places, *quoted):
        name = "" if match[1][-1] in _NUMERALS else _GENERAL.sub("", match[1])
        tails = ["".join(common.get(char, "?") for char in name[at:]) for at in range(len(name) - 1)]
        if (
            len(name) > 1
            and not (is_noun(name) or is_noun(name[-2:]))
            and not any(tail in heard for tail in tails)
        ):
            return str(match[0])
    named = _known_to_all(zh) if known else ()
    return next((place for place in named if _spelled_out(place) not in heard), "")


@lru_cache(maxsize=32)
def _known_to_all(zh: str) -> tuple[str, ...]:
    """The places of a text that the dictionary knows, in order: 浦东 and 洱海 with no 区 or 湖 behind them."""
    found, at = list[str](), 0
    while at < len(zh) - 1:
        place = next((zh[at : at + n] for n in (4, 3, 2) if names_place(zh[at : at + n], _spelled_out)), "")
        if place:
            found.append(place)
        at += len(place) or 1
    return tuple(found)


def is_noun(name: str) -> bool:
    """Whether what stands before 市 or 区 is a word and nobody's name: 标杆 of 标杆城市, 示范 of 示范市."""
    return bool(senses_of(name)) and _spelled(name) not in senses_of(name)


def _spelled(name: str) -> str:
    return stem_word(_spelled_out(name))


def _spelled_out(name: str) -> str:
    return sound_of(_KIND_ZH.sub("", name))


_NUMERALS = "两二三四五六七八九十百几多数"
"""What stands before 市 and 省 that are counted: 四市."""
_KIND_ZH = re.compile("(?<=..)[省市区县旗镇乡村州]$")
_KIND_EN = re.compile(
    r"\s(?:District|County|City|Town|Township|Village|Prefecture|Banner|Province|Lake|River|Port|Customs|Subdistrict)\b"
)
"""What marks even a short name as a place's: Yuhu District."""


_GENERAL = re.compile(
    "示范|标杆|试点|先行|先进|卫生|文明|省会城|城|合作|协作|东北|西北|东南|西南|华北|华东|华南"
    "|[在于和与及对向至到从由为各全本该此省市区县地]|一般|全体|[省市]会.*"
)
"""What stands before 区 and 市 and is no name."""
