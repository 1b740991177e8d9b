"""Owns how the items of two briefs stand to each other, and what is worse on one side."""

from enum import StrEnum

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Evidence
from govbrief_schemas.finding import Finding
from govbrief_schemas.frozen import Frozen
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role


class Match(StrEnum):
    """How an item of one side stands to the other side."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_A = "only_a"
    """Only the baseline has it."""
    ONLY_B = "only_b"


class Aspect(StrEnum):
    """What differs between two items of one pair."""

    KIND = "kind"
    THEME = "theme"
    EVIDENCE = "evidence"
    ZH = "zh"
    EN = "en"
    FINDINGS = "findings"


class Harm(StrEnum):
    """Sorts of regression, the worst first."""

    MISSING_REPORT = "missing_report"
    FAILED = "failed"
    """A part of the work failed that did not fail in the baseline."""
    DROPPED = "dropped"
    """An item whose sentences nothing on the other side tells."""
    NUMBER = "number"
    """A number that the source does not carry, and that the baseline does not have."""
    KIND = "kind"
    """The kind of an item changed, and not away from a contradiction with its section."""
    TRANSLATION = "translation"
    """English that is empty, cut off, holds Chinese, or is no translation."""
    DOUBT = "doubt"
    """Any other new finding."""


class AlignedSide(Frozen):
    """An item as one side has it."""

    id: str
    kind: Kind
    theme: Theme
    zh: str
    en: str
    evidence: tuple[Evidence, ...]
    supported: int
    """Findings that confirm something of it."""
    doubts: tuple[Finding, ...]
    """Findings that a reader must see."""
    tries: int


class Pair(Frozen):
    """Items of both sides that rest on the same sentences, or one without a counterpart."""

    match: Match
    changes: tuple[Aspect, ...]
    harms: tuple[Harm, ...]
    """Regressions of `b` against `a`, the worst first; each stands in `Comparison.regressions` as well."""
    told_by: tuple[str, ...]
    """For an item without a counterpart: ids of the other side's items that tell its sentences beside their own."""
    a: AlignedSide | None
    b: AlignedSide | None


class SectionPairs(Frozen):
    """The pairs of one section: regressions first, then in reading order."""

    heading: str
    """Empty for a paragraph without heading."""
    role: Role
    pairs: tuple[Pair, ...]


class Alignment(Frozen):
    """One report, the baseline's brief beside another column's (the first run of each).

    Sections with regressions come first, then the rest in reading order. There is none where either brief is missing.
    """

    report: str
    column: str
    same: int
    changed: int
    only_a: int
    only_b: int
    sections: tuple[SectionPairs, ...]


class Regression(Frozen):
    """One thing that a column does worse than the baseline on one report."""

    harm: Harm
    report: str
    column: str
    section: str
    """Heading; `summary` or `head` for what is written about the whole; empty when it is the whole report."""
    message: Bilingual
    a: str | None
    """Id of the baseline's item."""
    b: str | None
