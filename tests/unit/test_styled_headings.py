"""Headings that a file sets as such are headings without any number: in Markdown, on a page, in Word."""

import io

import docx
import pytest

from govbrief.read.formats.docx import read_docx
from govbrief.read.formats.html import read_html
from govbrief.read.formats.markdowntext import read_markdown
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

PARTS = [
    (1, "工作亮点", "新增就业3500人，发放贷款2.1亿元。"),
    (2, "就业增收", "开展培训12场。"),
    (1, "短板弱项", "人手紧张，经费缺口20万元。"),
    (1, "来年安排", "培训60人，力争实现全覆盖。"),
]
TITLE = "石岭市2023年工作总结"


def markdown():
    return read_markdown(f"# {TITLE}\n" + "".join(f"\n{'#' * (n + 1)} {h}\n\n{t}\n" for n, h, t in PARTS))


def page():
    body = "".join(f"<h{n + 1}>{h}</h{n + 1}><p>{t}</p>" for n, h, t in PARTS)
    return read_html(f"<html><body><h1>{TITLE}</h1><div id='zoom'>{body}</div></body></html>")


def word():
    document = docx.Document()
    document.add_paragraph(TITLE)
    for level, heading, text in PARTS:
        document.add_heading(heading, level)
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return read_docx(file.getvalue())


@pytest.mark.parametrize("read", [markdown, page, word])
def test_styled_headings(read):
    """Every heading has its level and its role, and no mark of the reader is left in the text."""
    found = read()
    assert "\x02" not in found.text
    outline = split_report(report_of(found, "a", b"", "utf-8"))
    assert [(one.heading, one.level, one.role.value) for one in outline.sections] == [
        ("工作亮点", 1, "achievement"),
        ("就业增收", 2, "achievement"),
        ("短板弱项", 1, "shortcoming"),
        ("来年安排", 1, "plan"),
    ]
    assert outline.report.title.value == TITLE
