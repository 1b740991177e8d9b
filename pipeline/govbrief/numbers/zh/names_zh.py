"""Owns what is no amount although a numeral stands in it: idioms, set names, hotlines.

An idiom counts nothing and is left out of every list; a name is listed, with its numeral, as a name.
The data is `data/names_zh.toml`.
"""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.numbers.numerals import ZH_NUMERAL


class CountedNames(NamedTuple):
    """The phrases, indexed so that one numeral is judged by a few slices and no search."""

    idioms: dict[str, tuple[tuple[int, int], ...]]
    """Numeral -> (offset of the numeral in the phrase, length of the phrase)."""
    phrases: frozenset[str]
    names: dict[str, tuple[str, ...]]
    """First character -> names, longest first."""
    suffixes: dict[str, tuple[str, ...]]
    """First character behind a numeral -> what may follow to make it a name, longest first."""
    hotline: re.Pattern[str]
    code: re.Pattern[str]
    models: tuple[str, ...]


_NUMERALS = frozenset(ZH_NUMERAL)


@cache
def load_names() -> CountedNames:
    """Read the data file and index it."""
    raw = read_table("names_zh")
    idioms: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for phrase, _example in raw["idioms"]:
        for at, char in enumerate(phrase):
            if char in _NUMERALS:
                idioms[char].add((at, len(phrase)))
    after = [phrase.removeprefix("{n}") for phrase, _example in raw["patterns"]]
    hotlines = "|".join(re.escape(word) for word, _example in raw["hotlines"])
    codes = "|".join(re.escape(word) for word, _example in raw["codes"])
    return CountedNames(
        idioms={char: tuple(sorted(places)) for char, places in idioms.items()},
        phrases=frozenset(phrase for phrase, _example in raw["idioms"]),
        names=_by_first(phrase for phrase, _example in raw["names"]),
        suffixes=_by_first(after),
        hotline=re.compile(rf"[\u4e00-\u9fff]{{0,10}}?(?:{hotlines})"),
        code=re.compile(rf"(?:{codes})[为是:：]?\s?[A-Za-z]{{0,4}}$"),
        models=tuple(word for word, _example in raw["models"]),
    )


def _by_first(phrases: object) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:  # type: ignore[attr-defined]  # any iterable of strings
        found[phrase[0]].append(phrase)
    return {char: tuple(sorted(rows, key=len, reverse=True)) for char, rows in found.items()}


def is_idiom(text: str, start: int) -> bool:
    """Whether the numeral at `start` stands in an idiom: 进一步, 一次性, 十分."""
    names = load_names()
    for before, length in names.idioms.get(text[start], ()):
        at = start - before
        if at >= 0 and text[at : at + length] in names.phrases:
            return True
    return False


def name_end(text: str, start: int, end: int) -> int:
    """Where the name ends that the numeral `text[start:end]` begins; 0 when it begins none."""
    names = load_names()
    for name in names.names.get(text[start], ()):
        if text.startswith(name, start):
            return start + len(name)
    for suffix in names.suffixes.get(text[end : end + 1], ()):
        if text.startswith(suffix, end):
            return end + len(suffix)
    return 0


def hotline_end(text: str, end: int) -> int:
    """Where the hotline's name ends whose number ends at `end`; 0 when none follows."""
    match = load_names().hotline.match(text, end)
    return match.end() if match else 0


def is_code(text: str, start: int) -> bool:
    """Whether the words in front announce a code: 电话：, 编号."""
    return load_names().code.search(text[max(0, start - 12) : start]) is not None


def is_model(text: str, start: int) -> bool:
    """Whether the hyphen at `start` joins a number to what is built under it: 歼-35, 长征-5."""
    return text.endswith(load_names().models, 0, start)


_ONE_TO_TEN = frozenset("一二两三四五六七八九十")
_NOT_IN_PAIRS = frozenset(
    ZH_NUMERAL + "0123456789，。、；：,;（()）“”《》 \n年月日天周次个項项点點元角分到至是米斤块毛尺"
)


def is_pair(text: str, at: int) -> bool:
    """四通八达, 一村一策, 两升一降 are one phrase each; 一人二人 and 三天两次 are not."""
    return any(_is_phrase(text[first : first + 4]) for first in (at, at - 2) if first >= 0)


def _is_phrase(four: str) -> bool:
    if len(four) < 4 or four[0] not in _ONE_TO_TEN or four[2] not in _ONE_TO_TEN:  # noqa: PLR2004 - numeral, sign, numeral, sign
        return False
    return four[1] != four[3] and not _NOT_IN_PAIRS.intersection(four[1::2])
