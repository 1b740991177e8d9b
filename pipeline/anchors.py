"""Owns the anchors between a Chinese text and its English: words, names and numbers that translate each other.

An anchor says where in both texts the same thing is spoken of. It never makes a number right or wrong; it says which
English number stands where a Chinese one stood, which is what tells a swap from a sentence turned around.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class Anchor(NamedTuple):
    """A thing that both texts speak of, and every place where they do."""

    zh: tuple[int, ...]
    en: tuple[int, ...]
    weight: float


_WORD = re.compile(r"[A-Za-z][A-Za-z.&-]*[A-Za-z]|[A-Za-z]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]+")
_LONGEST_TERM = 3
_NAME_WEIGHT = 1.5
_NAME = re.compile(r"\b[A-Z][a-z]+(?:['’][a-z]+)*")
_LONGEST_NAME = 3
_SHORTEST_NAME = 4
"""Letters; shorter words (Li, Wu, He) stand for too many characters."""
_LATIN_WEIGHT = 1.5


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    with (resources.files("pipeline") / "data" / "anchors.toml").open("rb") as file:
        groups = tomllib.load(file)
    terms = {zh: tuple(stems) for group in groups.values() for zh, stems in group.items()}
    pattern = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    return re.compile(f"(?={pattern})(?:{pattern})"), terms


def find_anchors(zh: str, en: str) -> tuple[Anchor, ...]:
    """All anchors between the two texts."""
    words = [(match[0].lower(), match.start()) for match in _WORD.finditer(en)]
    return (*_term_anchors(zh, words), *_latin_anchors(zh, en), *_name_anchors(zh, en))


def _term_anchors(zh: str, words: list[tuple[str, int]]) -> Iterator[Anchor]:
    pattern, terms = _lexicon()
    places: dict[str, list[int]] = {}
    for match in pattern.finditer(zh):
        places.setdefault(match[0], []).append(match.start() + len(match[0]) // 2)
    for term, at in places.items():
        found = tuple(place for word, place in words if word.startswith(terms[term]))
        if found:
            yield Anchor(tuple(at), found, min(len(term), _LONGEST_TERM) / 2)


def _latin_anchors(zh: str, en: str) -> Iterator[Anchor]:
    for word in {match[0] for match in _LATIN.finditer(zh)}:
        pattern = re.compile(re.escape(word))
        found = tuple(match.start() for match in pattern.finditer(en))
        if found:
            yield Anchor(tuple(match.start() for match in pattern.finditer(zh)), found, _NAME_WEIGHT)


@lru_cache(maxsize=1)
def _pinyin() -> dict[str, str]:
    with (resources.files("pipeline") / "data" / "pinyin.toml").open("rb") as file:
        return {char: syllable for syllable, chars in tomllib.load(file).items() for char in chars}


def _name_anchors(zh: str, en: str) -> Iterator[Anchor]:
    """Capitalised English words that spell up to three neighbouring Chinese characters: Yan'an at 延安."""
    names = [(re.sub("['’]", "", match[0]).lower(), match.start()) for match in _NAME.finditer(en)]
    wanted = {name for name, _ in names if len(name) >= _SHORTEST_NAME}
    if not wanted:
        return
    spelled: dict[str, list[int]] = {}
    syllables = _pinyin()
    read = [syllables.get(char, "") for char in zh]
    for start in range(len(read)):
        name = ""
        for at in range(start, min(start + _LONGEST_NAME, len(read))):
            if not read[at]:
                break
            name += read[at]
            if name in wanted:
                spelled.setdefault(name, []).append((start + at + 1) // 2)
    for name, at in spelled.items():
        yield Anchor(tuple(at), tuple(place for word, place in names if word == name), _NAME_WEIGHT)
