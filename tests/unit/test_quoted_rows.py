"""Rows of figures of quoted clauses: a noun that is whole, or no row; and what is named because no English passed."""

import asyncio
from types import SimpleNamespace

import pytest

from govbrief.methods import load_set
from govbrief.numbers.find import find_quantities
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.small.digestparts import Digested
from govbrief.small.objects import Counted
from govbrief.small.quote import Quote
from govbrief.small.rows import _VAGUE, _rank, complete, figure_rows, period_of, rate_told, scope_of
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Clause
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Span


def test_a_bare_rate_is_of_what_was_counted():
    """满意率 alone says nothing; beside what was handled it is of that, and of all of it."""
    bills, suggestions = Counted("12", "办理议案", "bills handled"), Counted("40", "建议", "suggestions")
    rate = Counted("98%", "满意率", "the satisfaction rate")
    whole = Counted("98%", "办理议案、建议的满意率", "satisfaction rate for bills handled and suggestions")
    assert complete((bills, suggestions, rate)) == (bills, suggestions, whole)


def test_a_bare_rate_alone_has_no_row():
    """Nor has one behind another rate; a rate that says of what keeps its row."""
    bare, full = (
        Counted("98%", "满意率", "the satisfaction rate"),
        Counted("41%", "森林覆盖率", "the forest coverage rate"),
    )
    assert complete((bare,)) == ()
    assert complete((full, bare)) == (full,)


@pytest.mark.parametrize(
    ("issuer", "zh", "scope"),
    [
        ("青河市司法局", "全市化解纠纷300件", "全市"),
        ("青河市司法局", "2023年，全市化解纠纷300件", "全市"),
        ("青河市人民政府", "全市化解纠纷300件", ""),
        ("青河市司法局", "网办率提升至93%，全省领跑", ""),
        ("青河市司法局", "化解纠纷300件", ""),
    ],
)
def test_of_whom_a_number_is(issuer, zh, scope):
    """A bureau's number of the whole city says so; a rank among others is no scope."""
    desk = SimpleNamespace(report=SimpleNamespace(issuer=SimpleNamespace(value=issuer)))
    assert scope_of(desk, SimpleNamespace(zh=zh)).zh == scope


def test_what_has_no_english_is_named():
    """Clauses that were chosen and have no sound English are counted in both languages, in their order."""
    method = Quote(SimpleNamespace(writer=SimpleNamespace(prompts=load_set("embedded"))))
    first, second = (SimpleNamespace(sentence=SimpleNamespace(span=Span(n, n + 9))) for n in (0, 20))
    assert method.unsaid() == ()
    method.refused.extend([(second, "完成省级集中整治突出问题行动任务"), (first, "罚款40万元")])
    (absence,) = method.unsaid()
    assert absence.zh == "2处因英译未通过核对而未收入：“罚款40万元”；“完成省级集中整治突出问题行动…”。"
    assert absence.en == "2 clauses are left out: no English passed the check."


def test_a_verb_is_no_noun():
    """What a row counts is a thing; what only reaches its number has no row."""
    assert complete((Counted("30亿元", "总产值达到", "reaching output"),)) == ()


def test_a_rate_is_named_by_its_checked_clause():
    """What stands before the number, in both languages; months go to the scope, and other numbers give no row."""
    zh, en = (
        "今年1月至5月全县负责人出庭率97.5%",
        "The rate of attendance in the county from January to May was {}",
    )
    (row,) = rate_told(Clause(zh, en.format("97.5%")))
    assert row == Counted("97.5%", "全县负责人出庭率", "the rate of attendance in the county")
    assert rate_told(Clause(zh, en.format("79.5%"))) == ()
    assert rate_told(Clause("化解率97.5%，满意率98%", en.format("97.5%"))) == ()


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("2021年度免罚300人，免罚金额50万元", Kind.ACHIEVEMENT, ("2021年", "2021")),
        ("2023年免罚金额50万元", Kind.ACHIEVEMENT, ("", "")),
        ("2021年建成平台；免罚金额50万元", Kind.ACHIEVEMENT, ("", "")),
        ("落实《2021年要点》，免罚金额50万元", Kind.ACHIEVEMENT, ("", "")),
        ("今年1月至5月免罚金额50万元", Kind.ACHIEVEMENT, ("1月至5月", "January to May")),
        ("到2025年，每年免罚金额50万元", Kind.PLAN, ("每年", "every year")),
        ("全年实现免罚300人，免罚金额50万元", Kind.PLAN, ("全年", "within the year")),
        ("累计免罚300人，免罚金额50万元", Kind.ACHIEVEMENT, ("累计", "cumulative")),
    ],
)
def test_when_a_number_was(text, kind, period):
    """A year other than the report's that the same part of the sentence names; of a plan, that it is every year's."""
    report = SimpleNamespace(text=text, year=SimpleNamespace(value="2023"))
    unit = SimpleNamespace(sentence=SimpleNamespace(span=Span(0, len(text))), kind=kind)
    at = text.index("50万")
    found = period_of(SimpleNamespace(report=report), unit, SimpleNamespace(span=Span(at, at + 4)))
    assert (found.zh, found.en) == period


def test_rows_are_chosen_by_what_they_are():
    """A rate and money before a total, a large total before a full rate, that before a small total."""
    texts = ["97.5%", "30万元", "21500件", "100%", "45件", "6件"]
    ranks = [_rank(find_quantities(text, "zh")[0]) for text in texts]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[1] > ranks[2] > ranks[3] > ranks[4] > ranks[5] == 0


@pytest.mark.parametrize(
    ("measure", "vague"),
    [
        ("涉及内容", True),
        ("梳理问题", True),
        ("惠及市场主体", True),
        ("产业园区", True),
        ("走访企业", False),
        ("化解信访问题", False),
    ],
)
def test_a_row_says_of_what(measure, vague):
    """A number of contents, problems or units of which nothing is said has no row."""
    assert bool(_VAGUE.match(measure)) is vague


def test_rows_of_a_report(tmp_path):
    """What has no "of what" and a small number that no line tells have none; 全市 of the measure is not said again."""
    told = "全市出庭率97.5%，涉及内容5000项"
    text = f"青河市司法局2023年报告\n\n一、主要工作\n{told}。\n走访企业15家，调解信访案件45件。\n"
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    outline = split_report(load_report(str(path)))
    quantities = find_quantities(outline.report.text, "zh")
    desk = SimpleNamespace(
        outline=outline,
        report=outline.report,
        witness=SimpleNamespace(quantities=quantities),
        check_words=lambda *_: (),
    )
    first, second = (one for section in outline.sections for one in section.sentences)
    counts = (
        Counted("97.5%", "全市出庭率", "rate"),
        Counted("5000", "涉及内容", "items of content involved"),
    )
    clause = Clause(told, "Told", counted=counts)
    unit = TellableUnit(told, Kind.ACHIEVEMENT, first, 0)
    line = Digested(SimpleNamespace(id="00"), (clause,), (unit,))
    others = (
        Counted("15", "走访企业", "enterprises visited"),
        Counted("45", "调解信访案件", "petitions mediated"),
    )
    translator = SimpleNamespace(counts=lambda *_: others)
    untold = [TellableUnit("走访企业15家，调解信访案件45件", Kind.ACHIEVEMENT, second, 0)]
    rows = asyncio.run(figure_rows(desk, translator, [line], untold, 8))
    assert [(row.measure.zh, row.scope.zh) for row in rows] == [("全市出庭率", ""), ("调解信访案件", "")]
