"""Each kind of error in words with a rule of its own: sound English passes, the wrong one is found by that rule."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

CASES = [
    # who is first, and who is among the first
    (
        Rule.FIRST,
        "建成全省首家执法监督中心。",
        "The province's first enforcement supervision centre was built.",
        "One more enforcement supervision centre was built in the province.",
    ),
    (
        Rule.FIRST,
        "行政复议首选率居全市首位。",
        "The share choosing reconsideration is the highest in the city.",
        "The share choosing reconsideration is one of the higher in the city.",
    ),
    (
        Rule.FIRST,
        "法治政府评估名列全省前茅。",
        "It was among the best in the province's assessment of law-based government.",
        "It came first in the province's assessment of law-based government.",
    ),
    (
        Rule.FIRST,
        "在全国率先推行信用监管。",
        "It was the first in the country to use credit-based regulation.",
        "It followed the rest of the country in using credit-based regulation.",
    ),
    (
        Rule.FIRST,
        "败诉率为全省最低。",
        "The rate of cases lost is the lowest in the province.",
        "The rate of cases lost is moderate in the province.",
    ),
    # places misheard
    (
        Rule.PLACE,
        "江城县政府出台条例。",
        "The government of Jiangcheng passed regulations.",
        "The government of Jiangshan passed regulations.",
    ),
    (
        Rule.PLACE,
        "泾源市行政审批局启用。",
        "The approval bureau of Jingyuan opened.",
        "The approval bureau of Jingning opened.",
    ),
    (
        Rule.PLACE,
        "东湖区开展行政执法试点。",
        "Donghu District piloted law enforcement.",
        "Xihu District piloted law enforcement.",
    ),
    (
        Rule.PLACE,
        "会宁街道承接执法事项。",
        "Huining Subdistrict took on enforcement items.",
        "Huaining Subdistrict took on enforcement items.",
    ),
    (
        Rule.PLACE,
        "梅岭乡党委政府公开办事结果。",
        "Meiling Township's Party committee and government published the results.",
        "Meilin Township's Party committee and government published the results.",
    ),
    # kinds of documents outside titles
    (Rule.DOCUMENT, "废止规范性文件9件。", "9 normative documents were repealed.", "9 laws were repealed."),
    (
        Rule.DOCUMENT,
        "市政府印发工作方案。",
        "The municipal government issued a work plan.",
        "The municipal government issued a regulation.",
    ),
    (
        Rule.DOCUMENT,
        "公布行政检查事项清单。",
        "A list of administrative inspections was published.",
        "A notice of administrative inspections was published.",
    ),
    (
        Rule.DOCUMENT,
        "编制《行政许可事项清单》。",
        "It compiled the List of Administrative Licensing Items.",
        "It compiled the Regulations of Administrative Licensing Items.",
    ),
    (
        Rule.DOCUMENT,
        "制定《行政执法人员管理办法》。",
        "It formulated the Measures for the Administration of Enforcement Officers.",
        "It formulated the Law for the Administration of Enforcement Officers.",
    ),
    # a plain no, before and after
    (
        Rule.REVERSED,
        "全镇未发生群体性事件。",
        "There was no mass incident in the town.",
        "There was a mass incident in the town.",
    ),
    (
        Rule.REVERSED,
        "全年无一起行政复议纠错案件。",
        "Not one reconsideration case had to be corrected.",
        "A reconsideration case had to be corrected.",
    ),
    (
        Rule.REVERSED,
        "社区矫正对象未出现脱管。",
        "None of those in community correction escaped supervision.",
        "Many of those in community correction escaped supervision.",
    ),
    (
        Rule.REVERSED,
        "领导干部任前考试实现全覆盖。",
        "All leading officials are examined before they take office.",
        "All leading officials are examined after they take office.",
    ),
    (
        Rule.REVERSED,
        "确保6月底前公布行政检查清单。",
        "The list of inspections is to be published by the end of June.",
        "The list of inspections is to be published after June.",
    ),
    # opposites that the dictionary knows
    (
        Rule.REVERSED,
        "严肃查处行政不作为。",
        "Failure to act was dealt with severely.",
        "Failure to act was dealt with leniently.",
    ),
    (
        Rule.REVERSED,
        "推行柔性执法。",
        "Softer enforcement was introduced.",
        "Tougher enforcement was introduced.",
    ),
    (
        Rule.REVERSED,
        "改造老旧小区12个。",
        "12 old housing estates were renovated.",
        "12 new housing estates were renovated.",
    ),
    (
        Rule.REVERSED,
        "为民营企业提供法律服务。",
        "Legal services were given to private companies.",
        "Legal services were given to state companies.",
    ),
    (
        Rule.REVERSED,
        "审慎出台涉企政策。",
        "Policies on businesses are issued with care.",
        "Policies on businesses are issued hastily.",
    ),
    # who does it
    (
        Rule.ACTOR,
        "市司法局向市检察院移交线索。",
        "The justice bureau passed leads to the procuratorate.",
        "The procuratorate passed leads to the justice bureau.",
    ),
    (
        Rule.ACTOR,
        "法院向公安局发出司法建议。",
        "The court sent recommendations to the police.",
        "The police sent recommendations to the court.",
    ),
    (
        Rule.ACTOR,
        "区检察院对区公安局提出检察建议。",
        "The procuratorate made recommendations to the police.",
        "The police made recommendations to the procuratorate.",
    ),
    (
        Rule.ACTOR,
        "区长主持区政府常务会议。",
        "The district head chaired the executive meeting of the district government.",
        "The district head attended the executive meeting of the district government.",
    ),
    (
        Rule.ACTOR,
        "县司法局主办法治培训班。",
        "The county justice bureau hosted training in the rule of law.",
        "The county justice bureau participated in training in the rule of law.",
    ),
    # facts that nothing gives
    (
        Rule.INVENTION,
        "组建行政复议专家库。",
        "A pool of experts on reconsideration was set up.",
        "A pool of tourists on reconsideration was set up.",
    ),
    (
        Rule.INVENTION,
        "推行行政执法公示。",
        "Disclosure of law enforcement was introduced.",
        "Disclosure of law enforcement was introduced, with donations.",
    ),
    (
        Rule.REVERSED,
        "行政复议决定全部履行。",
        "All reconsideration decisions were carried out.",
        "All reconsideration decisions were ignored.",
    ),
    (
        Rule.INVENTION,
        "聘任特邀行政执法监督员。",
        "Special supervisors of law enforcement were appointed.",
        "Special supervisors of law enforcement were appointed, with bonuses.",
    ),
    (
        Rule.INVENTION,
        "优化政务服务窗口。",
        "Government service counters were improved.",
        "Government service cinemas were improved.",
    ),
    # terms of which nothing is told
    (
        Rule.OMISSION,
        "依法受理劳动争议案件80件。",
        "80 labour disputes were accepted under the law.",
        "80 cases were accepted under the law.",
    ),
    (
        Rule.OMISSION,
        "将社区矫正纳入网格管理。",
        "Community correction was brought under grid management.",
        "Such work was brought under grid management.",
    ),
    (
        Rule.OMISSION,
        "开展涉企行政检查听证。",
        "Hearings on inspections of businesses were held.",
        "Inspections of businesses were held.",
    ),
    (
        Rule.OMISSION,
        "公布裁量基准和处罚清单。",
        "Discretion benchmarks and lists of penalties were published.",
        "Lists of penalties were published.",
    ),
    (
        Rule.OMISSION,
        "化解物业管理、噪声纠纷。",
        "Disputes over property management and noise were settled.",
        "Disputes over property management were settled.",
    ),
]


def wrong(zh, en):
    """The rules that say that something is wrong."""
    return {f.rule for f in check_pair(zh, en) if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}}


@pytest.mark.parametrize(
    ("rule", "zh", "sound", "bad"), CASES, ids=[f"{r.value}-{zh}" for r, zh, *_ in CASES]
)
def test_each_kind_has_its_rule(rule, zh, sound, bad):
    """What an editor would pass passes, and what she would strike out is found by the rule made for it."""
    assert not wrong(zh, sound)
    assert rule in wrong(zh, bad)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "省司法厅征求意见,完善执法制度。",
            "Drawing on opinions, the provincial department of justice improved enforcement rules.",
        ),
        (
            "违法交通行为可以学法减分。",
            "Drivers may study the law to cut penalty points for traffic offences.",
        ),
        ("个别部门出庭应诉不积极。", "Certain departments are reluctant to appear in court."),
        (
            "根据《中华人民共和国行政处罚法》修订裁量基准。",
            "Discretion benchmarks were revised under the Administrative Penalty Law.",
        ),
        ("南屏区首创“云公证”。", "Nanping District pioneered “cloud notarization”."),
        ("打击治理电信网络诈骗。", "Telecom and online fraud was fought."),
        (
            "承接国办政务服务试点。",
            "It took on the State Council General Office's pilot of government services.",
        ),
        ("强化重点领域监管。", "Supervision of key areas was strengthened."),
    ],
)
def test_sound_english_of_another_turn_passes(zh, en):
    """A settled setting, a denied word, a homophone or a short form is no error."""
    assert not wrong(zh, en)
