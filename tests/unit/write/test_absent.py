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


def absent(text: str) -> set[str]:
    """The names of what a report does not say."""
    outline = split_report(report_of(Extracted(text), "a.txt", text.encode(), "0"))
    return {one.what for one in absences(outline, index_source(outline))}


def test_a_bulletin_is_asked_for_figures_alone():
    """Neither shortcomings nor plans are missed in a statistical bulletin; a report without them lacks both."""
    bulletin = "某县2022年国民经济和社会发展统计公报\n一、综合\n全年地区生产总值98.73亿元，增长3.9%。\n"
    assert absent(bulletin) == {"no_publication_date"}
    work = bulletin.replace("国民经济和社会发展统计公报", "法治政府建设情况报告")
    assert absent(work) == {"no_shortcomings", "no_plans", "no_publication_date"}


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
    told = absent(text)
    assert ("no_causes" in told) == missing
    assert not told & {"no_shortcomings", "no_plans", "plans_without_numbers", "plans_without_dates"}
