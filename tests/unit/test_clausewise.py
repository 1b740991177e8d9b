"""A clause excuses only what it says itself, and tells of what falls short as falling short."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import WORD_RULES, Rule

CASES = [
    (
        "行政复议案件数量持续下降,群众对执法工作的满意度明显上升。",
        "Reconsideration cases kept falling, and the public's satisfaction with enforcement work clearly rose.",
        "Reconsideration cases kept falling, and the public's satisfaction with enforcement work clearly fell.",
    ),
    (
        "行政执法平台建设滞后,法律顾问队伍较为健全。",
        "Enforcement platforms lag behind, while the team of legal advisers is fairly complete.",
        "Enforcement platforms are well developed, while the team of legal advisers is fairly complete.",
    ),
    (
        "基层执法力量薄弱。",
        "Enforcement at the grassroots is weak.",
        "Enforcement at the grassroots is strong.",
    ),
    (
        "法治宣传教育作用发挥不充分。",
        "Legal education does not yet play its full part.",
        "Legal education plays its full part.",
    ),
    (
        "压缩涉企行政检查频次。",
        "Administrative inspections of businesses were made less often.",
        "Administrative inspections of businesses were made more often.",
    ),
    (
        "清退不合格行政执法辅助人员9名。",
        "Nine unqualified auxiliary officers were dismissed.",
        "Nine auxiliary officers were recruited.",
    ),
    (
        "推动行政执法重心下移。",
        "The focus of administrative enforcement moved down to the grassroots.",
        "The focus of administrative enforcement moved up.",
    ),
    (
        "畅通行政复议申请渠道。",
        "Channels to apply for reconsideration were kept open.",
        "Channels to apply for reconsideration were closed.",
    ),
    (
        "严禁以罚款代替监管执法。",
        "Fines may not take the place of regulation.",
        "Fines may take the place of regulation.",
    ),
]


@pytest.mark.parametrize(("zh", "sound", "wrong"), CASES, ids=[case[0] for case in CASES])
def test_the_opposite_within_a_clause_is_found(zh, sound, wrong):
    """What another clause says is no excuse."""
    assert [f.message for f in check_pair(zh, sound) if f.rule in WORD_RULES] == []
    assert {f.rule for f in check_pair(zh, wrong)} & {Rule.REVERSED, Rule.DIRECTION}


SOUND = [
    (
        "市人大常委会全年审议通过地方性法规9件,废止3件。",
        "Nine local regulations were passed and three repealed by the municipal people's congress.",
    ),
    (
        "传统产业转型不快,新兴产业支撑不足。",
        "Traditional industries are slow to transform, and emerging ones carry too little weight.",
    ),
    (
        "基层法治力量薄弱,有待加强。",
        "Legal staff at the grassroots should be strengthened further.",
    ),
    (
        "开展执法培训12期,提高执法人员能力不足的短板。",
        "Twelve training courses made good what enforcement officers are short of.",
    ),
]


@pytest.mark.parametrize(("zh", "en"), SOUND, ids=[zh for zh, _ in SOUND])
def test_a_clause_told_with_another_is_sound(zh, en):
    """The doer of a list stands behind its last deed; what should be better falls short."""
    assert Rule.REVERSED not in {f.rule for f in check_pair(zh, en)}
