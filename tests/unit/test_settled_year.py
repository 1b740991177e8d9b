"""The year that a report is of is a settled fact, wherever it stands: what is told of the whole may name it."""

import pytest

from govbrief.checking.check import check_wording, index_source
from govbrief.checking.standpoint import head_evidence, standpoint_of
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief_schemas.finding import Verdict

ALONE = "2023年建成站点12个。", "12 stations were built in 2023."
TEXT = (
    "石桥区政府工作报告\n——2024年1月12日在石桥区第三届人民代表大会第四次会议上\n"
    "一、过去一年工作回顾\n全年办结案件360件。\n建成站点12个。\n"
)


def verdicts(zh, en, *, whole=True):
    outline = split_report(report_of(Extracted(TEXT), "a.txt", TEXT.encode(), "utf-8"))
    assert outline.report.year is not None
    assert outline.report.year.value == "2023"
    assert "2023" not in TEXT
    number = "360" if "360" in zh else "12"
    told = next(s for section in outline.sections for s in section.sentences if number in s.text)
    evidence = (*head_evidence(outline), told) if whole else (told,)
    found = check_wording(zh, en, evidence, index_source(outline), standpoint_of(outline))
    return {(one.language, one.seen): one.verdict for one in found if "20" in one.seen}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2023年，石桥区办结案件360件。", "In 2023, Shiqiao District concluded 360 cases."),
        ("2023年度办结案件360件。", "360 cases were concluded in 2023."),
        ("全年办结案件360件。", "360 cases were concluded in 2023."),
    ],
)
def test_the_own_year(zh, en):
    """The year of the report is confirmed in both languages although the text nowhere says it."""
    assert set(verdicts(zh, en).values()) <= {Verdict.SUPPORTED}


def test_another_year():
    """Another year is not, and a line that rests on its own sentence alone has no year from elsewhere."""
    wrong = verdicts("2021年办结案件360件。", "360 cases were concluded in 2021.")
    assert Verdict.SUPPORTED not in wrong.values()
    alone = verdicts(*ALONE, whole=False)
    assert alone
    assert Verdict.SUPPORTED not in alone.values()


def test_the_year_of_the_plans():
    """下一年度 in a heading is the year after the report's: what is told of the whole may say so, and no other."""
    text = "石桥区2023年法治政府建设年度报告\n一、主要成效\n办结案件360件。\n二、下一年度主要安排\n新建调解室5个。\n"
    outline = split_report(report_of(Extracted(text), "a.txt", text.encode(), "utf-8"))
    told = next(s for section in outline.sections for s in section.sentences if "5" in s.text)
    for year, sound in (("2024", True), ("2025", False)):
        evidence = (*head_evidence(outline), told)
        zh, en = f"{year}年计划新建调解室5个。", f"5 mediation rooms are planned for {year}."
        found = check_wording(zh, en, evidence, index_source(outline), standpoint_of(outline))
        assert all(one.verdict is Verdict.SUPPORTED for one in found if year in one.seen) == sound
