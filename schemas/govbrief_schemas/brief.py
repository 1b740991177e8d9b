"""Owns Brief and its parts, the published JSON form `govbrief/1`; must not know Markdown.

Offsets are half-open and count characters of the report's raw text. `brief.schema.json` beside this file is
generated from these models (`make schema`) and kept equal by a test.
"""

from typing import Final, Literal

from pydantic import ConfigDict, Field

from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.frozen import Frozen
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role

FORMAT: Final = "govbrief/1"


class Bilingual(Frozen):
    """The same in both languages; empty where it could not be had, never guessed."""

    zh: str
    en: str


class Evidence(Frozen):
    """A slice of the source: `text` is `raw_text[start:end]`."""

    start: int
    end: int
    text: str


class Noted(Frozen):
    """One result of the check."""

    verdict: Verdict
    rule: Rule
    language: str
    """`zh`, `en`, or `zh-en` when the two languages disagree."""
    seen: str
    expected: str
    message: str
    """One English sentence for the reader."""
    message_zh: str
    start: int | None = None
    """Where in the source `expected` stands."""
    end: int | None = None


class BriefItem(Frozen):
    """One achievement, shortcoming or plan."""

    id: str
    kind: Kind
    theme: Theme
    zh: str
    en: str
    section: str
    """Heading of the section it comes from; empty for a paragraph without heading."""
    evidence: tuple[Evidence, ...]
    findings: tuple[Noted, ...]
    tries: int = 1
    """Times the model wrote it, re-asks included."""

    @property
    def doubts(self) -> tuple[Noted, ...]:
        """The findings that a reader must see."""
        return tuple(f for f in self.findings if f.verdict is not Verdict.SUPPORTED)


class SummarySentence(Frozen):
    """One sentence of the summary in both languages, and the items it was written from."""

    zh: str
    en: str
    items: tuple[str, ...]
    """Item ids."""
    findings: tuple[Noted, ...]

    @property
    def doubts(self) -> tuple[Noted, ...]:
        """The findings that a reader must see."""
        return tuple(f for f in self.findings if f.verdict is not Verdict.SUPPORTED)


class Summary(Frozen):
    """The summary as plain sentences per language; `sentences` says where each comes from."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    sentences: tuple[SummarySentence, ...] = ()


class Figure(Frozen):
    """A key figure; both forms are printed from the source's quantity, never typed again by a model."""

    measure: Bilingual
    value: str
    """Exact decimal value, scale words multiplied out."""
    unit: str
    zh: str
    """As the source writes it."""
    en: str
    item: str
    """Id of the item that the measure's wording comes from."""
    evidence: Evidence


class SectionCoverage(Frozen):
    """How many items a section gave."""

    heading: str
    role: Role
    items: int


class UnusedQuantity(Evidence):
    """An amount of the source that no item used."""

    context: str
    """The clause around it, on one line."""


class QuantityCoverage(Frozen):
    """Which of the source's amounts stand in an item's evidence and text."""

    total: int
    used: int
    unused: tuple[UnusedQuantity, ...]


class Coverage(Frozen):
    """What of the source no item used."""

    sections: tuple[SectionCoverage, ...]
    quantities: QuantityCoverage


class Failure(Frozen):
    """A part of the work that failed: never a silent gap."""

    section: str
    """Heading of the section, or what else failed (`summary`, `head`)."""
    reason: str


class Head(Frozen):
    """What the report is."""

    title: Bilingual
    issuer: Bilingual
    year: int | None
    kind: str | None
    source: str
    sha256: str
    findings: tuple[Noted, ...] = ()
    """Doubts about the English title and issuer, which the model wrote."""


class Provenance(Frozen):
    """How the brief came about."""

    govbrief: str
    model: str
    prompt_set: str
    prompt_set_id: str
    created: str
    """ISO 8601, UTC, whole seconds."""
    calls: int
    reasks: int
    """Items sent back to the model with complaints."""
    retries: int
    """Requests repeated because one failed or its answer did not fit."""
    tokens_in: int
    tokens_out: int
    seconds: float
    server_seconds: float
    """Of `seconds`, waiting for the model; more than `seconds` when requests ran side by side."""
    replayed: bool = False
    """True when the answers came from a recording."""
    strict: bool = False
    """True when items with findings were left out."""
    left_out: int = 0
    """Items left out under `--strict`, or because they repeat the prompt or no cited sentence carries
    them."""


class Brief(Frozen):
    """A bilingual brief of one report."""

    schema_: Literal["govbrief/1"] = Field(default=FORMAT, alias="schema")
    report: Head
    summary: Summary
    figures: tuple[Figure, ...]
    items: tuple[BriefItem, ...]
    coverage: Coverage
    failures: tuple[Failure, ...]
    provenance: Provenance

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, title="govbrief/1")

    @property
    def doubts(self) -> int:
        """Findings to review, all parts together."""
        parts: list[BriefItem | SummarySentence] = [*self.items, *self.summary.sentences]
        doubtful = sum(1 for f in self.report.findings if f.verdict is not Verdict.SUPPORTED)
        return doubtful + sum(len(part.doubts) for part in parts)
