"""Owns the sound of Chinese characters: their common reading, all syllables, and other readings where asked."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from govbrief.base.datafiles import read_table

if TYPE_CHECKING:
    from pypinyin.core import Pinyin


@lru_cache(maxsize=1)
def common_readings() -> dict[str, str]:
    """Character to its most common reading, without tones."""
    return {char: syllable for syllable, chars in read_table("pinyin").items() for char in chars}


@lru_cache(maxsize=8192)
def is_pinyin(name: str) -> bool:
    """Whether a word in lower case is two to four syllables; shorter ones are English words as well."""
    return any(_falls_apart(name, parts) for parts in (2, 3, 4))


def is_syllable(name: str) -> bool:
    """Whether a word in lower case is one syllable."""
    return name in _syllables()


def _falls_apart(name: str, parts: int) -> bool:
    if parts == 0 or not name:
        return not name and parts == 0
    return any(
        name[:size] in _syllables() and _falls_apart(name[size:], parts - 1)
        for size in range(1, min(6, len(name)) + 1)
    )


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(read_table("pinyin"))


@lru_cache(maxsize=256)
def readings(chinese: str) -> tuple[frozenset[str], ...]:
    """Every reading of each Chinese character, others left out; slow when first asked: a dictionary is loaded.

    Words that the dictionary knows are read as it reads them: the 重 of 重庆 has one reading.
    """
    known = common_readings()
    plain = "".join([char for char in chinese if char in known])
    return tuple(chain.from_iterable(map(_readings_of_word, _words(plain))))


def _words(plain: str) -> Iterator[str]:
    """The text as the dictionary parts it, a window at a time: it copies what is left of a text at every word."""
    parted, at = _dictionary().seg, 0
    while at < len(plain):
        start, last = at, at + _WINDOW >= len(plain)
        for word in parted(plain[at : at + _WINDOW]):
            if at - start > _WINDOW - _LONGEST_WORD and not last:
                break
            yield word
            at += len(word)


_WINDOW, _LONGEST_WORD = 256, 32
"""Characters that are parted at once, and more than any word of the dictionary has: none is cut at a window's end."""


@lru_cache(maxsize=1)
def _dictionary() -> "Pinyin":
    """The dictionary of readings."""
    from pypinyin.core import Pinyin  # noqa: PLC0415 - it takes 0.2 s to load

    return Pinyin()


@lru_cache(maxsize=16384)
def _readings_of_word(word: str) -> tuple[frozenset[str], ...]:
    from pypinyin import Style  # noqa: PLC0415 - see `_dictionary`

    read = _dictionary().pinyin(word, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(frozenset(one.replace("ü", "v") for one in found) for found in read)


def spells(letters: str, chinese: str) -> bool:
    """Whether small letters without blanks are the pinyin of all of `chinese` in any reading of its characters."""
    rests = {letters}
    for sounds in readings(chinese):
        rests = {rest[len(sound) :] for rest in rests for sound in sounds if rest.startswith(sound)}
    return "" in rests and bool(chinese)
