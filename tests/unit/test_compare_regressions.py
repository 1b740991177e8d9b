"""What a comparison lists as regressions: each seeded one, and nothing where nothing changed."""

from decimal import Decimal

import pytest

from govbrief.base.prices import Price
from govbrief.compare.assemble import Board, Result, Run, assemble
from govbrief.compare.gate import read_thresholds
from govbrief.compare.matching import align, couple
from govbrief.compare.measures import Yardstick, measure
from govbrief.compare.references import Reference
from govbrief.names.glossary import load_glossary
from govbrief_schemas.alignment import Harm, Match
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Failure
from govbrief_schemas.comparison import Column, State
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Report, Span
from tests.documents.brief import BRIEF
from tests.documents.brief_items import DELEGATED, GAP, POWERS, noted

YARDSTICK = Yardstick(load_glossary(), {}, {})


def column(name, *, baseline=False):
    return Column(
        id=name,
        prompt_set=name,
        prompt_set_id=f"sha256:{name}",
        about="",
        model="m",
        runs=1,
        baseline=baseline,
    )


def compare(a, b, *, reports=("dalian-2023",), yardstick=YARDSTICK):
    """Two columns: `a` and `b` are one brief, or None, for each report."""
    columns = (column("a", baseline=True), column("b"))
    sides = {"a": a if isinstance(a, tuple) else (a,), "b": b if isinstance(b, tuple) else (b,)}
    results = {
        (report, name): Result((Run(brief),)) if brief else Result(reason="not recorded")
        for name, briefs in sides.items()
        for report, brief in zip(reports, briefs, strict=True)
    }
    known = {name: Report(text="", source=name, sha256="", encoding="utf-8") for name in reports}
    return assemble(Board(columns, known, results), yardstick, read_thresholds())


def changed(index, **updates):
    """The brief with one item changed."""
    items = list(BRIEF.items)
    items[index] = items[index].model_copy(update=updates)
    return BRIEF.model_copy(update={"items": tuple(items)})


WRONG = noted(Verdict.REFUTED, Rule.VALUE, "en", "13", "31项", "The English says “13”, the source “31项”.")


def harms(comparison):
    return [(r.harm, r.a, r.b) for r in comparison.regressions]


def test_a_brief_against_itself_has_no_regression():
    """Nothing is listed, every pair is the same, and no threshold is broken, doubts and failures or not."""
    comparison = compare(BRIEF, BRIEF)
    assert comparison.regressions == comparison.breaches == ()
    (alignment,) = comparison.alignments
    assert (alignment.same, alignment.changed, alignment.only_a, alignment.only_b) == (
        len(BRIEF.items),
        0,
        0,
        0,
    )
    assert not any(d.difference for d in comparison.differences)


@pytest.mark.parametrize("index", range(len(BRIEF.items)))
def test_a_dropped_item_is_listed(index):
    """Whichever item is gone is named."""
    rest = tuple(item for i, item in enumerate(BRIEF.items) if i != index)
    comparison = compare(BRIEF, BRIEF.model_copy(update={"items": rest}))
    assert harms(comparison) == [(Harm.DROPPED, BRIEF.items[index].id, None)]
    assert [b.threshold for b in comparison.breaches][:1] == ["regressions.dropped"]


def test_a_wrong_number_is_listed_with_its_finding():
    """A finding that the baseline's item does not have is a regression, in both languages."""
    comparison = compare(BRIEF, changed(0, findings=(*DELEGATED.findings, WRONG)))
    assert harms(comparison) == [(Harm.NUMBER, DELEGATED.id, DELEGATED.id)]
    assert "13" in comparison.regressions[0].message.en
    assert comparison.regressions[0].section == DELEGATED.section


def test_a_number_that_both_get_wrong_is_no_regression():
    """The same finding on both sides is no news; a further one is."""
    again = changed(1, findings=POWERS.findings, en=POWERS.en + " It did.")
    assert compare(BRIEF, again).regressions == ()
    assert [r.harm for r in compare(BRIEF, changed(1, findings=(*POWERS.findings, WRONG))).regressions] == [
        Harm.NUMBER
    ]


def test_a_swapped_kind_is_listed():
    """A plan told as an achievement is named, unless it mends a contradiction with its section."""
    assert harms(compare(BRIEF, changed(4, kind=Kind.ACHIEVEMENT))) == [(Harm.KIND, "11/00/2", "11/00/2")]
    contradiction = noted(Verdict.REFUTED, Rule.ROLE, "zh-en", "achievement", "plan")
    wrong = changed(4, kind=Kind.ACHIEVEMENT, findings=(contradiction,))
    right = changed(4, findings=())
    assert compare(wrong, right).regressions == ()
    assert {r.harm for r in compare(right, wrong).regressions} == {Harm.KIND, Harm.DOUBT}


@pytest.mark.parametrize("english", ["", "  ", "The teams are 薄弱."])
def test_a_missing_translation_is_listed(english):
    """No English, and English with Chinese in it, are named even before a check has seen them."""
    comparison = compare(BRIEF, changed(3, en=english))
    assert harms(comparison) == [(Harm.TRANSLATION, GAP.id, GAP.id)]


def test_a_failed_chunk_is_listed_once_for_each_part():
    """What failed in the baseline as well is no regression; a second failure of the same section is one."""
    more = (*BRIEF.failures, Failure(section="一、", reason="no answer"), BRIEF.failures[0])
    found = compare(BRIEF, BRIEF.model_copy(update={"failures": more})).regressions
    assert [(r.harm, r.section) for r in found] == [(Harm.FAILED, "一、")]
    other = Failure(section=BRIEF.failures[0].section, reason="another reason")
    assert compare(BRIEF, BRIEF.model_copy(update={"failures": (other,)})).regressions == ()
    twice = (*BRIEF.failures, other)
    found = compare(BRIEF, BRIEF.model_copy(update={"failures": twice})).regressions
    assert [(r.harm, r.section) for r in found] == [(Harm.FAILED, other.section)]


def test_a_report_missing_on_one_side_is_shown_as_missing():
    """It is a case of its own, never a zero: totals and differences leave it out, and the list names it."""
    comparison = compare((BRIEF, BRIEF), (BRIEF, None), reports=("one", "two"))
    states = {(c.report, c.column): (c.state, c.reason) for c in comparison.cases}
    assert states["two", "b"] == (State.MISSING, "not recorded")
    assert states["two", "a"][0] is State.PARTLY
    assert [(r.harm, r.report) for r in comparison.regressions] == [(Harm.MISSING_REPORT, "two")]
    assert [t.reports for t in comparison.totals] == [2, 1]
    assert {d.reports for d in comparison.differences} <= {0, 1}
    assert [a.report for a in comparison.alignments] == ["one"]


def test_a_report_missing_in_the_baseline_is_missing_and_no_regression():
    """Nothing can be worse than nothing."""
    comparison = compare((BRIEF, None), (BRIEF, BRIEF), reports=("one", "two"))
    assert comparison.regressions == ()
    assert [c.state for c in comparison.cases].count(State.MISSING) == 1


def test_what_is_written_about_the_whole_is_compared_too():
    """A summary with a new finding, no summary, and a title without English are named."""
    sentence = BRIEF.summary.sentences[0]
    wrong = sentence.model_copy(update={"findings": (*sentence.findings, WRONG)})
    told = BRIEF.summary.model_copy(update={"sentences": (wrong, *BRIEF.summary.sentences[1:])})
    assert [
        (r.harm, r.section) for r in compare(BRIEF, BRIEF.model_copy(update={"summary": told})).regressions
    ] == [(Harm.NUMBER, "summary")]
    none = BRIEF.summary.model_copy(update={"zh": (), "en": (), "sentences": ()})
    found = compare(BRIEF, BRIEF.model_copy(update={"summary": none})).regressions
    assert [(r.harm, r.section) for r in found] == [(Harm.DROPPED, "summary")]
    head = BRIEF.report.model_copy(update={"title": Bilingual(zh=BRIEF.report.title.zh, en="")})
    found = compare(BRIEF, BRIEF.model_copy(update={"report": head})).regressions
    assert [(r.harm, r.section) for r in found] == [(Harm.TRANSLATION, "head")]


def test_joining_two_items_drops_none():
    """One item that cites both sentences and holds the words of both tells both."""
    joined = DELEGATED.model_copy(
        update={"zh": DELEGATED.zh + POWERS.zh, "evidence": DELEGATED.evidence + POWERS.evidence}
    )
    b = BRIEF.model_copy(update={"items": (joined, *BRIEF.items[2:])})
    comparison = compare(BRIEF, b)
    assert Harm.DROPPED not in {r.harm for r in comparison.regressions}
    lone = [p for s in comparison.alignments[0].sections for p in s.pairs if p.match is Match.ONLY_A]
    assert [p.told_by for p in lone] == [(joined.id,)]


def test_parts_of_one_sentence_are_matched_by_their_words():
    """Two items on one sentence find their own counterparts in any order, and one that is gone is named."""
    parts = tuple(
        DELEGATED.model_copy(update={"id": f"01/00/{n}", "zh": zh})
        for n, zh in enumerate(("向园区赋权31项。", "收回行政职权5项。", "开展园区赋权试点工作。"))
    )
    a = BRIEF.model_copy(update={"items": parts})
    pairs = couple(parts, parts[::-1])
    assert [(p.a.id, p.b.id) for p in pairs] == [(p.id, p.id) for p in parts]
    for gone in parts:
        b = a.model_copy(update={"items": tuple(p for p in parts if p is not gone)})
        assert harms(compare(a, b)) == [(Harm.DROPPED, gone.id, None)]


def test_regressions_come_first():
    """A section with a regression stands before the others, and in it the pair."""
    alignment = align(BRIEF, changed(4, en=""), "r", "b")
    assert alignment.sections[0].pairs[0].harms == (Harm.TRANSLATION,)
    assert [bool(p.harms) for s in alignment.sections for p in s.pairs].count(True) == 1


def test_measures_of_a_brief():
    """The figures of the hand-written brief, counted by hand."""
    price = {BRIEF.provenance.model: Price(Decimal(1), Decimal(2))}
    reference = Reference((Span(2507, 2530), Span(10, 20)), (Span(2800, 2850),))
    yardstick = Yardstick(load_glossary(), {BRIEF.report.sha256: reference}, price)
    found = measure(BRIEF, yardstick)
    assert (found.items, found.supported, found.refuted, found.not_found) == (8, 24, 1, 2)
    assert found.unpaired == 1
    assert found.number_precision == round(24 / 27, 6)
    assert found.quantity_coverage == round(5 / 7, 6)
    assert (found.shortcoming_recall, found.plan_recall) == (0.5, 1.0)
    assert found.untranslated == 1
    assert found.cost == round((15210 + 2 * 6120) / 1e6, 6)
    assert measure(BRIEF, YARDSTICK).shortcoming_recall is None
    assert measure(BRIEF, YARDSTICK).cost is None
    assert measure(BRIEF, YARDSTICK).seconds is None
