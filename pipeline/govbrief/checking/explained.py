"""Owns what one language says and the other nowhere gives: invention and omission, by vocabulary and dictionary.

The dictionary knows what a Chinese word may be called, and what else those English words may be called; what it
explains is let pass. Free words, names and numbers are not looked at here.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from govbrief.base.datafiles import any_listed, read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import akin, long_renderings, renderings, senses_of, words_in
from govbrief.names.glossary import load_glossary
from govbrief.names.pinyin import common_readings
from govbrief.names.stems import EnglishHit, EnglishWord, stem_word, stems_of, words_of
from govbrief.names.toponyms import known_places, told_short
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.finding import Finding, Rule

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ROOT = 5
"""Letters that words of one family share: enforce and enforcement, legal and legality."""
_DENSE = 6
"""One character in so many belongs to the vocabulary; texts with fewer are no government prose, and are left alone.

At 6 nineteen in twenty lines of condensed reports pass, and one in twenty-five sentences of news."""
_THICK = 4.5
"""The same where a missing word has to be one that was left out: of ten lines of reports nine pass."""
COMMON = "common"
"""The group of renderings whose words condensed English may drop."""


@cache
def _free() -> frozenset[str]:
    return frozenset(stems_of(read_table("free_words")["english"]))


@lru_cache(maxsize=256)
def is_official(zh: str) -> bool:
    """Whether a text is the prose of government: one character in so many belongs to its vocabulary."""
    return sum(map(len, _official().findall(zh))) * _DENSE >= sum(map(len, _HAN.findall(zh))) > 0


def is_thick(zh: str) -> bool:
    """Whether a text is so full of the vocabulary of government that what is left out is no free telling."""
    return sum(map(len, _official().findall(zh))) * _THICK >= sum(map(len, _HAN.findall(zh))) > 0


@cache
def _official() -> re.Pattern[str]:
    lists = read_table("free_words")
    words = {word for group in lists["official_groups"].split() for word in read_table("renderings")[group]}
    return re.compile(any_listed(words.union(lists["official"].split())))


def unexplained(zh: str, en: str) -> list[EnglishWord]:
    """The words of the English that no word of the Chinese may give, free words and numbers left out."""
    free, given = _free(), given_by(zh)
    roots = {stem[:_ROOT] for stem in given if len(stem) >= _ROOT - 1}
    return [
        word
        for word in words_of(en)
        if len(word.stem) > 2  # noqa: PLR2004 - shorter ones are particles
        and not word.stem[0].isdigit()
        and word.stem not in free
        and word.stem not in given
        and word.stem[:_ROOT] not in roots
        and not akin(word.stem) & given
    ]


@lru_cache(maxsize=256)
def given_by(zh: str) -> frozenset[str]:
    """Everything that the Chinese may be called: dictionary, settled terms, the vocabulary's own renderings."""
    return renderings(zh) | _settled_for(zh)


@lru_cache(maxsize=256)
def _settled_for(zh: str) -> frozenset[str]:
    """What glossary and vocabulary call the words of a text."""
    given = set(_terms_for(zh))
    for group in vocabulary().speaking(zh):
        for key in {hit.key for hit in group.said(zh)}:
            given |= group.stems[key]
    return frozenset(given)


@lru_cache(maxsize=256)
def meant_by(zh: str) -> frozenset[str]:
    """What the words of two characters and more say; a character alone may say anything."""
    return frozenset().union(*(senses_of(word) for word, _ in words_in(zh)))


def is_unexplained(hit: EnglishHit, zh: str, en: str) -> bool:
    """Whether a Chinese text has nothing that any word of a phrase may come from."""
    foreign = {word.start for word in unexplained(zh, en)}
    return all(word.start in foreign for word in words_of(en) if hit.start <= word.start < hit.end)


def check_inventions(zh: str, en: str, cited: str = "") -> Iterator[Finding]:
    """A finding for the first fact of the English that neither the Chinese nor the cited sentences give.

    Long English explains what Chinese has in a word, and a catchword with a numeral is spelled out: nobody knows then.
    """
    if len(en.split()) > _LONG_EN or _CATCHWORD.search(zh):
        return
    for word in words_of(en):
        if word.stem not in _facts() or is_given_name(en, word, zh) or _is_done(en, word):
            continue
        if not (is_given(word.stem, zh) or (cited and is_given(word.stem, cited))):
            yield word_finding(Rule.INVENTION, "", en[word.start : word.end])
            return


_LONG_EN = 32
"""English words above which a sentence is told freely."""
_CATCHWORD = re.compile('[“"][^”"，。]{0,6}[一二两三四五六七八九十双][^”"]{0,10}[”"]')
"""“三公”经费 are official trips, vehicles and receptions; “两不愁” are food and clothing."""


def _is_done(en: str, word: EnglishWord) -> bool:
    """Whether a person, a house or a place is a verb here (judging results), or part of a compound: coal-fired."""
    surface, listed = en[word.start : word.end].lower(), _listed().get(word.stem, ())
    if listed and not any(_is_form(surface, one) for one in listed):
        return True
    verb = surface.endswith(("ing", "ed"))
    return verb and (word.stem in _nouns() or en[word.start - 1 : word.start] == "-")


def _is_form(surface: str, listed: str) -> bool:
    """Whether a word can be a form of a listed one: winning has the stem of wine, and is none of its forms."""
    return not listed.endswith("e") or surface.startswith((listed, f"{listed[:-1]}i"))


@cache
def _listed() -> dict[str, list[str]]:
    """The listed words by their stems."""
    table, found = read_table("facts"), dict[str, list[str]]()
    words = " ".join(words for words in table.values() if isinstance(words, str)).split()
    for word in (*words, *table["licences"]):
        found.setdefault(stem_word(word), []).append(word)
    return found


@cache
def _nouns() -> frozenset[str]:
    table = read_table("facts")
    return frozenset(stem for name in ("persons", "organs", "places") for stem in stems_of(table[name])) - {
        stem_word(word) for word in ("graduate", "convict", "disabled", "mine", "farm", "suspect")
    }


def is_given_name(en: str, word: EnglishWord, zh: str) -> bool:
    """Whether a word is the second half of a person's name, and the sound of a character: the Min of 周敏, Zhou Min."""
    if not _FAMILY_EN.search(en[: word.start]) or not en[word.start].isupper():
        return False
    sound = en[word.start : word.end].lower()
    return any(common_readings().get(char) == sound for char in zh)


_FAMILY_EN = re.compile(r"\b[A-Z][a-z]{1,5} $")


def is_given(stem: str, zh: str) -> bool:
    """Whether a word of a Chinese text may be called so; of a fact the listed Chinese decides, else its family."""
    given = clearly_given_by(zh)
    if stem in given:
        return True
    licence = _facts().get(stem)
    if licence:
        return any(word in zh for word in licence)
    return stem[:_ROOT] in _roots_given_by(zh) or not akin(stem).isdisjoint(given)


@lru_cache(maxsize=256)
def _roots_given_by(zh: str) -> frozenset[str]:
    return roots_of(clearly_given_by(zh))


@cache
def _facts() -> dict[str, set[str] | None]:
    """English words that carry a fact wherever they stand, and Chinese beyond the dictionary that they may come from.

    None where that is not listed: then families of words decide.
    """
    table = read_table("facts")
    listed: dict[str, set[str]] = {}
    for word, zh in table["licences"].items():
        listed.setdefault(stem_word(word), set()).update(zh.split("|"))
    stems = {stem for words in table.values() if isinstance(words, str) for stem in stems_of(words)}
    return dict.fromkeys(stems) | listed


@lru_cache(maxsize=256)
def clearly_given_by(zh: str) -> frozenset[str]:
    """What the words of a text may be called, a character inside a longer word left out: 法 of 司法 is no court."""
    covered = {at for word, start in words_in(zh) for at in range(start, start + len(word))}
    alone = {char for at, char in enumerate(zh) if at not in covered}
    places = (stems_of(known_places().get(place, "")) for place in told_short(zh))
    return (_settled_for(zh) | long_renderings(zh)).union(*map(senses_of, alone), *places)


@lru_cache(maxsize=8192)
def _all_senses(word: str) -> frozenset[str]:
    """What a word and its parts may be called."""
    parts = {word[a:b] for a in range(len(word)) for b in range(a + 2, len(word) + 1)} | {word}
    return _settled_for(word).union(*map(senses_of, parts))


def is_told(word: str, stems: frozenset[str], roots: frozenset[str]) -> bool:
    """Whether the English may tell a Chinese word: by a sense, a part's sense, or what else such a sense is called."""
    senses = _all_senses(word)
    if senses & stems:
        return True
    if any(sense[:_ROOT] in roots for sense in senses):
        return True
    return any(not akin(sense).isdisjoint(stems) for sense in senses)


@lru_cache(maxsize=8192)
def called(word: str) -> frozenset[str]:
    """What a word as a whole is called, its parts left out."""
    return senses_of(word) | _terms_for(word)


def _terms_for(zh: str) -> frozenset[str]:
    """What the glossary calls the terms of a text."""
    terms = load_glossary().terms_in(zh)
    return frozenset(stem for term in terms for form in term.accepted for stem in stems_of(form))


def is_known(word: str) -> bool:
    """Whether dictionary, vocabulary or glossary say anything of a Chinese word."""
    return bool(senses_of(word) or _settled_for(word))


def roots_of(stems: frozenset[str]) -> frozenset[str]:
    """What the words of one family share."""
    return frozenset(stem[:_ROOT] for stem in stems)
