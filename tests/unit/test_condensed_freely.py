"""Lines that condense and turn freely are sound, and what a reader would be misled without is still missed."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict


def wrong(zh, en):
    """The rules that say that something is wrong."""
    return {f.rule for f in check_pair(zh, en) if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        # slogans, frames, kinds and modifiers go
        ("扎实推进乡村振兴,新改建农村公路210公里。", "210 km of rural roads were built or rebuilt."),
        ("加大普惠金融支持力度,新增涉农贷款36亿元。", "Farm loans rose by 3.6 billion yuan."),
        (
            "深入开展道路交通安全集中整治,查处酒驾醉驾1.4万起,排查道路隐患路段260处",
            "Road safety: 14,000 drink-drivers caught, 260 risky stretches found.",
        ),
        (
            "落实普法责任制,组织宪法宣讲进校园、进企业活动86场次",
            "86 talks on the Constitution were held in schools and firms.",
        ),
        (
            "推行包容审慎监管,对42类轻微违法行为不予处罚",
            "Light touch: 42 kinds of minor offences go unpunished.",
        ),
        ("加强法律服务行业监管,给予律师行业惩戒4人", "Four lawyers were disciplined by their profession."),
        ("外贸出口增长9.4%,创历史新高。", "Exports grew 9.4%, the best yet."),
        # what the Chinese implies is not invented
        (
            "制定公共数据授权运营管理办法。",
            "Measures were adopted for the licensed operation of public data.",
        ),
        ("随迁子女入学率达97%。", "97% of migrant workers' children were in school."),
        (
            "防止返贫监测对象全部落实帮扶。",
            "All who might slip back after being lifted from poverty were helped.",
        ),
        # who acts in a passive, who the people are, and what comes first
        (
            "市场监管局对涉嫌虚假宣传的5家企业立案调查,罚款合计86万元。",
            "Five firms suspected of false advertising were investigated by the market bureau and fined 860,000 yuan.",
        ),
        (
            "公共体育馆免费开放,接待群众30万人次。",
            "Public gyms charged no admission and received 300,000 visits.",
        ),
        ("推广速裁程序,办案时间缩短三成。", "With faster trials, cases took 30% less time."),
        ("群众办事平均等候时间压缩至8分钟。", "Applicants now wait eight minutes on average."),
        (
            "坚持把调解挺在前面,诉前化解纠纷320件。",
            "Mediation came first: 320 disputes were settled before trial.",
        ),
    ],
)
def test_free_condensed_english_passes(zh, en):
    """No single word of administration is missed in it, and no whole line."""
    assert not wrong(zh, en)


@pytest.mark.parametrize(
    ("zh", "en", "rule"),
    [
        (
            "全面推进行政执法规范化建设,持续优化法治化营商环境,不断提升依法行政能力水平",
            "Law enforcement",
            Rule.OMISSION,
        ),
        (
            "公安局向检察院移送案件6件。",
            "The procuratorate transferred 6 cases to the police.",
            Rule.ACTOR,
        ),
    ],
)
def test_what_is_wrong_is_still_found(zh, en, rule):
    """A fragment for a line, and the other party acting."""
    assert rule in wrong(zh, en)
