"""Owns Brief and its parts, the published JSON form `govbrief/2`; must not know Markdown.

Offsets are half-open and count characters of the report's raw text. `brief.schema.json` beside this file is
generated from these models (`make schema`) and kept equal by a test; `brief-1.schema.json` is the form that
went before, which `read_brief` takes too.
"""

from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import ConfigDict, Field

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.frozen import Frozen
from govbrief_schemas.item import NOTHING, Kind, Theme
from govbrief_schemas.report import Role

FORMAT: Final = "govbrief/2"
FORMER: Final = "govbrief/1"


class Evidence(Frozen):
    """A slice of the source: `text` is `raw_text[start:end]`."""

    start: int
    end: int
    text: str


class Checkable(Frozen):
    """A part of the brief with what the check found on it."""

    findings: tuple[Finding, ...] = ()

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings that a reader must see."""
        return tuple(f for f in self.findings if f.verdict is not Verdict.SUPPORTED)


class BriefItem(Checkable):
    """One achievement, shortcoming or plan: a line or two in each language."""

    id: str
    kind: Kind
    theme: Theme
    group: Bilingual = NOTHING
    """What the item is grouped under where the report has top headings of its own instead of themes."""
    actor: Bilingual = NOTHING
    """Who did it or will do it; empty where it is the issuer."""
    zh: str
    en: str
    cause: Bilingual = NOTHING
    """Why, for a shortcoming, where the report says so; not said again in `zh` and `en`."""
    target: Bilingual = NOTHING
    """The measurable aim of a plan; part of `zh` and `en`."""
    by: Bilingual = NOTHING
    """The date by which; part of `zh` and `en`."""
    section: str
    """Heading of the section it comes from; empty for a paragraph without heading."""
    tag: str = ""
    """The section in a few characters, as the page cites it, e.g. 一(三)."""
    evidence: tuple[Evidence, ...]
    tries: int = 1
    """Times the model wrote it, re-asks included."""


class SummarySentence(Checkable):
    """One sentence of the summary, or the headline, in both languages, and the items it joins."""

    zh: str
    en: str
    items: tuple[str, ...]
    """Item ids; empty where the sentence is about the whole report."""


class Summary(Frozen):
    """The summary as plain sentences per language; `sentences` says where each comes from."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    sentences: tuple[SummarySentence, ...] = ()


class Status(StrEnum):
    """Whether a figure is what was reached or what is aimed at."""

    RESULT = "result"
    TARGET = "target"


class Figure(Checkable):
    """A headline number; value and both forms are printed from the source's quantity, never typed by a model."""

    measure: Bilingual
    """What is counted: a noun phrase, complete in itself."""
    value: str
    """Exact decimal value, scale words multiplied out."""
    unit: str
    zh: str
    """As the source writes it."""
    en: str
    scope: Bilingual = NOTHING
    """Of whom or of what the figure is told, e.g. 全市, one mediator; empty where that is the issuer's whole area."""
    status: Status = Status.RESULT
    by: Bilingual = NOTHING
    """For a target the date by which; for a result the period, where it is not the report's own year."""
    item: str
    """Id of the item that tells the figure; empty where none does."""
    evidence: Evidence
    tag: str = ""
    """The section that the figure stands in, in a few characters; empty where nothing is numbered."""


class Absence(Frozen):
    """Something that a reader would look for and the report does not say."""

    what: str
    """Name of the rule, e.g. `no_shortcomings`."""
    zh: str
    en: str


class SectionCoverage(Frozen):
    """How many items a section gave."""

    heading: str
    role: Role
    items: int
    statements: int = 0
    """Sentences of the section that state something."""
    told: int = 0
    """Of these, the ones that an item rests on."""
    tag: str = ""
    """The section in a few characters, as items of it are tagged; empty where nothing is numbered."""
    en: str = ""
    """The heading in English, where the page names the section because nothing of it is told."""


class Untold(Evidence):
    """A sentence of the source that states something and that no item tells."""

    section: str


class UnusedQuantity(Evidence):
    """An amount of the source that no item used."""

    context: str
    """The clause around it, on one line."""
    section: str = ""


class QuantityCoverage(Frozen):
    """Which of the source's amounts stand in an item's evidence and text."""

    total: int
    used: int
    unused: tuple[UnusedQuantity, ...]


class Coverage(Frozen):
    """What of the source no item used."""

    sections: tuple[SectionCoverage, ...]
    quantities: QuantityCoverage
    untold: tuple[Untold, ...] = ()


UNHEADED = Bilingual(zh="（无标题段落）", en="(no heading)")
"""What a section without heading is called."""


class Failure(Frozen):
    """A part of the work that failed: never a silent gap."""

    section: str
    """Heading of the section, or what else failed (`summary`, `head`)."""
    reason: str
    reason_zh: str = ""
    """The same in Chinese; empty where nobody has it."""


class Speaker(Frozen):
    """Somebody who speaks in the report."""

    name: Bilingual
    office: Bilingual = NOTHING
    """Post and organ."""

    @property
    def zh(self) -> str:
        """As the source has it: post and organ before the name."""
        return f"{self.office.zh}{self.name.zh}"

    @property
    def en(self) -> str:
        """Name, then post and organ."""
        return f"{self.name.en}, {self.office.en}" if self.office.en else self.name.en


class Head(Checkable):
    """What the report is; `findings` are on the English title, issuer and speakers, which the model wrote."""

    title: Bilingual
    issuer: Bilingual
    year: int | None
    kind: str | None
    source: str
    sha256: str
    published: str | None = None
    """ISO date, where the report states it."""
    publisher: str | None = None
    """The site, account or paper that shows the page, where that is not the issuer."""
    plan_year: int | None = None
    """The year that its plans are for, where a heading says so."""
    speakers: tuple[Speaker, ...] = ()


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

    schema_: Literal["govbrief/2"] = Field(default=FORMAT, alias="schema")
    report: Head
    headline: SummarySentence = SummarySentence(zh="", en="", items=())
    summary: Summary
    figures: tuple[Figure, ...]
    items: tuple[BriefItem, ...]
    absent: tuple[Absence, ...] = ()
    coverage: Coverage
    failures: tuple[Failure, ...]
    provenance: Provenance

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, title=FORMAT)

    @property
    def parts(self) -> tuple[Checkable, ...]:
        """Everything that the check looked at, in the order of the brief."""
        return (self.report, self.headline, *self.summary.sentences, *self.figures, *self.items)

    @property
    def doubts(self) -> int:
        """Findings to review, all parts together."""
        return sum(len(part.doubts) for part in self.parts)


def read_brief(data: Any) -> Brief:  # noqa: ANN401 - parsed JSON
    """The brief in a parsed JSON value of either published form; what `govbrief/1` did not have is empty.

    Raises:
        ValidationError: it is neither.
    """
    if isinstance(data, dict) and data.get("schema") == FORMER:
        data = {**data, "schema": FORMAT}
    return Brief.model_validate(data)
