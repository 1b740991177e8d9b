"""Owns places that one character names: Sichuan and Chongqing of 川渝, Shanghai of 赴沪; not the 深 of 深化.

A character that is an ordinary word as well names nothing inside a longer word of the dictionary, unless the word is
made of such characters or the dictionary tells it by the place (返津).
"""

import re
from functools import cache, lru_cache

from govbrief.base.datafiles import read_table
from govbrief.names.dictionary import senses_of, words_in
from govbrief.names.stems import stem_word
from govbrief.names.toponyms import known_places, told_short, told_side_by_side

_RUN = 2
"""Characters in a row that are names beyond doubt: 桂滇黔, 粤港澳."""
_SURE = frozenset("京沪渝粤浙皖闽赣豫鄂湘黔滇陕冀辽")
"""Characters that mean the place in longer words as well: 粤剧, 湘绣, 闽南."""
_DOUBTFUL = "川甘青宁吉黑港澳台深沈"
"""Characters that are ordinary words as well; beside one of the others they are names."""


@lru_cache(maxsize=64)
def licensed_short(zh: str) -> frozenset[str]:
    """The places that a text may name by one character each."""
    together = _told_together(zh)
    found = told_short(zh)
    if not found:
        return together
    bare = list(zh)
    for word, start in words_in(zh):
        if not (set(word) <= _chars() or set(word) & _SURE or _calls_place(word)):
            bare[start : start + len(word)] = "　" * len(word)
    return told_short("".join(bare)).union(together, *(places for _, places in in_a_row(zh)))


def _told_together(zh: str) -> frozenset[str]:
    """The places whose first character stands before 四市 or 都市圈: Ordos of 呼包鄂乌四市, Yunnan of 云贵川三省."""
    runs = [run for run in _TOGETHER.findall(zh) if run[-_FULL:] not in known_places()]
    return frozenset(place for place in known_places() if any(place[0] in run for run in runs))


_TOGETHER = re.compile(
    "([\u4e00-\u9fff]{2,5})(?=[两三四五六七八九](?:省|市|地|州|盟|区)|都市圈|城市群|都市区|一体化|经济圈|经济带|城际)"
)
_FULL = 2
"""Characters of a name in full: 桂林、贺州两市."""


@lru_cache(maxsize=64)
def in_a_row(zh: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The characters of rows of short names, each with the places it may name: 川 with 四川 of 川渝."""
    names = _names()
    rows = (
        (char, (names[char],))
        for run in _rows().findall(zh)
        if len(run) >= _RUN and run not in known_places() and not set(run) <= set(_DOUBTFUL)
        for char in run
    )
    return (*rows, *told_side_by_side(zh))


@cache
def _names() -> dict[str, str]:
    table: dict[str, str] = read_table("toponyms")["short"]
    return {char: name.split("|")[0] for char, name in table.items()}


@cache
def _chars() -> frozenset[str]:
    return frozenset(_names())


@cache
def _rows() -> re.Pattern[str]:
    whole = "|".join(name for name in known_places() if name[0] in _names())
    return re.compile(f"(?!{whole})[{''.join(_names())}]+")


def _calls_place(word: str) -> bool:
    """Whether the dictionary tells a word by the place that one of its characters names: 进京 is to go to Beijing."""
    places = {_names()[char] for char in word if char in _names()}
    return any(stem_word(known_places().get(place, "?")) in senses_of(word) for place in places)
