"""Word files: what a reader sees on the page is read once, what is deleted or hidden is not."""

import io
import zipfile

import pytest

from govbrief.read.formats.docx import read_docx
from govbrief.read.formats.wordnumbers import W

NAMESPACES = (
    f'xmlns:w="{W.strip("{}")}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def par(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(run(text))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr><w:alias w:val='栏目'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(text: str) -> str:
    """A text box as Word writes it: once for itself, once for old readers."""
    content = f"<w:txbxContent>{par(run(text))}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def word(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMESPACES}>{xml}</w:{name}>")
    return file.getvalue()


CASES = [
    ("controls in controls", control(control(par(run("投入21万元。")))), "投入21万元。\n"),
    ("custom XML around blocks", f"<w:customXml>{par(run('投入22万元。'))}</w:customXml>", "投入22万元。\n"),
    ("custom XML around runs", par(f"<w:customXml>{run('23件')}</w:customXml>", run("办结。")), "23件办结。\n"),
    ("a controlled row", table(control(row(cell("税收"), cell("24")))), "税收\t24\n"),
    ("a controlled cell", table(row(cell("税收"), control(cell("25")))), "税收\t25\n"),
    ("an inserted row", table(row(cell("收费"), cell("26"), properties="<w:ins/>")), "收费\t26\n"),
    ("a deleted row", table(row(cell("收费"), properties="<w:del/>")) + par(run("完。")), "完。\n"),
    ("a merged cell", table(row(cell("合计", "<w:vMerge w:val='restart'/>"), cell("1")),
                            row(cell("合计", "<w:vMerge/>"), cell("2"))), "合计\t1\n|\t2\n"),
    ("a cell over two columns", table(row(cell("部门"), cell("案件数", "<w:gridSpan w:val='2'/>")),
                                      row(cell(""), cell("2022年"), cell("2023年"))),
     "部门\t案件数\t|\n|\t2022年\t2023年\n"),
    ("a cell that frames the text",
     table(row(cell("一、主要工作"), f"<w:tc>{par(run('办案' * 120))}{par(run('审案' * 120))}</w:tc>")),
     f"一、主要工作\n{'办案' * 120}\n{'审案' * 120}\n"),
    ("a table in a cell", table(row(f"<w:tc>{table(row(cell('内'), cell('27')))}</w:tc>")), "内 27\n"),
    ("a text box", par(run("正文。"), box("投入28万元")), "正文。\n投入28万元\n"),
    ("a text box in a control", control(par(box("投入29万元"))), "\n投入29万元\n"),
    ("deleted and inserted", par(f"<w:del><w:r><w:delText>30件</w:delText></w:r></w:del><w:ins>{run('31件')}</w:ins>"),
     "31件\n"),
    ("moved away and here", par(f"<w:moveFrom>{run('32件')}</w:moveFrom><w:moveTo>{run('32件')}</w:moveTo>"), "32件\n"),
    ("hidden", par(run("投入33万元", "<w:vanish/>"), run("正文")), "正文\n"),
    ("struck out", par(run("43件", "<w:strike/>"), run("44件", "<w:strike w:val='false'/>")), "44件\n"),
    ("not hidden after all", par(run("投入34万元", '<w:vanish w:val="0"/>')), "投入34万元\n"),
    ("an exponent", par(run("占地35km"), run("2", '<w:vertAlign w:val="superscript"/>')), "占地35km²\n"),
    ("a note mark", par(run("人口36"), run("[1]", '<w:vertAlign w:val="superscript"/>'), run("万人")), "人口36¹万人\n"),
    ("a link and a field", par(f"<w:hyperlink>{run('37件')}</w:hyperlink><w:fldSimple>{run('38件')}</w:fldSimple>"),
     "37件38件\n"),
    ("a formula", par(run("约"), "<m:oMath><m:r><m:t>39</m:t></m:r></m:oMath>", run("件")), "约39件\n"),
    ("a reading above a character", par("<w:r><w:ruby><w:rt><w:r><w:t>jiàn</w:t></w:r></w:rt><w:rubyBase>"
     + run("件") + "</w:rubyBase></w:ruby></w:r>"), "件\n"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_reader_sees(body, text):
    """Frames of every kind neither lose nor double what they hold; deleted and hidden text is left out."""
    assert read_docx(word(body)).text == text


def test_footnotes_stand_behind_the_text():
    """A note is told once, numbered, after the text that refers to it."""
    body = par(run("常住人口41.5万人"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("。"))
    notes = "".join(
        f"<w:footnote w:id='{number}'>{par(run(text))}</w:footnote>"
        for number, text in ((0, "分隔"), (2, "为年末数。"))
    )
    assert read_docx(word(body, footnotes=notes)).text == "常住人口41.5万人¹。\n注1：为年末数。\n"


def test_styles_number_paragraphs():
    """A heading that is numbered by its style, or by the style that its own is based on, carries its number."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Heir"><w:basedOn w:val="Head"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
        for style, text in (("Head", "成效"), ("Heir", "不足"), ("None", "正文"))
    )
    text = read_docx(word(body, numbering=numbering, styles=styles)).text
    assert text == "一、成效\n二、不足\n正文\n"


def test_strict_files_are_read():
    """The strict form of the format is read like the usual one."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        strict = f"<w:document {NAMESPACES}><w:body>{par(run('办理42件。'))}</w:body></w:document>".replace(
            W.strip("{}"), "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        archive.writestr("word/document.xml", strict)
    assert read_docx(file.getvalue()).text == "办理42件。\n"
