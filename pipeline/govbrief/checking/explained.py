"""Owns what one language says and the other nowhere gives: invention and omission, by vocabulary and dictionary.

The dictionary knows what a Chinese word may be called, and what else those English words may be called; what it
explains is let pass. Free words, names and numbers are not looked at here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from govbrief.checking.word_messages import word_finding
from govbrief.datafiles import any_literal, read_table
from govbrief.names.dictionary import akin, renderings, senses_of, words_in
from govbrief.names.glossary import load_glossary
from govbrief.names.stems import EnglishHit, EnglishWord, stems_of, words_of
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.finding import Finding, Rule

_HAN = re.compile(r"[\u4e00-\u9fff]")
_ROOT = 5
"""Letters that words of one family share: enforce and enforcement, legal and legality."""
_DENSE = 20
"""Characters per word of the vocabulary; texts with fewer such words are no government prose, and are left alone."""


@cache
def _free() -> frozenset[str]:
    return frozenset(stems_of(read_table("free_words")["english"]))


@lru_cache(maxsize=256)
def is_official(zh: str) -> bool:
    """Whether a text is the prose of government: one word in so many characters belongs to its vocabulary."""
    return len(_official().findall(zh)) * _DENSE >= len(_HAN.findall(zh)) > 0


@cache
def _official() -> re.Pattern[str]:
    return re.compile(any_literal(read_table("free_words")["official"].split()))


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
    given = set(renderings(zh))
    for term in load_glossary().terms_in(zh):
        given.update(stem for form in term.accepted for stem in stems_of(form))
    for group in vocabulary().groups.values():
        for hit in group.said(zh):
            entry = group.entries[hit.key]
            given.update(stem for form in (*entry.en, *entry.en_also) for stem in stems_of(form))
    return frozenset(given)


@lru_cache(maxsize=256)
def meant_by(zh: str) -> frozenset[str]:
    """What the words of two characters and more say; a character alone may say anything."""
    return frozenset().union(*(senses_of(word) for word, _ in words_in(zh)))


def gives(texts: Sequence[str], english: str) -> bool:
    """Whether a word of the texts means some word of the English; a character alone may mean anything."""
    meant = frozenset().union(*map(meant_by, texts))
    return any(stem in meant or akin(stem) & meant for stem in stems_of(english))


def is_unexplained(hit: EnglishHit, zh: str, en: str) -> bool:
    """Whether a Chinese text has nothing that any word of a phrase may come from."""
    foreign = {word.start for word in unexplained(zh, en)}
    return all(word.start in foreign for word in words_of(en) if hit.start <= word.start < hit.end)


def check_inventions(zh: str, en: str) -> Iterator[Finding]:
    """A finding for each fact of the English that nothing in the Chinese gives."""
    facts = [word for word in words_of(en) if word.stem in _facts()]
    if facts:
        foreign = [word for word in unexplained(zh, en) if word in facts]
        if foreign:
            yield word_finding(Rule.INVENTION, "", en[foreign[0].start : foreign[0].end])


@cache
def _facts() -> frozenset[str]:
    """English words that carry a fact wherever they stand."""
    return frozenset(stems_of(read_table("facts")["english"])) - _free()


@lru_cache(maxsize=8192)
def _all_senses(word: str) -> frozenset[str]:
    """What a word and its parts may be called."""
    parts = {word[a:b] for a in range(len(word)) for b in range(a + 2, len(word) + 1)} | {word}
    return _rendered(word).union(*map(senses_of, parts))


def is_told(word: str, stems: frozenset[str], roots: frozenset[str]) -> bool:
    """Whether the English may tell a Chinese word: by a sense, a part's sense, or what else such a sense is called."""
    senses = _all_senses(word)
    if senses & stems:
        return True
    if any(sense[:_ROOT] in roots for sense in senses):
        return True
    return any(not akin(sense).isdisjoint(stems) for sense in senses)


def is_known(word: str) -> bool:
    """Whether dictionary, vocabulary or glossary say anything of a Chinese word."""
    return bool(senses_of(word) or _rendered(word))


def roots_of(stems: frozenset[str]) -> frozenset[str]:
    """What the words of one family share."""
    return frozenset(stem[:_ROOT] for stem in stems)


@cache
def _rendered(word: str) -> frozenset[str]:
    """What the vocabulary and the glossary call a word."""
    found = {
        stem for term in load_glossary().terms_in(word) for form in term.accepted for stem in stems_of(form)
    }
    for group in vocabulary().groups.values():
        for hit in group.said(word):
            entry = group.entries[hit.key]
            found.update(stem for form in (*entry.en, *entry.en_also) for stem in stems_of(form))
    return frozenset(found)
