"""What sound English does with parts, years of a reign, promises and ends, each beside its wrong twin."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule

SOUND = [
    (
        "全县人口由1990年的41万增长到2020年的57万,其中少数民族人口为12万。",
        "The county's population grew from 410,000 in 1990 to 570,000 in 2020, of whom 120,000 are of minorities.",
    ),
    ("塔始建于永乐六年。", "The pagoda was begun in 1408, the sixth year of the Yongle reign."),
    ("我国承诺力争2030年前实现目标。", "China has pledged to strive to reach the goal before 2030."),
    (
        "事故造成5人死亡、12人受伤,另有2人下落不明。",
        "It left five people dead, a dozen injured and two unaccounted for.",
    ),
    ("老人半天没有说话。", "The old man was silent for a long while."),
    (
        "全省发送旅客900多万人次,其中1日突破200万人次。",
        "The province carried more than 9 million passengers, with 2 million-plus travelling on the first.",
    ),
    ("今年高考报名人数达52万。", "Some 520,000 students have signed up for this year's gaokao."),
    ("会议听取并讨论了工作报告。", "The meeting heard and discussed a work report."),
    ("统筹推进“五位一体”总体布局。", "The Five-Sphere Integrated Plan is promoted in a coordinated manner."),
]
WRONG = [
    (
        "全县人口由1990年的41万增长到2020年的57万,其中少数民族人口为12万。",
        "The county's population grew from 410,000 in 1990 to 120,000 in 2020, of whom 570,000 are of minorities.",
        Rule.SUBJECT,
    ),
    ("塔始建于永乐六年。", "The pagoda was begun in 1418.", Rule.MISSING),
    ("我国力争2030年前实现目标。", "China has reached the goal.", Rule.TENSE),
    ("各部门加大了执法力度。", "Departments stepped up enforcement, while.", Rule.LOOP),
]


@pytest.mark.parametrize(("zh", "en"), SOUND)
def test_free_english_is_let_pass(zh: str, en: str) -> None:
    assert not check_pair(zh, en)


@pytest.mark.parametrize(("zh", "en", "rule"), WRONG)
def test_its_wrong_twin_is_found(zh: str, en: str, rule: Rule) -> None:
    assert rule in {finding.rule for finding in check_pair(zh, en)}
