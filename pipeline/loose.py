"""Owns the generous reading of numbers: every value that a text could be said to mention, idioms and compounds included.

Used only to excuse a number that has no partner, never to accuse one.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from pipeline.dates import DAY, MONTH, TIME, YEAR

_ZH_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "双": 2, "俩": 2, "廿": 20, "单": 1, "首": 1, "独": 1, "亚": 2, "仨": 3, "对": 2, "叁": 3, "贰": 2, "壹": 1,
}  # fmt: skip
_ZH_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ZH_RUN = re.compile(f"[{''.join(_ZH_DIGITS)}{''.join(_ZH_SCALES)}]+")
_LONGEST_RUN = 12
_EN_WORDS: dict[str, int] = {
    word: value
    for value, words in {
        0: "zero no none nil", 1: "one a an single once first sole only unit each per every another",
        2: "two both double twice second pair couple dual twin bilateral doubled fortnight fortnightly binary",
        3: "three triple third thrice tripled trio", 4: "four fourth quarter quartet", 5: "five fifth quintet", 6: "six sixth",
        7: "seven seventh", 8: "eight eighth", 9: "nine ninth", 10: "ten tenth decade decades tens", 12: "twelve dozen dozens noon",
        20: "twenty", 100: "hundred hundreds century centuries", 1000: "thousand thousands", 24: "day", 30: "month",
        60: "hour minute", 7: "week seven", 365: "year", 1000000: "million millions",
    }.items()
    for word in words.split()
}  # fmt: skip
_EN_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
_CLOCK_WORDS = r"noon|midday|midnight"
_RELATIVE_ZH = {
    YEAR: re.compile(r"[今去明前后当同上本次翌近]年|年[初底末]|民国|建[党国]|世纪|年代"),
    MONTH: re.compile(
        r"[本上下当同次]个?月|[正腊冬]月|\d+\s*[日号]|[当今昨明]日|今天|昨天|明天|周[一二三四五六日]|[本下上]周"
    ),
    DAY: re.compile(
        r"[当今昨明次翌同前]日|[当今昨明次同前][天晚]|周[一二三四五六日]|星期|礼拜|元旦|国庆|除夕|初[一二三四五]|五一|八一|七一|十一"
    ),
    TIME: re.compile(r"中午|正午|午夜|零点|时许|\d\s*[点时]"),
}
_RELATIVE_EN = {
    YEAR: re.compile(
        r"\b(?:this|last|next|that|same|previous|following|current|past)\s+(?:\w+\s+)?year|\byear[- ](?:end|ago|earlier)"
        r"|\byears? (?:ago|earlier|before)",
        re.IGNORECASE,
    ),
    MONTH: re.compile(
        r"\b(?:this|last|next|that|same|previous|following|current)\s+month|\b(?:today|yesterday|tomorrow|months?)\b",
        re.IGNORECASE,
    ),
    DAY: re.compile(
        r"\b(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|new year|day earlier"
        r"|(?:the|that|this|same|next|following|previous|of)\s+(?:same\s+|very\s+)?(?:day|morning|afternoon|evening|night))\b",
        re.IGNORECASE,
    ),
    TIME: re.compile(rf"\b(?:{_CLOCK_WORDS})\b", re.IGNORECASE),
}


def name_values(text: str) -> frozenset[Fraction]:
    """Values of a name's numerals, alone and joined: 十四五 is 14 and 5, 7×24 is 7, 24 and 724."""
    runs = re.findall(r"\d+(?:\.\d+)?", text)
    joined = "".join(char for char in text if char.isdecimal())
    digits = {Fraction(run) for run in runs} | ({Fraction(int(joined))} if joined else set())
    return chinese_values(text) | digits


@lru_cache(maxsize=256)
def chinese_values(text: str) -> frozenset[Fraction]:
    """Values of every run of Chinese numerals and of every part of one."""
    values: set[int | Fraction] = set()
    for match in _ZH_RUN.finditer(text):
        run = match[0][:_LONGEST_RUN]
        values |= {_evaluate(run[i:j]) for i in range(len(run)) for j in range(i + 1, len(run) + 1)}
        if "半" in run:
            values.add(Fraction(1, 2))
        if re.fullmatch("[零一二三四五六七八九]{2}", run):
            tens, ones = (_ZH_DIGITS[char] for char in run)
            values |= {1900 + 10 * tens + ones, 2000 + 10 * tens + ones}
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


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with some slices blanked, for what no reader of numbers has claimed."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


@lru_cache(maxsize=256)
def english_values(text: str) -> frozenset[Fraction]:
    """Values of every digit string and every word that holds a number (both, twice, decade, double)."""
    values: set[Fraction] = set()
    for token in _EN_TOKEN.findall(text.lower()):
        if token[0].isdigit():
            values.add(Fraction(token.replace(",", "")))
        elif token in _EN_WORDS:
            values.add(Fraction(_EN_WORDS[token]))
    return frozenset(values)


def has_relative_date(text: str, group: str, language: str) -> bool:
    """True when the text dates something by words (今年, the next day), so that a date part may be missing."""
    pattern = (_RELATIVE_EN if language == "en" else _RELATIVE_ZH).get(group)
    return pattern is None or bool(pattern.search(text))
