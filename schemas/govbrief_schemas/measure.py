"""Owns the figures of a comparison: what is measured of a brief, and what a difference says."""

from enum import StrEnum

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.frozen import Frozen


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


class Measure(Frozen):
    """What one row of the table says."""

    id: str
    """Name of a field of `Figures`."""
    label: Bilingual
    form: Form
    better: Better


class Figures(Frozen):
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
    statements_told: float
    statements: float
    statement_coverage: float | None
    """Of the source's sentences that state something, the share that some item rests on."""
    told_chars: float
    evidence_chars: float
    condensation: float | None
    """Characters of the items' Chinese for one of the sentences that they rest on: 1 repeats, less condenses."""
    shortcomings_summed: float
    shortcomings: float
    summary_recall: float | None
    """Of the shortcoming items, the share that some sentence of the summary joins."""
    figures: float
    figures_doubtful: float
    """Rows of the table of figures, and those of them with a finding."""
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


class Tendency(StrEnum):
    """What a paired difference says."""

    BETTER = "better"
    WORSE = "worse"
    DIFFERENT = "different"
    """Sure to differ, in a measure of which neither more nor less is better."""
    NO_DIFFERENCE = "no difference"
    TOO_FEW = "too few cases to tell"


class Difference(Frozen):
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
