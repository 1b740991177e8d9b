"""Parts that English passes over and claims that it adds are found; free and condensed English passes."""

import pytest

from govbrief.checking.check import check_pair
from govbrief.checking.untold import untold_part
from govbrief_schemas.finding import Rule, Verdict

LEFT_OUT = [
    (
        "受连日暴雨影响,全县夏粮减产2.4%,农业投资增长6%。",
        "Because of days of heavy rain the county's summer grain harvest fell 2.4%; investment in farming rose 6%.",
        "The county's summer grain harvest fell 2.4%; investment in farming rose 6%.",
    ),
    (
        "全县新建农村公路120公里,但部分桥梁老化,需尽快加固。",
        "120 km of rural roads were built in the county, but some bridges are ageing and must soon be reinforced.",
        "120 km of rural roads were built in the county.",
    ),
    (
        "组织各街道开展消防宣传和逃生演练活动。",
        "All subdistricts publicized fire protection and held escape drills.",
        "All subdistricts publicized fire protection.",
    ),
    (
        "严格审核检查计划,并在政府网站公开。",
        "Inspection plans were strictly reviewed and published on government websites.",
        "Inspection plans were strictly reviewed.",
    ),
    (
        "规范涉企行政检查,压缩检查频次,为企业创造良好环境。",
        "Inspections of enterprises were regulated and made less frequent, giving firms a good environment.",
        "Inspections of enterprises were regulated, giving firms a good environment.",
    ),
]


@pytest.mark.parametrize(("zh", "sound", "wrong"), LEFT_OUT, ids=[case[0] for case in LEFT_OUT])
def test_a_part_that_is_left_out_is_found(zh, sound, wrong):
    """The part is told by the sound English, and missed in the other."""
    assert _rules(zh, sound) == set()
    assert Rule.OMISSION in _rules(zh, wrong)


def _rules(zh, en):
    return {finding.rule for finding in check_pair(zh, en) if finding.verdict is Verdict.REFUTED}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("加大金融支持力度,发放贷款36亿元。", "Loans of 3.6 billion yuan were granted."),
        ("新增停车泊位860个,方便居民停车。", "860 parking spaces were added."),
        ("合同管理不规范,档案资料不齐全。", "Contracts are poorly managed, and files are incomplete."),
        ("形成了上下联动、部门协同的工作格局。", "Levels and departments now pull in the same direction."),
    ],
)
def test_what_condensed_and_free_english_does_is_no_omission(zh, en):
    """Slogans in front of results, purposes, what is denied, and parts told in words of their own."""
    assert untold_part(zh, en) == ""


def test_one_part_is_no_list():
    """A text of one part is compared as a whole elsewhere."""
    assert untold_part("深化行政执法改革", "Weather was fine.") == ""


ADDED = [
    (
        "全年办理审批事项320件,群众办事成本降低。",
        "320 approvals were handled over the year, {}cutting costs for the public.",
        "free of charge, ",
    ),
    (
        "法律顾问全年出具意见书58份。",
        "Over the year legal advisers{} issued 58 opinions.",
        ", most of them professors,",
    ),
    ("全市整改燃气隐患3200处。", "3,200 gas hazards were put right in the city{}.", " after a fatal blast"),
    (
        "全区行政执法质量稳定。",
        "The quality of law enforcement in the district{} is stable.",
        ", helped by lower fees,",
    ),
    ("执法案件办结率98%。", "98% of enforcement cases were closed{}.", ", a record high"),
    (
        "行政执法加强,水质保持稳定。",
        "Enforcement was stepped up and water quality{} stayed stable.",
        ", thanks to the drought,",
    ),
    (
        "12家单位开展行政执法自查。",
        "Twelve units{} checked their own enforcement.",
        ", orchestras among them,",
    ),
    (
        "行政复议机构共受理案件90件。",
        "The reconsideration body accepted 90 cases{}.",
        " for the second year running",
    ),
]


@pytest.mark.parametrize(("zh", "frame", "added"), ADDED, ids=[case[0] for case in ADDED])
def test_a_claim_that_nothing_carries_is_found(zh, frame, added):
    """The same English without the claim passes."""
    assert _rules(zh, frame.format("")) == set()
    assert Rule.INVENTION in _rules(zh, frame.format(added))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("为群众免费提供法律咨询300次。", "Legal advice was given 300 times free of charge."),
        (
            "法律顾问以高校教师为主,出具意见书58份。",
            "Legal advisers, most of them university teachers, issued 58 opinions.",
        ),
        ("火灾事故发生后,整改隐患3200处。", "After a fatal fire 3,200 hazards were put right."),
        (
            "行政执法工作获省厅通报表扬。",
            "Enforcement in the district was commended by the provincial department.",
        ),
        ("案件办结率98%,创历史新高。", "98% of cases were closed, a record high."),
        (
            "连续两年获评行政执法示范单位。",
            "It was named a model unit of law enforcement for the second year running.",
        ),
        ("因地制宜推进执法改革。", "Enforcement reform went ahead in line with local conditions."),
        (
            "经市政府批准,行政许可权下放。",
            "Approved by the municipal government, licensing powers were delegated.",
        ),
    ],
)
def test_a_claim_that_the_chinese_makes_passes(zh, en):
    """What a phrase may come from lets it pass."""
    assert Rule.INVENTION not in _rules(zh, en)
