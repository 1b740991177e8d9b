"""What docs/indicators.md and docs/track.md say is what the program does."""

import re
from pathlib import Path

import pytest

from govbrief.compare.indicators import load_catalogue
from govbrief.compare.track import account_of_brief, track
from govbrief_schemas.item import Kind
from tests.documents.told_brief import told_brief

ROW = re.compile(r"^\| (\S+。) \| (\S+。) \| (\w+) \|$", re.MULTILINE)
EXAMPLES = ROW.findall(Path("docs/track.md").read_text(encoding="utf-8"))


def test_the_page_lists_the_catalogue():
    """The table holds every indicator once, in the order of the catalogue."""
    text = Path("docs/indicators.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| id")]
    expected = [
        f"| {one.id} | {one.name.zh} | {one.name.en} | {one.unit} |" for one in load_catalogue().indicators
    ]
    assert rows == expected


@pytest.mark.parametrize(("plan", "result", "outcome"), EXAMPLES)
def test_the_examples_of_tracking_are_so(plan, result, outcome):
    """Each row is a plan of a report on 2022 and a sentence of the report on 2023."""
    old = account_of_brief(told_brief("甲市", 2022, plan, kind=Kind.PLAN))
    new = account_of_brief(told_brief("甲市", 2023, result))
    assert [tracked.outcome.value for tracked in track(old, [new]).plans] == [outcome]


def test_there_are_examples():
    """The table of examples is found on the page."""
    assert len(EXAMPLES) == 13
