"""Owns the vocabulary that tells words apart which are taken for each other: groups of entries, from data files.

A group is one question (which level, which organ, up or down); an entry is one answer to it, in both languages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

from govbrief.base.datafiles import any_listed, read_table
from govbrief.names.openings import Openings
from govbrief.names.stems import EnglishHit, Phrasebook, stems_of


class ChineseHit(NamedTuple):
    """Where a word of an entry stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordEntry:
    """One meaning, and how both languages say it."""

    key: str
    zh: tuple[str, ...]
    """Chinese that says it, and has to be told."""
    en: tuple[str, ...]
    """English that claims it, and has to be carried."""
    zh_also: tuple[str, ...]
    """Chinese that may mean it too."""
    en_also: tuple[str, ...]
    """English that may render it too."""
    must: bool
    """True where the English has to tell it, whatever else it says."""
    counts: bool
    """True where a place too many in the English may stand for another entry."""
    alone: bool
    """True where its English is wrong even when nothing else of the group is left untold."""
    example: str


@dataclass(frozen=True)
class WordGroup:
    """Entries of which one is easily told for another."""

    name: str
    rule: str
    """The rule of a finding about it."""
    entries: Mapping[str, WordEntry]
    paired: bool = False
    """True where a word is wrong only beside another one of the group that the English leaves untold."""

    def said(self, zh: str) -> tuple[ChineseHit, ...]:
        """What a Chinese text says, longest word first."""
        return tuple(
            ChineseHit(key, *match.span())
            for match in self._chinese.finditer(zh)
            for key in self._keys[match[0]]
        )

    def says(self, key: str, zh: str) -> bool:
        """Whether a Chinese text holds a word of one entry, be it inside a longer word."""
        return any(word in zh for word in self.entries[key].zh)

    def licensed(self, key: str, zh: str, said: Sequence[ChineseHit]) -> bool:
        """Whether a Chinese text holds anything that the English of an entry may come from.

        `said` is what the text says of the group: the 足 of 不足 is no licence for “sufficient”.
        """
        long, single = self._licences[key]
        low = zh.lower()
        if any(hit.key == key for hit in said) or any(word in low for word in long):
            return True
        for hit in said:
            low = low[: hit.start] + "　" * (hit.end - hit.start) + low[hit.end :]
        return any(char in low for char in single)

    @cached_property
    def _keys(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = {}
        for entry in self.entries.values():
            for word in entry.zh:
                keys.setdefault(word, []).append(entry.key)
        return keys

    @cached_property
    def _chinese(self) -> re.Pattern[str]:
        return re.compile(any_listed(self._keys))

    @cached_property
    def _licences(self) -> Mapping[str, tuple[list[str], list[str]]]:
        """What an entry may come from in small letters: words of two characters and more, and single characters."""
        words = {key: [word.lower() for word in entry.zh_also] for key, entry in self.entries.items()}
        return {
            key: ([one for one in also if len(one) != 1], [one for one in also if len(one) == 1])
            for key, also in words.items()
        }

    @cached_property
    def stems(self) -> Mapping[str, frozenset[str]]:
        """The stems of the English of each entry, by its key."""
        return {
            key: frozenset(stem for form in (*entry.en, *entry.en_also) for stem in stems_of(form))
            for key, entry in self.entries.items()
        }

    @cached_property
    def musts(self) -> bool:
        """Whether some entry has to be told."""
        return any(entry.must for entry in self.entries.values())


def _entry(key: str, fields: Mapping[str, Any]) -> WordEntry:
    def parts(name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in fields.get(name, "").split("|") if part.strip())

    return WordEntry(
        key,
        parts("zh"),
        parts("en"),
        parts("zh_also"),
        parts("en_also"),
        bool(fields.get("must", False)),
        bool(fields.get("counts", False)),
        bool(fields.get("alone", False)),
        fields.get("eg", ""),
    )


def _groups(name: str) -> Iterator[WordGroup]:
    for group, table in read_table(name).items():
        entries = {key: _entry(key, fields) for key, fields in table.items() if isinstance(fields, dict)}
        yield WordGroup(group, table["rule"], entries, bool(table.get("paired", False)))


class Vocabulary:
    """All groups, searched in one pass over an English text."""

    def __init__(self, groups: Sequence[WordGroup]) -> None:
        """The groups by name."""
        self.groups = {group.name: group for group in groups}

    def claimed(self, en: str) -> Mapping[str, list[EnglishHit]]:
        """What an English text claims, by group."""
        return _found(self._claims, en)

    def told(self, group: str, en: str) -> Counter[str]:
        """How often an English text may render each entry of a group."""
        hits = (*_found(self._rendered, en).get(group, ()), *_found(self._claims, en).get(group, ()))
        return Counter(hit.key for hit in hits)

    def speaking(self, zh: str) -> Sequence[WordGroup]:
        """The groups of which a Chinese text says something."""
        return self._words.within(zh)

    def has_to_tell(self, zh: str) -> bool:
        """Whether a Chinese text holds anything that has to be told."""
        return self._musts.search(zh) is not None

    @cached_property
    def _musts(self) -> re.Pattern[str]:
        entries = (entry for group in self.groups.values() for entry in group.entries.values() if entry.must)
        return re.compile(any_listed(word for entry in entries for word in entry.zh))

    @cached_property
    def _words(self) -> Openings[WordGroup]:
        return Openings(
            (group, [re.escape(word) for entry in group.entries.values() for word in entry.zh])
            for group in self.groups.values()
        )

    @cached_property
    def _claims(self) -> Phrasebook:
        return Phrasebook(
            (g.name, e.key, form) for g in self.groups.values() for e in g.entries.values() for form in e.en
        )

    @cached_property
    def _rendered(self) -> Phrasebook:
        return Phrasebook(
            (g.name, e.key, form)
            for g in self.groups.values()
            for e in g.entries.values()
            for form in e.en_also
        )


@lru_cache(maxsize=256)
def _found(book: Phrasebook, english: str) -> Mapping[str, list[EnglishHit]]:
    """The phrases of a text, which several rules ask for."""
    return book.find(english)


@cache
def vocabulary() -> Vocabulary:
    """The groups of the data files."""
    return Vocabulary([
        group
        for name in ("levels", "nouns", "opposites", "families", "families_law")
        for group in _groups(name)
    ])
