"""The tables of docs/numbers.md about comparison say what the check does."""

import re
from pathlib import Path

import pytest

from govbrief.checking.check import check_item, check_pair, index_source
from govbrief_schemas.finding import Rule
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

PAGE = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## How numbers are compared") :]


def rows(heading, number=0):
    """The cells of one table under a heading, header left out."""
    text = SECTION[SECTION.index(heading) :]
    table = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)[number]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()[2:]]


def cited():
    """The sentence that the page cites, as a report of its own."""
    sentence = re.search(r"The cited sentence is (.*。)", SECTION)[1]
    span = Span(0, len(sentence))
    section = Section("", "", 1, Role.OTHER, span, (), (Sentence(span, sentence),))
    return Outline(Report(sentence, "-", "", "utf-8"), (section,), (), ())


@pytest.mark.parametrize(("zh", "verdict", "rule"), rows("### An item against"))
def test_items_get_the_verdict_of_the_page(zh, verdict, rule):
    """Each row is checked against the cited sentence."""
    outline = cited()
    item = Item("00/00/0", Kind.ACHIEVEMENT, Theme.OTHER, zh, "-", outline.sections[0].sentences, 0)
    found = [
        f
        for f in check_item(item, index_source(outline), Role.OTHER)
        if f.language == "zh" and f.rule not in {Rule.ECHO, Rule.TRANSLATION}
    ]
    assert [(f.verdict.value, f.rule.value) for f in found] == [(verdict, rule)]


@pytest.mark.parametrize(("zh", "en"), rows("### The two languages", 0))
def test_pairs_that_the_page_calls_sound_pass(zh, en):
    """A faithful translation has no finding."""
    assert [f.message for f in check_pair(zh, en)] == []


@pytest.mark.parametrize(
    ("zh", "en", "rule"), rows("### The two languages", 1) + rows("### What a real model got wrong")
)
def test_pairs_that_the_page_calls_wrong_are_found(zh, en, rule):
    """The rule named in the row is the one that the check names."""
    assert rule in {f.rule.value for f in check_pair(zh, en)}
