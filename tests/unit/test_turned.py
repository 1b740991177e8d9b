"""A word that English makes another thing of is found, and what excuses it is heeded."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

CASES = [
    (
        Rule.FIRST,
        "行政执法满意度位居全省第一。",
        "Satisfaction with enforcement was the highest in the province.",
        "Satisfaction with enforcement was higher than most first places in the province.",
    ),
    (
        Rule.FIRST,
        "行政复议办结率居全省第二位。",
        "The rate of reconsideration cases concluded was second in the province.",
        "The rate of reconsideration cases concluded was second from last in the province.",
    ),
    (
        Rule.REVERSED,
        "行政复议决定书全部上网公开。",
        "All reconsideration decisions are published online.",
        "No reconsideration decisions are published online.",
    ),
    (
        Rule.REVERSED,
        "压缩涉企行政检查频次。",
        "Administrative inspections of businesses were made less often.",
        "Administrative inspections of businesses were made more often.",
    ),
    (
        Rule.FIRST,
        "打造全国一流法治环境。",
        "Build a first-class legal environment for the country.",
        "Build the country's first legal environment.",
    ),
    (
        Rule.OMISSION,
        "具备条件的乡镇全部设立司法所。",
        "All townships that meet the conditions have a justice office.",
        "All townships have a justice office.",
    ),
    (
        Rule.OMISSION,
        "信访事项主要集中在征地、物业等领域。",
        "Petitions were mainly about land and property management.",
        "Petitions were all about land and property management.",
    ),
    (
        Rule.OMISSION,
        "对涉嫌违法经营的5家企业进行立案调查。",
        "Five enterprises suspected of illegal business were investigated.",
        "Five enterprises in illegal business were investigated.",
    ),
    (
        Rule.OMISSION,
        "推进行政执法协作,与杭州、宁波签订协议。",
        "Cooperation in law enforcement moved on, with agreements signed with Hangzhou and Ningbo.",
        "Cooperation in law enforcement moved on, with an agreement signed with Hangzhou.",
    ),
    (
        Rule.PLACE,
        "新增外商投资企业64家,行政审批提速。",
        "There were 64 new foreign-funded enterprises, and administrative approval was faster.",
        "There were 64 new foreign-funded enterprises, mostly from Japan, and administrative approval was faster.",
    ),
    (
        Rule.FIRST,
        "该院是全省首家数字法庭示范院。",
        "The court is the province's first model digital court.",
        "The court is among the province's first model digital courts.",
    ),
    (
        Rule.FIRST,
        "全市森林覆盖率首次超过50%。",
        "Forest cover in the city passed 50% for the first time.",
        "Forest cover in the city passed 50% once more.",
    ),
    (
        Rule.FIRST,
        "群众满意度达96.4%,创历史新高。",
        "Public satisfaction was 96.4%, the best ever.",
        "Public satisfaction was 96.4%, among the best so far.",
    ),
    (
        Rule.TENSE,
        "执法程序不严格等问题依然存在。",
        "Lax enforcement procedure is still a problem.",
        "Lax enforcement procedure has been fixed.",
    ),
    (
        Rule.TENSE,
        "全市优化营商环境推进会在临川召开。",
        "A meeting on improving the business environment was held in Linchuan.",
        "A meeting on improving the business environment will be held in Linchuan.",
    ),
    (
        Rule.REVERSED,
        "检察机关对轻微犯罪依法不起诉86人。",
        "Procurators decided not to prosecute 86 people for minor crimes.",
        "Procurators moved to prosecute 86 people for minor crimes.",
    ),
    (
        Rule.REVERSED,
        "未经集体讨论,不得作出重大行政决策。",
        "No major administrative decision may be taken without collective discussion.",
        "No major administrative decision may be taken once it was discussed collectively.",
    ),
    (
        Rule.REVERSED,
        "全年废止行政规范性文件7件。",
        "Seven normative documents were repealed in the year.",
        "Seven normative documents were renewed in the year.",
    ),
    (
        Rule.REVERSED,
        "依法审结受贿案件5件。",
        "Five cases of taking bribes were tried under the law.",
        "Five cases of offering bribes were tried under the law.",
    ),
    (
        Rule.REVERSED,
        "启动防台风应急响应,无人员伤亡。",
        "The typhoon response was started, and nobody was hurt.",
        "The typhoon response was started, with many casualties.",
    ),
    (
        Rule.ORGAN,
        "副市长李某出席,市委副书记主持。",
        "Deputy Mayor Li attended, and the deputy secretary of the city's Party committee presided.",
        "Mayor Li attended, and the deputy secretary of the city's Party committee presided.",
    ),
    (
        Rule.LOOP,
        "全年新建公园6个。",
        "Six parks were built in the year.",
        "Six parks were built in the year. As an AI model, I",
    ),
    (
        Rule.LOOP,
        "水质保持Ⅲ类。",
        "Water quality stayed at Class III.",
        "Water quality stayed at [CLASS].",
    ),
    (
        Rule.LOOP,
        "全年新建公园6个。",
        "Six parks were built in the year.",
        "Six parks were built, six parks were built in the year.",
    ),
    (
        Rule.LOOP,
        "满意度达92%,为历年最好。",
        "Satisfaction was 92%, the best yet in all.",
        "Satisfaction was 92%, the best yet, the best",
    ),
]


def wrong(zh, en):
    """The rules that say that something is wrong."""
    return {f.rule for f in check_pair(zh, en) if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}}


@pytest.mark.parametrize(("rule", "zh", "sound", "turned"), CASES)
def test_what_is_turned_is_found(rule, zh, sound, turned):
    """Each by its rule, and the sound English passes."""
    assert not wrong(zh, sound)
    assert rule in wrong(zh, turned)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("在全省率先出台数据条例。", "It was among the first in the province to adopt data regulations."),
        ("市长主持会议,副市长汇报。", "The mayor chaired the meeting, and a deputy mayor reported."),
        (
            "取消审批事项12项,新增备案事项3项。",
            "Twelve approval items were cancelled and three filing items added.",
        ),
        ("依法批捕31人,不批捕14人。", "The arrest of 31 people was approved, and that of 14 was not."),
    ],
)
def test_what_excuses_is_heeded(zh, en):
    """The other sense stands in the Chinese as well."""
    assert not wrong(zh, en)
