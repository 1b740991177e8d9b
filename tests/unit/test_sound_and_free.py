"""Freer English that is sound: what a rule cannot know it does not hold against it, and errors beside it stay."""

import pytest

from govbrief.checking.check import check_pair
from govbrief.checking.standpoint import Standpoint
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.report import Role

SOUND = [
    ("新增养老床位6000张。", "We will add 6,000 beds in homes for the elderly."),
    (
        "改造老旧管网300公里、完成投资12亿元。",
        "Three hundred kilometers of old pipes will be renovated with 1.2 billion yuan.",
    ),
    ("逐步把老旧泵站全部建成智能泵站。", "Step by step all old pumping stations will be made smart ones."),
    ("新增托育点40家、社区食堂25家。", "We gained 40 childcare centers and 25 more community canteens."),
    (
        "全县新设服务点12处，涉及镇区9处、村3处。",
        "Of the county's 12 new service points, nine are in towns and the other three in villages.",
    ),
    ("“三公”经费下降5%。", "Spending on official overseas trips, vehicles and receptions fell by 5 percent."),
    ("制定地方性法规4件。", "Legislation moved on with the adoption of four local regulations."),
    ("受大雾影响，机场取消航班30架次。", "Thick fog grounded 30 flights at the airport."),
    (
        "两家商场成为试点，其中9家店铺降价。",
        "Two malls became pilots, and prices were cut at nine shops of those.",
    ),
    ("台风预计在沿海登陆点附近减弱。", "The typhoon is expected to weaken near where it makes landfall."),
    ("开行货运班列215列。", "A total of 215 freight trains were run."),
    (
        "建成乡镇（街道）食品安全工作站180个。",
        "180 township and subdistrict food safety stations were built.",
    ),
    (
        "发放居民医保补助，人均提高20元。",
        "Subsidies for health insurance of rural and non-working urban residents rose by 20 yuan per person.",
    ),
    ("办理公益诉讼案件84件。", "Procuratorates handled 84 public-interest cases."),
    ("开展法治宣讲45场。", "45 law talks were held."),
    (
        "市城管局对18家轻微违规企业免予处罚。",
        "18 firms spared penalties for minor breaches by the municipal urban management bureau.",
    ),
    ("县里首批“法治驿站”挂牌。", "The county's first stations for law publicity opened."),
    (
        "监督机制不健全，考核办法不完善。",
        "The mechanism for oversight is patchy, and ways of assessment leave gaps.",
    ),
    (
        "案件数量下降8%，降幅较上年扩大2个百分点。",
        "The number of cases fell 8 percent, a drop 2 percentage points steeper than the year before.",
    ),
    (
        "推动修改条例，严惩非法占用土地行为。",
        "Press for amendment of the regulations, and punish illegal occupation of land severely.",
    ),
    (
        "调解成功率由2021年的80%提高到2023年的90%，败诉率降至5%。",
        "Mediation succeeded in 90% of cases in 2023, up from 80% in 2021, and the share of lawsuits lost fell to 5%.",
    ),
]
WRONG = [
    (Rule.TENSE, "查处非法采砂案件31起。", "31 cases of illegal sand mining will be investigated."),
    (Rule.TENSE, "全县已建成泵站3座。", "The county will build three pumping stations."),
    (
        Rule.INCLUSIVE,
        "全县设立仓库、车站等12处服务点。",
        "The county set up warehouses, stations and 12 other service points.",
    ),
    (
        Rule.INVENTION,
        "市司法局开展普法宣传。",
        "The municipal bureau of justice and firefighters publicized the law.",
    ),
    (Rule.NUMBER_NOUN, "建成社区食品安全工作站180个。", "180 townships were built for food safety."),
    (Rule.DOCUMENT, "开展法治宣讲45场。", "45 regulations were issued on law publicity."),
    (Rule.FIRST, "县里首批“法治驿站”挂牌。", "The county's only station for law publicity opened."),
    (Rule.DIRECTION, "信访量下降。", "The number of petitions rose sharply."),
    (Rule.LOOP, "新增托育点40家。", "40 childcare centers were added, and they care for those."),
]


def blamed(zh, en, standpoint=None):
    found = check_pair(zh, en, standpoint) if standpoint else check_pair(zh, en)
    return {one.rule for one in found if one.verdict in {Verdict.REFUTED, Verdict.NOT_FOUND}}


@pytest.mark.parametrize(("zh", "en"), SOUND, ids=[zh for zh, _ in SOUND])
def test_sound_english_passes(zh, en):
    """No rule marks it."""
    assert blamed(zh, en) == set()


@pytest.mark.parametrize(("rule", "zh", "en"), WRONG, ids=[f"{rule.value}:{zh}" for rule, zh, _ in WRONG])
def test_errors_beside_it_are_found(rule, zh, en):
    """By their rule."""
    assert rule in blamed(zh, en)


def test_a_bare_count_is_done_in_a_report_and_open_in_its_plans():
    """新增学位 of a report was done; among plans, and where nobody knows, it may be a task."""
    zh, en = "新增学位3000个。", "3,000 school places will be added."
    report = Standpoint(issuer="青桐市人民政府")
    assert blamed(zh, en, report) == {Rule.TENSE}
    assert blamed(zh, en, Standpoint(issuer="青桐市人民政府", role=Role.PLAN)) == set()
    assert blamed(zh, en) == set()
