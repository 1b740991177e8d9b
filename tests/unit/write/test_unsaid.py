"""What a model says that a report leaves out is printed where a search of the report proves it."""

import pytest

from govbrief.checking.check import index_source
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief.write.unsaid import MOST, proven
from govbrief_schemas.answers import UnsaidAnswer
from tests.unit.write.conftest import WHOLE, Scripted

REPORT = """\
某市2023年法治政府建设情况报告

一、主要工作举措和成效
推动行政机关负责人出庭应诉，按月提示、按季通报。
开展拖欠企业账款专项整治，有关部门逐项核对。
共清偿账款3.2亿元。全年培训执法人员。
各县区同步开展执法检查，成效明显。
二、存在的不足
因编制紧张，基层执法力量薄弱。
部分单位普法形式单一。
三、2024年工作打算
6月底前修订重大行政决策目录。
健全调解组织网络。
"""


def unsaid(zh, en, lacks, *words):
    """What of one claim is printed."""
    outline = split_report(report_of(Extracted(REPORT), "a.txt", REPORT.encode(), "0"))
    row = UnsaidAnswer(zh=zh, en=en, lacks=lacks, words=words)
    return proven([row] * (MOST + 1), outline, index_source(outline))


@pytest.mark.parametrize(
    ("zh", "en", "lacks", "words"),
    [
        ("未提及行政复议。", "Administrative reconsideration is not mentioned.", "mention", ["行政复议"]),
        ("未给出负责人出庭率。", "No appearance rate is given.", "figure", ["负责人出庭"]),
        ("未说明培训人数。", "The number of people trained is not given.", "figure", ["培训"]),
        ("健全调解组织没有期限。", "No date is given for the mediation network.", "date", ["调解组织"]),
        ("未说明普法形式单一的原因。", "No cause is given for dull legal education.", "cause", ["普法形式"]),
    ],
)
def test_what_the_report_bears_out_is_printed(zh, en, lacks, words):
    """Once for each claim, and no more claims than a reader takes in."""
    found = unsaid(zh, en, lacks, *words)
    assert [(one.what, one.zh, one.en) for one in found] == [("unsaid", zh, en)] * MOST


@pytest.mark.parametrize(
    ("zh", "en", "lacks", "words"),
    [
        # it stands there, under the same word, with something inside it, or in the next sentence
        ("未提及出庭应诉。", "Appearance in court is not mentioned.", "mention", ["出庭应诉"]),
        ("未提及机关出庭。", "Appearance by organs is not mentioned.", "mention", ["机关出庭"]),
        ("未给出拖欠账款的核对金额。", "No amount of arrears checked is given.", "figure", ["逐项核对"]),
        ("未给出清偿金额。", "No amount paid is given.", "figure", ["清偿账款"]),
        ("修订目录没有期限。", "No date is given for the catalogue.", "date", ["决策目录"]),
        ("未说明执法力量薄弱的原因。", "No cause is given for thin staffing.", "cause", ["执法力量"]),
        # what is looked for is longer than the thing that is there
        ("未提及负责人出庭。", "Appearance in court is not mentioned.", "mention", ["负责人出庭统计表"]),
        # the words are not those of the claim, or are none
        ("未给出复议案件数。", "No number of cases is given.", "mention", ["烟花爆竹"]),
        ("未给出复议案件数。", "No number of cases is given.", "mention", ["复"]),
        ("未给出复议案件数。", "No number of cases is given.", "mention", []),
        ("未给出复议案件数。", "No number of cases is given.", "figure", ["复议案件"]),
        # one language says what the other does not
        ("未提及行政复议12件。", "13 reconsideration cases are not mentioned.", "mention", ["行政复议"]),
        ("未提及行政复议。", "", "mention", ["行政复议"]),
    ],
)
def test_what_it_does_not_bear_out_is_not(zh, en, lacks, words):
    """A claim is dropped as soon as the report may say it."""
    assert not unsaid(zh, en, lacks, *words)


def test_a_brief_tells_it_behind_what_code_found(brief_of):
    """As one list."""
    claims = [
        {"zh": "未提及行政应诉。", "en": "Litigation is not mentioned.", "lacks": "mention", "words": ["行政应诉"]},
        {"zh": "未提及复议。", "en": "Nothing of reconsideration.", "lacks": "mention", "words": ["行政复议"]},
    ]  # fmt: skip
    brief = brief_of(Scripted(WholeAnswer=[WHOLE | {"unsaid": claims}]))
    said = [(one.what, one.zh) for one in brief.absent]
    assert said[-1] == ("unsaid", "未提及行政应诉。")
    assert len(said) > 1
    assert [zh for what, zh in said if what == "unsaid"] == ["未提及行政应诉。"]
