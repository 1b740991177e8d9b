"""Owns the published values of a tracking: each plan with its outcome and the sentences of both sides."""

from enum import StrEnum
from typing import Final, Literal

from pydantic import ConfigDict, Field

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Evidence
from govbrief_schemas.frozen import Frozen

TRACKING_FORMAT: Final = "govbrief-track/1"


class Outcome(StrEnum):
    """What later reports say of a plan."""

    KEPT = "kept"
    PARTLY = "partly"
    """Some of it is told, or it is on the way and not yet due."""
    NOT_TOLD = "not_told"
    """No later report says anything of it: not broken, not told."""
    CONTRADICTED = "contradicted"
    """A later report says otherwise: a value short of the target when it was due, or that it was not done."""


class PartSort(StrEnum):
    """What of a plan can be looked for."""

    DOCUMENT = "document"
    TARGET = "target"
    MEASURE = "measure"
    WORK = "work"
    """Work that goes on from year to year: a part only where a later report tells of it, and never more than partly
    kept."""


class Account(Frozen):
    """One side: a report, or a brief of it."""

    title: Bilingual
    issuer: Bilingual
    year: int | None
    source: str


class Reply(Frozen):
    """A sentence of a later report that speaks of a plan."""

    account: int
    """Index into `Tracking.later`."""
    heading: str
    evidence: Evidence
    words: str
    """The slice that answers: the title, the number, the name of the measure."""


class PlanPart(Frozen):
    """One thing in a plan that can be looked for."""

    sort: PartSort
    words: str
    """The title, the number with its measure, or the name of the measure, as the plan has it."""
    outcome: Outcome
    answers: tuple[Reply, ...] = ()
    note: Bilingual = Bilingual(zh="", en="")
    """What the two numbers are, or when it is due."""


class TrackedPlan(Frozen):
    """A sentence that plans, and what became of it."""

    outcome: Outcome
    heading: str
    evidence: Evidence
    item: str = ""
    """Id of the item that tells it, where the plan was read in a brief."""
    zh: str = ""
    en: str = ""
    """The item's words in both languages, where the plan was read in a brief."""
    parts: tuple[PlanPart, ...] = ()


class Tracking(Frozen):
    """The plans of one account against later ones."""

    schema_: Literal["govbrief-track/1"] = Field(default=TRACKING_FORMAT, alias="schema")
    old: Account
    later: tuple[Account, ...]
    plans: tuple[TrackedPlan, ...]

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def count(self, outcome: Outcome) -> int:
        """How many plans have this outcome."""
        return sum(plan.outcome is outcome for plan in self.plans)
