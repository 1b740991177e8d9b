"""A party that is done to does not act."""

import pytest

from govbrief.checking.check import check_pair
from govbrief.checking.dealings import check_dealings
from govbrief.checking.subjects import check_subjects
from govbrief_schemas.finding import WORD_RULES, Rule

CASES = [
    (
        "代市委法治办起草法治建设工作要点。",
        "Priorities for the rule of law were drafted on behalf of the Party committee's rule-of-law office.",
        "Priorities for the rule of law were drafted together with the Party committee's rule-of-law office.",
    ),
    (
        "委托高校评估政府规章6件。",
        "Universities were commissioned to evaluate 6 government rules.",
        "Universities commissioned the evaluation of 6 government rules.",
    ),
    (
        "年度考核优秀，受到省表彰奖励。",
        "Its annual assessment was excellent, and the province commended it.",
        "Its annual assessment was excellent, and it commended the province.",
    ),
    (
        "收到县政府办公室交办的提案9件。",
        "It received nine proposals assigned by the general office of the county government.",
        "It assigned nine proposals to the general office of the county government.",
    ),
    (
        "规范涉企行政检查。",
        "Administrative inspections of businesses were standardized.",
        "Administrative inspections by businesses were standardized.",
    ),
    (
        "重大事项及时向市委报告。",
        "Major matters were reported to the municipal Party committee in time.",
        "Major matters were reported in time by the municipal Party committee.",
    ),
    (
        "为群众提供法律咨询300次。",
        "Legal advice was provided to the public 300 times.",
        "The public provided the legal advice 300 times.",
    ),
]


@pytest.mark.parametrize(("zh", "sound", "wrong"), CASES, ids=[case[0] for case in CASES])
def test_a_party_that_is_done_to_does_not_act(zh, sound, wrong):
    """What is dealt out to a party is not its own deed."""
    assert [f.message for f in check_pair(zh, sound) if f.rule in WORD_RULES] == []
    assert [f.rule for f in check_dealings(zh, wrong)] == [Rule.ACTOR]


CASES_OF_TWO = [
    ("企业可对执法人员进行评价。", "Businesses can be rated by enforcement officers."),
    (
        "市政府向市委专题报告工作。",
        "The municipal government heard a special report from the municipal Party committee.",
    ),
    ("专家受邀参加论证会。", "The experts invited others to the hearing on a draft."),
    (
        "方案由司法局起草,经财政局审核。",
        "The plan was drafted by the finance bureau and reviewed by the justice bureau.",
    ),
    ("公安机关移送检察机关案件12件。", "The police received 12 cases from the procuratorate."),
]


@pytest.mark.parametrize(("zh", "wrong"), CASES_OF_TWO, ids=[zh for zh, _ in CASES_OF_TWO])
def test_who_gives_does_not_receive(zh, wrong):
    """What one party does to another is not done to it, and what it gives it does not get."""
    assert Rule.ACTOR in {f.rule for f in check_pair(zh, wrong)}


SOUND = [
    (
        "市政府向市人大常委会报告工作。",
        "The standing committee of the people's congress heard the government's report.",
    ),
    ("全部乡镇挂牌执法队。", "Enforcement teams inaugurated in all townships."),
    ("检查企业10家。", "10 enterprises inspected."),
    ("走访企业300家,处罚企业2家。", "300 enterprises were visited and 2 enterprises fined."),
    ("为企业节省成本2亿元。", "Enterprises saved 200 million yuan in costs."),
    ("为群众挽回损失80万元。", "The public recovered losses of 800,000 yuan."),
    ("出台市政府规范性文件6件。", "Six normative documents were issued by the municipal government."),
    (
        "对区政府开展执法检查,提出意见9条。",
        "Law enforcement by the district government was inspected and 9 opinions were issued.",
    ),
    (
        "司法局向县人民检察院移送线索7条。",
        "The justice bureau transferred 7 leads to the county procuratorate.",
    ),
    ("平台入选国务院典型案例。", "The platform was selected by the State Council as a model case."),
    ("引导经营者依法办理营业执照。", "Operators obtained their business licences under the law."),
    ("对企业开展普法宣传。", "Enterprises received legal education."),
    (
        "方案由司法局起草,经财政局审核。",
        "The plan was drafted by the justice bureau, with the finance bureau checking it.",
    ),
    ("当代法官队伍建设不断加强。", "The ranks of judges were strengthened."),
    ("企业对执法人员进行评价。", "Enterprises rated the enforcement officers."),
]


@pytest.mark.parametrize(("zh", "en"), SOUND, ids=[zh for zh, _ in SOUND])
def test_who_may_act_is_let_act(zh, en):
    """A passive without its auxiliary, what is done for somebody, whose document it is."""
    assert list(check_dealings(zh, en)) == []
    assert list(check_subjects(zh, en)) == []
