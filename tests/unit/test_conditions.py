"""Words that limit, grade or give a reason: told in any of many ways, or found as left out."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

CASES = [
    (
        "全县仅有2个乡镇设立执法队。",
        "{} 2 townships in the county have an enforcement team.",
        ["Only", "Just", "No more than"],
    ),
    (
        "学习新修订的行政复议法。",
        "The {}law on administrative reconsideration was studied.",
        ["newly revised ", "amended "],
    ),
    (
        "申请均在法定时限内答复。",
        "All applications were answered{}.",
        [" within the time limit", " by the statutory deadline"],
    ),
    (
        "引入第三方评估行政执法。",
        "{} enforcement was introduced.",
        ["Third-party evaluation of", "Independent evaluation of"],
    ),
    (
        "对拒不整改的执法单位予以通报。",
        "Enforcement units {}were named.",
        ["that refused to mend their ways ", "failing to put things right "],
    ),
    (
        "执法单位因违反程序被通报。",
        "An enforcement unit was named{}.",
        [" for breaking procedure", " over its procedure"],
    ),
    ("执法装备稍显不足。", "Enforcement is {} short of equipment.", ["slightly", "somewhat", "a little"]),
    (
        "不定期开展执法检查。",
        "Enforcement was inspected{}.",
        [" from time to time", " at irregular intervals"],
    ),
    (
        "加强与周边县区的执法协作。",
        "Enforcement was coordinated with {}counties and districts.",
        ["neighbouring ", "nearby ", "surrounding "],
    ),
    ("配备专职执法队员。", "{}enforcement officers were appointed.", ["Full-time ", "Dedicated "]),
]


def _rules(zh, en):
    return {finding.rule for finding in check_pair(zh, en) if finding.verdict is Verdict.REFUTED}


@pytest.mark.parametrize(("zh", "frame", "told"), CASES, ids=[case[0] for case in CASES])
def test_a_condition_is_told_or_missed(zh, frame, told):
    """Each of the wordings passes, and the same English without any is found."""
    for words in told:
        assert Rule.OMISSION not in _rules(zh, frame.format(words))
    assert Rule.OMISSION in _rules(zh, frame.format(""))


def test_a_title_sets_no_condition():
    """What stands in a title has English of its own."""
    assert Rule.OMISSION not in _rules(
        "印发《执法检查定期报告办法》。", "It issued the Measures on Enforcement Reports."
    )
