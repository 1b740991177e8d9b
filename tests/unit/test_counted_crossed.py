"""Numbers that changed their clauses, or moved to another noun of their sentence."""

import pytest

from govbrief.checking.check import check_pair
from govbrief.checking.counted_crossed import check_crossed
from govbrief.checking.counted_moved import check_moved
from govbrief.checking.marks import marks_of
from govbrief_schemas.finding import Finding, Verdict

_CROSSED = [
    (
        "全年受理复议申请126件,审结98件。",
        "98 applications for reconsideration were accepted and 126 concluded.",
    ),
    (
        "社区矫正对象210名,安置帮教人员860名。",
        "860 people were under community correction, and 210 received help after release.",
    ),
    ("设立联系点16个,征集意见340条。", "340 contact points were set up, and 16 opinions collected."),
]
_MOVED = [
    ("对7项重大决策开展合法性审查。", "7 legality reviews were made of major decisions."),
    ("涉及26个部门的职责,取消证明94项。", "94 departments are concerned, and certificates cancelled."),
]
_SOUND = [
    (
        "全年受理复议申请126件,审结98件。",
        "126 applications for reconsideration were accepted and 98 concluded.",
    ),
    ("全年受理复议申请126件,审结98件。", "Of 126 reconsideration applications accepted, 98 were concluded."),
    ("设立联系点16个,征集意见340条。", "340 opinions were collected, and 16 contact points set up."),
    ("对7项重大决策开展合法性审查。", "7 major decisions underwent legality review."),
    ("推出40条防汛硬措施。", "Forty firm measures for flood prevention were brought out."),
    ("上门服务120次。", "120 home visits were made."),
    ("检查餐饮单位230家次。", "230 restaurants were inspected."),
    ("抽检食品4200批次。", "4,200 batches of food were sampled."),
]


def _wrong(zh: str, en: str) -> list[Finding]:
    return [
        finding
        for finding in check_pair(zh, en)
        if finding.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}
    ]


@pytest.mark.parametrize(("zh", "en"), _CROSSED)
def test_clauses_that_changed_their_numbers_are_found(zh: str, en: str) -> None:
    """Each clause tells the words of the other."""
    assert list(check_crossed(marks_of(zh, "zh"), marks_of(en, "en"), zh, en))


@pytest.mark.parametrize(("zh", "en"), _MOVED)
def test_a_number_that_moved_to_another_noun_is_found(zh: str, en: str) -> None:
    """The noun of the number is told, and the number stands before another one."""
    assert list(check_moved(marks_of(zh, "zh"), marks_of(en, "en"), zh, en))


@pytest.mark.parametrize(("zh", "en"), _CROSSED + _MOVED[:1])
def test_the_pair_is_refused(zh: str, en: str) -> None:
    """The whole check speaks, be it of numbers that changed places or of what they count."""
    assert _wrong(zh, en)


@pytest.mark.parametrize(("zh", "en"), _SOUND)
def test_numbers_that_stayed_are_let_pass(zh: str, en: str) -> None:
    """Order of clauses, elided nouns and free renderings are no error."""
    assert not _wrong(zh, en)
