"""Owns days that a text names instead of dating them: “五四”运动 is the movement of May 4, 9·11 is September 11.

Used only to excuse a date that stands in one language. The names: `named_days` in `data/translation.toml`.
"""

import re
from functools import cache, lru_cache

from govbrief.checking.dates import DAY, MONTH
from govbrief.checking.loose import translation_words
from govbrief.checking.marks import Mark
from govbrief.numbers.relations import Language

_NUMERAL = "〇零一二三四五六七八九十百千万亿两0-9"
_DOTTED = re.compile(
    r"(?<![\d.·])(?P<month>1[0-2]|[1-9])\s?[·•．・.]\s?(?P<day>3[01]|[12]\d|[1-9])"
    r"(?=\s?[”\"』」]|\s?(?:事件|事故|地震|特大|暴雨|惨案|大火|火灾|空难|专案|案|讲话|运动|晚会|工程|袭击|恐怖|爆炸|大爆炸))"
)
"""“7·20”特大暴雨: digits with a dot, closed by a quotation mark or by what happened; anything else is a decimal."""


@cache
def _names(language: Language) -> tuple[tuple[re.Pattern[str], int, int], ...]:
    found = []
    for when, forms in translation_words()["named_days"].items():
        month, day = map(int, when.split("-"))
        for form in forms[language]:
            word = re.escape(form)
            bare = rf"(?<![{_NUMERAL}第月年]){word}(?![{_NUMERAL}月日年个點点时届号])"
            found.append((re.compile(bare if language == "zh" else rf"\b{word}", re.IGNORECASE), month, day))
    return tuple(found)


@lru_cache(maxsize=256)
def named_days(text: str, language: Language) -> frozenset[tuple[int, int]]:
    """Month and day of every day that the text calls by a name."""
    found = {(month, day) for name, month, day in _names(language) if name.search(text)}
    if language == "zh":
        found |= {(int(match["month"]), int(match["day"])) for match in _DOTTED.finditer(text)}
    return frozenset(found)


def without_named_days(en: str) -> str:
    """An English text without the days that it calls by a name of their own."""
    for name, _, _ in _names("en"):
        en = name.sub("", en)
    return en


def is_named(mark: Mark, text: str, language: Language) -> bool:
    """Whether the other text, in `language`, names the day whose month or number the mark is."""
    if mark.group not in {MONTH, DAY}:
        return False
    return any(
        mark.face == (month if mark.group == MONTH else day) for month, day in named_days(text, language)
    )
