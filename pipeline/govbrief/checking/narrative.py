"""Owns which small Chinese counts a good translation may leave out: 三人结伴, 这两种, 北京、上海两地.

Chinese says a small number where English has a pronoun, a plural or nothing. A count that reports a result
(三人死亡, 建成两处) is never one of these, nor is anything in Arabic digits. The words are `data/translation.toml`.
"""

import re
from functools import cache
from typing import NamedTuple

from govbrief.checking.loose import phrases, translation_words
from govbrief.checking.marks import Mark
from govbrief_schemas.quantity import QuantityKind

_LARGEST = 10
_TWO = 2
_REACH = 24
_MUTUAL = re.compile("之间|相互|互相|彼此|双方")
"""Behind 两 these say that there are two: 两国之间."""
_ALL_ZH = re.compile("[^，。；]{0,10}[都均全皆]")
_ALL_EN = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
"""三个产品线都有起色: all of them."""
_LIST_SIGN = re.compile("、|以及|[和与及跟同]")
_CLAUSE_START = re.compile(r"(?:^|[，。；！？：,;“”\n])\s*$")
_PERSONS = frozenset({"人", "位", "名", "者", "个人"})


_RATE = re.compile("(?:可?兑换?|合|约合|等于|=|≈)(?:人民币|美元|约|约为)?\\s?\\d")
"""1欧元兑1.05美元: the euro stands at $1.05."""


class _NarrativeWords(NamedTuple):
    pointing: re.Pattern[str]
    """Ends in a word that points back: 这, 上述, 他们."""
    results: re.Pattern[str]
    """Begins with what happens to people and is reported with their number: 死亡, 获救."""


@cache
def _words() -> _NarrativeWords:
    raw = translation_words()["small_counts"]
    return _NarrativeWords(
        re.compile(f"(?:{'|'.join(raw['pointing'])})的?$"),
        re.compile(f".{{0,2}}(?:{'|'.join(raw['results'])})"),
    )


def is_incidental(mark: Mark, zh: str, en: str) -> bool:
    """Whether English may say this Chinese count without a number."""
    if mark.face == 1 and _RATE.match(zh, mark.quantity.span.end):
        return True
    if mark.digits or not 1 <= mark.face <= _LARGEST or mark.face.denominator != 1:
        return False
    if mark.quantity.kind not in {QuantityKind.COUNT, QuantityKind.DURATION}:
        return False
    start, end = mark.quantity.span
    before = zh[max(0, start - _REACH) : start]
    if mark.face == 1 or _words().pointing.search(before) or zh.startswith("字", end):
        return True
    if mark.face == _TWO and (
        phrases("small_counts", "both", "en").search(en) or _MUTUAL.search(zh, end, end + _REACH // 2)
    ):
        return True
    of_all = bool(_ALL_ZH.match(zh, end) and _ALL_EN.search(en))
    return (
        of_all
        or _sums_up(mark, before)
        or _is_listed(mark, zh[end : end + _LISTED])
        or _stands_for_people(mark, before, zh[end : end + 8])
    )


def _sums_up(mark: Mark, before: str) -> bool:
    """北京、上海两地: the count of what has just been listed."""
    clause = re.split("[，。；！？：,;]", before)[-1]
    return len(_LIST_SIGN.findall(clause)) == mark.face - 1


def _is_listed(mark: Mark, behind: str) -> bool:
    """他的三个孩子——甲、乙和丙: the count of what is listed right behind it."""
    named = _LISTS.match(behind)
    return named is not None and len(_LIST_SIGN.findall(_LIST_END.split(named[1])[0])) == mark.face - 1


_LISTED = 60
_LISTS = re.compile("[^，。；：:—]{0,6}(?:——|：|:)(.*)", re.DOTALL)
_LIST_END = re.compile("——|[。；！？]")


def _stands_for_people(mark: Mark, before: str, behind: str) -> bool:
    """三人结伴, 二位特别默契: a pronoun; 三人死亡 is a result."""
    if mark.quantity.unit not in _PERSONS or not _CLAUSE_START.search(before):
        return False
    return bool(behind) and not _words().results.match(behind)
