"""Pages that are pictures: read in order, named with how sure the reading is, and never confirming what is unsure."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from govbrief.base.errors import InputError
from govbrief.checking.check import index_source
from govbrief.numbers.find import find_in_outline
from govbrief.read import load, scans
from govbrief.read.formats.ocr import Scan, ScanLine
from govbrief.read.formats.scanner import ScannedPiece, in_reading_order
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.write.absent import absences
from tests.support import office

WIDTH = 1000.0


def piece(left: float, top: float, text: str, width: float = 400, score: float = 0.99) -> ScannedPiece:
    return ScannedPiece(left, top, left + width, top + 20, text, score)


def test_lines_cells_and_indents():
    """Boxes of one height are one line, a wide gap parts cells, the first line of a paragraph stands in."""
    pieces = [
        piece(100, 60, "全年办理案件3200件，群众满意。", 800),
        piece(150, 30, "一、成效", 200),
        piece(100, 90, "税收", 80),
        piece(500, 92, "12.5", 80, 0.8),
        piece(100, 120, "第二段接着第一段。", 700),
        piece(100, 150, "零售额742.31", 200),
        piece(320, 150, "7.6", 60),
    ]
    assert in_reading_order(pieces, WIDTH) == [
        ("\u3000\u3000一、成效", 0.99),
        ("全年办理案件3200件，群众满意。", 0.99),
        ("税收\t12.5", 0.8),
        ("第二段接着第一段。", 0.99),
        ("零售额742.31 7.6", 0.0),
    ]


def test_columns_are_read_one_after_the_other():
    """Two columns of running text under a headline are not read across."""
    left = [piece(50, 100 + 30 * n, f"左{n}") for n in range(6)]
    right = [piece(540, 100 + 30 * n, f"右{n}") for n in range(6)]
    order = [text for text, _ in in_reading_order([piece(50, 40, "标题", 900), *left, *right], WIDTH)]
    assert order == ["标题", *(f"左{n}" for n in range(6)), *(f"右{n}" for n in range(6))]


@pytest.mark.parametrize(
    ("seen", "told", "sure"),
    [
        ("（2021一2025年）", "（2021—2025年）", True),
        ("死亡率7.41%0。", "死亡率7.41‰。", True),
        ("增长5,0%。", "增长5,0%。", False),
        ("受理1,234件。", "受理1,234件。", True),
        ("零售额742.317.6", "零售额742.317.6", False),
        ("生产总值1863.27 6.1", "生产总值1863.27 6.1", False),
        ("生产总值 1863.27 6.1", "生产总值 1863.27 6.1", True),
    ],
)
def test_slips_of_the_engine(seen, told, sure):
    """What only one reading fits is mended; a comma for a point makes its line unsure."""
    assert in_reading_order([piece(0, 0, seen)], WIDTH) == [(told, 0.99 if sure else 0.0)]


def scanned(monkeypatch, tmp_path, lines: list[ScanLine]):
    """A PDF of one text page and one picture that an engine would read as these lines."""
    monkeypatch.setattr(scans, "can_recognise", lambda: True)
    monkeypatch.setattr(load, "can_recognise", lambda: True)
    monkeypatch.setattr(scans, "recognise", lambda *_: iter([Scan(2, lines)]))
    return load_report(office.write(tmp_path, "a.pdf", office.scanned_pdf(pages=2, with_text=1)))


def test_a_recognised_page_is_text(monkeypatch, tmp_path):
    """Its lines stand at its place, and the report says that and how surely they were read."""
    report = scanned(
        monkeypatch, tmp_path, [ScanLine("全年培训35场。", 0.99), ScanLine("发放贷款81万元。", 0.5)]
    )
    assert report.place_of(report.text.index("培训35场")) == "page 2"
    assert [(page, round(sure, 2)) for page, sure in report.recognised] == [(2, 0.73)]
    assert [span.of(report.text) for span in report.doubtful] == ["发放贷款81万元。"]
    assert report.unread == ()


def test_an_unsure_number_confirms_nothing(monkeypatch, tmp_path):
    """A number of an unsure line is marked, one of a sure line is not."""
    report = scanned(
        monkeypatch, tmp_path, [ScanLine("全年培训35场。", 0.99), ScanLine("发放贷款81万元。", 0.5)]
    )
    found = {q.text: q.uncertain for q in find_in_outline(split_report(report)) if q.is_amount}
    assert (found["35场"], found["81万元"]) == (False, True)
    assert index_source(split_report(report)).quantities


def test_without_the_engine_the_way_on_is_named(monkeypatch, tmp_path):
    """The page's number and the one command that installs what it takes."""
    monkeypatch.setattr(scans, "can_recognise", lambda: False)
    monkeypatch.setattr(load, "can_recognise", lambda: False)
    report = load_report(office.write(tmp_path, "a.pdf", office.scanned_pdf(pages=3, with_text=2)))
    assert report.unread == (
        'page 3 has no text layer (a scanned image?): pip install "govbrief[ocr]" reads it',
    )
    with pytest.raises(InputError, match="no page has a text layer") as caught:
        load_report(office.write(tmp_path, "b.pdf", office.scanned_pdf(pages=2)))
    assert "govbrief[ocr]" in caught.value.hint
    with pytest.raises(InputError, match="is a picture") as caught:
        load_report(office.write(tmp_path, "c.png", b"\x89PNG\r\n\x1a\n\0\0"))
    assert "govbrief[ocr]" in caught.value.hint


def test_a_picture_is_read(tmp_path):
    """The engine itself reads a rendered page: every figure, the seal's red ink left out."""
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    text = "石岭市2023年工作总结\n一、主要成效\n全年办理案件3215件，增长8.6%，投入资金1270万元。\n"
    page = pypdfium2.PdfDocument(office.as_pdf(text))[0].render(scale=2.2).to_pil().convert("RGB")
    page.paste((220, 30, 30), (300, 300, 500, 310))
    file = io.BytesIO()
    page.crop((0, 0, page.width, 400)).save(file, "PNG")
    heard: list[str] = []
    path = office.write(tmp_path, "a.png", file.getvalue())
    report = load_report(path, told=heard.append)
    assert heard == ["page 1 has no text layer: reading its image (1 of 1)"]
    amounts = [(float(q.value), q.unit) for q in find_in_outline(split_report(report)) if q.is_amount]
    assert amounts == [(3215, "件"), (8.6, "%"), (12_700_000, "元")]


def test_a_brief_tells_its_pages(monkeypatch, tmp_path):
    """Which pages were read from images, how surely, and which were not read stands in the brief in both languages."""
    report = scanned(monkeypatch, tmp_path, [ScanLine("全年培训35场。", 0.99)])
    report = replace(report, unread=("page 3 shows no text",))
    outline = split_report(report)
    told = {one.what: (one.zh, one.en) for one in absences(outline, index_source(outline))}
    assert "第2页由图像识别" in told["read_from_image"][0]
    assert "99% sure" in told["read_from_image"][1]
    assert "第3页未能读取" in told["not_read"][0]
