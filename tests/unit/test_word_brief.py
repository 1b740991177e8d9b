"""Promises of the Word document of a brief, read back from its bytes."""

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govbrief.base.errors import InputError
from govbrief.base.plain import clean
from govbrief.views.wordbrief import to_docx
from tests.documents.any_brief import briefs, cells, foreign_texts
from tests.documents.brief import BRIEF, SOUND
from tests.documents.brief_items import LISTS, POWERS

langs = st.sampled_from(["both", "zh", "en"])
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data):
    return docx.Document(io.BytesIO(data))


def part(data, name):
    """One part of the package as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def bare(text):
    """Clean text without white space and marks."""
    return re.sub(r"[\s⚠]", "", clean(text))


def paragraphs(document):
    """Every paragraph in its order, those of tables included."""
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            yield from (p for row in block.rows for cell in row.cells for p in cell.paragraphs)
        else:
            yield block


@settings(deadline=None, max_examples=25)
@given(briefs, langs)
def test_nothing_is_lost_and_nothing_is_more_than_text(brief, lang):
    """Every text reads the same; nothing that a report wrote is a field, a link or an object."""
    data = to_docx(brief, lang)
    seen = bare("".join(p.text for p in paragraphs(opened(data))))
    wanted = [*foreign_texts(brief, lang), *cells(brief, lang)]
    assert [text for text in wanted if bare(text) not in seen] == []
    for name in ("word/document.xml", "word/footnotes.xml"):
        xml = part(data, name)
        assert re.findall(r"<w:(fldSimple|instrText|hyperlink|object|altChunk)\b", xml) == []
    relations = part(data, "word/_rels/document.xml.rels")
    assert "TargetMode" not in relations


def test_headings_are_real():
    """The navigation pane shows the parts of the brief in their order, groups below them."""
    document = opened(to_docx(BRIEF, "en"))
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))
    ]
    assert headings == [
        (
            "Title",
            "Dalian 2023: gains reported in one-stop services; the city admits it lacks dedicated staff",
        ),
        ("Heading 1", "Summary"),
        ("Heading 1", "Figures"),
        ("Heading 1", "Targets by date"),
        ("Heading 1", "Shortcomings"),
        ("Heading 1", "Plans"),
        ("Heading 2", "Municipal People's Congress"),
        ("Heading 1", "Achievements"),
        ("Heading 2", "Honours"),
        ("Heading 2", "Functions"),
        ("Heading 2", "Enforcement"),
        ("Heading 1", "Not told"),
        ("Heading 1", "Check"),
        ("Heading 1", "Coverage"),
        ("Heading 1", "What failed"),
    ]


def test_figures_and_targets_are_tables():
    """Values in both forms, what they count, a target told apart from a result, the first row repeated."""
    figures, targets = opened(to_docx(BRIEF)).tables
    assert [[cell.text for cell in row.cells] for row in figures.rows] == [
        ["数值 Value", "含义 Measure", "期限 By"],
        ["1,726", "便民服务站 Convenience service stations ⚠〔一(一)〕", ""],
        ["31", "园区赋权 Powers delegated to parks〔一(一)〕", ""],
        [
            "→ 九个 · nine",
            "落实的配套程序制度（重大行政决策） Supporting procedures to apply (major decisions)〔二〕",
            "目标 target 2024年 2024",
        ],
    ]
    assert [row.cells[0].text for row in targets.rows] == ["期限 By", "2024"]
    assert all(table.rows[0]._tr.find(f".//{WORD}tblHeader") is not None for table in (figures, targets))


def test_evidence_stands_at_the_foot_of_the_page():
    """Each item and each figure has a footnote with its slices of the source; each reference has its note."""
    data = to_docx(BRIEF)
    notes = part(data, "word/footnotes.xml")
    for item in BRIEF.items:
        for evidence in item.evidence:
            assert f"{evidence.text} ({evidence.start}–{evidence.end})" in notes
    used = re.findall(r'<w:footnoteReference w:id="(\d+)"', part(data, "word/document.xml"))
    assert used == [f"{number}" for number in range(1, len(BRIEF.items) + len(BRIEF.figures) + 1)]
    assert set(used) <= set(re.findall(r'<w:footnote w:id="(\d+)"', notes))


def test_findings_are_comments():
    """Each doubt is a comment of govbrief's in both languages, dated with the brief, at the words it is about."""
    data = to_docx(BRIEF)
    comments = list(opened(data).comments)
    assert len(comments) == BRIEF.doubts
    assert {c.author for c in comments} == {"govbrief"}
    assert {f"{c.timestamp:%Y-%m-%d %H:%M}" for c in comments} == {"2026-11-21 22:56"}
    text = next(c.text for c in comments if "1,762" in c.text)
    assert text == f"{POWERS.doubts[0].message_zh}\n{POWERS.doubts[0].message}"
    xml = part(data, "word/document.xml")
    commented = re.findall(r"<w:commentRangeStart.*?<w:commentRangeEnd", xml, re.DOTALL)
    assert any("1,762 ⚠" in found for found in commented)
    assert any("2952人 ⚠" in found for found in commented)
    assert not opened(
        to_docx(
            BRIEF.model_copy(
                update={
                    "items": (LISTS.model_copy(update={"findings": ()}),),
                    "figures": (),
                    "summary": BRIEF.summary.model_copy(update={"sentences": ()}),
                }
            )
        )
    ).comments._comments_elm.comment_lst


@pytest.mark.parametrize(
    ("lang", "other"), [("zh", r"[A-Za-z]+ [a-z]+"), ("en", r"[\u4e00-\u9fff，。：（〔]")]
)
def test_one_language_alone(lang, other):
    """With one language nothing of the other stands in the text; the footnotes are the source's."""
    assert re.findall(other, "\n".join(p.text for p in paragraphs(opened(to_docx(SOUND, lang))))) == []


def test_both_scripts_have_their_fonts():
    """The plain style names a font and a language for each script, and no theme overrides it."""
    fonts = opened(to_docx(BRIEF)).styles["Normal"].element.rPr.rFonts
    assert fonts.get(f"{WORD}ascii") == "Calibri"
    assert fonts.get(f"{WORD}eastAsia") == "Microsoft YaHei"
    assert not [name for name in fonts.attrib if "Theme" in name]


@pytest.fixture
def template(tmp_path):
    """A house style: a letterhead, a style of its own, no list styles, a footnote of its own."""
    document = docx.Document()
    document.add_paragraph("Office of Examples")
    document.styles["Heading 1"].font.name = "Garamond"
    for name in ("List Bullet", "List Number"):
        style = document.styles[name].element
        style.getparent().remove(style)
    path = tmp_path / "house.docx"
    document.save(path)
    return path


def test_a_template_gives_the_style(template):
    """The letterhead stays in front, the template's styles hold, and what it lacks is written plainly."""
    document = opened(to_docx(BRIEF, "zh", template))
    assert document.paragraphs[0].text == "Office of Examples"
    assert document.styles["Heading 1"].font.name == "Garamond"
    item = next(p for p in document.paragraphs if p.text.startswith("向园区赋权31项"))
    assert item.style.name == "Normal"


def test_a_template_keeps_its_own_footnotes(template, tmp_path):
    """New notes are numbered after those that are there."""
    first = tmp_path / "first.docx"
    first.write_bytes(to_docx(BRIEF, "zh", template))
    again = to_docx(BRIEF, "zh", first)
    used = re.findall(r'<w:footnoteReference w:id="(\d+)"', part(again, "word/document.xml"))
    assert len(used) == len(set(used)) == 2 * (len(BRIEF.items) + len(BRIEF.figures))


@pytest.mark.parametrize("content", [None, b"no document", b"PK\x03\x04broken"])
def test_what_is_no_template_is_named(tmp_path, content):
    """A missing file, a text and a broken package are refused with file name and a way out."""
    path = tmp_path / "house.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"house\.docx: cannot be used as a template") as told:
        to_docx(BRIEF, "both", path)
    assert told.value.hint


def test_document_is_the_same_every_time():
    """The same brief gives the same bytes, whenever it is written."""
    assert to_docx(BRIEF) == to_docx(BRIEF)
