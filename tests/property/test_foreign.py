"""What holds for any web page, Word file or PDF at all, also for ones that were damaged or made to hurt."""

import io
import zipfile
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from govbrief.base.errors import InputError
from govbrief.read.formats.docx import read_docx
from govbrief.read.formats.extracted import Extracted, FormatError
from govbrief.read.formats.html import read_html
from govbrief.read.formats.pdf import read_pdf
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from tests.support.office import as_docx, as_pdf

some = settings(deadline=None, max_examples=settings.default.max_examples // 2)
"""Parsers of whole files are slow: half as many cases as elsewhere, of which `make fuzz` tries thirty times more."""
TEXT = (
    "某市2023年法治政府建设年度报告\n一、主要做法\n办理案件1726件，增长5.2%。\n二、下一步打算\n加强监督。\n"
)
WORDS = st.sampled_from([
    *TEXT.split("\n"),
    "1726件",
    "",
    "\x00",
    "\x02",
    "\x029",
    "\u202e",
    "\U000e0041",
    "]]>",
    "&#0;",
    "&#x9b;",
    "一" * 30,
])
TAGS = st.sampled_from([
    *(
        "p",
        "div",
        "span",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "script",
        "style",
        "template",
        "svg",
        "math",
        "br",
    ),
    *(
        "body",
        "head",
        "title",
        "meta",
        "li",
        "ul",
        "frameset",
        "noscript",
        "textarea",
        "select",
        "plaintext",
        "a",
    ),
])
ATTRIBUTES = st.sampled_from([
    *(
        "",
        ' style="display:none"',
        " hidden",
        ' id="zoom"',
        ' class="content TRS_Editor"',
        ' colspan="99999999"',
    ),
    *(
        ' rowspan="-1"',
        ' rowspan="x"',
        " =",
        ' style="',
        ' charset="utf-7"',
        ' name="PubDate" content="2023-99-99"',
    ),
])
PARAGRAPHS = st.sampled_from([
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>一、工作</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
    ),
    *(
        "</w:tc>",
        '<w:gridSpan w:val="999999999"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:del>",
        "</w:del>",
        "<w:br/>",
    ),
    *(
        '<w:numPr><w:numId w:val="7"/><w:ilvl w:val="99"/></w:numPr>',
        '<w:pStyle w:val="Heading1"/>',
        "&x;",
        "<w:tab/>",
    ),
    *(
        '<w:footnoteReference w:id="x"/>',
        "办理案件1726件。",
        "<!-- x -->",
        "<mc:AlternateContent>",
        "<w:fldSimple>",
    ),
])
_BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>'
)


@st.composite
def pages(draw):
    """Tags that open and close as they like, with text between."""
    parts = []
    for tag, attribute, word, closed in draw(
        st.lists(st.tuples(TAGS, ATTRIBUTES, WORDS, st.booleans()), max_size=25)
    ):
        parts.append(f"<{tag}{attribute}>{word}" + (f"</{tag}>" if closed else ""))
    return "<html>" * draw(st.integers(0, 2)) + "".join(parts)


@st.composite
def damaged(draw, sound):
    """The bytes of a sound file with some of them changed, left out, or said twice."""
    data = bytearray(sound)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data) - 1))
        match draw(st.sampled_from(["set", "cut", "again", "end"])):
            case "set":
                data[at] = draw(st.integers(0, 255))
            case "cut":
                del data[at : at + draw(st.integers(1, 40))]
            case "again":
                data[at:at] = data[at : at + 60]
            case _:
                del data[max(at, 1) :]
        if not data:
            break
    return bytes(data)


def judge(read, data):
    """Either a refusal in words, or a text whose places lie in it and that comes apart without a crash."""
    try:
        found = read(data)
    except (FormatError, RecursionError):
        return  # of the second the child process that reads says so in words
    _sound(found)


def _sound(found: Extracted):
    assert all(0 <= start <= len(found.text) for start, _ in (*found.places, *found.styled))
    assert all(one <= other for (one, _), (other, _) in pairwise(found.places))
    try:
        outline = split_report(report_of(found, "any", b"", "utf-8"))
    except InputError:
        return
    for section in outline.sections:
        for sentence in section.sentences:
            assert 0 <= sentence.span.start < sentence.span.end <= len(found.text)


@given(pages())
@settings(deadline=None)
def test_any_page(page):
    """Whatever is nested in whatever."""
    judge(read_html, page)


@given(st.lists(PARAGRAPHS, max_size=40), st.booleans())
@some
def test_any_word_file(pieces, closed):
    """Elements in any order; most are not well formed, and are refused."""
    body = "".join(f"<w:p><w:r>{p}</w:r></w:p>" if closed and not p.startswith("<") else p for p in pieces)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", _BODY.format(body))
    judge(read_docx, file.getvalue())


@given(damaged(as_docx(TEXT)))
@some
def test_damaged_word_file(data):
    """Bytes changed, lost and doubled."""
    judge(read_docx, data)


@given(damaged(as_pdf(TEXT)))
@some
def test_damaged_pdf(data):
    """Bytes changed, lost and doubled."""
    judge(read_pdf, data)
