"""Owns Comparison and its parts, the published JSON form `govbrief-compare/1`; must not know how it is computed.

One prompt set with one model is a column. One column is the baseline: side `a` of every pair; the other column is
side `b`. A comparison holds no time of day, so that two runs from the same recordings give the same bytes.
"""

from enum import StrEnum
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from schemas.brief import Bilingual, Evidence, Noted
from schemas.item import Kind, Theme
from schemas.report import Role

FORMAT: Final = "govbrief-compare/1"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Better(StrEnum):
    """Which way a measure should go."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Form(StrEnum):
    """How a value is printed."""

    COUNT = "count"
    SHARE = "share"
    """0 to 1, printed as a percentage."""
    SECONDS = "seconds"
    MONEY = "money"
    """In the currency of the price file."""


class Measure(_Frozen):
    """What one row of the table says."""

    id: str
    """Name of a field of `Figures`."""
    label: Bilingual
    form: Form
    better: Better


class Figures(_Frozen):
    """What was measured of one brief, or of all briefs of a column together.

    Counts are whole for one brief, and may be fractions where several runs are averaged. None: nothing to measure
    it against, or not known.
    """

    items: float
    supported: float
    """Numbers in items, summary and head that the cited sentences carry; each language counts on its own."""
    misplaced: float
    refuted: float
    not_found: float
    unchecked: float
    unpaired: float
    """Numbers of items and summary that one language has and the other has not, or has otherwise."""
    number_precision: float | None
    """Supported of all numbers; one that could not be checked counts as not supported. None without numbers."""
    quantities_used: float
    quantities_total: float
    quantity_coverage: float | None
    """Of the source's amounts, the share that some item tells."""
    shortcomings_told: float | None
    shortcomings_annotated: float | None
    shortcoming_recall: float | None
    """Of the annotated shortcomings, the share told by a shortcoming item; None without annotations."""
    plans_told: float | None
    plans_annotated: float | None
    plan_recall: float | None
    role_contradictions: float
    """Items whose kind contradicts the section they come from."""
    untranslated: float
    """Items, summary sentences, figures and names whose English is empty or holds Chinese."""
    terms: float
    """Glossary terms in the items' Chinese, each once per item."""
    departures: float
    """Of these, the ones whose settled English the item does not use."""
    departure_rate: float | None
    schema_failures: float
    """Answers that did not fit the schema or were cut, and were asked again; live also requests that failed."""
    failures: float
    """Parts of the work that failed, shortcomings that no item tells among them."""
    reasks: float
    calls: float
    tokens_in: float
    tokens_out: float
    seconds: float | None
    """Waiting for the model; None unless every answer was had live."""
    cost: float | None
    """None where no price is known."""


class Column(_Frozen):
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


class Document(_Frozen):
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


class Case(_Frozen):
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


class Total(_Frozen):
    """One column over all its reports: counts added, shares made anew from the added counts."""

    column: str
    reports: int
    """Reports that there is a brief of."""
    figures: Figures | None


class Tendency(StrEnum):
    """What a paired difference says."""

    BETTER = "better"
    WORSE = "worse"
    DIFFERENT = "different"
    """Sure to differ, in a measure of which neither more nor less is better."""
    NO_DIFFERENCE = "no difference"
    TOO_FEW = "too few cases to tell"


class Difference(_Frozen):
    """One measure of one column against the baseline, over the reports that both have."""

    column: str
    measure: str
    reports: int
    """Reports that both sides have a value for."""
    baseline: float | None
    """Mean over these reports; None when there are none."""
    value: float | None
    difference: float | None
    """`value - baseline`."""
    low: float | None
    """Ends of the bootstrap confidence interval of the difference; None with fewer than two reports."""
    high: float | None
    chance: float | None
    """Share of sign flips that give a difference at least as large (two-sided p-value)."""
    tendency: Tendency


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


class Side(_Frozen):
    """An item as one side has it."""

    id: str
    kind: Kind
    theme: Theme
    zh: str
    en: str
    evidence: tuple[Evidence, ...]
    supported: int
    """Findings that confirm something of it."""
    doubts: tuple[Noted, ...]
    """Findings that a reader must see."""
    tries: int


class Pair(_Frozen):
    """Items of both sides that rest on the same sentences, or one without a counterpart."""

    match: Match
    changes: tuple[Aspect, ...]
    harms: tuple[Harm, ...]
    """Regressions of `b` against `a`, the worst first; each stands in `Comparison.regressions` as well."""
    told_by: tuple[str, ...]
    """For an item without a counterpart: ids of the other side's items that tell its sentences beside their own."""
    a: Side | None
    b: Side | None


class SectionPairs(_Frozen):
    """The pairs of one section: regressions first, then in reading order."""

    heading: str
    """Empty for a paragraph without heading."""
    role: Role
    pairs: tuple[Pair, ...]


class Alignment(_Frozen):
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


class Regression(_Frozen):
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


class Breach(_Frozen):
    """A threshold of the gate that a column does not keep."""

    column: str
    threshold: str
    """Its key in the thresholds file, e.g. `regressions.number` or `worse.number_precision`."""
    allowed: float
    seen: float
    message: Bilingual


class Method(_Frozen):
    """How the intervals were made."""

    confidence: float
    resamples: int
    seed: int
    fewest_reports: int
    """With fewer reports nothing but exact equality is claimed."""


class Comparison(_Frozen):
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
    method: Method

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, title="govbrief-compare/1")
