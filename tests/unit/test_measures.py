"""What the comparison counts in a brief."""

import pytest

from govbrief.compare.measures import Yardstick, measure
from govbrief.names.glossary import load_glossary
from tests.documents.brief import BRIEF


def test_condensing_is_counted():
    """Characters, statements, shortcomings of the summary and doubtful rows are counted from the brief itself."""
    figures = measure(BRIEF, Yardstick(load_glossary(), {}, {}))
    evidence = sum(len(one.text) for item in BRIEF.items for one in item.evidence)
    assert figures.condensation == pytest.approx(
        sum(len(item.zh) for item in BRIEF.items) / evidence, abs=1e-6
    )
    told = [(section.told, section.statements) for section in BRIEF.coverage.sections]
    assert figures.statement_coverage == pytest.approx(
        sum(a for a, _ in told) / sum(b for _, b in told), abs=1e-6
    )


def test_shortcomings_of_the_summary_and_doubtful_rows_are_counted():
    """A shortcoming is in the summary when a sentence of it names the line; a row is doubtful by its findings."""
    [gap, *_] = [item for item in BRIEF.items if item.kind == "shortcoming"]
    sentence = BRIEF.summary.sentences[0].model_copy(update={"items": (gap.id,)})
    row = BRIEF.figures[0].model_copy(update={"findings": BRIEF.summary.sentences[1].findings})
    lines = {
        "items": (gap,),
        "figures": (row,),
        "summary": BRIEF.summary.model_copy(update={"sentences": (sentence,)}),
    }
    figures = measure(BRIEF.model_copy(update=lines), Yardstick(load_glossary(), {}, {}))
    assert (figures.summary_recall, figures.figures_doubtful) == (1, 1)
