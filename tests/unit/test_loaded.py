"""A word that turns a statement around needs Chinese that may carry it."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import WORD_RULES, Rule

CASES = [
    (
        "清退不合格辅助执法人员12名。",
        "Twelve unqualified auxiliary officers were let go.",
        "Twelve unqualified auxiliary officers were reinstated.",
    ),
    (
        "拓宽行政复议申请渠道。",
        "Channels to apply for reconsideration were widened.",
        "Channels to apply for reconsideration were dismantled.",
    ),
    (
        "严格审核行政检查计划。",
        "Plans for administrative inspections were strictly reviewed.",
        "Plans for administrative inspections were loosely reviewed.",
    ),
    (
        "为基层减负,精简行政执法报表。",
        "To ease the grassroots, reports on enforcement were cut.",
        "To add to the burden of the grassroots, reports on enforcement were cut.",
    ),
    (
        "部门联合开展行政执法检查。",
        "Departments carried out enforcement inspections jointly.",
        "Departments reluctantly carried out enforcement inspections.",
    ),
    (
        "推动行政争议实质性化解。",
        "Administrative disputes are settled in substance.",
        "Administrative disputes are exacerbated in substance.",
    ),
    (
        "自觉接受人大监督,办理代表建议52件。",
        "Supervision by the people's congress was accepted and 52 suggestions handled.",
        "Supervision by the people's congress was obstructed and 52 suggestions handled.",
    ),
    (
        "行政执法人员培训力度加大,效果明显。",
        "Training of enforcement officers was stepped up, with clear results.",
        "Training of enforcement officers was stepped up, to no avail.",
    ),
    (
        "全面落实行政裁量权基准制度。",
        "Discretion benchmarks were applied throughout.",
        "Discretion benchmarks were flouted throughout.",
    ),
    (
        "受到省政府通报表扬。",
        "The provincial government commended it.",
        "The provincial government denounced it.",
    ),
]


@pytest.mark.parametrize(("zh", "sound", "wrong"), CASES, ids=[case[0] for case in CASES])
def test_a_loaded_word_is_found(zh, sound, wrong):
    """Nothing in the Chinese says so; told as it is, nothing is blamed."""
    assert [f.message for f in check_pair(zh, sound) if f.rule in WORD_RULES] == []
    assert Rule.REVERSED in {f.rule for f in check_pair(zh, wrong)}


SOUND = [
    (
        "全市未发生行政执法损害群众利益事件。",
        "No enforcement in the city harmed the interests of the public.",
    ),
    ("及时答复政府信息公开申请。", "Requests for government information were answered without delay."),
    ("防止滥用行政权力侵犯群众合法权益。", "Abuse of power that harms people's lawful rights is prevented."),
    ("审计发现预算编制不细。", "The audit found loosely drawn budgets."),
    ("部分河段水质有所反弹。", "Water quality deteriorated again in some stretches of rivers."),
    ("推进法治政府建设。", "Progress was made in advancing law-based government."),
    (
        "全市无不履行生效判决情况。",
        "There was no instance anywhere in the city of an agency failing to comply with a judgment.",
    ),
    ("盘活“保交楼”项目6个。", "Six stalled housing projects were got going again."),
]


@pytest.mark.parametrize(("zh", "en"), SOUND, ids=[zh for zh, _ in SOUND])
def test_a_loaded_word_that_the_chinese_carries_is_sound(zh, en):
    """The Chinese has it, in whichever word, or the English turns it around itself."""
    assert Rule.REVERSED not in {f.rule for f in check_pair(zh, en)}


def test_an_idle_no_carries_nothing():
    """The 不 of 不断 is no refusal: nothing was turned down."""
    found = check_pair("行政执法水平不断提升。", "The level of enforcement was refused.")
    assert Rule.REVERSED in {f.rule for f in found}
    told = check_pair("行政机关不予受理。", "The administrative organ refused to accept it.")
    assert Rule.REVERSED not in {f.rule for f in told}
