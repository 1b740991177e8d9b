"""What a measure word cannot count: a number of inspections told as one of lawyers."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Finding, Rule, Verdict

_WRONG = [
    ("律师为企业开展法治体检70次。", "70 lawyers gave enterprises legal check-ups."),
    ("集中轮训80学时。", "The rotation training lasted 80 days."),
    ("化解信访积案16件。", "16 long-time petitioners were dealt with."),
    ("建立调解组织35个。", "35 legislators were appointed for mediation."),
    ("对9件政府规章引入专家开展评估。", "9 experts were brought in to assess government rules."),
    ("减少群众提交材料5.2万份。", "52,000 people no longer hand in documents."),
    ("配备执法记录仪260台。", "260 enforcement officers were equipped with body cameras."),
]
_SOUND = [
    ("律师为企业开展法治体检70次。", "Lawyers gave enterprises 70 legal check-ups."),
    ("集中轮训80学时。", "The rotation training lasted 80 class hours."),
    ("查处违法车辆620起。", "620 vehicles were dealt with for violations."),
    ("走访企业330家次。", "330 visits were paid to enterprises."),
    ("洪灾夺去了200条生命。", "The flood took the lives of 200 people."),
    ("出动船艇45艘次。", "45 boats were sent out."),
    ("评选先进个人24个。", "24 individuals were commended."),
    ("对9件政府规章引入专家开展评估。", "Experts were brought in to assess 9 government rules."),
]


def _wrong(zh: str, en: str) -> list[Finding]:
    return [
        finding
        for finding in check_pair(zh, en)
        if finding.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}
    ]


@pytest.mark.parametrize(("zh", "en"), _WRONG)
def test_a_measure_word_counts_other_things(zh: str, en: str) -> None:
    """Each number stands, and counts what its measure word never does."""
    assert any(finding.rule is Rule.NUMBER_NOUN for finding in _wrong(zh, en))


@pytest.mark.parametrize(("zh", "en"), _SOUND)
def test_what_a_measure_word_counts_is_let_pass(zh: str, en: str) -> None:
    """Neither a free rendering nor a noun beside the number is complained of."""
    assert not _wrong(zh, en)
