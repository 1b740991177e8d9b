"""Promises of the check over generated numbers and sentences."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from govbrief.checking.check import check_item, check_pair, index_source
from govbrief.checking.marks import marks
from govbrief.checking.pairing import agreement, pair_up
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.quantity import Quantity, QuantityKind
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

patient = settings(deadline=None)
"""A busy machine is no failure."""

UNITS = {
    QuantityKind.COUNT: ["", "件", "家"],
    QuantityKind.MONEY: ["元", "美元"],
    QuantityKind.PERCENT: ["%"],
    QuantityKind.POINT: ["个百分点"],
    QuantityKind.MEASURE: ["亩", "公顷", "公里"],
    QuantityKind.DURATION: ["年", "个月", "天"],
    QuantityKind.ORDINAL: [""],
    QuantityKind.NAME: [""],
}


@st.composite
def quantity_lists(draw):
    """Quantities in the order of a text."""
    found, at = [], 0
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(sorted(UNITS)))
        value = Decimal(draw(st.integers(1, 12)))
        text = str(value)
        found.append(
            Quantity(text, Span(at, at + len(text)), value, draw(st.sampled_from(UNITS[kind])), kind)
        )
        at += len(text) + draw(st.integers(1, 9))
    return found


@patient
@given(quantity_lists(), quantity_lists())
def test_agreement_is_symmetric(left, right):
    """Whether two numbers are the same does not depend on which is asked first."""
    for one in marks(left):
        for other in marks(right):
            assert agreement(one, other) == agreement(other, one)


@patient
@given(quantity_lists(), quantity_lists())
def test_as_many_numbers_are_paired_in_either_direction(left, right):
    """Exchanging the two texts leaves as many numbers over on each side."""
    one, other = marks(left), marks(right)
    there, back = pair_up(one, other), pair_up(other, one)
    assert len(there.pairs) == len(back.pairs)


@patient
@given(quantity_lists())
def test_a_text_pairs_with_itself_completely(quantities):
    """Every number meets itself, none is left over."""
    found = marks(quantities)
    assert pair_up(found, found).pairs == tuple((i, i) for i in range(len(found)))


NOUNS = ["行政复议案件", "政府规章", "便民服务站", "调解组织", "执法人员"]
VERBS = ["受理", "修订", "建成", "清理", "培训"]
MEASURES = ["件", "个", "家", "名", "项"]


@st.composite
def reports(draw):
    """A report of short sentences, each with one or two counted things."""
    sentences, text = [], ""
    for _ in range(draw(st.integers(1, 5))):
        clauses = [
            f"{draw(st.sampled_from(VERBS))}{draw(st.sampled_from(NOUNS))}{draw(st.integers(2, 99999))}"
            f"{draw(st.sampled_from(MEASURES))}"
            for _ in range(draw(st.integers(1, 2)))
        ]
        sentence = ",".join(clauses) + "。"
        sentences.append(Sentence(Span(len(text), len(text) + len(sentence)), sentence))
        text += sentence
    report = Report(text, "-", "", "utf-8")
    section = Section("", "", 1, Role.ACHIEVEMENT, Span(0, len(text)), (), tuple(sentences))
    return Outline(report, (section,), (), ())


def item_of(evidence, zh):
    return Item("00/00/0", Kind.ACHIEVEMENT, Theme.OTHER, zh, "-", tuple(evidence), 0)


def chinese(findings):
    return [f for f in findings if f.language == "zh"]


@patient
@given(reports())
def test_a_sentence_supports_itself(outline):
    """An item that repeats its evidence has only SUPPORTED findings, each with the place of its number."""
    source = index_source(outline)
    for sentence in outline.sections[0].sentences:
        findings = chinese(check_item(item_of([sentence], sentence.text), source, Role.ACHIEVEMENT))
        assert {f.verdict for f in findings} == {Verdict.SUPPORTED}
        assert all(outline.report.text[f.start : f.end] == f.expected for f in findings)


@patient
@given(reports(), st.randoms(use_true_random=False))
def test_the_check_is_blind_to_the_order_of_the_evidence(outline, rng):
    """Cited sentences are a set."""
    source = index_source(outline)
    sentences = list(outline.sections[0].sentences)
    shuffled = rng.sample(sentences, len(sentences))
    text = "".join(sentence.text for sentence in sentences)
    assert check_item(item_of(sentences, text), source, Role.ACHIEVEMENT) == check_item(
        item_of(shuffled, text), source, Role.ACHIEVEMENT
    )


@patient
@given(reports())
def test_a_number_that_the_report_lacks_is_never_supported(outline):
    """123456 stands nowhere."""
    source = index_source(outline)
    evidence = outline.sections[0].sentences
    [finding, *_] = chinese(check_item(item_of(evidence, "受理案件123456件。"), source, Role.ACHIEVEMENT))
    assert finding.verdict in {Verdict.REFUTED, Verdict.NOT_FOUND}


@patient
@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_two_languages_agree_exactly_when_their_numbers_do(one, other):
    """The same number passes, another never does."""
    findings = check_pair(f"全年受理案件{one}件。", f"A total of {other:,} cases were accepted.")
    assert (not findings) is (one == other)
