"""Shortcomings are told in many words; tasks, praise and pledges that name problems are none."""

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

HEAD = "石岭市政府工作报告\n一、2023年工作回顾\n一年来，全市经济平稳运行，城镇新增就业12万人。\n"
TAIL = "\n二、2024年工作安排\n全面推进乡村振兴，新增规上企业30家。\n"


def told(passage: str, role: str) -> str:
    """What sections of a role tell of a passage in the part that looks back."""
    report = report_of(Extracted(HEAD + passage + TAIL), "a.txt", b"", "0")
    outline = split_report(report)
    end = len(HEAD) + len(passage)
    return "".join(
        sentence.text
        for section in outline.sections
        for sentence in section.sentences
        if section.role.value == role and len(HEAD) <= sentence.span.start < end
    )


SHORTCOMINGS = [
    "同时也清醒看到，发展中还有不少困难。一些乡镇财力比较紧张。重点领域改革还有不少硬骨头要啃。个别干部懒政怠政。",
    "我们也深刻认识到存在的不足。产业链条不长。龙头企业偏少。群众盼望的几件实事没有如期办成。",
    "但城乡差距仍然较大，公共服务欠账较多。",
    "有效需求不足，部分企业订单下滑，稳增长压力依然较大。",
    "少数部门服务意识不强，推诿扯皮现象时有发生。",
    "目前，还面临经济总量偏小、人才外流的问题。",
    "前进道路上还有很多“拦路虎”“绊脚石”。工业投资连续两年下滑，支撑后劲不足。",
    "工作中也有一些不如人意的地方，个别民生实事进展缓慢，群众还不满意。",
    "受多重因素影响，部分指标未达预期，财政收入同比下降3.2%。",
    "一是创新能力不强。二是市场主体活力不够。三是城乡差距较大。",
    "还要看到，个别领域风险隐患不容忽视，基层治理能力有待提升。",
    "经济回升的基础还不稳固，不少中小企业经营吃力，订单不足。",
]

NOT_SHORTCOMINGS = [
    "坚持问题导向，推动解决群众急难愁盼问题126个。",
    "困难群众救助标准提高5%，发放救助金3200万元。",
    "风险防控能力明显增强，不良贷款率降至1.2%。",
    "深化“放管服”改革，企业办事难、办事慢问题得到有效解决。",
    "行政诉讼败诉率较上年下降3.5个百分点。",
    "战胜了历史罕见洪涝灾害，防汛抗旱取得全面胜利。",
    "着力缓解融资难融资贵，发放贷款35亿元。",
    "面对复杂严峻的形势和多重困难挑战，全市上下迎难而上，生产总值增长5.6%。",
    "集中整治懒政怠政、推诿扯皮，问责干部35人。",
    "解决了一批群众反映强烈的突出问题。",
    "一季度增长2.1%，二季度增长3.5%，三季度增长4.2%，逐季回升。",
    "有效破解制约发展的瓶颈，新增建设用地3500亩。",
    "全力防范化解重点领域风险，政府债务总体可控。",
]


@pytest.mark.parametrize("passage", SHORTCOMINGS, ids=range(len(SHORTCOMINGS)))
def test_shortcomings_are_told_without_the_word(passage):
    """Every sentence of a confession is a shortcoming, whatever its words."""
    assert told(passage, "shortcoming") == passage


@pytest.mark.parametrize("passage", NOT_SHORTCOMINGS, ids=range(len(NOT_SHORTCOMINGS)))
def test_what_is_dealt_with_is_no_shortcoming(passage):
    """A problem that work deals with, a difficulty overcome and a quarter's result are no confession."""
    assert told(passage, "shortcoming") == ""


@pytest.mark.parametrize(
    "pledge",
    [
        "我们一定直面问题，决不辜负人民期待。",
        "对此，我们将采取有力措施加以解决。",
        "我们要增强忧患意识，全力做好工作。",
    ],
)
def test_a_pledge_ends_the_confession(pledge):
    """The promise behind the shortcomings is a plan, in their paragraph or in the next."""
    passage = f"同时也清醒看到，发展中还有不少困难。产业链条不长。{pledge}"
    assert told(passage, "plan") == pledge


def test_trust_is_no_shortcoming():
    """A word of confidence at the end of a confession is part of neither."""
    passage = "同时也清醒看到，发展中还有不少困难。我们坚信，没有迈不过的坎。"
    assert told(passage, "shortcoming") == "同时也清醒看到，发展中还有不少困难。"
