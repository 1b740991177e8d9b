"""PDF pages: raised figures are no digits, running heads and notes interrupt no paragraph, 40 pages take no time."""

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govbrief.numbers.find import find_in_outline
from govbrief.read.formats.pdf import read_pdf
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

FONT = "STSong-Light"
TITLE = "石岭市2023年法治政府建设年度报告"
SIZE = 14


def pdf(*pages: list[tuple[float, list[tuple[str, float, float]]]]) -> bytes:
    """Pages of lines: a height, and the pieces of the line with their size and how far each is raised."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    for lines in pages:
        for height, pieces in lines:
            left = 60.0
            for text, size, rise in pieces:
                canvas.setFont(FONT, size)
                canvas.drawString(left, height + rise, text)
                left += pdfmetrics.stringWidth(text, FONT, size)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def plain(text: str) -> list[tuple[str, float, float]]:
    return [(text, SIZE, 0)]


def mark(text: str) -> tuple[str, float, float]:
    """A figure set as a note mark."""
    return (text, SIZE * 0.55, SIZE * 0.45)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("常住人口", SIZE, 0), mark("1"), ("1761.48万人。", SIZE, 0)], "常住人口¹1761.48万人。"),
        ([("性别比", SIZE, 0), mark("2"), ("为122.44", SIZE, 0), mark("3"), ("。", SIZE, 0)], "性别比²为122.44³。"),
        ([("占地35km", SIZE, 0), mark("2"), ("。", SIZE, 0)], "占地35km²。"),
        ([("播种12", SIZE, 0), mark("1"), ("万亩。", SIZE, 0)], "播种12¹万亩。"),
        ([("增加", SIZE, 0), ("12", SIZE * 0.9, 0), ("万亩。", SIZE, 0)], "增加12万亩。"),
        ([("CO", SIZE, 0), ("2", SIZE * 0.55, -SIZE * 0.2), ("排放。", SIZE, 0)], "CO2排放。"),
    ],
)  # fmt: skip
def test_raised_figures(pieces, text):
    """Small and raised is a note mark or an exponent; small alone, or lowered, is not."""
    found = read_pdf(pdf([(700, plain("全市基本情况")), (660, pieces)])).text
    assert "".join(found.split()).replace("全市基本情况", "") == text


def gazette(pages: int) -> bytes:
    """A report in a gazette: a running head, page numbers, a note at the foot that cuts a sentence in two."""
    body = "全年办理各类行政执法案件3215件，"
    made = []
    for page in range(pages):
        lines = [
            (800, [(f"石岭市人民政府公报 2024年第{page + 2}期", 9, 0)]),
            (30, [(f"— {page + 1} —", 9, 0)]),
        ]
        if page == 0:
            lines += [(760, plain(TITLE)), (720, plain("一、主要成效"))]
        lines += [(680 - 24 * row, plain(f"　　{body}群众满意率达到98.5%。")) for row in range(12)]
        lines += [(380, plain("　　全市常住人口达到")), (80, [(f"{page + 1} 注：为年末数。", 9, 0)])]
        if page:
            lines += [(710, plain(f"4{page}.5万人，比上年末增加。"))]
        made.append(sorted(lines, key=lambda line: -line[0]))
    return pdf(*made)


def test_a_gazette_is_read_through():
    """The title is the report's, heads, numbers and notes are left out, a sentence goes on over the page."""
    found = read_pdf(gazette(4))
    outline = split_report(report_of(found, "a.pdf", b"", "pdf"))
    assert outline.report.title.value == TITLE
    assert outline.report.year.value == "2023"
    assert [one.heading for one in outline.sections] == ["一、主要成效"]
    noise = {span.of(found.text) for span in outline.noise}
    assert {"— 1 —", "石岭市人民政府公报 2024年第2期"} <= noise
    told = "".join(sentence.text for one in outline.sections for sentence in one.sentences)
    assert "全市常住人口达到41.5万人" in told
    amounts = {(q.text, float(q.value)) for q in find_in_outline(outline) if q.unit == "人"}
    assert ("41.5万人", 415_000) in amounts
