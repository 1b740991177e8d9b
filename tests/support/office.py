"""The same report as an office would publish it: a web page with its chrome, a Word file, a PDF."""

import io
from pathlib import Path

import docx
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH = 42
_CLOSING = "。，,；;、：:！？%）)”》"

_PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>某县人民政府门户网站</title>
<meta name="ColumnName" content="法治政府建设"></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul>
<script>var count = "2023年办理案件999件";</script></div>
<div class="crumb">您现在的位置:首页 &gt; 政务公开 &gt; 正文</div>
<div class="meta"><span>来源:县政府办</span> <span>浏览次数:123</span></div>
<div id="zoom" class="TRS_Editor">{body}</div>
<div class="share">分享到: <a>微信</a></div>
<div class="foot">版权所有:某县人民政府 <p style="display: none">隐藏的2023年数据88件</p></div></body></html>
"""


def as_html(text: str, charset: str = "utf-8") -> bytes:
    """A saved page of a site system that offices use."""
    lines = (line.strip() for line in text.split("\n"))
    body = "".join(f"<p>&emsp;&emsp;<span>{line[:6]}</span>{line[6:]}</p>\n" for line in lines if line)
    return _PAGE.format(charset=charset, body=body).encode(charset)


def as_docx(text: str) -> bytes:
    """A Word file with a paragraph for every line."""
    document = docx.Document()
    for line in text.split("\n"):
        if line.strip():
            document.add_paragraph(line.strip())
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_pdf(text: str) -> bytes:
    """A PDF with lines wrapped at a fixed width, page numbers, and a font for Chinese."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.setFont("STSong-Light", 12)
    height = 800
    for line in text.split("\n"):
        rest = f"\u3000\u3000{line.strip()}" if line.strip() else ""
        while rest:
            size = WIDTH
            while len(rest) > size and rest[size] in _CLOSING:
                size += 1
            canvas.drawString(50, height, rest[:size])
            rest = rest[size:]
            height -= 18
            if height < 60:
                canvas.drawString(280, 30, f"— {canvas.getPageNumber()} —")
                canvas.showPage()
                canvas.setFont("STSong-Light", 12)
                height = 800
    canvas.save()
    return file.getvalue()


def scanned_pdf(*, pages: int, with_text: int = 0) -> bytes:
    """A PDF whose pages show only a drawing, the first of them text."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    for page in range(pages):
        if page < with_text:
            canvas.setFont("STSong-Light", 12)
            canvas.drawString(50, 700, "青岚县2023年工作报告,全年办理案件3200件,群众满意。")
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def write(folder: Path, name: str, data: bytes) -> str:
    """A file in a folder, as the path that the command line gets."""
    path = folder / name
    path.write_bytes(data)
    return str(path)
