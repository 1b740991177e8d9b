"""What the report does not say, by code."""

import pytest

from govbrief.checking.check import index_source
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief.write.absent import absences

REPORT = """\
某市2023年法治政府建设情况报告

一、主要工作举措和成效
市司法局全年办理行政复议案件128件。
二、存在的不足
{lacking}
三、2024年工作打算
2024年6月底前新建调解室12个。
"""


@pytest.mark.parametrize(
    ("lacking", "missing"),
    [
        ("基层执法力量薄弱，执法人员持证率不高。", True),
        ("基层执法力量薄弱，主要原因是编制紧张。", False),
        ("受经济水平限制，信息化水平不高。", False),
    ],
)
def test_shortcomings_without_a_cause_are_said_to_have_none(lacking, missing):
    """Only where no sentence may tell why."""
    text = REPORT.format(lacking=lacking)
    outline = split_report(report_of(Extracted(text), "a.txt", text.encode(), "0"))
    told = {one.what for one in absences(outline, index_source(outline))}
    assert ("no_causes" in told) == missing
    assert not told & {"no_shortcomings", "no_plans", "plans_without_numbers", "plans_without_dates"}
