"""What a city did is not said of the country, and what the country did not of the world."""

import pytest

from govbrief.checking.scopes import check_scopes
from govbrief_schemas.finding import Rule, Verdict

WRONG = [
    ("整改经验全省推广", "The experience was promoted nationwide.", "全省", "nationwide"),
    ("实际网办率93.8%，全省领跑", "The rate of 93.8% leads the country.", "全省", "the country"),
    ("在全国领先", "It is leading the whole world.", "全国", "the whole world"),
    ("开展全市清理行动", "A countrywide action was launched.", "全市", "countrywide"),
    ("全县推开", "It was extended across the province.", "全县", "the province"),
    ("排名第一", "It ranks first in the entire country.", "", "the entire country"),
]
SOUND = [
    ("整改经验全省推广", "The experience was promoted across the province."),
    ("承接国办试点", "The city took on the country's pilot."),
    ("全国领先、全球第三", "It leads the nation and is third in the world."),
    ("自治区推广", "It was promoted in the province."),
    ("全市推开", "It was extended to the entire city by national standards."),
]


@pytest.mark.parametrize(("zh", "en", "said", "claimed"), WRONG)
def test_wider_reach_is_refuted(zh, en, said, claimed):
    """The finding names both sides in both languages."""
    (finding,) = check_scopes(zh, en)
    assert (finding.verdict, finding.rule, finding.language) == (Verdict.REFUTED, Rule.SCOPE, "zh-en")
    assert (finding.expected, finding.seen) == (said, claimed)
    assert claimed in finding.message
    assert claimed in finding.message_zh


@pytest.mark.parametrize(("zh", "en"), SOUND)
def test_same_reach_is_sound(zh, en):
    """A reach that the Chinese carries, in whatever word."""
    assert not list(check_scopes(zh, en))
