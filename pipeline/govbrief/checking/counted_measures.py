"""Owns what a measure word cannot count: 法治体检320次 are no 320 lawyers, and 课时 no days.

The kinds stand in `data/measures.toml`. A noun that the words right beside the Chinese number may be called is let
pass, since translators turn 查处违法车辆3000起 into vehicles.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from govbrief.base.datafiles import any_literal, read_table
from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed, long_renderings, senses_of, words_in
from govbrief.names.stems import stem_word
from govbrief_schemas.finding import Finding, Rule

_GROUPS = frozenset({"count", "duration"})
_BEFORE, _BEHIND = 4, 10
"""Characters before and behind a number that name what it counts: of 执法记录仪1500台 not the officers of 执法."""
_ZH_BORDER = re.compile(r"[，,；;。！？!?：:、（）()《》“”\n\d]")
_FEW = 5
"""English words behind a number among which its noun stands."""
_TOKEN = re.compile(r"[\s-]*([A-Za-z]+)((?:['’]s?)?)")
_UNIT = re.compile(r"\d (?:[mb]illion |thousand )?(people|(?!units)[a-z]+s)$")
_PERSON = stem_word("people")
_OF_PEOPLE = re.compile("[人员众民者生工户客命口丁]")
"""What has to stand there for people, which the dictionary gives for 材料 as well: 60万条生命 are people."""


def check_measures(left: Sequence[Mark], right: Sequence[Mark], zh: str, en: str) -> Iterator[Finding]:
    """A finding for each number whose English noun the Chinese measure word never counts; marks in order of place."""
    held = Counter(mark.value for mark in left)
    for i, j in pair_up(left, right).pairs:
        one, other = left[i], right[j]
        if held[one.value] > 1:
            continue  # of 建议73件, 代表73人 nobody knows which is told
        if one.group not in _GROUPS or not (one.digits or other.digits) or one.value == 1:
            continue
        match = _measure().search(one.text)
        noun = noun_behind(en, other) if match else ""
        if not match or not noun:
            continue
        kinds = _kinds().get(stem_word(noun), frozenset())
        if kinds and kinds <= _never()[match[1]] and not _is_named(stem_word(noun), zh, one):
            yield word_finding(Rule.NUMBER_NOUN, one.text, f"{other.text} … {noun}")


def noun_behind(en: str, mark: Mark) -> str:
    """The first word in the plural behind a number, or the noun that was read as its unit: 210 persons, 60 days."""
    unit = _UNIT.search(mark.text)
    if unit or mark.group == "duration":
        return unit[1] if unit else ""
    at = mark.quantity.span.end
    for _ in range(_FEW):
        token = _TOKEN.match(en, at)
        if token is None or token[1].lower() in _english("ends"):
            return ""
        word, at = token[1].lower(), token.end()
        if token[2] or word in _english("singulars"):
            continue
        if word in _english("plurals") or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return token[1]
    return ""


def _is_named(stem: str, zh: str, mark: Mark) -> bool:
    """Whether the word before a Chinese number, or the words behind it up to a verb, may be called so."""
    start, end = mark.quantity.span
    before = _ZH_BORDER.split(zh[max(0, start - _BEFORE) : start])[-1]
    before = before.rstrip("约近达共超过到至")
    if stem == _PERSON:
        return _OF_PEOPLE.search(before[-2:] + zh[end : end + 4]) is not None
    if any(stem in senses_of(before[at:]) for at in range(len(before))):
        return True
    behind = _ZH_BORDER.split(zh[end : end + _BEHIND])[0]
    verb = next((at for word, at in words_in(behind) if at and is_deed(word)), len(behind))
    return stem in long_renderings(behind[:verb])


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\d零一二两三四五六七八九十百千万亿几余多])({any_literal(_never())})$")


@cache
def _never() -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds.split()) for word, (kinds, _) in read_table("measures")["never"].items()}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The stem of an English noun to its kinds."""
    found: dict[str, set[str]] = {}
    for kind, words in read_table("measures")["kinds"].items():
        for word in words.split():
            found.setdefault(stem_word(word), set()).add(kind)
    return {stem: frozenset(kinds) for stem, kinds in found.items()}


@cache
def _english(name: str) -> frozenset[str]:
    return frozenset(read_table("measures")["english"][name].split())
