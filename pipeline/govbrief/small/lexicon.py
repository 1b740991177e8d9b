"""Owns the words that code itself may use for a clause: nouns by how English counts them, verbs, adverbs, lacks.

The words are data (`lexicon.toml`, the glossary, the places of the report); how they are put together is told in
`phrases` and `frames`.
"""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.names.glossary import Glossary
from govbrief.names.terms import Term
from govbrief.names.toponyms import SOURCE as PLACES
from govbrief.small.inflect import plural


class WordSort(StrEnum):
    """How English speaks of a noun."""

    THINGS = "things"
    """Counted, in the plural: cases."""
    ONE = "ones"
    """Said with `the`: the mechanism."""
    MASS = "mass"
    """Said bare: legislation."""
    ASKED = "asked"
    """A phrase that a model was asked for: said bare, counted in the plural."""
    LIST = "list"
    """Several things named side by side, which no number counts."""
    ACT = "acts"
    """Said bare, with `of` before what it is done to: review of cases."""


class Noun(NamedTuple):
    """A noun phrase in English without article."""

    en: str
    sort: WordSort

    @property
    def told(self) -> str:
        """As it stands behind a verb or a preposition."""
        return f"the {self.en}" if self.sort is WordSort.ONE and not self.en.startswith("the ") else self.en

    @property
    def bare(self) -> str:
        """As it stands before another noun."""
        return self.en.removeprefix("the ")


_FILES = ("lexicon", "lexicon_works")


@cache
def entries(name: str) -> dict[str, str]:
    """One table of the lexicon, all its files together: Chinese to English; of two rows the first file's holds."""
    lines = [line for file in _FILES for line in read_table(file).get(name, "").splitlines()]
    rows = [row.split("=") for line in reversed(lines) for row in line.split("|")]
    return {row[0].strip(): row[1].strip() for row in rows if len(row) > 1}


@cache
def base_verbs() -> frozenset[str]:
    """The base form of every verb that code knows how to bend: of the list of verbs, and of the lexicon's phrases."""
    table = read_table("verbs_en")
    own = (english.split(" ")[0] for english in entries("verbs").values())
    return frozenset({*table["regular"], *table["irregular"], *own})


@cache
def sort_of(name: str) -> frozenset[str]:
    """One list of `[sorts]` in `lexicon.toml`."""
    return frozenset(read_table("lexicon")["sorts"][name])


@dataclass(frozen=True)
class ClauseLexicon:
    """Everything that is settled for one report."""

    nouns: dict[str, Noun]
    modifiers: dict[str, str]
    verbs: dict[str, str]
    adverbs: dict[str, str]
    lacks: dict[str, str]
    scopes: dict[str, str]
    moves: dict[str, str]
    against: dict[str, str]
    honours: dict[str, str]
    same: dict[str, str]
    ranks: dict[str, str]
    causing: dict[str, str]
    passives: dict[str, str]
    places: dict[str, str]
    """What a place is to become: 法治青岚."""
    sayings: dict[str, str]
    """What stands in quotation marks."""
    cities: dict[str, str] = field(default_factory=dict)
    """Cities of the report, written without their rank: 青岚."""

    def verb(self, word: str, thing: str) -> str:
        """The English of a verb beside what it is done to: 梳理 lists is to compile, 梳理 problems to identify them."""
        bare = thing.rstrip("0123456789{}n个件项条余多名")
        special = (en for (verb, ends), en in _by_object().items() if verb == word and bare.endswith(ends))
        return next(special, self.verbs[word])

    def is_name(self, word: str) -> bool:
        """Whether a word is a noun or stands before one, whatever else it is: 审批, 检查."""
        return word in self.nouns or word in self.modifiers

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb and nothing else."""
        return word in self.verbs and not self.is_name(word)


_WORDS = (
    "modifiers",
    "verbs",
    "adverbs",
    "lacks",
    "scopes",
    "moves",
    "against",
    "honours",
    "same",
    "ranks",
    "causing",
    "passives",
    "places",
)


_WRITTEN = (WordSort.THINGS, WordSort.ONE, WordSort.MASS, WordSort.ACT)
"""Sorts that the data names; the others come of putting words together."""


@cache
def _own() -> ClauseLexicon:
    nouns = {
        zh: Noun(en, sort)
        for sort in WordSort
        if sort not in {WordSort.LIST, WordSort.ASKED}
        for zh, en in entries(sort.value).items()
    }
    return ClauseLexicon(
        nouns, **{name: entries(name) for name in _WORDS}, sayings=dict(read_table("inline")["words"])
    )


@cache
def _by_object() -> dict[tuple[str, str], str]:
    pairs = entries("verbs_by_object")
    return {(zh.partition("+")[0], zh.partition("+")[2]): en for zh, en in pairs.items()}


@cache
def lexicon_of(glossary: Glossary) -> ClauseLexicon:
    """The built-in words, and the terms of `glossary` where the lexicon has none."""
    own = _own()
    named = [term for term in (glossary.added_to.terms if glossary.added_to else ()) if term.en[:1].isupper()]
    terms = {term.zh: _noun(term) for term in (*named, *glossary.terms) if term.zh not in own.verbs}
    cities = {
        term.zh[:-1]: term.en for term in glossary.terms if term.source == PLACES and _CITY.fullmatch(term.zh)
    }
    plain = {
        zh: _sorted(en) for zh, en in own.sayings.items() if not _NO_NOUN.search(zh) and zh not in own.verbs
    }
    return replace(own, nouns={**plain, **terms, **own.nouns}, cities=cities)


_CITY = re.compile(r".{2,}[市省]")
"""A place that is written without its rank too: 青岚 for 青岚市. A district's short name may be a word (和平区)."""
_LAWS = frozenset({"Law", "Regulations", "Constitution", "Plan", "Outline", "Code"})


def _noun(term: Term) -> Noun:
    if term.source == PLACES:
        return Noun(term.en, WordSort.MASS)
    if term.en[:1].isupper() and _LAWS & set(term.en.split()):
        return Noun(term.en, WordSort.ONE)
    return _sorted(term.en)


_NO_NOUN = re.compile(r"^[在属全率位名排有应扫收赋我各]|[出收]庭$|级$|直$|回$")
"""Settled words that are no names: they say where, how or what is done."""


def _sorted(english: str) -> Noun:
    if english[:1].isupper():
        return Noun(
            english,
            WordSort.ONE if english.split(" ", maxsplit=1)[0] in sort_of("with_the") else WordSort.MASS,
        )
    if english.rsplit(" ", maxsplit=1)[-1] in sort_of("single"):
        return Noun(english, WordSort.ONE)
    return Noun(
        english, WordSort.THINGS if english == plural(english) and english.endswith("s") else WordSort.MASS
    )
