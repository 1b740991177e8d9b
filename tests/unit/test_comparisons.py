"""Measures beside something: a share, a rank, a budget, a standard, several with a number each; and shared heads."""

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.small.clauses import halves
from govbrief.small.frames import Frames
from govbrief.small.lexicon import lexicon_of
from govbrief.small.phrases import Phrases
from govbrief.small.tellings import together
from govbrief_schemas.item import Kind

DONE, PLAN, LACK = Kind.ACHIEVEMENT, Kind.PLAN, Kind.SHORTCOMING
FRAMES = Frames(Phrases(lexicon_of(load_glossary())))


def said(zh, kind):
    """A unit's clauses as one; empty where one of them cannot be said."""
    told = [FRAMES.say(part, kind) for part in halves(zh)]
    return together(told) if all(one and not one.holes for one in told) else ""


SAID = [
    (
        DONE,
        "预计全年实现地区生产总值212.5亿元，增长4.8%",
        "Gross regional product was 21.25 billion yuan by estimate in the year, up 4.8%",
    ),
    (DONE, "全年进出口总额18.6亿元", "Total imports and exports were 1.86 billion yuan in the year"),
    (DONE, "年末常住人口31.4万人", "The permanent population was 314,000 people at the end of the year"),
    (
        DONE,
        "城乡居民人均可支配收入分别增长4.9%和6.3%",
        "Per capita disposable income of urban and rural residents rose by 4.9% and 6.3% respectively",
    ),
    (
        DONE,
        "工业投资、民间投资分别下降2.1%、3.4%",
        "Industrial investment and private investment fell by 2.1% and 3.4% respectively",
    ),
    (
        DONE,
        "税收收入占一般公共预算收入的比重达68.4%",
        "Tax revenue made up 68.4% of general public budget revenue",
    ),
    (
        DONE,
        "一般公共预算收入21.3亿元，为预算的102.4%",
        "General public budget revenue was 2.13 billion yuan, equal to 102.4% of the budget",
    ),
    (
        DONE,
        "工业投资增长9.2%、高于全省3.1个百分点",
        "Industrial investment rose by 9.2%, 3.1 percentage points above the provincial figure",
    ),
    (DONE, "民间投资增长7%、居全市第2位", "Private investment rose by 7%, ranking 2nd in the city"),
    (DONE, "经营主体从21万户增至34万户", "The number of business entities rose from 210,000 to 340,000"),
    (DONE, "示范村增至45个", "The number of model villages rose to 45"),
    (DONE, "降低物流成本2.4亿元", "Lowered the cost of logistics by 240 million yuan"),
    (DONE, "建成5G基站320个", "Built 320 5G base stations"),
    (PLAN, "确保粮食产量稳定在18万吨以上", "Keep grain output at no less than 180,000 tonnes"),
    (PLAN, "力争行政诉讼败诉率降至4%以下", "Bring the rate of administrative lawsuits lost to at most 4%"),
    (
        PLAN,
        "70%以上的区县(市)达到国家级标准",
        "Bring at least 70% of districts and counties up to the national standard",
    ),
    (LACK, "固定资产投资下降3.6%", "Fixed-asset investment fell by 3.6%"),
    (LACK, "专业人员招录难", "It is difficult to recruit professionals"),
    (LACK, "部分地区执法力量薄弱", "The law enforcement workforce is weak in some areas"),
    (DONE, "获评省级示范村", "Was named a provincial model village"),
    (PLAN, "健全依法化解纠纷机制", "Improve the mechanism for resolving disputes in accordance with the law"),
]


@pytest.mark.parametrize(("kind", "zh", "en"), SAID)
def test_said(kind, zh, en):
    """Each number stands with what it measures, whose it is and what it is beside."""
    assert said(zh, kind) == en


UNSAID = [
    (DONE, "工业投资、民间投资分别下降2.1%"),
    (PLAN, "加强风险预警、防控机制建设"),
    (LACK, "优质教育、医疗资源供给不够"),
    (PLAN, "实施培育发展未来产业行动"),
    (PLAN, "补齐社区、乡镇养老服务短板"),
]


@pytest.mark.parametrize(("kind", "zh"), UNSAID)
def test_not_said(kind, zh):
    """Numbers that do not match their measures, and heads that a list may share, are not said by code."""
    assert said(zh, kind) == ""
