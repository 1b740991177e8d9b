"""Wordings of good English that are no error, and the error beside each that is one; own sentences."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

SOUND = [
    # records and lists of what is to be put right
    ("建立安全生产隐患整改台账，实行销号管理。", "A register of safety hazards was set up, and each is struck off once put right."),
    ("对检查发现的156个问题建立台账，限期整改。", "The 156 problems found were logged and are to be put right by set dates."),
    ("健全重点企业服务台账。", "A log of services to key enterprises was kept."),
    ("建立执法案件台账，做到底数清、情况明。", "A database of enforcement cases was kept so that the facts are clear."),
    # what is out of date
    ("淘汰落后产能120万吨。", "1.2 million tonnes of outdated capacity were shut down."),
    ("加快淘汰落后设备，更新先进装备300台套。", "Obsolete equipment was phased out faster, and 300 sets of advanced machinery put in."),
    ("整合退出低效落后产能，培育先进制造业集群3个。", "Inefficient and outdated capacity was phased out, and three advanced manufacturing clusters were fostered."),
    # plans in the form of an order or of a result
    ("到2025年，高频事项实现“一网通办”。", "By 2025, have frequent matters handled online through one portal."),
    ("2025年底前，完成全部老旧小区改造。", "By the end of 2025, have all old residential areas renovated."),
    ("到2025年，城镇新增就业6万人，实现充分就业。", "By 2025, 60,000 new urban jobs created and full employment reached."),
    ("出庭应诉率由2020年的71%提高到2024年的98%。", "The rate of appearance in court was 98% in 2024, up from 71% in 2020."),
    ("市发展改革委牵头制定《优化营商环境行动方案》。", "An action plan to improve the business environment was drawn up."),
    # months with a dash
    ("1—5月，完成固定资产投资86亿元。", "January–May fixed-asset investment was 8.6 billion yuan."),
    ("1至11月，审结案件5200件。", "Jan.–Nov. saw 5,200 cases concluded."),
    # a passive leaves its doer to the reader
    ("市司法局开展执法案卷评查，抽查案卷500件。", "Enforcement files were reviewed, with 500 sampled."),
    ("市公安局破获电信诈骗案件320起。", "320 telecom fraud cases were solved."),
    ("县自然资源局查处违法用地案件12起。", "Twelve cases of illegal land use were dealt with."),
    # cases lost
    ("个别部门行政诉讼败诉率偏高。", "A few departments have a high rate of defeats in administrative litigation."),
    ("全年一审败诉案件23件。", "The government was defeated in 23 first-instance cases in the year."),
    # what is said in other words
    ("抽检药品1.2万批次，合格率99.1%，不合格产品全部召回。", "12,000 batches of medicine sampled, 99.1% up to standard; all that failed were recalled."),
    ("城管部门会同交警新增停车泊位860个，方便群众停车。", "Urban management officials and traffic police added 860 parking spaces."),
    ("为5.2万名老人提供助餐服务。", "Meals were provided for 52,000 residents of advanced age."),
    ("移送公安机关19件。", "19 cases were referred to the police."),
    ("下发督办单46份。", "46 supervision notices were issued."),
    ("银行不得向未成年人发放贷款。", "Banks may not lend to minors."),
    ("住建部门会同平台约谈企业12家。", "Together with the platforms, the housing department summoned 12 firms."),
    ("企业被税务部门处罚的，平台应当公示。", "Platforms shall publish penalties that firms receive from tax authorities."),
]  # fmt: skip

WRONG = [
    (Rule.TENSE, "将建成充电桩800个。", "800 charging points have been built."),
    (Rule.TENSE, "拟于2026年底前建成跨江大桥。", "The bridge over the river was completed by the end of 2026."),
    (Rule.TENSE, "我市将把试点经验推广到全市。", "The city has extended the experience of the pilot to the whole city."),
    (Rule.TENSE, "检查发现问题90个，已完成整改82个。", "The inspection found 90 problems, 82 of which will be put right."),
    (Rule.TENSE, "项目报告已获批复。", "The project's report is awaiting approval."),
    (Rule.INCLUSIVE, "走访学校、医院等60家单位。", "60 institutions other than schools and hospitals were visited."),
    (Rule.INCLUSIVE, "减免增值税、所得税等税费3亿元。", "Taxes and fees except VAT and income tax were cut by 300 million yuan."),
    (Rule.INCLUSIVE, "赴云南、贵州等地支教。", "They went to teach only in Yunnan and Guizhou."),
    (Rule.INCLUSIVE, "全县共有合作社860家，其中省级示范社21家。", "The county has 860 cooperatives, as well as 21 provincial models."),
    (Rule.INCLUSIVE, "判处罪犯210人，其中13人被判重刑。", "210 criminals and 13 others received sentences."),
    (Rule.PLACE, "浦东法院审结案件600件。", "Hongkou court concluded 600 cases."),
    (Rule.PLACE, "洱海水质保持优良。", "The water of Dianchi Lake stayed good."),
    (Rule.PLACE, "湖南省长沙市入选试点。", "Changsha, Hubei Province, was chosen for the pilot."),
    (Rule.ACTOR, "交通运输部门规定，网约车平台不得诱导司机超时劳动。", "The transport department ruled that drivers may not induce platforms to work overtime."),
    (Rule.ACTOR, "税务部门为纳税人退还留抵税款5亿元。", "Taxpayers refunded 500 million yuan in VAT credits to tax authorities."),
    (Rule.ACTOR, "对拒不履行职责的父母，公安机关可以予以训诫。", "Parents may reprimand public security organs that do not perform their duties."),
]  # fmt: skip


def complaints(zh, en):
    return [one for one in check_pair(zh, en) if one.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}]


@pytest.mark.parametrize(("zh", "en"), SOUND)
def test_good_wordings_raise_no_alarm(zh, en):
    """A model that words a line well is not asked to word it anew."""
    assert complaints(zh, en) == []


@pytest.mark.parametrize(("rule", "zh", "en"), WRONG)
def test_errors_beside_them_are_found(rule, zh, en):
    """The rules that were loosened for them still find what they are for."""
    assert rule in {one.rule for one in complaints(zh, en)}
