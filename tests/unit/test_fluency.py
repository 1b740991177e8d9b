"""What is wrong with the form of English that a small model writes, and what is not."""

import pytest

from govbrief.small.fluency import clause_fault, name_fault
from govbrief_schemas.item import Kind

DONE, PLAN, LACK = Kind.ACHIEVEMENT, Kind.PLAN, Kind.SHORTCOMING

SOUND = [
    (DONE, "梳理问题112个", "Identified 112 problems"),
    (DONE, "受理案件3.2万件，同比增长5%", "Accepted 32,000 cases, up 5% year on year"),
    (DONE, "2023年修订应急预案", "Revised contingency plans in 2023"),
    (PLAN, "加大普法力度", "Step up legal education"),
    (PLAN, "到2026年，取得重大进展", "By 2026, make major progress"),
    (LACK, "执法人员素质有待提高", "The quality of law enforcement officers needs improvement"),
]


@pytest.mark.parametrize(("kind", "zh", "en"), SOUND)
def test_sound(kind, zh, en):
    """Plain English passes: a year or a rate may stand behind its noun."""
    assert clause_fault(zh, en, kind) == ""


FAULTY = [
    (PLAN, "配合监督工作", "Self-discipline and cooperation in supervising work"),
    (PLAN, "到2026年，取得重大进展", "By 2026, the work has made major progress"),
    (PLAN, "加大普法力度", "Legal education was increased"),
    (DONE, "可办理32项", "Can handle 32 items"),
    (DONE, "梳理问题112个", "Identified problems 112"),
    (PLAN, "修订应急预案", "The contingency plan of the"),
    (DONE, "推进改革的通知", "Issued the notice for promote reform"),
    (DONE, "我市获奖", "Our city won a prize"),
    (DONE, "出具风险评估报告215份", "Issued a report on risk assessment, 215 reports"),
    (PLAN, "健全机制", "Improve mechanism mechanism for work"),
    (DONE, "政务服务平台建设情况", "Government service platforms and their surroundings"),
    (PLAN, "加强食品安全监管和农产品质量检测", "Improve roads"),
    (
        PLAN,
        "推进数字政府建设改革发展",
        "Promote Digital Government Construction Reform Development Across Whole Region",
    ),
]


@pytest.mark.parametrize(("kind", "zh", "en"), FAULTY)
def test_faulty(kind, zh, en):
    """Numbers last, cut ends, orders behind `for`, no verb, lost words and headlines are told."""
    assert clause_fault(zh, en, kind)


def test_a_phrase_is_no_sentence():
    """A name has no verb of its own and no number."""
    assert name_fault("便民服务站", "convenience service stations") == ""
    assert name_fault("便民服务站", "the stations are convenient")
    assert name_fault("便民服务站", "12 convenience service stations")


def test_broken_english_is_no_phrase():
    """A name that holds a word twice or ends in the middle is refused as a clause is."""
    assert name_fault("便民服务站", "the the service stations")
    assert name_fault("便民服务站", "convenience service stations of")
