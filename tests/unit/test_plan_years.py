"""The year that plans are for is told where a heading says it, and nowhere else."""

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

DONE = "全年办结案件360件，群众满意度达到98%，各项任务圆满完成。"
AHEAD = "计划培训执法人员600人次，力争新增规上企业12家，新建学校5所。"


def outline(title: str, plan: str, back: str = "一、2023年工作回顾"):
    text = f"{title}\n{back}\n{DONE}\n{plan}\n{AHEAD}\n"
    return split_report(report_of(Extracted(text), "a.txt", text.encode(), "utf-8"))


@pytest.mark.parametrize(
    ("plan", "year"),
    [
        ("二、2024年工作打算", 2024),
        ("二、二〇二四年工作安排", 2024),
        ("二、明年工作计划", 2024),
        ("二、下一年度工作安排", 2024),
        ("二、“十四五”后期和2024年主要任务", 2024),
        ("二、下一步工作打算", None),
        ("二、今后五年的奋斗目标", None),
        ("二、2021—2025年工作目标", None),
    ],
)
def test_a_heading_dates_its_plans(plan, year):
    """Its own year, the next one where it says so, and none where it says none."""
    found = outline("石桥区2023年工作总结", plan)
    assert found.plan_year == year
    assert [one.year for one in found.sections] == [None, year]


def test_below_a_dated_heading():
    """Parts of a dated plan are of its year, pledges under a heading that looks back are not of that one."""
    pledge = "同时，还存在执法力量不足等问题。对此，我们将认真加以解决。"
    found = outline(
        "石桥区2023年工作总结",
        f"{pledge}\n二、2024年工作安排\n（一）抓产业。{AHEAD}\n（二）抓民生。{AHEAD}",
    )
    assert [(one.heading[:4], one.year) for one in found.sections if one.role.value == "plan"] == [
        ("", None),
        ("二、20", 2024),
        ("（一）抓", 2024),
        ("（二）抓", 2024),
    ]


def test_the_rest_of_the_year():
    """A report on half a year plans for the other half."""
    found = outline("石桥区2024年上半年工作总结", "二、2024年下半年工作安排", "一、上半年工作情况")
    assert found.plan_year == 2024
    assert outline("石桥区2024年上半年工作总结", "二、下半年工作安排", "一、上半年工作情况").plan_year == 2024


def test_this_year_of_a_work_report():
    """A work report is given in the year that it calls this one."""
    assert outline("石桥区政府工作报告", "二、今年工作任务").plan_year == 2024


@pytest.mark.parametrize(
    "heading", ["四、下一年度推进依法行政的主要安排", "四、下一年重点任务", "四、下年工作打算"]
)
def test_next_year_whatever_follows(heading):
    """The year after the report's, also where what is planned stands behind it; 下一年级 is no year."""
    text = f"石桥区2023年法治政府建设年度报告\n一、主要成效\n办结案件360件。\n{heading}\n新建调解室5个。\n"
    assert split_report(report_of(Extracted(text), "a.txt", text.encode(), "0")).plan_year == 2024
