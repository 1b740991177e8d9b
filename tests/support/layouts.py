"""One report in the layouts in which offices and their readers pass it on; what it says stays the same in each."""

import io
import zipfile
from collections.abc import Callable

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govbrief.base.datafiles import read_table
from govbrief.read.decode import decode_text
from govbrief.read.formats.docx import read_docx
from govbrief.read.formats.extracted import Extracted
from govbrief.read.formats.html import read_html
from govbrief.read.formats.markdowntext import read_markdown
from govbrief.read.formats.pdf import read_pdf
from govbrief.read.formats.wordnumbers import W
from tests.support import office

_DEPTH = 28
"""Lines of a column."""
_CLOSING = "。，,；;、：:！？%）)”》"
_TOP = "首页 > 政务公开 > 正文\n【字体：大 中 小】 打印本页\n"
_BOTTOM = "\n【打印本页】【关闭窗口】\n版权所有：某某人民政府 网站标识码：1234567890\n"


def printed(text: str) -> str:
    """The text as a printer sets it: a tab is a wide gap."""
    return text.replace("\t", "    ")


def lines_of(text: str) -> list[str]:
    """The lines of a document, blanks at their ends left out."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def as_site(text: str) -> bytes:
    """Copied from a site into an old editor: chrome around it, GB18030, line ends of Windows."""
    return f"{_TOP}{text.strip()}{_BOTTOM}".replace("\n", "\r\n").encode("gb18030")


def as_indented(text: str) -> bytes:
    """Paragraphs with two wide blanks in front and an empty line between."""
    return "\n\n".join(f"\u3000\u3000{line}" for line in lines_of(text)).encode()


def as_wrapped(text: str, width: int = 36) -> bytes:
    """Wrapped at a fixed width, first lines indented, as converters write it."""
    rows: list[str] = []
    for line in lines_of(text):
        rest = f"\u3000\u3000{line}"
        while rest:
            size = width
            while len(rest) > size and rest[size] in _CLOSING:
                size += 1
            rows.append(rest[:size])
            rest = rest[size:]
    return "\n".join(rows).encode()


def as_markdown(text: str) -> bytes:
    """Markdown with an empty line between paragraphs and the first line as its title."""
    first, *rest = lines_of(text)
    return "\n\n".join([f"# {first}", *rest]).encode()


def as_one_line(text: str) -> bytes:
    """What a scraper that loses line ends leaves."""
    return " ".join(lines_of(text)).encode()


def as_glued(text: str) -> bytes:
    """What a scraper leaves that loses line ends and puts nothing in their place."""
    return "".join(lines_of(text)).encode()


def as_utf16(text: str) -> bytes:
    """As old editors of Windows save it, without a mark."""
    return text.encode("utf-16-le")


def as_traditional(text: str) -> bytes:
    """In traditional characters."""
    table = {
        ord(pair[1]): pair[0]
        for pair in read_table("traditional")["pairs"].split()
        if pair[1] not in "云里几后台"
    }
    return text.translate(table).encode()


def as_gazette(text: str) -> bytes:
    """A PDF with a running head, a number and a note on every page, and lines that end where the page does."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    rows = as_wrapped(printed(text), 40).decode().split("\n")
    for page in range(0, len(rows), 24):
        number = page // 24 + 1
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(60, 810, f"石岭市人民政府公报 2024年第{number + 3}期")
        canvas.setFont("STSong-Light", 12)
        for place, row in enumerate(rows[page : page + 24]):
            canvas.drawString(60, 770 - 26 * place, row)
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(60, 90, f"{number} 注：数据以正式公布为准。")
        canvas.drawString(290, 40, f"— {number} —")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def as_columns(text: str) -> bytes:
    """A PDF of two columns, as newspapers and gazettes are set: lines of eighteen characters, a head on every page."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    rows = as_wrapped(printed(text), 18).decode().split("\n")
    for page in range(0, len(rows), 2 * _DEPTH):
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(60, 810, f"石岭市人民政府公报 2024年第{page // (2 * _DEPTH) + 3}期")
        canvas.setFont("STSong-Light", 12)
        for place, row in enumerate(rows[page : page + 2 * _DEPTH]):
            canvas.drawString(60 + 255 * (place // _DEPTH), 770 - 24 * (place % _DEPTH), row)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def as_controlled(text: str) -> bytes:
    """A Word file of a template: paragraphs in content controls, runs cut anywhere, changes tracked."""
    body = "".join(
        "<w:sdt><w:sdtContent><w:p>"
        f"<w:r><w:t>{_xml(line[:5])}</w:t></w:r><w:del><w:r><w:delText>旧文</w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:t xml:space='preserve'>{_xml(line[5:])}</w:t></w:r></w:ins></w:p></w:sdtContent></w:sdt>"
        for line in lines_of(text)
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        name = W.strip("{}")
        archive.writestr(
            "word/document.xml", f"<w:document xmlns:w='{name}'><w:body>{body}</w:body></w:document>"
        )
    return file.getvalue()


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


LAYOUTS: dict[str, Callable[[str], bytes]] = {
    "page.html": office.as_html,
    "gbk.html": lambda text: office.as_html(text, "gb18030"),
    "word.docx": office.as_docx,
    "controlled.docx": as_controlled,
    "wrapped.pdf": lambda text: office.as_pdf(printed(text)),
    "gazette.pdf": as_gazette,
    "site.txt": as_site,
    "indented.txt": as_indented,
    "wrapped.txt": as_wrapped,
    "utf16.txt": as_utf16,
    "traditional.txt": as_traditional,
    "marked.md": as_markdown,
    "line.txt": as_one_line,
    "glued.txt": as_glued,
    "columns.pdf": as_columns,
}
"""File name's end to what writes it."""


def extracted(name: str, data: bytes) -> Extracted:
    """What the reader of the format makes of a file whose name ends so."""
    if name.endswith(".pdf"):
        return read_pdf(data)
    if name.endswith(".docx"):
        return read_docx(data)
    text = decode_text(data, name, "gb2312" if name.startswith("gbk") else "")[0]
    if name.endswith(".html"):
        return read_html(text)
    return read_markdown(text) if name.endswith(".md") else Extracted(text)
