"""Owns opposites that the dictionary knows: the Chinese gives one word of a pair, and the English says the other.

Pairs are English; which of the two the Chinese gives, the dictionary says. `opposites.toml` holds those that need more.
"""

import re
from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.explained import clearly_given_by, meant_by
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import akin
from govbrief.names.stems import EnglishWord, stem_word, stems_of, words_of
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.finding import Finding, Rule


def check_antonyms(zh: str, en: str, cited: str = "") -> Iterator[Finding]:
    """A finding for each word whose opposite, and not itself, the Chinese gives; nor do the cited sentences."""
    pairs, words = opposites(), words_of(en)
    idle = [match.span() for match in _IDLE.finditer(en)]
    suspects = [
        word
        for word in words
        if word.stem in pairs and not any(start <= word.start < end for start, end in idle)
    ]
    if not suspects:
        return
    meant = meant_by(_DENIED.sub("　", zh))
    given, said = clearly_given_by(zh), {word.stem for word in words}
    if "law" in said:
        said |= {"legal", "lawful"}
    for word in suspects:
        others = pairs[word.stem]
        turned = others & meant and not any(said & ({one} | _called_too(one)) for one in others)
        excused = word.stem in given or akin(word.stem) & meant_by(zh) or _carried(zh, word.stem)
        excused = excused or _licensed(en[word.start : word.end], zh)
        if turned and not excused and word.stem not in _given_beside(en, word, cited):
            yield word_finding(Rule.REVERSED, "", en[word.start : word.end])
            return


def _licensed(word: str, zh: str) -> bool:
    """Whether the groups of opposites know a Chinese word of the text by which the word may come: illegal of 拆违."""
    groups = vocabulary().groups
    for name, hits in vocabulary().claimed(word).items():
        if groups[name].rule == Rule.REVERSED:
            said = groups[name].said(zh)
            if any(groups[name].licensed(hit.key, zh, said) for hit in hits):
                return True
    return False


def _given_beside(en: str, word: EnglishWord, cited: str) -> frozenset[str]:
    """What the cited sentences give that the English around a word draws on: elsewhere it excuses nothing.

    A sentence is drawn on when it gives at least half of what the English clause says besides.
    """
    start = max((match.end() for match in _EN_BORDER.finditer(en, 0, word.start)), default=0)
    border = _EN_BORDER.search(en, word.end)
    stems = stems_of(en[start : border.start() if border else len(en)])
    clause = {stem for stem in stems if len(stem) >= _LONG and stem != word.stem}
    found: frozenset[str] = frozenset()
    for sentence in _SENTENCE.split(cited):
        given = clearly_given_by(sentence) if sentence else frozenset()
        if clause and 2 * len(clause & given) >= len(clause):
            found |= given
    return found


_EN_BORDER = re.compile(r"[;:!?]|\.(?=\s|$)")
_SENTENCE = re.compile("[。；;！？\n]")
_LONG = 3
"""Letters of the shortest stem that tells one clause from another."""


def _called_too(stem: str) -> frozenset[str]:
    """What else an opposite may be told by; short words are too common to stand for one: the few of 少 is no young."""
    return frozenset(word for word in akin(stem) if len(word) > _LONG)


def _carried(zh: str, stem: str) -> bool:
    """Whether a Chinese text has what a word may come from besides the dictionary: the harm of 侵犯."""
    licence = _also().get(stem)
    return licence is not None and licence.search(zh) is not None


@cache
def _also() -> dict[str, re.Pattern[str]]:
    return {stem_word(word): re.compile(zh) for word, zh in read_table("antonyms")["also"].items()}


_IDLE = re.compile(any_of(read_table("antonyms")["idle"]), re.IGNORECASE)
_DENIED = re.compile(
    "(?:不够|不太|不甚|不|尚未|未能|未|没有|没|难以|缺乏|欠|有待)[\u4e00-\u9fff]{2}|不[宽高强大深多快实严畅广优]"
)
"""A word that a no turns around: the 充分 of 不充分 gives no “adequate”, the 宽 of 不宽 no “wide”."""


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Stem to the stems of its opposites, of every word that has some."""
    found: dict[str, set[str]] = {}
    for line in read_table("antonyms")["pairs"].splitlines():
        sides = [[stem_word(word) for word in side.split()] for side in line.split("|")]
        if len(sides) == 2:  # noqa: PLR2004 - a pair
            for one in sides[0]:
                found.setdefault(one, set()).update(sides[1])
            for other in sides[1]:
                found.setdefault(other, set()).update(sides[0])
    return {stem: frozenset(others) for stem, others in found.items()}
