"""What code says of a clause itself: numbers with their nouns, who acts, how something stands; and what it leaves."""

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.small.frames import Frames
from govbrief.small.lexicon import lexicon_of
from govbrief.small.phrases import Phrases
from govbrief.small.tellings import FrameTelling, is_beside, together
from govbrief_schemas.item import Kind

DONE, PLAN, LACK = Kind.ACHIEVEMENT, Kind.PLAN, Kind.SHORTCOMING


def frames(**asked):
    return Frames(Phrases(lexicon_of(load_glossary()), asked=asked))


SAID = [
    (DONE, "出台政府规章1件", "Issued 1 government rule"),
    (DONE, "建成便民服务站1.2万个", "Built 12,000 convenience service stations"),
    (DONE, "全县审结行政复议案件48件", "Concluded 48 administrative reconsideration cases in the county"),
    (DONE, "编制完善应急预案23件", "Drew up and improved 23 contingency plans"),
    (
        DONE,
        "全县128个人民调解委员会化解纠纷3214件",
        "128 people's mediation committees resolved 3,214 disputes in the county",
    ),
    (DONE, "有效解决突出问题12个", "Effectively solved 12 serious problems"),
    (DONE, "检查企业15次", "Inspected enterprises 15 times"),
    (DONE, "开展应急演练15次", "Carried out 15 emergency drills"),
    (DONE, "向乡镇下放行政职权12项", "Delegated 12 administrative powers to townships"),
    (DONE, "对县级预案进行修订和完善", "Revised and improved county-level contingency plans"),
    (DONE, "将16家单位纳入领导小组", "Included 16 organizations in the leading group"),
    (DONE, "《燃气管理办法》等政府规章3件", ""),
    (DONE, "制定{A}等政府规章3件", "Formulated 3 government rules, including the {A}"),
    (DONE, "31名律师参与行政复议", "31 lawyers took part in administrative reconsideration"),
    (DONE, "满意率达到98.6%", "The satisfaction rate reached 98.6%"),
    (DONE, "败诉率同比下降4.2个百分点", "The rate of lost cases fell by 4.2 percentage points year on year"),
    (
        DONE,
        "旅游收入由2019年的5.1亿元增加到6.3亿元",
        "Tourism revenue rose from 510 million yuan in 2019 to 630 million yuan",
    ),
    (DONE, "发放补贴1,234万元", "Distributed 12.34 million yuan in subsidies"),
    (DONE, "12个街道全部建成服务站", "All 12 subdistricts built service stations"),
    (
        DONE,
        "18个乡镇均完成了综合执法队的挂牌",
        "All 18 townships inaugurated integrated law enforcement teams",
    ),
    (
        DONE,
        "全县31位部门负责人对宪法进行了专题学习辅导",
        "31 department heads carried out special study sessions on the Constitution in the county",
    ),
    (DONE, "出具不存在隐性壁垒意见15份", "Issued 15 opinions finding no hidden barriers"),
    (
        DONE,
        "被县政府命名为示范村",
        "Was named a model village by the county government",
    ),
    (DONE, "还建成服务站20个", "Built 20 service stations"),
    (
        LACK,
        "法治在服务重大改革、重大项目方面的支撑作用不明显",
        "The supporting role of the rule of law in serving major reforms and major projects is not evident",
    ),
    (PLAN, "到2026年，建成服务站20个", "By 2026, build 20 service stations"),
    (
        PLAN,
        "继续深化行政复议体制改革",
        "Continue to deepen reform of the administrative reconsideration system",
    ),
    (PLAN, "满意率达到95%以上", "Bring the satisfaction rate to at least 95%"),
    (PLAN, "督促部门编制应急预案", "Urge departments to draw up contingency plans"),
    (LACK, "执法力量还比较薄弱", "The law enforcement workforce is still weak"),
    (LACK, "清理工作尚未完成", "Clearance has not yet been completed"),
    (LACK, "与群众期盼还有差距", "There is still a gap to the expectations of the people"),
    (LACK, "发展不平衡问题仍然存在", "Development is uneven"),
    (
        LACK,
        "专业人员缺乏、执法手段滞后",
        "Professionals are lacking; law enforcement means are lagging behind",
    ),
    (DONE, "减少了15次检查", "Reduced 15 inspections"),
    (DONE, "接待咨询4,320人次", "Received 4,320 inquiries"),
    (
        DONE,
        "参加论证会62人次",
        "Took part in expert review meetings (62, counted per person)",
    ),
    (DONE, "召开推进会、座谈会等32次", "Held progress meetings, discussion meetings and others 32 times"),
    (
        DONE,
        "对涉及市场准入的42件政策措施开展清理",
        "Cleared up 42 policy measures concerning market access",
    ),
    (DONE, "组织12次应急演练", "Organized 12 emergency drills"),
    (
        DONE,
        "通过政府网站发布政府信息820条",
        "Released 820 items of government information through the government website",
    ),
    (
        DONE,
        "提请市政府审议规章草案2件",
        "Submitted 2 rule drafts to the municipal government for deliberation",
    ),
    (PLAN, "建立责任清单并推进整改", "Establish lists of responsibilities and advance rectification"),
    (PLAN, "保持矛盾纠纷化解率98%", "Keep the rate of dispute resolution at 98%"),
    (
        PLAN,
        "确保国家机关100%制定责任清单",
        "Have 100% of state organs formulate lists of responsibilities",
    ),
    (
        PLAN,
        "建设综合行政执法一体化、政法一体化2个平台",
        "Build 2 platforms for integrated administrative law enforcement and integrated political and legal work",
    ),
    (
        PLAN,
        "开展推进依法治市、深化司法公开等五个行动",
        "Carry out five campaigns, including advancing law-based city governance and deepening judicial openness",
    ),
    (LACK, "缺少专业人员", "There is a lack of professionals"),
    (
        LACK,
        "加强行政执法监督方面有待加强",
        "More needs to be done in strengthening oversight of administrative law enforcement",
    ),
]


@pytest.mark.parametrize(("kind", "zh", "en"), SAID)
def test_said(kind, zh, en):
    """A clause of settled words is said whole, its number before what it counts, its tense that of its kind."""
    telling = frames().say(zh, kind)
    assert (telling.en if telling else "") == en
    assert not telling or not telling.holes


UNSAID = [
    (DONE, "让群众切身感受到改革带来的变化"),
    (DONE, "组织乡镇与区直部门协作执法52次"),
    (DONE, "完成1.8万户、189万平方米改造任务"),
    (PLAN, "为推动县域振兴提供更加坚强的保障"),
    (LACK, "仍然存在一些问题和不足"),
]


@pytest.mark.parametrize(("kind", "zh"), UNSAID)
def test_left_to_the_model(kind, zh):
    """What fits no frame, or counts two things with one number, is not said."""
    telling = frames().say(zh, kind)
    assert telling is None or telling.holes


def test_a_phrase_is_asked_for_and_put_in():
    """A clause whose phrase is not settled names it; once it is known, the clause is said with it."""
    telling = frames().say("建成羽毛球馆3个", DONE)
    assert telling
    assert telling.holes == {"羽毛球馆"}
    again = frames(羽毛球馆="badminton hall").say("建成羽毛球馆3个", DONE)
    assert again
    assert again.en == "Built 3 badminton halls"


@pytest.mark.parametrize(
    ("zh", "measure"),
    [
        ("制定政府规章3件", ("3", "制定政府规章", "government rules formulated")),
        (
            "2952人获得执法资格",
            ("2952", "获得执法资格的人员", "people who obtained qualifications for law enforcement"),
        ),
        ("满意率98%", ("98%", "满意率", "the satisfaction rate")),
        (
            "向乡镇下放行政职权32项",
            ("32", "向乡镇下放行政职权", "administrative powers delegated to townships"),
        ),
        (
            "18支应急救援队伍开展应急演练320次",
            (
                "320",
                "18支应急救援队伍开展应急演练",
                "emergency drills carried out by 18 emergency rescue teams",
            ),
        ),
        ("发布政府信息820条", ("820", "发布政府信息", "items of government information released")),
    ],
)
def test_what_a_number_counts(zh, measure):
    """A number is told with what was done to what it counts, or with who did what."""
    telling = frames().say(zh, DONE)
    assert telling
    assert telling.counted == (measure,)


def test_clauses_stand_together():
    """Doings of one doer share a sentence; a new subject begins anew; a rise stands beside its number."""
    said = frames()
    clauses = [said.say(zh, DONE) for zh in ("制定规章3件", "修订1件", "满意率达98%", "同比增长5%")]
    told = together([clause for clause in clauses if clause])
    assert told == "Formulated 3 rules and revised 1; the satisfaction rate reached 98%, up 5% year on year"


def test_what_a_list_holds_stands_beside_it():
    """Involved 300 items is said of the lists before; a rank with its name needs nothing before it."""
    told = [said for zh in ("建立责任清单", "涉及内容300项") if (said := frames().say(zh, DONE))]
    assert together(told) == "Established lists of responsibilities, involving 300 items of content"
    assert is_beside(frames().say("涉及内容300项", DONE))
    for en, beside in (
        ("Ranked first in the overall evaluation", False),
        ("Ranked first in the province", True),
    ):
        assert is_beside(FrameTelling(en, has_subject=False, holes=frozenset())) is beside


def test_whoever_was_honoured_was_told_before():
    """An honour goes on from the clause that says who: `and was named`, whether code or a model said it."""
    first = FrameTelling("Qinghe stood out from 30 counties", has_subject=True, holes=frozenset())
    for en, subject in (("Was named a model county", False), ("was named a model county", True)):
        honour = FrameTelling(en, has_subject=subject, holes=frozenset())
        assert together([first, honour]) == "Qinghe stood out from 30 counties and was named a model county"


def test_what_another_way_did_not_know_is_not_missing():
    """A shortcoming that one way says is not asked for because another way met a phrase that it did not know."""
    said = frames().say("法治在服务重大改革、重大项目方面的支撑作用不明显", LACK)
    assert said
    assert said.holes == frozenset()
