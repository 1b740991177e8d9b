"""Owns the generous reading of numbers: every value that a text could be said to mention, idioms included.

Used only to excuse a number that has no partner, never to accuse one. Its words: `data/translation.toml`.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from govbrief.base.datafiles import read_table
from govbrief.checking.dates import QUARTER
from govbrief.checking.roman import roman_values

_ZH_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_ZH_DIGITS |= {
    "〇": 0,
    "壹": 1,
    "单": 1,
    "首": 1,
    "独": 1,
    "两": 2,
    "双": 2,
    "俩": 2,
    "亚": 2,
    "对": 2,
    "贰": 2,
}
_ZH_DIGITS |= {"叁": 3, "仨": 3, "半": 0, "廿": 20}
_ZH_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ZH_RUN = re.compile(f"[{''.join(_ZH_DIGITS)}{''.join(_ZH_SCALES)}]+")
_ALONE = frozenset("单首独双俩亚对仨半")
"""Words for a number that no scale follows: 双十一 is no 21."""
_TWO_DIGITS = re.compile("[零一二三四五六七八九]{2}")
_LONGEST_RUN = 12
"""Longer runs are no idioms; reading every part of one would take cubic time."""
_LONGEST_NUMBER = 30
_EN_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def translation_words() -> Mapping[str, Any]:
    """The word lists as they stand in the file."""
    return read_table("translation")


@cache
def _english_words() -> dict[str, Fraction]:
    rows = translation_words()["values"].items()
    return {word: Fraction(value) for value, words in rows for word in words}


@cache
def _chinese_words() -> dict[str, Fraction]:
    rows = translation_words()["values_zh"].items()
    return {word: Fraction(value) for value, words in rows for word in words}


@cache
def phrases(table: str, row: str, language: str) -> re.Pattern[str]:
    """A pattern for one list of phrases, whole words in English."""
    found = "|".join(map(re.escape, translation_words()[table][row][language]))
    return re.compile(rf"\b(?:{found})\b" if language == "en" else found, re.IGNORECASE)


def said_without(table: str, number: str, other: str) -> bool:
    """Whether the other text says a number without writing it: 24小时 / around the clock."""
    low = number.lower()
    told = (words for form, words in translation_words()[table].items() if low.endswith(form))
    return any(word in other.lower() for words in told for word in words)


def name_values(text: str) -> frozenset[Fraction]:
    """Values that a name may be told by: 十四五 is 14 (and its years), 95后 is 1995, 7×24 is 7, 24 and 724."""
    if (counted := _counted_name(text)) is not None:
        return counted
    runs = [run for run in re.findall(r"\d+(?:\.\d+)?", text) if len(run) <= _LONGEST_NUMBER]
    joined = "".join(char for char in text if char.isdecimal())[:_LONGEST_NUMBER]
    digits = {Fraction(run) for run in runs} | ({Fraction(int(joined))} if joined else set())
    return chinese_values(text) | digits


_FIVE_YEARS = re.compile("(十[一二三四五六七八九]?|[一二三四六七八九])五(?:规划|时期|普法)?")
_LEGAL_PLAN = re.compile("([一二三四五六七八九十])五普法")
_CONGRESS = re.compile("([一二三四五六七八九十]{1,3})(?:大|届.*)")
_BORN = re.compile(r"(\d)([05]) ?后")
_BEFORE_PLANS = 1955
"""The thirteenth plan ended in 2020."""


def _counted_name(text: str) -> frozenset[Fraction] | None:
    """The number of a five-year plan, a congress or a generation; None for other names."""
    if plan := _FIVE_YEARS.fullmatch(text.strip('“”"')):
        number = _evaluate(plan[1])
        last = _BEFORE_PLANS + 5 * number
        return frozenset(map(Fraction, (number, last - 4, last)))
    if counted := _LEGAL_PLAN.match(text) or _CONGRESS.fullmatch(text):
        return frozenset({Fraction(_evaluate(counted[1]))})
    if born := _BORN.fullmatch(text):
        decade = int(born[1]) * 10 + int(born[2])
        year = decade + (2000 if decade < _YOUNGEST else 1900)
        return frozenset(map(Fraction, (decade, year)))
    return None


_YOUNGEST = 30


@lru_cache(maxsize=256)
def chinese_values(text: str) -> frozenset[Fraction]:
    """Values of every run of Chinese numerals and of every part of one."""
    values: set[int | Fraction] = set(worded_values(text))
    for match in _ZH_RUN.finditer(text):
        run = match[0][:_LONGEST_RUN]
        parts = (run[i:j] for i in range(len(run)) for j in range(i + 1, len(run) + 1))
        values |= {_evaluate(part) for part in parts if len(part) == 1 or part[0] not in _ALONE}
        if "半" in run:
            values.add(Fraction(1, 2))
        if _TWO_DIGITS.fullmatch(run):
            # 九二共识 is the 1992 consensus
            year = 10 * _ZH_DIGITS[run[0]] + _ZH_DIGITS[run[1]]
            values |= {1900 + year, 2000 + year}
    return frozenset(map(Fraction, values))


def worded_values(text: str) -> frozenset[Fraction]:
    """Values of the words that hold one without a numeral: 花甲, 腊月, 高三."""
    return frozenset(value for word, value in _chinese_words().items() if word in text)


def _evaluate(run: str) -> int:
    total = section = digit = 0
    for char in run:
        if char in _ZH_DIGITS:
            digit = _ZH_DIGITS[char]
        elif _ZH_SCALES[char] < 10_000:  # noqa: PLR2004 - 万 and above close a section
            section += (digit or 1) * _ZH_SCALES[char]
            digit = 0
        else:
            total = (total + section + digit or 1) * _ZH_SCALES[char]
            section = digit = 0
    return total + section + digit


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with some slices blanked, for what no reader of numbers has claimed."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


@lru_cache(maxsize=256)
def english_values(text: str) -> frozenset[Fraction]:
    """Values of every digit string and every word that holds a number (both, twice, decade, double)."""
    words = _english_words()
    values: set[Fraction] = set()
    values.update(roman_values(text))
    for token in _EN_TOKEN.findall(text.lower()):
        if token[0].isdigit():
            values.add(Fraction(token[:_LONGEST_NUMBER].replace(",", "").rstrip(".")))
        elif token in words:
            values.add(words[token])
    return frozenset(values)


_SPACED_DAY = re.compile(r"(?<=\d)\s(?=[日号])")
"""17 日, as many write it."""


def has_relative_date(text: str, group: str, language: str) -> bool:
    """True when the text dates something by words (今年, the next day): that part of a date may be missing.

    Quarters are never left to words; centuries and decades always may be.
    """
    if group not in translation_words()["relative"]:
        return group != QUARTER
    return bool(phrases("relative", group, language).search(_SPACED_DAY.sub("", text)))
