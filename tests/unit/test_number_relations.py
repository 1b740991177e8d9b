"""What stands beside a number: reached or changed by, side, period, comparison; how each is compared."""

import pytest

from govbrief.base.datafiles import read_table
from govbrief.checking.check import check_pair
from govbrief.numbers.find import find_quantities
from govbrief.numbers.zh.relations_zh import _TELLING
from govbrief_schemas.finding import Rule
from govbrief_schemas.quantity import Lying, Motion

MOTION = [
    ("失业率降至5.1%", [Motion.TO]),
    ("失业率下降了5.1%", [Motion.BY]),
    ("失业率由5.8%降至5.1%", [Motion.FROM, Motion.TO]),
    ("满意度提高到98%", [Motion.TO]),
    ("满意度提高98个百分点", [Motion.BY]),
    ("时限压缩至3个工作日", [Motion.TO]),
    ("时限压减3个工作日", [Motion.BY]),
    ("下调25个基点至3.8%", [Motion.BY, Motion.TO]),
    ("增长5%-8%", [Motion.BY, Motion.BY]),
    ("增加120例至5000例", [Motion.BY, Motion.NONE]),
    ("由12%提高到45%", [Motion.FROM, Motion.TO]),
    ("增长达到5%", [Motion.BY]),
    ("扩大到原来的3倍", [Motion.TO]),
    ("覆盖率达98%", [Motion.TO]),
    ("The rate fell by 5.1%", [Motion.BY]),
    ("The rate fell 5.1%", [Motion.BY]),
    ("The rate fell to 5.1%", [Motion.TO]),
    ("It fell by 5.1% from 5.8%", [Motion.BY, Motion.FROM]),
    ("Output rose 5% to 300 tons", [Motion.BY, Motion.TO]),
    ("It grew by 5%-8%", [Motion.BY, Motion.BY]),
    ("Cases rose by 120 to 5,000", [Motion.BY, Motion.NONE]),
    ("It rose to an all-time high of 9.1%", [Motion.TO]),
    ("an increase of 200", [Motion.BY]),
    ("It increased to about 200", [Motion.TO]),
    ("It fell below 10%", [Motion.TO]),
    ("It rose by up to 5%", [Motion.BY]),
    ("It stood at 5%", [Motion.NONE]),
]
SIDES = [
    ("高于全国平均2.3个百分点", Lying.ABOVE),
    ("低于全省平均2.3个百分点", Lying.BELOW),
    ("比上年多收3.2亿元", Lying.ABOVE),
    ("比上年少300件", Lying.BELOW),
    ("比全国快0.5个百分点", Lying.ABOVE),
    ("较上年提前12天", Lying.EARLIER),
    ("较计划推迟12天", Lying.LATER),
    ("占比高于3%", Lying.NONE),
    ("2.3 percentage points above the average", Lying.ABOVE),
    ("2.3 percentage points lower than the average", Lying.BELOW),
    ("320 million yuan more than the year before", Lying.ABOVE),
    ("12 days ahead of schedule", Lying.EARLIER),
    ("12 days behind schedule", Lying.LATER),
    ("5 more schools", Lying.ABOVE),
]
PERIODS = [
    ("前三季度增长5.2%", "Q1-Q3"),
    ("三季度增长5.2%", "Q3"),
    ("第一季度增长5.2%", "Q1"),
    ("上半年增长5.2%", "H1"),
    ("下半年完成3项", "H2"),
    ("1—9月增长5.2%", "Q1-Q3"),
    ("全年增长5.2%", ""),
    ("It grew 5.2% in the third quarter", "Q3"),
    ("It grew 5.2% in the first three quarters", "Q1-Q3"),
    ("It grew 5.2% in the first half of the year", "H1"),
]
COMPARISONS = [
    ("同比增长5.2%", "year"),
    ("比上年增长5.2%", "year"),
    ("环比增长5.2%", "month"),
    ("较上月增长5.2%", "month"),
    ("up 5.2% year on year", "year"),
    ("up 5.2% from the previous month", "month"),
]


def _found(text):
    language = "en" if text.isascii() else "zh"
    return [one for one in find_quantities(text, language) if one.is_amount]


@pytest.mark.parametrize(("text", "motions"), MOTION)
def test_reached_is_not_changed_by(text, motions):
    """Each amount says whether the measure came to it, changed by it or came from it."""
    found = [one for one in _found(text) if one.unit != "个季度"]
    assert [one.motion for one in found] == motions


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_side(text, side):
    """On which side of its yardstick a difference lies."""
    assert [one.side for one in _found(text)] == [side]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_period(text, period):
    """The part of the year that the clause tells of."""
    assert [one.period for one in _found(text) if one.unit != "个季度"] == [period]


@pytest.mark.parametrize(("text", "comparison"), COMPARISONS)
def test_comparison(text, comparison):
    """With what a change is compared."""
    assert [one.comparison for one in _found(text)] == [comparison]


CONTRADICTED = [
    (Rule.REACHED, "失业率降至5.1%", "The unemployment rate fell by 5.1%"),
    (Rule.REACHED, "办理时限压缩至3个工作日", "Processing time was cut by three working days"),
    (Rule.REACHED, "覆盖率提升到95%", "Coverage rose 95%"),
    (Rule.REACHED, "企业增加200家", "Enterprises increased to 200"),
    (Rule.REACHED, "价格由80元降到65元", "The price fell by 65 yuan from 80 yuan"),
    (Rule.DIRECTION, "高于全国平均2.3个百分点", "2.3 percentage points below the national average"),
    (Rule.DIRECTION, "较上年提前12天", "12 days later than the previous year"),
    (Rule.DIRECTION, "比去年多300件", "300 fewer than last year"),
    (Rule.PERIOD, "前三季度增长5.2%", "It grew 5.2% in the third quarter"),
    (Rule.PERIOD, "上半年完成3项", "Three were finished in the second half of the year"),
    (Rule.PERIOD, "今年增长5%", "It was up 5% last year"),
    (Rule.PERIOD, "明年将建成3所学校", "Three schools will be built this year"),
    (Rule.PERIOD, "6月底前完成", "It will be completed after the end of June"),
    (Rule.PERIOD, "2025年以后实施", "It will take effect before 2025"),
    (Rule.COMPARISON, "环比下降0.2%", "down 0.2 percent year on year"),
    (Rule.DIRECTION, "增幅由负转正", "Growth turned from positive to negative"),
    (Rule.DIRECTION, "企业扭亏为盈", "The company swung to a loss"),
]
AGREEING = [
    ("失业率降至5.1%", "The unemployment rate fell to 5.1%"),
    ("失业率为5.1%，有所下降", "Unemployment fell, to 5.1%"),
    ("时限压缩一半", "The time limit was cut by half"),
    ("时限压缩到原来的一半", "The time limit was cut by half"),
    ("同比增长5%", "up 5% from last year"),
    ("今年以来，同比增长5%", "up 5% from the same period last year"),
    ("上半年增长5%", "It grew 5% between January and June"),
    ("6月底前完成", "It will be completed by the end of June"),
    ("比全国高0.5个百分点", "0.5 percentage points higher than the national figure"),
    ("三季度增长5%，高于上半年", "It grew 5% in the third quarter, faster than in the first half"),
    ("增长5%至300万吨", "It rose 5% to 3 million tons"),
    ("增加120例至5000例", "Cases rose by 120 to 5,000"),
    ("通胀率升至9.1%", "Inflation rose to an all-time high of 9.1%"),
    ("失业率降至5%", "Unemployment fell, standing at 5%"),
    ("油价跌破100美元", "Oil fell below $100"),
    ("提前3天完成", "It was finished three days ahead of schedule"),
]


@pytest.mark.parametrize(("rule", "zh", "en"), CONTRADICTED)
def test_a_contradiction_is_named(rule, zh, en):
    """The number stands in both languages, and what is told of it does not."""
    assert rule in {finding.rule for finding in check_pair(zh, en)}


@pytest.mark.parametrize(("zh", "en"), AGREEING)
def test_what_is_only_told_otherwise_is_no_contradiction(zh, en):
    """A period left out, a bound for a change, another word for the same."""
    assert check_pair(zh, en) == ()


def test_every_chinese_word_of_the_data_has_a_telling_sign():
    """The quick look that passes over bare numbers passes over no word of the data."""
    rows = read_table("relations")
    tables = (rows["period"]["part"], rows["comparison"], rows["side"])
    for row in (row for table in tables for row in table.values()):
        assert all(_TELLING.search(word) for word in row["zh"]), row
        assert any(word in row["example"] for word in row["zh"])
