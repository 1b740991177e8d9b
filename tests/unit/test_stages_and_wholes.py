"""How far a thing has come and how much of a whole is meant: each told as another is found, and free English passes."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

STAGES = [
    (
        "全市法治公园已列入计划,正在开展建设。",
        "The park of law is in the plan and {}.",
        "under construction",
        "has been completed",
    ),
    (
        "县级执法平台启动建设。",
        "{} on the county's enforcement platform.",
        "Work has begun",
        "Work has been completed",
    ),
    ("行政复议中心正在筹建。", "The reconsideration centre {}.", "is being set up", "has yet to be started"),
    (
        "行政服务中心建成投用。",
        "The administrative service centre {}.",
        "is built and in use",
        "is under construction",
    ),
    (
        "行政执法改革方案已获批准。",
        "The plan for enforcement reform {}.",
        "has been approved",
        "is awaiting approval",
    ),
    (
        "行政许可项目已获批,预计年底前开工。",
        "The project has been licensed and {}.",
        "is expected to start by the end of the year",
        "was started",
    ),
    (
        "会议审议通过执法办法。",
        "The meeting {} the measures on enforcement.",
        "deliberated and adopted",
        "is to deliberate",
    ),
    ("审批事项由原来的80项精简至52项。", "Approval items {} from 80 to 52.", "were cut", "are to be cut"),
    (
        "行政机关负责人应当出庭应诉。",
        "Heads of administrative organs {} to respond to lawsuits.",
        "should appear in court",
        "were in court",
    ),
]


def _rules(zh, en):
    return {finding.rule for finding in check_pair(zh, en) if finding.verdict is Verdict.REFUTED}


@pytest.mark.parametrize(("zh", "frame", "sound", "wrong"), STAGES, ids=[case[0] for case in STAGES])
def test_another_stage_is_found(zh, frame, sound, wrong):
    """The stage itself passes."""
    assert _rules(zh, frame.format(sound)) == set()
    assert Rule.TENSE in _rules(zh, frame.format(wrong))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("行政审批改革启动实施。", "The reform of administrative approval got under way."),
        ("智慧执法项目开工。", "Ground was broken for the smart enforcement project."),
        (
            "执法平台一期建成投用,二期正在建设。",
            "Phase one of the enforcement platform is in use, phase two being built.",
        ),
        (
            "执法办法草案已通过专家评审,待市政府批准。",
            "The draft has passed expert review and awaits the city's approval.",
        ),
        ("执法培训项目有望年内完成。", "Enforcement training should be finished before the year is out."),
        (
            "行政执法案件办结320件,其余年内办结。",
            "320 enforcement cases are closed; the rest will follow within the year.",
        ),
        ("严禁无证人员上岗执法。", "Unlicensed staff were forbidden to enforce the law."),
        ("行政复议审理周期同比下降12%。", "It took 12% less time to hear a reconsideration case."),
    ],
)
def test_free_wordings_of_a_stage_pass(zh, en):
    """Each names the stage in words of its own."""
    assert Rule.TENSE not in _rules(zh, en)


WHOLES = [
    ("行政执法人员全部持证上岗。", "{} enforcement officers hold certificates.", "All", "Most"),
    ("便民服务中心覆盖所有乡镇。", "Convenience service centres cover {} townships.", "all", "some"),
    ("部分乡镇执法力量薄弱。", "Enforcement is weak in {} townships.", "some", "all"),
    ("个别执法单位重视不够。", "{} enforcement units pay too little attention.", "A few", "All"),
    (
        "建成司法所12个,另有5个在建。",
        "12 justice offices were built, {} under construction.",
        "and another five are",
        "five of them",
    ),
    (
        "县级以上行政机关设立法制机构。",
        "Administrative organs {} the county level have legal offices.",
        "at and above",
        "above",
    ),
    (
        "除特殊情况外,行政执法过程全部记录。",
        "{} in special circumstances, all enforcement is recorded.",
        "Except",
        "Including",
    ),
    (
        "不含驻区单位,全区有执法人员320名。",
        "{} those of units stationed there, the district has 320 officers.",
        "Not counting",
        "Counting",
    ),
    (
        "执法监督项目15件,已完成9件,其余6件推进中。",
        "{} the 15 supervision projects, 9 are done and 6 under way.",
        "Of",
        "Besides",
    ),
    (
        "聘请律师、教师等执法监督员,共45名。",
        "{}.",
        "Forty-five supervisors of enforcement, lawyers and teachers among them, were engaged",
        "Lawyers, teachers and forty-five others were engaged as supervisors of enforcement",
    ),
    (
        "发布执法信息280条,其中,案例信息31条。",
        "280 items on enforcement were published, {} 31 items on cases.",
        "including",
        "as well as",
    ),
]


@pytest.mark.parametrize(("zh", "frame", "sound", "wrong"), WHOLES, ids=[case[0] for case in WHOLES])
def test_another_share_is_found(zh, frame, sound, wrong):
    """The share itself passes."""
    assert _rules(zh, frame.format(sound)) == set()
    assert Rule.INCLUSIVE in _rules(zh, frame.format(wrong))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("行政许可事项全部网上办理。", "Every licence can be handled online."),
        ("行政执法实现全覆盖。", "Law enforcement reaches the whole county."),
        (
            "大多数执法单位建立台账,其余限期建立。",
            "Most enforcement units keep records; the others were given a deadline.",
        ),
        ("少数民族地区行政执法全面加强。", "Enforcement was stepped up in all ethnic minority areas."),
        ("各部门均设立法制机构。", "The departments have legal offices of their own."),
        ("检查执法单位30家,其中不合格2家。", "30 enforcement units were inspected, 2 of them found wanting."),
    ],
)
def test_free_wordings_of_a_share_pass(zh, en):
    """All, most and parts told in other words."""
    assert Rule.INCLUSIVE not in _rules(zh, en)
