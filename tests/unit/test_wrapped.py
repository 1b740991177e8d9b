"""Wrapped texts, however short or narrow, are joined to their paragraphs, so that sentences keep what they are for."""

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

PARAGRAPHS = (
    "石岭市2023年工作总结",
    "一、工作情况",
    "2023年，全市办结案件186件，调解成功率98.6%，新建学校12所，惠及群众3.2万人。同时也要看到，执法人员数量不足，部分设施老化，经费缺口较大。",
    "二、2024年打算",
    "计划培训执法人员320人次，新建社区食堂6家，力争群众满意度达到99%以上。",
)


def wrapped(width: int) -> str:
    """The paragraphs with an indent each, cut at a width wherever it falls."""
    rows = [f"\u3000\u3000{text}" for text in PARAGRAPHS]
    return "\n".join(row[at : at + width] for row in rows for at in range(0, len(row), width)) + "\n"


@pytest.mark.parametrize("width", [13, 18, 24, 36, 40])
def test_sentences_are_whole_in_every_width(width):
    """A narrow column, a page and a wide page hold the same sentences, each with its role."""
    text = wrapped(width)
    sections = split_report(report_of(Extracted(text), "a.txt", text.encode(), "utf-8")).sections
    told = [
        (one.role.value, "".join(said.text for said in one.sentences)) for one in sections if one.sentences
    ]
    first, lack = PARAGRAPHS[2].split("同时", 1)
    assert told == [("achievement", first), ("shortcoming", f"同时{lack}"), ("plan", PARAGRAPHS[4])]


def test_a_title_cut_inside_a_word():
    """A title whose last character stands on the next line is one title, and the text below it is read."""
    text = (
        "北川区人民政府关于2023年度法治政府建设情况的报\n告\n市人民政府：\n一、主要工作\n"
        "全年办结行政复议案件36件，开展执法培训12场次。\n二、存在问题\n执法力量不足，装备落后。\n"
    )
    report = report_of(Extracted(text), "a.txt", text.encode(), "utf-8")
    assert report.title is not None
    assert report.title.value == "北川区人民政府关于2023年度法治政府建设情况的报告"
    assert [one.heading for one in split_report(report).sections] == ["一、主要工作", "二、存在问题"]
