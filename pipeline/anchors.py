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
    """A pair of places that speak of the same thing."""

    zh: int
    en: int
    weight: float


_WORD = re.compile(r"[A-Za-z][A-Za-z.&-]*[A-Za-z]|[A-Za-z]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]+")
_MAX_ANCHORS_PER_TERM = 4
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


def _stems(words: list[tuple[str, int]], stems: tuple[str, ...]) -> list[int]:
    return [at for word, at in words if word.startswith(stems)]


def find_anchors(zh: str, en: str) -> tuple[Anchor, ...]:
    """All anchors between the two texts; a term that stands everywhere weighs little everywhere."""
    words = [(match[0].lower(), match.start()) for match in _WORD.finditer(en)]
    return tuple([*_term_anchors(zh, words), *_latin_anchors(zh, en), *_name_anchors(zh, en)])


def _term_anchors(zh: str, words: list[tuple[str, int]]) -> Iterator[Anchor]:
    pattern, terms = _lexicon()
    places: dict[str, list[int]] = {}
    for match in pattern.finditer(zh):
        places.setdefault(match[0], []).append(match.start())
    for term, at in places.items():
        found = _stems(words, terms[term])
        if found and len(found) <= _MAX_ANCHORS_PER_TERM and len(at) <= _MAX_ANCHORS_PER_TERM:
            weight = min(len(term), 3) / 2 / max(len(at), len(found))
            yield from (Anchor(z + len(term) // 2, e, weight) for z in at for e in found)


def _latin_anchors(zh: str, en: str) -> Iterator[Anchor]:
    for match in _LATIN.finditer(zh):
        at = [found.start() for found in re.finditer(re.escape(match[0]), en)]
        if at and len(at) <= _MAX_ANCHORS_PER_TERM:
            yield from (Anchor(match.start(), e, _LATIN_WEIGHT / len(at)) for e in at)


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
    for name, place in names:
        places = spelled.get(name, [])
        if len(places) <= _MAX_ANCHORS_PER_TERM:
            yield from (Anchor(z, place, _NAME_WEIGHT / len(places)) for z in places)
