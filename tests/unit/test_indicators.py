"""Promises of the indicators: a number is mapped or left alone, and cities and years stand side by side."""

from decimal import Decimal

import pytest

from govbrief.compare.indicators import indicators_in, indicators_of, load_catalogue, series
from govbrief.compare.indicators.catalogue import spelled
from govbrief.compare.indicators.values import map_quantities
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Status
from govbrief_schemas.item import Kind, Theme
from tests.documents.told_brief import told_brief

CATALOGUE = load_catalogue()
WORDINGS = [(one.id, say) for one in CATALOGUE.indicators for say in one.says]


def only(text, year=2023):
    """The single value that a text tells."""
    (value,) = indicators_in(text, year)
    return value


@pytest.mark.parametrize(("indicator", "wording"), WORDINGS)
def test_every_wording_of_the_catalogue_is_read(indicator, wording):
    """The number that a wording marks is mapped to the indicator that the wording belongs to."""
    text, at = wording.replace("〔", "").replace("〕", ""), wording.index("〔")
    found = [
        m.indicator.id for m in map_quantities(text) if m.quantity.span.start <= at < m.quantity.span.end
    ]
    assert found == [indicator]


def test_the_catalogue_is_whole():
    """At least sixty indicators, each with a definition in both languages, a theme, and wordings of two offices."""
    assert len(CATALOGUE.indicators) >= 60
    assert len(CATALOGUE.by_id) == len(CATALOGUE.indicators)
    themes = {theme.value for theme in Theme}
    for one in CATALOGUE.indicators:
        assert len(one.says) >= 2, one.id
        assert one.group in themes, one.id
        assert all((one.name.zh, one.name.en, one.about.zh, one.about.en, one.comparable.zh, one.unit)), (
            one.id
        )


def test_words_are_spelled_in_every_way():
    """Brackets hold what may be left out, square ones a choice."""
    assert set(spelled("(政府)[规章|规定]")) == {"规章", "规定", "政府规章", "政府规定"}


NEAR_MISSES = [
    "审结涉企行政复议案件30件",
    "未审结行政复议案件12件",
    "受理、审结行政复议案件100件",
    "行政复议和行政应诉案件共90件",
    "审结行政复议案件量同比增长23%",
    "行政诉讼败诉率下降4.7个百分点",
    "培训人民调解员300名",
    "新增人民调解员300名",
    "建成15个人民调解员培训基地",
    "发布行政规范性文件指导性案例4批",
    "在食品领域作出行政处罚决定200件",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_is_not_quite_the_indicator_is_left_alone(text):
    """A part, a difference, two things in one number, or another thing: none of them is guessed at."""
    assert indicators_in(text, 2023) == ()


def test_what_was_left_unsaid_is_taken_from_the_clause_before_only():
    """A rate belongs to what was told last; once something else was told, nobody knows."""
    told = indicators_in("审结行政复议案件100件,接待群众300人次,化解率100%。化解率90%。", 2023)
    assert [one.said for one in told] == ["100件"]
    told = indicators_in("审结行政复议案件100件(含上年结转12件),同比增长3%,纠错率9%。", 2023)
    assert [one.said for one in told] == ["100件", "9%"]


@pytest.mark.parametrize(
    ("text", "year", "period", "status"),
    [
        ("全年审结行政复议案件6122件", 2023, "", Status.RESULT),
        ("2022年审结行政复议案件500件", 2022, "", Status.RESULT),
        ("五年来审结行政复议案件2万件", 2023, "五年来", Status.RESULT),
        ("上半年,审结行政复议案件300件", 2023, "上半年", Status.RESULT),
        ("今年以来审结行政复议案件300件", 2023, "", Status.RESULT),
        ("力争行政机关负责人出庭应诉率达到98%以上", 2023, "", Status.TARGET),
        ("到2025年,每年完成立法项目不少于4个", 2025, "", Status.TARGET),
    ],
)
def test_a_value_knows_its_time_and_whether_it_is_reached(text, year, period, status):
    """Years of the sentence go before the report's own; what is no whole year is named; aims are targets."""
    value = only(text)
    assert (value.year, value.period, value.status) == (year, period, status)


def test_a_value_of_a_part_of_the_area_says_so():
    """市本级 is not 全市."""
    assert only("市本级审结行政复议案件50件").scope == "市本级"
    assert not only("全市各级行政复议机构审结行政复议案件50件").scope


def test_values_of_a_brief_stand_in_its_evidence():
    """Every value is a slice of a cited sentence; a figure is named by its index; what a plan rests on is a target."""
    brief = told_brief(
        "甲市",
        2023,
        "审结行政复议案件61件。",
        "制定政府规章3件,废止2件。",
        figures=[("61件", "审结行政复议案件")],
    )
    found = indicators_of(brief)
    assert [(one.indicator, one.value, one.figure) for one in found] == [
        ("reconsideration_concluded", Decimal(61), 0),
        ("rules_made", Decimal(3), None),
        ("rules_repealed", Decimal(2), None),
    ]
    source = "审结行政复议案件61件。制定政府规章3件,废止2件。"
    assert all(source[v.evidence.start : v.evidence.end] == v.evidence.text == v.said for v in found)
    assert all(source[v.sentence.start : v.sentence.end] == v.sentence.text for v in found)
    plan = told_brief("甲市", 2023, "制定政府规章3件。", kind=Kind.PLAN)
    assert [one.status for one in indicators_of(plan)] == [Status.TARGET]


def test_a_line_broken_by_the_file_is_one_clause():
    """Line breaks and spaces inside a sentence say nothing."""
    assert only("全年审结行政\n复议案件 61 件").indicator == "reconsideration_concluded"


def test_a_figure_brings_its_scope_and_time():
    """What the brief knows of a figure goes before what its sentence leaves unsaid."""
    brief = told_brief("甲市", 2023, "审结行政复议案件61件。", figures=[("61件", "审结行政复议案件")])
    part = {"scope": Bilingual(zh="某某区", en="a district"), "by": Bilingual(zh="2022年", en="2022")}
    figure = brief.figures[0].model_copy(update=part)
    (value,) = indicators_of(brief.model_copy(update={"figures": (figure,)}))
    assert (value.scope, value.year) == ("某某区", 2022)


def test_a_figure_that_no_item_tells_is_read_by_its_measure():
    """A figure's own words map it where no evidence does."""
    brief = told_brief("甲市", 2023, figures=[("61件", "审结行政复议案件")])
    assert [(one.indicator, one.figure) for one in indicators_of(brief)] == [("reconsideration_concluded", 0)]


def test_cities_and_years_stand_in_one_row():
    """A row holds yearly results of whole areas, by place and year; targets and parts are not in it."""
    briefs = [
        told_brief("甲市", 2022, "审结行政复议案件500件。"),
        told_brief("乙市", 2023, "审结行政复议案件80件。", "力争审结行政复议案件90件。"),
        told_brief("甲市", 2023, "审结行政复议案件610件,市本级审结行政复议案件50件。"),
    ]
    (row,) = series(briefs)
    assert row.indicator.id == "reconsideration_concluded"
    assert [(p.place.zh, p.year, p.value.value, p.brief) for p in row.points] == [
        ("甲市", 2022, Decimal(500), 0),
        ("甲市", 2023, Decimal(610), 2),
        ("乙市", 2023, Decimal(80), 1),
    ]
    assert row.jumps == row.disputed == ()


def test_a_jump_by_ten_is_pointed_out():
    """A value ten times the year before is told in both languages; nine times is not."""
    years = [
        told_brief("甲市", 2021, "审结行政复议案件10件。"),
        told_brief("甲市", 2022, "审结行政复议案件90件。"),
        told_brief("甲市", 2023, "审结行政复议案件9件。"),
    ]
    (row,) = series(years)
    (jump,) = row.jumps
    assert (jump.before.year, jump.after.year) == (2022, 2023)
    assert "90件" in jump.message.zh
    assert "9 in 2023" in jump.message.en


def test_two_reports_that_disagree_are_told_and_not_chosen_between():
    """Where one place and year has two values, no point is shown for it."""
    briefs = [told_brief("甲市", 2023, f"审结行政复议案件{count}件。") for count in (80, 90)]
    (row,) = series(briefs)
    assert row.points == ()
    assert [[p.value.value for p in cell] for cell in row.disputed] == [[Decimal(80), Decimal(90)]]
