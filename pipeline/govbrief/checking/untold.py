"""Owns parts of a sentence that the English passes over: a clause, a member of a list, a reason.

A part counts as left out when none of the words that it alone has is told, and the rest of the Chinese explains nearly
every word of the English: what is told freely leaves English words over.
"""

import re
from functools import cache, lru_cache

from govbrief.base.datafiles import read_table
from govbrief.checking.explained import called, given_by, is_known, is_told, meant_by, roots_of
from govbrief.names.dictionary import akin, words_in
from govbrief.names.stems import stems_of, words_of

_PARTS = re.compile(
    "[，。；：、,;:！？（）()]|以及|(?<!共)和(?![谐平解睦美善])|并(?=[^不非])"
    "|(?<![涉普波触顾危提惠遍])及(?!时|其|格|早|物)|与(?!会)|或"
)
_SLOGAN = re.compile(
    r"(?!受|由于|因|经|按|除|对|据|随着|自)[^，,。；;\d]{1,40}[，,](?=.*(?:\d|[一二两三四五六七八九]成|倍|一半))"
)
"""A clause in front of results that is no reason or condition of theirs."""
_PURPOSE = re.compile(
    "做到|绝不|决不|坚决|确保|方便|便利|便于|有效|切实|助力|促进|不断|进一步|为.*(?:提供|奠定|营造|作出|创造|打下)"
)
"""What a deed is good for, and how firmly; condensed English tells the deed."""
_NO = "不未无非"
_DENIES = re.compile("[不未无非没零]")
"""What denies is told in too many ways to miss a word: of 不齐全 files are incomplete, or some are missing."""
_DIGIT = re.compile(r"\d|[一二三四五六七八九]成|分之|过半|一半")
_SPARE, _SPARE_LONG = 1, 2
"""English words left over for a part of two telling words, and of more; of one none may be."""
_NAME = 4
"""Characters of a part that may be a name with a word before it."""
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]+")
_SEVERAL = 3
"""Own words of a part from which on English that the rest needs as well tells none of them."""
_LONG_EN = 26
"""English words above which a text is told freely."""
_SHORT = 3
"""Letters of the shortest English word that tells something."""


def untold_part(zh: str, en: str) -> str:
    """The first part of a sentence that is left out; empty where none is, or where free English may tell it."""
    parts = [part for part in _PARTS.split(zh) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - one part is the whole
        return ""
    stems = frozenset(stems_of(en)) - little_words()
    slogan, is_long = _SLOGAN.match(zh), len(en.split()) > _LONG_EN
    for at, part in enumerate(parts):
        if _DIGIT.search(part) or _PURPOSE.match(part) or (slogan and part in slogan[0]):
            continue  # numbers are looked at elsewhere, and results are told without the slogan in front of them
        rest = "，".join(parts[:at] + parts[at + 1 :])
        words = _telling_words(part)
        own = [word for word in words if word not in rest]
        sure = [word for word in own if word[0] not in _NO]
        if not sure or 2 * len(own) < len(words) or _is_touched(own, rest, stems, is_long=is_long):
            continue
        if len(part) <= _NAME and _NAMED.search(en):
            continue  # a place that the dictionary takes for a word, and English spells
        if len(sure) == 1 and (_DENIES.search(part) or _touched(part, rest, stems)):
            continue
        allowed = 0 if len(own) == 1 else _SPARE if len(own) == 2 else _SPARE_LONG  # noqa: PLR2004 - one, two, more
        if len(_spare(rest, en)) <= allowed:
            return part
    return ""


def _is_touched(own: list[str], rest: str, stems: frozenset[str], *, is_long: bool) -> bool:
    """Whether any of a part's own words is told: of several in so many words, of one in whatever it may be called.

    Of three and more, English that another word of the text needs tells none. Long English tells freely.
    """
    free = stems - meant_by(rest) if len(own) >= _SEVERAL and not is_long else stems
    roots = roots_of(free)
    if len(own) == 1 or is_long:
        return any(is_told(word, free, roots) for word in own)
    return any(names & free or roots_of(names) & roots for names in map(_names_of, own))


@lru_cache(maxsize=4096)
def _names_of(word: str) -> frozenset[str]:
    """What a word and its halves are called; short words share no roots."""
    halves = (word[at : at + 2] for at in range(len(word) - 1)) if len(word) > 2 else ()  # noqa: PLR2004 - a half has two
    return called(word).union(*map(called, halves))


def _telling_words(part: str) -> list[str]:
    """The known words of a part, without those of slogans and frames."""
    return [
        word for word, _ in words_in(part) if word not in _dropped() and word[0] not in _NO and is_known(word)
    ]


def _touched(part: str, rest: str, stems: frozenset[str]) -> bool:
    """Whether one of a part's weaker words is told by a name of its own."""
    weak = (word for word, _ in words_in(part) if word in _dropped() and word not in rest)
    return any(called(word) & stems for word in weak)


def _spare(rest: str, en: str) -> list[str]:
    """English words that the rest of the Chinese does not give; names and magnitudes tell no part."""
    given = given_by(rest)
    roots = roots_of(frozenset(stem for stem in given if len(stem) >= _SHORT + 1))
    return [
        word.stem
        for word in words_of(en)
        if len(word.stem) >= _SHORT
        and not word.stem[0].isdigit()
        and word.stem not in little_words()
        and not (word.start and en[word.start].isupper())
        and word.stem not in given
        and not roots_of(frozenset((word.stem,))) & roots
        and not akin(word.stem) & given
    ]


@cache
def little_words() -> frozenset[str]:
    """English words that tell no part by themselves."""
    return frozenset(stems_of(read_table("free_words")["little"]))


@cache
def _dropped() -> frozenset[str]:
    """Words that condensed English leaves out, and what only looks like a word."""
    table = read_table("free_words")
    return frozenset(f"{table['chinese']} {table['dropped']} {table['untold']}".split())
