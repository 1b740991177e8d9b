"""Owns Telling: a brief in the order in which it is read, the same for every format; a format only prints it.

Findings, evidence and figures stay with what they belong to. What stands in the passages is clean text, of which a
format must still escape what means something to it.
"""

import re
from typing import Final, NamedTuple

from govbrief.views.doubts import Piece
from govbrief.views.labels import Lang, Language, each
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import BriefItem, Evidence, Figure, Status, UnusedQuantity
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.item import Kind


class Passage(NamedTuple):
    """The same text in both languages, in pieces; empty in a language that has none."""

    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]

    def of(self, language: Language) -> tuple[Piece, ...]:
        """The pieces in one language."""
        return self.zh if language == "zh" else self.en

    def __bool__(self) -> bool:
        """False when neither language says anything."""
        return bool(self.zh or self.en)


_BARE = re.compile(r"(at least |at most |about )?([\d,.]+%?)")
_SIGNS = {None: "", "at least ": "≥", "at most ": "≤", "about ": "≈"}
"""What an English value says in front of its number -> the sign that a reader of either language knows."""

SILENCE: Final = Passage((), ())


class Entry(NamedTuple):
    """A line of the brief."""

    words: Passage
    tags: tuple[Bilingual, ...]
    """The sections that it is told from."""
    findings: tuple[Finding, ...]
    lead: Passage = SILENCE
    """Who did it, where neither the text nor the group says so."""
    cause: Passage = SILENCE
    evidence: tuple[Evidence, ...] = ()
    item: BriefItem | None = None
    """None for the headline and the summary."""
    joins: tuple[str, ...] = ()
    """Ids of the items that a sentence of the summary joins."""

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings that a reader must see."""
        return tuple(f for f in self.findings if f.verdict is not Verdict.SUPPORTED)


class Group(NamedTuple):
    """Entries under one name; a group without name comes first."""

    name: Bilingual
    entries: tuple[Entry, ...]


class ToldPart(NamedTuple):
    """All the entries of one kind."""

    kind: Kind
    name: Bilingual
    """What heads it: the kind, of plans with the year that they are for."""
    groups: tuple[Group, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all groups."""
        return tuple(entry for group in self.groups for entry in group.entries)


class Row(NamedTuple):
    """A line of the table of figures."""

    figure: Figure
    value: Bilingual
    measure: Passage
    by: Passage
    tag: Bilingual

    def amounts(self, lang: Lang) -> tuple[str, ...]:
        """The value as it is printed: for both languages once where it is a bare number or a share, ≥80%."""
        bare = _BARE.fullmatch(self.value.en) if lang == "both" and self.value.zh else None
        return (f"{_SIGNS[bare[1]]}{bare[2]}",) if bare else each(self.value, lang)

    @property
    def is_target(self) -> bool:
        """Whether the figure is aimed at, not reached."""
        return self.figure.status is Status.TARGET


class Doubt(NamedTuple):
    """A finding to review, the place where it stands, and the item that it is on."""

    finding: Finding
    place: Bilingual
    item: BriefItem | None = None


class Gap(NamedTuple):
    """A section with more statements than the brief tells."""

    tag: Bilingual
    heading: str
    told: int
    statements: int


class Failed(NamedTuple):
    """A part of the work that failed, and why."""

    name: Bilingual
    reason: Bilingual


class ToldLine(NamedTuple):
    """A sentence of govbrief's own up front, and whether all is well with what it says."""

    text: Bilingual
    good: bool


class Telling(NamedTuple):
    """A brief as it is read, from the top to the end."""

    headline: Passage
    """The title, where there is no headline."""
    facts: tuple[Passage, ...]
    """Title, issuer, year, kind, date: what is known."""
    speakers: tuple[Passage, ...]
    opening: tuple[ToldLine, ...]
    """What was checked and what was not, then what failed and what was left out."""
    summary: tuple[Entry, ...]
    figures: tuple[Row, ...]
    """Results, then targets."""
    parts: tuple[ToldPart, ...]
    absent: tuple[Bilingual, ...]
    doubts: tuple[Doubt, ...]
    gaps: tuple[Gap, ...]
    """Sections that are not told whole."""
    silent: tuple[Bilingual, ...]
    """Sections of which nothing is told: by tag, and by heading where they say several things."""
    unused: tuple[UnusedQuantity, ...]
    sentences: tuple[Evidence, ...]
    """The sentences that no item tells."""
    coverage: Bilingual
    failures: tuple[Failed, ...]
    provenance: tuple[Bilingual, ...]

    @property
    def dated(self) -> bool:
        """Whether any figure has a date, so that a column of them is worth its room."""
        return any(row.by or row.is_target for row in self.figures)
