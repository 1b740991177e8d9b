"""Where a Chinese text and its English disagree, and where they only differ in form."""

import pytest

from govbrief.checking.check import check_pair, mismatch_row
from govbrief_schemas.finding import Rule

AGREE = [
    (
        "全年审结行政复议案件6122件。",
        "During the year, 6,122 administrative reconsideration cases were concluded.",
    ),
    ("涉及金额19862.87万元。", "The amount involved was 198.6287 million yuan."),
    ("完成投资2.4亿元。", "Investment came to RMB 240 million."),
    ("作业面积扩展到30000亩。", "The area was extended to 30,000 mu (2,000 hectares)."),
    ("占总数的50%。", "Half of the total."),
    ("二十年来,面貌一新。", "Over two decades the place has changed completely."),
    ("10年前开业。", "It opened a decade ago."),
    ("为期半年。", "It lasted six months."),
    ("他于27日离开。", "He left the next day."),
    ("一名工作人员在场。", "A member of staff was present."),
    ("两国同意继续谈判。", "Both countries agreed to continue talks."),
    ("第三季度增长4.3%。", "Growth was 4.3 percent in the third quarter."),
    ("三分之一的社区已改造。", "A third of the communities have been renovated."),
    ("五分之一的儿童近视。", "One in five children is short-sighted."),
    ("收入翻了一番。", "Income doubled."),
    ("比上年提高3.5个百分点。", "It rose by 3.5 percentage points from the previous year."),
    ("2014年至2024年,人均收入增长。", "Per capita income grew between 2014 and 2024."),
    ("7月17日和22日下达资金。", "Funds were released on July 17 and 22."),
    ("会议于14时40分开始。", "The meeting began at 2:40 p.m."),
    ("会议于14:40开始。", "The meeting began at 14:40."),
    ("55家医院的667名患者参加试验。", "A total of 667 patients from 55 hospitals took part."),
    ("新冠肺炎患者3例。", "There were 3 COVID-19 patients."),
    ("“十四五”期间建成95个园区。", "During the 14th Five-Year Plan period 95 parks were built."),
    ("帮助企业2000余家。", "It helped more than 2,000 enterprises."),
    (
        "第一、二、三产业分别增长4.9%、6.2%和7%。",
        "Primary, secondary and tertiary industries grew 4.9 percent, 6.2 percent and 7 percent.",
    ),
    ("从103.8下降到94.8。", "It fell from 103.8 to 94.8."),
]

DIFFER = [
    ("value", Rule.VALUE, "受理案件847件。", "It accepted 874 cases.", "847件", "874"),
    ("decimal", Rule.VALUE, "增长9.5%。", "It grew by 95 percent.", "9.5%", "95 percent"),
    ("scale", Rule.VALUE, "投入8.3亿元。", "It invested 83 million yuan.", "8.3亿元", "83 million yuan"),
    ("year", Rule.DATE, "2023年建成。", "It was completed in 2021.", "2023年", "2021"),
    ("month", Rule.DATE, "8月份出口下降。", "Exports fell in June.", "8月份", "June"),
    ("fabricated", Rule.MISSING, "深化改革。", "Reform went further, covering 15 counties.", "", "15"),
    ("dropped", Rule.MISSING, "建成便民服务站1726个。", "Service stations were built.", "1726个", ""),
    (
        "points",
        Rule.PERCENT_POINT,
        "败诉率下降4.7个百分点。",
        "The losing rate fell by 4.7 percent.",
        "4.7个百分点",
        "4.7 percent",
    ),
    ("unit", Rule.UNIT, "捐款500元。", "It donated 500 US dollars.", "500元", "500 US dollars"),
    (
        "direction",
        Rule.DIRECTION,
        "案件量下降9.5%。",
        "The number of cases rose by 9.5 percent.",
        "9.5%",
        "9.5 percent",
    ),
    (
        "qualifier",
        Rule.QUALIFIER,
        "走访企业近2000家。",
        "More than 2,000 enterprises were visited.",
        "2000",
        "2,000",
    ),
    ("written", Rule.VALUE, "分三批实施。", "It was carried out in five batches.", "三批", "five"),
    (
        "period",
        Rule.COMPARISON,
        "出口额环比下降4.8%。",
        "Exports fell 4.8 percent year on year.",
        "4.8%",
        "4.8 percent",
    ),
]


@pytest.mark.parametrize(("zh", "en"), AGREE)
def test_a_faithful_translation_passes(zh, en):
    """Order, units, calendars and words may change; the numbers stay the same."""
    assert [f.message for f in check_pair(zh, en)] == []


@pytest.mark.parametrize(
    ("rule", "zh", "en", "left", "right"), [row[1:] for row in DIFFER], ids=[r[0] for r in DIFFER]
)
def test_a_changed_number_is_named_in_both_languages(rule, zh, en, left, right):
    """One finding, of the right rule, that shows what stands on each side."""
    [finding] = check_pair(zh, en)
    assert finding.rule is rule
    assert left in finding.expected
    assert right in finding.seen
    assert finding.language == "zh-en"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("从12月6日到1月10日须自费检测。", "Tests are at one's own expense from December 10 to January 6."),
        (
            "第一、二、三产业分别增长4.9%、6.2%和7%。",
            "Primary, secondary and tertiary industries grew 4.9 percent, 7 percent and 6.2 percent.",
        ),
        ("能耗从103.8下降到94.8。", "Energy consumption fell from 94.8 to 103.8."),
        ("1.5万名军人和71架飞机参加。", "71 soldiers and 15,000 aircraft took part."),
        (
            "累计确诊病例2045例,累计治愈出院病例1963例。",
            "A total of 1,963 cases were confirmed and 2,045 were cured and discharged.",
        ),
        (
            "取得资格60人,培训2952课时。",
            "2,952 people obtained the qualification and trained for 60 class hours.",
        ),
    ],
)
def test_numbers_that_change_places_are_found(zh, en):
    """Both numbers are true, but of each other's thing."""
    assert Rule.SUBJECT in {finding.rule for finding in check_pair(zh, en)}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("种类已从1994年的461种增加到500多种。", "Species have decreased from 461 in 1994 to more than 500."),
        ("观众为240万,高于此前的170万。", "It has 2.4 million viewers, down from 1.7 million."),
        ("2月20日确诊病例显著增加。", "There was a significant decrease in confirmed cases on 20 February."),
    ],
)
def test_a_direction_is_turned_even_where_no_number_carries_it(zh, en):
    """The values contradict the word, or the two sentences contradict each other."""
    assert [finding.rule for finding in check_pair(zh, en)] == [Rule.DIRECTION]


def test_a_text_that_speaks_of_both_directions_is_left_alone():
    """Only sentences of one direction can be told apart as a whole."""
    zh = "成本降低,效率提高。"
    assert not check_pair(zh, "Costs rose less and efficiency increased.")


def test_numbers_that_move_with_their_words_are_not_swapped():
    """A sentence turned around is no swap."""
    zh = "清退不合格人员83人,收缴证件21个。"
    en = "It confiscated 21 certificates and dismissed 83 unqualified staff."
    assert not check_pair(zh, en)


def test_a_mismatch_row_holds_both_sides_and_a_sentence():
    """What `check --jsonl` prints."""
    [finding] = check_pair("受理案件847件。", "It accepted 874 cases.")
    assert mismatch_row(finding) == {
        "type": "value",
        "zh": "847件",
        "en": "874",
        "message": "The Chinese says “847件”, the English says “874”: the values differ.",
    }


@pytest.mark.parametrize(("zh", "en"), [("", ""), ("。", "."), ("无数字。", "No number at all.")])
def test_texts_without_numbers_agree(zh, en):
    """Nothing to compare is no disagreement."""
    assert check_pair(zh, en) == ()
