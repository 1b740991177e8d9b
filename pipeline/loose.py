"""Owns the generous reading of numbers: every value that a text could be said to mention, idioms and compounds included.

Used only to excuse a number that has no partner, never to accuse one.
"""

import re
from fractions import Fraction
from functools import lru_cache

from pipeline.marks import DAY, MONTH, YEAR

_ZH_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "双": 2,
    "俩": 2,
    "廿": 20,
    "单": 1,
    "首": 1,
    "半": 0,
}
_ZH_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ZH_RUN = re.compile(r"[零〇一二两三四五六七八九十百千万亿双俩廿单首半]+")
_EN_WORDS = {
    word: value
    for value, words in {
        0: "zero no none nil", 1: "one a an single once first sole only unit", 2: "two both double twice second pair couple dual twin bi",
        3: "three triple third thrice", 4: "four fourth quarter", 5: "five fifth", 6: "six sixth", 7: "seven seventh",
        8: "eight eighth", 9: "nine ninth", 10: "ten tenth decade", 12: "twelve dozen", 20: "twenty", 100: "hundred century",
        1000: "thousand", 24: "day", 30: "month", 15: "fifteen", 60: "hour minute",
    }.items()
    for word in words.split()
}  # fmt: skip
_EN_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
_RELATIVE_ZH = {
    YEAR: re.compile(r"今年|去年|明年|前年|后年|当年|同年|上年|本年|次年|翌年|年初|年底|年末|民国|建党|建国"),
    MONTH: re.compile(
        r"本月|上月|下月|当月|同月|次月|[正腊冬]月|\d+[日号]|当日|今天|昨天|昨日|今日|明天|周[一二三四五六日]"
    ),
    DAY: re.compile(
        r"当[日天]|今[日天]|昨[日天]|明[日天]|次[日天]|翌日|同[日天]|前[一]?天|周[一二三四五六日]|星期|元旦|国庆|五一|八一|七一|十一"
    ),
}
_RELATIVE_EN = {
    YEAR: re.compile(
        r"\b(?:this|last|next|that|same|previous|following|current)\s+year|\byear[- ](?:end|ago|earlier)|\byears? (?:ago|earlier)",
        re.IGNORECASE,
    ),
    MONTH: re.compile(
        r"\b(?:this|last|next|that|same|previous|following|current)\s+month|\b(?:today|yesterday|tomorrow)\b",
        re.IGNORECASE,
    ),
    DAY: re.compile(
        r"\b(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend"
        r"|(?:the|that|this|same|next|following|previous)\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)|new year)",
        re.IGNORECASE,
    ),
}


@lru_cache(maxsize=64)
def chinese_values(text: str) -> frozenset[Fraction]:
    """Values of every run of Chinese numerals, of each of its characters, and of its parts."""
    values: set[int] = set()
    for match in _ZH_RUN.finditer(text):
        run = match[0]
        values |= {_ZH_DIGITS.get(char, _ZH_SCALES.get(char, 0)) for char in run}
        values.add(_evaluate(run))
    return frozenset(map(Fraction, values))


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


@lru_cache(maxsize=64)
def english_values(text: str) -> frozenset[Fraction]:
    """Values of every digit string and every word that holds a number (both, twice, decade, double)."""
    values: set[Fraction] = set()
    for token in _EN_TOKEN.findall(text.lower()):
        if token[0].isdigit():
            values.add(Fraction(token.replace(",", "")))
        elif token in _EN_WORDS:
            values.add(Fraction(_EN_WORDS[token]))
    return frozenset(values)


def has_relative_date(text: str, group: str) -> bool:
    """True when the text dates something by words (今年, the next day), so that a date part may be missing."""
    pattern = _RELATIVE_EN if text.isascii() or _mostly_latin(text) else _RELATIVE_ZH
    return bool(pattern[group].search(text))


def _mostly_latin(text: str) -> bool:
    return sum(char.isascii() for char in text) * 2 > len(text)
