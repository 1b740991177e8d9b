"""The formats that offices publish in, whole files through the same door as plain text."""

import io
import zipfile
import zlib
from pathlib import Path

import docx
import pytest

from govbrief.base.errors import InputError
from govbrief.numbers.find import find_in_outline
from govbrief.read.formats import child
from govbrief.read.formats.extracted import FormatError
from govbrief.read.formats.html import read_html
from govbrief.read.formats.kinds import tell_format
from govbrief.read.formats.markdowntext import read_markdown
from govbrief.read.formats.wordnumbers import W
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from tests.support import office

ROOT = Path(__file__).resolve().parents[2]
REPORTS = [
    ROOT / "seeds" / "dalian-2023.txt",
    ROOT / "tests" / "documents" / "budget-report.txt",
    ROOT / "tests" / "documents" / "law-township-first-person.txt",
    ROOT / "tests" / "documents" / "work-report-leads.txt",
    ROOT / "tests" / "documents" / "economy-half-year.txt",
]
FORMATS = {
    "html": office.as_html,
    "gbk.html": lambda text: office.as_html(text, "gb18030"),
    "docx": office.as_docx,
    "pdf": office.as_pdf,
}


def told(path: str) -> tuple[list[tuple[str, int, str]], list[tuple[str, str]]]:
    """What a report tells, whatever its format: headings, levels, roles, and its amounts with their units."""
    outline = split_report(load_report(path))
    sections = [("".join(s.heading.split()), s.level, s.role.value) for s in outline.sections]
    amounts = [(str(q.value), q.unit) for q in find_in_outline(outline) if q.is_amount]
    return sections, amounts


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_every_format_tells_the_same(tmp_path, path, suffix):
    """The same report as text, web page, Word file and PDF has the same outline and the same quantities."""
    other = office.write(tmp_path, f"report.{suffix}", FORMATS[suffix](path.read_text(encoding="utf-8")))
    assert told(other) == told(str(path))


def test_pages_and_paragraphs_are_kept(tmp_path):
    """Evidence can be cited by page in a PDF and by paragraph in a Word file."""
    text = "青岚县2023年工作报告\n" + "全年办理案件3200件,群众满意率达到98%。\n" * 60
    report = load_report(office.write(tmp_path, "a.pdf", office.as_pdf(text)))
    assert report.place_of(0) == "page 1"
    assert report.place_of(len(report.text) - 1) == "page 2"
    report = load_report(office.write(tmp_path, "a.docx", office.as_docx(text)))
    assert report.place_of(report.text.index("全年")) == "paragraph 2"
    assert load_report(str(REPORTS[0])).place_of(5) == ""


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7\nnot really", "the PDF is damaged"),
        ("a.docx", b"PK\x03\x04 not really", "the Word file is damaged"),
        ("a.html", b"<!doctype html><html><body><script>1</script></body></html>", "holds no text"),
    ],
)
def test_damaged_files(tmp_path, name, data, words):
    """A damaged file is refused with its name and what is wrong with it."""
    with pytest.raises(InputError, match=words) as caught:
        load_report(office.write(tmp_path, name, data))
    assert name in str(caught.value)


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_document(xml: bytes) -> bytes:
    """A Word file of python-docx with its main part replaced."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(office.as_docx("正文"))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    return zipped({**parts, "word/document.xml": xml})


ENTITIES = b"".join(
    b'<!ENTITY %s "%s">' % (b"e%d" % level, b"&e%d;" % (level - 1) * 10 if level else b"lol" * 10)
    for level in range(12)
)


def pdf_of_stream(stream: bytes) -> bytes:
    """A PDF of one page whose content is given packed."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    parts = [b"%PDF-1.4\n"]
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = sum(map(len, parts))
    trailer = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return b"".join((*parts, b"xref\n0 5\n0000000000 65535 f \n", table, trailer))


def packed_blanks(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join((*(packer.compress(b" " * 1_000_000) for _ in range(megabytes)), packer.flush()))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("stream.pdf", lambda: pdf_of_stream(packed_blanks(700))),
        ("zip.docx", lambda: zipped({"word/document.xml": b"0" * 100_000_000})),
        ("empty.docx", lambda: zipped({"word/other.xml": b"x"})),
        ("entities.docx", lambda: with_document(b"<!DOCTYPE x [" + ENTITIES + b"]><x>&e11;</x>")),
        ("deep.docx", lambda: with_document(b"<x>" * 100_000 + b"</x>" * 100_000)),
        ("deep.html", lambda: b"<html><body>" + b"<div>" * 300_000 + b"x"),
    ],
    ids=["pdf", "zip", "other archive", "entities", "deep xml", "deep html"],
)
def test_bombs(tmp_path, name, data):
    """Archives, entities and trees that would fill the memory are refused within the limits."""
    with pytest.raises(InputError) as caught:
        load_report(office.write(tmp_path, name, data()))
    assert name in str(caught.value)


def test_unknown_tags_cost_little(tmp_path):
    """A page of a hundred thousand tags that no rule knows is read in time."""
    report = load_report(office.write(tmp_path, "a.html", b"<html><body>" + b"<zz>" * 100_000 + b"x" * 500))
    assert "x" * 500 in report.text


def test_child_is_bounded(monkeypatch):
    """A reader that takes too long is ended, and one that dies says so."""
    monkeypatch.setattr(child, "PATIENCE", 0.01)
    with pytest.raises(FormatError, match="took more than"):
        child.read_foreign("html", b"<html>")
    monkeypatch.setattr(child, "PATIENCE", 30)
    monkeypatch.setattr(child.sys, "executable", "/bin/false")
    with pytest.raises(FormatError, match="gave up"):
        child.read_foreign("html", b"<html>")


def test_word_numbers_are_written_out(tmp_path):
    """Headings that Word numbers by itself carry their numbers in the text."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    xml = numbering.xpath("//w:abstractNum")[0].__copy__()
    for level in list(xml.iterchildren(f"{W}lvl")):
        xml.remove(level)
    for depth, (pattern, style) in enumerate((("%1、", "chineseCounting"), ("（%2）", "chineseCounting"))):
        level = xml.makeelement(f"{W}lvl", {f"{W}ilvl": str(depth)})
        for tag, value in (("start", "1"), ("numFmt", style), ("lvlText", pattern)):
            level.append(level.makeelement(f"{W}{tag}", {f"{W}val": value}))
        xml.append(level)
    xml.set(f"{W}abstractNumId", "90")
    numbering.insert(0, xml)
    number = numbering.makeelement(f"{W}num", {f"{W}numId": "90"})
    number.append(number.makeelement(f"{W}abstractNumId", {f"{W}val": "90"}))
    numbering.append(number)
    for text, depth in (("主要工作", 0), ("经济建设", 1), ("民生改善", 1), ("工作打算", 0), ("扩大投资", 1)):
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = 90
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert load_report(str(path)).text.split() == [
        "一、主要工作",
        "（一）经济建设",
        "（二）民生改善",
        "二、工作打算",
        "（一）扩大投资",
    ]


def test_word_tables_are_rows(tmp_path):
    """A table's rows are lines with a tab between the cells."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("指标", "绝对数"), ("生产总值", "98.7")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert load_report(str(path)).text == "指标\t绝对数\n生产总值\t98.7\n"


def test_page_without_known_container():
    """A page of an unknown system is read by its main text, without its menus."""
    body = "".join(
        f"<p>全年办理案件{n}件,群众满意率达到98%,各项工作取得新的进展和成效。</p>" for n in range(20)
    )
    page = f"<html><body><nav><a>首页</a><a>公开</a></nav><div class='x'><h1>工作报告</h1>{body}</div></body></html>"
    text = read_html(page).text
    assert text.startswith("工作报告")
    assert "办理案件19件" in text
    assert "首页" not in text


def test_page_states_its_metadata(tmp_path):
    """What the meta tags of an office's page state is metadata outside the text."""
    page = office.as_html("全年办理案件3200件。\n" * 20).decode()
    page = page.replace(
        "</head>",
        '<meta name="PubDate" content="2024-03-01 09:30"/><meta name="ContentSource" content="县司法局"></head>',
    )
    report = load_report(office.write(tmp_path, "a.html", page.encode()))
    assert (report.published.value, report.published.span) == ("2024-03-01", None)
    assert (report.issuer.value, report.issuer.span) == ("县司法局", None)


def test_layout_tables_are_no_cells():
    """Old sites put the article into a table's cell; a real table keeps its rows."""
    long = "全年办理案件3200件,群众满意率达到98%,各项工作取得新的进展和成效。" * 4
    inner = "<table><tr><td>指标</td><td>98</td></tr></table>"
    page = f"<div id='zoom'><table><tr><td><p>{long}</p>{inner}</td></tr></table></div>"
    assert read_html(f"<html><body>{page}</body></html>").text.split("\n")[-2:] == ["指标\t98", ""]
    assert long in read_html(f"<html><body>{page}</body></html>").text.split("\n")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.4", "x", "pdf"),
        (b"<!DOCTYPE html><html>", "x", "html"),
        (b"\xef\xbb\xbf\n<!-- saved from url -->\n<html lang=zh>", "x.txt", "html"),
        (b"plain <html> words", "x.txt", "text"),
        (b"# a", "x.md", "md"),
        (b"text", "x.shtml?id=1", "html"),
    ],
)
def test_formats_are_told_apart(data, name, kind):
    """The first bytes decide, the name only where they cannot."""
    assert tell_format(data, name) == kind


def test_markdown_marks_are_dropped(tmp_path):
    """Headings, bold and links of Markdown leave their words."""
    source = "# 青岚县2023年工作总结\n\n## 一、主要工作\n\n**稳增长。**全年[投资](http://x)12亿元。\n\n---\n- 一项\n"
    assert read_markdown(source).text.split() == [
        "青岚县2023年工作总结",
        "一、主要工作",
        "稳增长。全年投资12亿元。",
        "一项",
    ]
    path = tmp_path / "a.md"
    path.write_text(source, encoding="utf-8")
    assert load_report(str(path)).title.value == "青岚县2023年工作总结"
