"""Owns the catalogue of indicators: what each counts and which words say so; must not know any report.

`data/indicators.toml` is the vocabulary. In its word lists `(x)` may be left out and `[a|b]` is one of them:

    (政府)法律顾问        -> 法律顾问, 政府法律顾问
    行政[复议|应诉]案件   -> 行政复议案件, 行政应诉案件
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache
from itertools import product
from typing import Any, Literal, NamedTuple

from govbrief.base.datafiles import any_literal, read_table
from govbrief_schemas.bilingual import Bilingual

_CHOICE = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]")
_QUOTES = re.compile("[“”‘’\"'「」『』《》]")


class WordClass(Flag):
    """What a word does in the clause around a number."""

    OTHER = 0
    TOPIC = auto()
    """What is counted: 行政复议案件."""
    ACT = auto()
    """What was done with it: 审结."""
    FILL = auto()
    """Says nothing of what is counted: 全年, 共."""
    REACH = auto()
    """Leads to the value that a rate has now: 达到, 降至."""
    WIDE = auto()
    """A modifier that takes nothing away: 各类, 有关."""
    SCOPE = auto()
    """Whose number it is: 全市, 市本级."""
    GENERIC = auto()
    """Stands for a topic already named: 案件, 申请."""
    JOINT = auto()
    """和, 及, 、."""
    CHANGE = auto()
    """The number behind it is a difference: 同比增长."""
    NEGATION = auto()
    OBJECT = auto()
    """Takes what follows the number as the object of an act behind it: 对33件规范性文件进行审核."""
    INTAKE = auto()
    """An act of taking in: 受理审结 is two counts, not one."""
    NARROW = auto()
    """Takes something away from what is counted: 领域, 涉."""
    PARTITIVE = auto()
    """Behind a topic: only some of them did something, 参加, 荣获."""


class Word(NamedTuple):
    """A word of a clause; `topics` where it names one or more."""

    text: str
    sort: WordClass
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that many reports count."""

    id: str
    name: Bilingual
    about: Bilingual
    """What is counted, and what is not."""
    comparable: Bilingual
    """With what a value may be compared."""
    group: str
    """The theme it belongs to, as `Theme` writes it."""
    unit: str
    units: frozenset[str]
    """The units in which texts give it."""
    topics: tuple[str, ...]
    acts: tuple[str, ...]
    """The words of doing that make a topic this indicator; the empty one where the topic alone does."""
    bare: tuple[str, ...]
    """Topics that need no act though the others do."""
    better: Literal["higher", "lower", ""]
    """Which way it should go; empty where neither is better."""
    made_of: tuple[str, ...]
    """Ids of indicators whose values count towards this one: a regulation made is a legislative project completed."""
    says: tuple[str, ...]
    """Wordings of different offices, the number between 〔 and 〕; a test reads every one."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators and the words that lead to them."""

    indicators: tuple[Indicator, ...]
    by_id: Mapping[str, Indicator]
    by_phrase: Mapping[tuple[str, str], tuple[Indicator, ...]]
    """Topic and act -> the indicators, told apart by their units."""
    words: Mapping[str, Word]
    longest: int
    """Characters of the longest word."""
    rates: frozenset[str]
    """Topics that are rates."""
    organ: re.Pattern[str]
    """An unknown run of words that ends as the name of an organ does."""

    def find(self, topics: Iterable[str], acts: Iterable[str], unit: str) -> Indicator | None:
        """The one indicator that these words and this unit mean, by the first act that means any.

        None where there is none, or more than one.
        """
        topics = tuple(topics)
        for act in acts:
            named = {one.id: one for topic in topics for one in self.by_phrase.get((topic, act), ())}
            fit = [one for one in named.values() if unit in one.units]
            if fit:
                return fit[0] if len(fit) == 1 else None
        return None


@cache
def load_catalogue() -> Catalogue:
    """The catalogue of `data/indicators.toml`."""
    table = read_table("indicators")
    indicators = tuple(_indicator(row, table) for row in table["indicator"])
    phrases: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for one in indicators:
        for phrase in {*product(one.topics, one.acts), *product(one.bare, ("",))}:
            phrases[phrase].append(one)
    words = _words(table, indicators)
    return Catalogue(
        indicators,
        {one.id: one for one in indicators},
        {phrase: tuple(ones) for phrase, ones in phrases.items()},
        words,
        max(map(len, words)),
        _rates(indicators),
        re.compile(f"{any_literal(table['words']['organ'])}$"),
    )


def _rates(indicators: Iterable[Indicator]) -> frozenset[str]:
    units: dict[str, set[str]] = defaultdict(set)
    for one in indicators:
        for topic in one.topics:
            units[topic].add(one.unit)
    return frozenset(topic for topic, found in units.items() if found == {"%"})


def unquoted(text: str) -> str:
    """The text without quotation marks: “一件事”事项 and 一件事事项 are the same words."""
    return _QUOTES.sub("", text)


def spelled(word: str) -> Iterator[str]:
    """Every way in which a word of the lists is written."""
    choice = _CHOICE.search(word)
    if choice is None:
        yield word
        return
    for part in ("", choice[1]) if choice[1] else choice[2].split("|"):
        yield from spelled(word[: choice.start()] + part + word[choice.end() :])


def _indicator(row: Mapping[str, Any], table: Mapping[str, Any]) -> Indicator:
    same = table["units"].get(row["unit"], [row["unit"]])
    return Indicator(
        id=row["id"],
        name=Bilingual(zh=row["zh"], en=row["en"]),
        about=Bilingual(zh=row["about_zh"], en=row["about_en"]),
        comparable=Bilingual(**table["comparable"][row["comparable"]]),
        group=row["group"],
        unit=row["unit"],
        units=frozenset(row.get("units", same)),
        topics=(row["topic"],) if isinstance(row["topic"], str) else tuple(row["topic"]),
        bare=tuple(row.get("bare", ())),
        acts=tuple(act for word in row.get("acts", [""]) for act in spelled(word)),
        better=row.get("better", ""),
        made_of=tuple(row.get("made_of", ())),
        says=tuple(row["says"]),
    )


def _words(table: Mapping[str, Any], indicators: Iterable[Indicator]) -> dict[str, Word]:
    sorts: dict[str, WordClass] = defaultdict(lambda: WordClass.OTHER)
    topics: dict[str, list[str]] = defaultdict(list)
    for name, words in table["words"].items():
        if name != "organ":
            for word in words:
                for text in spelled(word):
                    sorts[text] |= WordClass[name.upper()]
    for one in indicators:
        for act in one.acts:
            sorts[act] |= WordClass.ACT
    for topic, words in table["topic"].items():
        for word in words:
            for text in spelled(word):
                sorts[text] |= WordClass.TOPIC
                topics[text].append(topic)
    sorts.pop("", None)
    return {text: Word(text, sort, tuple(topics[text])) for text, sort in sorts.items()}
