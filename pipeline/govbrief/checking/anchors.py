"""Owns the anchors between a Chinese text and its English: words and names that translate each other.

An anchor says where in both texts the same thing is spoken of. It never makes a number right or wrong; it
says which English number stands where a Chinese one stood, which tells a swap from a sentence turned around.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.names.dictionary import senses_of, words_in
from govbrief.names.pinyin import common_readings
from govbrief.names.stems import words_of


class Anchor(NamedTuple):
    """A thing that both texts speak of, and every place where they do."""

    zh: tuple[int, ...]
    en: tuple[int, ...]
    weight: float


_WORD = re.compile(r"[A-Za-z][A-Za-z.&-]*[A-Za-z]|[A-Za-z]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]+")
_BEHIND_NUMBER = r"(?<=[\d余多几十百千万亿].{%d})"
"""Looks back over the term itself."""
_LONGEST_TERM = 3
"""Characters; a longer term is no surer sign than one of three."""
_NAME_WEIGHT = 1.5
_DICTIONARY_WEIGHT = 0.8
_FEW = 2
"""Places; a word that is said more often says little of where."""
_NAME = re.compile(r"\b[A-Z][a-z]+(?:['’][a-z]+)*")
_LONGEST_NAME = 3
_SHORTEST_NAME = 4
"""Letters; shorter words (Li, Wu, He) stand for too many characters."""


class Lexicon(NamedTuple):
    """The bilingual word list, ready for one scan of each text."""

    terms: re.Pattern[str]
    """Any Chinese term, the longest first."""
    stems: dict[str, tuple[str, ...]]
    """Chinese term to English stems."""
    known: frozenset[str]
    longest: int


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    groups = read_table("anchors")
    stems = {zh: tuple(words) for group in groups.values() for zh, words in group.items()}
    behind = groups["measure words"]
    known = frozenset(stem for words in stems.values() for stem in words)
    return Lexicon(re.compile(_by_first_character(stems, behind)), stems, known, max(map(len, known)))


def _by_first_character(terms: Iterable[str], behind: Collection[str]) -> str:
    """A pattern for the terms, longest first; a flat one would try all of them at every character."""
    branches: dict[str, list[str]] = {}
    for term in sorted(terms, key=len, reverse=True):
        rest = re.escape(term[1:])
        branches.setdefault(term[0], []).append(rest + (_BEHIND_NUMBER % len(term) if term in behind else ""))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in branches.items())


def find_anchors(zh: str, en: str) -> tuple[Anchor, ...]:
    """All anchors between the two texts."""
    return (
        *_term_anchors(zh, en),
        *_dictionary_anchors(zh, en),
        *_latin_anchors(zh, en),
        *_name_anchors(zh, en),
    )


def _term_anchors(zh: str, en: str) -> Iterator[Anchor]:
    lexicon = _lexicon()
    places: dict[str, list[int]] = {}
    for match in lexicon.terms.finditer(zh):
        places.setdefault(match[0], []).append((match.start() + match.end()) // 2)
    stems = _stems_in(en)
    for term, at in places.items():
        found = tuple(sorted({place for stem in lexicon.stems[term] for place in stems.get(stem, ())}))
        if found:
            yield Anchor(tuple(at), found, min(len(term), _LONGEST_TERM) / 2)


def _dictionary_anchors(zh: str, en: str) -> Iterator[Anchor]:
    """Words that only the public dictionary translates, where each text says them once or twice."""
    listed = _lexicon().stems
    places: dict[str, list[int]] = {}
    for word, at in words_in(zh):
        if word not in listed:
            places.setdefault(word, []).append(at + len(word) // 2)
    spoken: dict[str, list[int]] = {}
    for english in words_of(en):
        if len(english.stem) >= _SHORTEST_NAME:
            spoken.setdefault(english.stem, []).append(english.start)
    stems = frozenset(spoken)
    for word, here in places.items():
        found = sorted({place for stem in senses_of(word) & stems for place in spoken[stem]})
        if 0 < len(found) <= _FEW >= len(here):
            yield Anchor(tuple(here), tuple(found), _DICTIONARY_WEIGHT)


def _stems_in(en: str) -> dict[str, list[int]]:
    """Where words stand that begin with a stem of the lexicon."""
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(en.lower()):
        for stem in _known_stems(match[0]):
            found.setdefault(stem, []).append(match.start())
    return found


@lru_cache(maxsize=16384)
def _known_stems(word: str) -> tuple[str, ...]:
    """The stems of the lexicon that a word begins with."""
    lexicon = _lexicon()
    starts = (word[:length] for length in range(1, min(len(word), lexicon.longest) + 1))
    return tuple(start for start in starts if start in lexicon.known)


def _latin_anchors(zh: str, en: str) -> Iterator[Anchor]:
    for word in {match[0] for match in _LATIN.finditer(zh)}:
        pattern = re.compile(re.escape(word))
        found = tuple(match.start() for match in pattern.finditer(en))
        if found:
            yield Anchor(tuple(match.start() for match in pattern.finditer(zh)), found, _NAME_WEIGHT)


def _name_anchors(zh: str, en: str) -> Iterator[Anchor]:
    """Capitalised English words that spell up to three neighbouring Chinese characters: Yan'an at 延安."""
    names = [(re.sub("['’]", "", match[0]).lower(), match.start()) for match in _NAME.finditer(en)]
    wanted = {name for name, _ in names if len(name) >= _SHORTEST_NAME}
    if not wanted:
        return
    spelled: dict[str, list[int]] = {}
    syllables = common_readings()
    read = [syllables.get(char, "") for char in zh]
    for start in range(len(read)):
        name = ""
        for at in range(start, min(start + _LONGEST_NAME, len(read))):
            if not read[at]:
                break
            name += read[at]
            if name in wanted:
                spelled.setdefault(name, []).append((start + at + 1) // 2)
    for name, found in spelled.items():
        yield Anchor(tuple(found), tuple(place for word, place in names if word == name), _NAME_WEIGHT)
