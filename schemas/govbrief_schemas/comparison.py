"""Owns Comparison and its parts, the published JSON form `govbrief-compare/1`; must not know how it is computed.

One prompt set with one model is a column. One column is the baseline: side `a` of every pair; the other column is
side `b`. A comparison holds no time of day, so that two runs from the same recordings give the same bytes.
"""

from enum import StrEnum
from typing import Final, Literal

from pydantic import ConfigDict, Field

from govbrief_schemas.alignment import Alignment, Regression
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.frozen import Frozen
from govbrief_schemas.measure import Difference, Figures, Measure

FORMAT: Final = "govbrief-compare/1"


class Column(Frozen):
    """One prompt set asked of one model."""

    id: str
    """The set's name, with ` @ model` behind it when several models are compared; unique."""
    prompt_set: str
    prompt_set_id: str
    about: str
    """What the set is for, in its author's words."""
    model: str
    runs: int
    """Runs that were asked for."""
    baseline: bool


class Document(Frozen):
    """One report that the columns were run on."""

    id: str
    """File name without extension; unique."""
    title: Bilingual
    year: int | None
    sha256: str
    annotated: bool
    """True when reference annotations were found for it."""


class State(StrEnum):
    """What became of one report in one column."""

    DONE = "done"
    PARTLY = "partly"
    """A brief, with parts of the work failed."""
    MISSING = "missing"
    """No brief: not recorded, or it could not be made."""


class Case(Frozen):
    """One report in one column."""

    report: str
    column: str
    state: State
    reason: str
    """Why it is missing, or the first part that failed; empty when all is done."""
    runs: int
    """Briefs behind `figures`."""
    figures: Figures | None
    """Averaged over the runs; None when the case is missing."""


class Total(Frozen):
    """One column over all its reports: counts added, shares made anew from the added counts."""

    column: str
    reports: int
    """Reports that there is a brief of."""
    figures: Figures | None


class Breach(Frozen):
    """A threshold of the gate that a column does not keep."""

    column: str
    threshold: str
    """Its key in the thresholds file, e.g. `regressions.number` or `worse.number_precision`."""
    allowed: float
    seen: float
    message: Bilingual


class IntervalMethod(Frozen):
    """How the intervals were made."""

    confidence: float
    resamples: int
    seed: int
    fewest_reports: int
    """With fewer reports nothing but exact equality is claimed."""


class Comparison(Frozen):
    """Prompt sets and models on the same reports, side by side."""

    schema_: Literal["govbrief-compare/1"] = Field(default=FORMAT, alias="schema")
    govbrief: str
    """Version."""
    baseline: str
    """Id of the baseline's column."""
    columns: tuple[Column, ...]
    """In the order asked for, the baseline first."""
    reports: tuple[Document, ...]
    measures: tuple[Measure, ...]
    """The rows of the table, in order."""
    cases: tuple[Case, ...]
    """Every report in every column: reports in order, columns in order."""
    totals: tuple[Total, ...]
    differences: tuple[Difference, ...]
    alignments: tuple[Alignment, ...]
    regressions: tuple[Regression, ...]
    """By column, then the worst sort first."""
    breaches: tuple[Breach, ...]
    """Thresholds that are not kept, whether or not the gate was asked for."""
    method: IntervalMethod

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, title="govbrief-compare/1")
