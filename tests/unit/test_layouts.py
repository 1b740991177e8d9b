"""The project's own documents in every layout and format: headings, roles and amounts are those of the plain text."""

from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from govbrief.numbers.find import find_in_outline
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief.read.traditional import simplified
from tests.bench.reading import COLUMNS, documents, measured
from tests.support.layouts import LAYOUTS, extracted

FOLDER = Path(__file__).resolve().parents[1] / "documents"
DOCUMENTS = {
    path.stem: path.with_suffix(".txt").read_text(encoding="utf-8") for path in FOLDER.glob("*.outline")
}
FLOORS = {
    "line.txt": (0.84, 0.92),  # a table's rows are lost with its line ends
    "glued.txt": (0.60, 0.92),  # and so are headings that nothing but a line end parts from the text
    "columns.pdf": (0.94, 0.95),  # cut rows of tables
    "gazette.pdf": (0.97, 0.99),
    "wrapped.txt": (0.98, 0.98),
    "wrapped.pdf": (0.96, 0.99),
}
"""Shares of headings with their roles, and of amounts with their units, that are the same; all of them elsewhere."""

BARS = {"head P": 0.95, "head R": 0.95, "short R": 0.92, "short P": 0.90, "noise R": 0.90, "noise P": 0.97}
"""Least means of the bench's figures; 0.98 for those that are not named."""


def told(found: Extracted) -> tuple[Counter, Counter]:
    outline = split_report(report_of(found, "a", b"", "utf-8"))
    heads = Counter(
        (simplified("".join(one.heading.split())), one.role) for one in outline.sections if one.heading
    )
    return heads, Counter((q.value, q.unit) for q in find_in_outline(outline) if q.is_amount)


PLAIN = {stem: told(Extracted(text)) for stem, text in DOCUMENTS.items()}


def share(one: Counter, other: Counter) -> float:
    """What both have of what either has."""
    return sum((one & other).values()) / max(1, sum((one | other).values())) if one or other else 1.0


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_tells_the_same(name):
    """On the mean of all documents, what a layout loses or adds stays under its floor."""
    heads: list[float] = []
    amounts: list[float] = []
    for stem, text in DOCUMENTS.items():
        found = told(extracted(name, LAYOUTS[name](text)))
        heads.append(share(PLAIN[stem][0], found[0]))
        amounts.append(share(PLAIN[stem][1], found[1]))
    least = FLOORS.get(name, (1.0, 1.0))
    assert sum(heads) / len(heads) >= least[0]
    assert sum(amounts) / len(amounts) >= least[1]


def test_the_corpus_is_read_as_annotated():
    """In plain text every figure of the bench holds what is asked of it, over all annotated documents."""
    rows = [measured("", one) for one in documents()]
    means = {key: mean(row[key] for row in rows if key in row) for key in COLUMNS}
    wrong = means.pop("false")
    assert {key: value for key, value in means.items() if value < BARS.get(key, 0.98)} == {}
    assert wrong <= 0.04
