"""A noun that reports use in one sense only needs Chinese that may carry it."""

import pytest

from govbrief.base.datafiles import read_table
from govbrief.checking.check import check_pair
from govbrief.checking.explained import is_official, is_thick
from govbrief_schemas.finding import Rule

CASES = [
    (
        "依法办理行政复议案件,切实维护群众合法权益。",
        "Reconsideration cases were handled by law, and people's lawful rights upheld.",
        "Arbitration cases were handled by law, and people's lawful rights upheld.",
        Rule.TERM,
    ),
    (
        "加强行政规范性文件管理,落实公平竞争审查制度。",
        "The management of normative documents was tightened, and the fair competition review system applied.",
        "The management of normative documents was tightened, and the fair competition lawsuit system applied.",
        Rule.TERM,
    ),
    (
        "选派法律顾问列席市政府常务会议。",
        "Legal advisers were sent to sit in on the municipal government's executive meetings.",
        "Police officers were sent to sit in on the municipal government's executive meetings.",
        Rule.ORGAN,
    ),
    (
        "审议通过行政执法事项清单。",
        "The list of administrative enforcement items was reviewed and adopted.",
        "The list of administrative enforcement items was unanimously reviewed and adopted.",
        Rule.INVENTION,
    ),
    (
        "行政执法案卷评查优秀率提升。",
        "More enforcement case files were rated excellent.",
        "More enforcement case files were rated excellent, a record high.",
        Rule.INVENTION,
    ),
]


@pytest.mark.parametrize(("zh", "sound", "wrong", "rule"), CASES)
def test_a_noun_that_nothing_carries_is_found(zh: str, sound: str, wrong: str, rule: Rule) -> None:
    assert not check_pair(zh, sound)
    assert rule in {finding.rule for finding in check_pair(zh, wrong)}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("对轻微违法行为免予行政处罚。", "Minor breaches are exempt from administrative penalties."),
        ("人民调解组织化解矛盾纠纷360件。", "People's mediation organizations settled 360 disputes."),
        ("省防指启动应急响应。", "The provincial flood control and drought relief headquarters responded."),
        ("为执法队伍注入新鲜血液。", "Enforcement teams got new blood."),
    ],
)
def test_what_the_chinese_may_carry_is_let_pass(zh: str, en: str) -> None:
    assert not check_pair(zh, en)


def test_no_word_stands_in_two_rows() -> None:
    words = [word for row in read_table("hard_nouns")["words"] for word in row["en"].split("|")]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("发布中介服务事项清单。", "The list of intermediary services has yet to be published."),
        ("市司法局起草权责清单。", "The justice bureau is preparing to draft the list of duties."),
    ],
)
def test_what_is_done_is_not_said_to_be_still_to_come(zh: str, en: str) -> None:
    assert Rule.TENSE in {finding.rule for finding in check_pair(zh, en)}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("执法监督平台尚未建成。", "The platform for enforcement oversight has yet to be built."),
        ("我市还将清单纳入考核体系。", "The city has also put the list into the appraisal system."),
        ("健全基层立法联系点制度。", "The system of grass-roots legislative contact points was improved."),
        (
            "拓展法治政府建设示范市创建成果。",
            "Shenyang built on its gains as a model city for law-based government.",
        ),
    ],
)
def test_what_only_looks_still_to_come_or_strange_is_let_pass(zh: str, en: str) -> None:
    assert not check_pair(zh, en)


def test_a_text_with_a_word_of_government_is_not_yet_thick_with_them() -> None:
    """One such word in a story lets no word be blamed for having nothing behind it."""
    story, report = "市政府请演员演出,老人观看。", "全市开展行政执法监督检查320次。"
    assert (is_official(story), is_thick(story)) == (True, False)
    assert is_thick(report)
    assert not check_pair(story, "The city government invited actors, and old people watched, to no avail.")
