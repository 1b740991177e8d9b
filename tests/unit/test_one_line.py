"""A whole report on one line: its headings are found where they begin, and keep their roles."""

from pathlib import Path

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

DOCUMENTS = Path(__file__).resolve().parents[1] / "documents"
NUMBERED = (
    "budget-report",
    "economy-half-year",
    "hidden-shortcomings",
    "law-district-one-line",
    "law-township-first-person",
    "pdf-wrapped",
    "plan-report",
    "work-report-county",
    "work-report-told",
)
"""Documents whose headings are numbered; on one line nothing else tells where an unnumbered one begins."""


def heads(text: str) -> list[tuple[str, str]]:
    report = report_of(Extracted(text), "a.txt", text.encode(), "0")
    found = [(one.heading, one.role.value) for one in split_report(report).sections if one.number]
    return [("".join(heading.split())[:5], role) for heading, role in found]


@pytest.mark.parametrize("name", NUMBERED)
@pytest.mark.parametrize("parting", ["", " ", "\u3000\u3000"], ids=["nothing", "blank", "indent"])
def test_headings_survive_a_lost_line_end(name, parting):
    """With nothing, a blank or an indent between what were lines, at least nine of ten headings keep place and role."""
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    expected = heads(text)
    found = heads(parting.join(lines))
    assert sum(one in found for one in expected) >= 0.9 * len(expected)
    assert len(found) <= 1.1 * len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "全市统一、规范、高效推进各项工作，既要抓好第一、二产业融合，也要补齐第三、四季度短板，坚持逐一、反复、全面排查。"
        * 3,
        "一是加强领导，健全机制。二是强化保障，落实责任。三是严格考核，跟踪问效。" * 4,
        "具体包括（一）制定规章；（二）清理文件；（三）备案审查等内容，由各部门分别负责落实。" * 3,
    ],
    ids=["words", "clauses", "a list in a sentence"],
)
def test_prose_has_no_headings(text):
    """Figures that belong to words and lists inside sentences are no headings."""
    assert heads(f"石岭市2023年工作总结\n{text}\n") == []
