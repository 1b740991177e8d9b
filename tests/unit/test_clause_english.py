"""How clauses are shown to a small model, and the line that code makes of its answers."""

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.small.choosing import room_for
from govbrief.small.english import as_done, as_planned, lower_first, sentence, tidy
from govbrief.small.prefilled import settle_words
from govbrief.small.targets import target_of, term_of


def test_settled_words_stand_in_the_clause():
    """Numbers and terms are English already, with the plural that a number asks for; a title is a mark."""
    titles = {"《燃气管理办法》": "Measures for Gas"}
    settled = settle_words("出台《燃气管理办法》，建成便民服务站1.2万个", load_glossary(), titles)
    assert settled.text == "出台{A}，建成 convenience service stations 12,000个"
    assert settled.lost("Issued and built") == ("{A}",)
    assert settled.opened("Issued the {A} and built 12,000") == "Issued the Measures for Gas and built 12,000"


@pytest.mark.parametrize(
    ("answer", "clause"),
    [
        ("done: Made 1 government rules.", "Made 1 government rule"),
        ("Revised 21 rules ;", "Revised 21 rules"),
        ("the Outline ( 2021-2025)", "the Outline (2021-2025)"),
    ],
)
def test_an_answer_is_tidied(answer, clause):
    """No label, no full stop, one rule."""
    assert tidy(answer) == clause


def test_what_was_done_is_no_order():
    """Achievements begin in the past, plans with a verb; what begins otherwise stays."""
    assert as_done("Establish a platform") == "Established a platform"
    assert as_done("Build a platform") == "Built a platform"
    assert as_planned("Established a platform") == "Establish a platform"
    assert as_done("The platform was named") == "The platform was named"


def test_a_line_is_one_sentence():
    """Clauses are joined by semicolons; names keep their capital."""
    assert sentence(["built 3 stations", "Revised 2 rules"]) == "Built 3 stations; revised 2 rules."
    assert lower_first("Shenyang was named") == "Shenyang was named"
    assert lower_first("CPPCC members proposed") == "CPPCC members proposed"
    assert lower_first("County Court: build a tribunal") == "County Court: build a tribunal"
    assert lower_first("Took part in one thing: a meeting") == "took part in one thing: a meeting"
    assert sentence([]) == ""


@pytest.mark.parametrize(
    ("plan", "target", "by"),
    [
        ("到2026年，80%以上的县达标", "at least 80%", "2026"),
        ("2027年底前建成平台", "", "end of 2027"),
        ("落实《规划(2023-2025年)》", "", ""),
    ],
)
def test_target_and_date_are_read_off(plan, target, by):
    """A plan's measure and date come from its own words; the years of a title are no date."""
    assert (target_of(plan).en, term_of(plan).en) == (target, by)


def test_longer_reports_are_told_in_a_smaller_share():
    """The share of a report that is told falls with its length, and never to nothing."""
    assert room_for(500) > 1000
    assert room_for(3000) < room_for(8000) < 8000 * room_for(3000) / 3000
