"""Owns what a Word document is written with: paragraphs of marked text, tables, footnotes, comments.

Foreign text reaches the document only as the text of a run: never as a field, a link or markup. Everything here takes
clean text.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from docx.oxml.parser import OxmlElement
from docx.shared import Emu, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from govbrief.base.plain import clean
from govbrief.views import labels, remarks
from govbrief.views.doubts import Piece, tail
from govbrief.views.footnotes import Footnotes
from govbrief.views.labels import MARK, Lang, each, languages, show
from govbrief.views.told import Passage
from govbrief.views.wordstyles import DOUBT, SOFT, begin_document, to_bytes
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Evidence
from govbrief_schemas.finding import Finding

_AUTHOR, _INITIALS = "govbrief", "gb"
_SMALL = Pt(8.5)


class WordWriter:
    """One document in the making."""

    def __init__(self, lang: Lang, template: Path | None, made: datetime) -> None:
        """Begin behind what stands in the template; `made` is when the brief was."""
        self.lang = lang
        self._document = begin_document(template)
        self._notes = Footnotes(self._document)
        self._made = made

    def to_bytes(self) -> bytes:
        """The file."""
        self._notes.save()
        return to_bytes(self._document, self._made)

    def paragraph(self, style: str = "Normal") -> Paragraph:
        """A new paragraph; in the plain style where the template lacks the wanted one."""
        known = style if style in self._document.styles else "Normal"
        return self._document.add_paragraph(style=known)

    def heading(self, words: Bilingual, level: int = 1) -> None:
        """A real heading, for the navigation pane and the contents."""
        text = clean(show(words, self.lang)) or show(labels.UNWORDED, self.lang)
        self.paragraph(f"Heading {level}").add_run(text)

    def passage(self, paragraph: Paragraph, passage: Passage) -> list[Run]:
        """A passage in each language shown that has it; the same text once."""
        runs: list[Run] = []
        shown = dict.fromkeys(pieces for n in languages(self.lang) if (pieces := passage.of(n)))
        for number, pieces in enumerate(shown):
            if number:
                paragraph.add_run(" ")
            runs += write(paragraph, pieces)
        return runs

    def cite(self, paragraph: Paragraph, evidence: Sequence[Evidence]) -> None:
        """The sentences of the source at the foot of the page."""
        if evidence:
            text = " ".join(f"{clean(one.text)} ({one.start}–{one.end})" for one in evidence)
            self._notes.add(paragraph, text)

    def comment(self, runs: Sequence[Run], findings: Iterable[Finding]) -> None:
        """A comment for each doubt, at the words that it is about, else at the marked ones, else at all."""
        marked = [run for run in runs if MARK in run.text]
        for finding in findings:
            words = [text for text in (clean(finding.seen), clean(finding.expected)) if text]
            seen = [run for run in marked if any(word in run.text for word in words)]
            if place := (seen or marked or list(runs)):
                text = "\n".join(each(remarks.message(finding), self.lang))
                comment = self._document.add_comment([place[0]], text, _AUTHOR, _INITIALS)
                comment._comment_elm.date = self._made  # noqa: SLF001 - else the time of writing stands there

    def table(self, names: Sequence[Bilingual], widths: Sequence[int], rows: int) -> Sequence[_Row]:
        """The empty rows of a table under a first row that is repeated on every page; widths in percent."""
        table: Table = self._document.add_table(rows=rows + 1, cols=len(names))
        if "Table Grid" in self._document.styles:
            table.style = "Table Grid"
        section = self._document.sections[-1]
        page = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        head, *others = table.rows
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Emu(page * width // 100)  # LibreOffice reads this one, Word the cells' own
            for cell in column.cells:
                cell.width = column.width
        for cell, name in zip(head.cells, names, strict=True):
            cell.paragraphs[0].add_run(show(name, self.lang)).bold = True
        # python-docx has no word for a row that is repeated, nor for one that stays whole
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for line in others:
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        return others


def write(paragraph: Paragraph, pieces: Sequence[Piece]) -> list[Run]:
    """Marked text; each doubtful piece stands out by its colour and by the mark behind it."""
    runs = []
    for index, piece in enumerate(pieces):
        run = paragraph.add_run(piece.text + tail(pieces, index))
        run.bold = (piece.doubtful or piece.strong) or None
        if piece.doubtful:
            run.font.color.rgb = DOUBT
        runs.append(run)
    return runs


def soften(*runs: Run) -> None:
    """Set text back that is not the first thing to read; what is doubtful keeps its colour."""
    for run in runs:
        if run.font.color.rgb is None:
            run.font.color.rgb = SOFT


def colour(run: Run, rgb: RGBColor) -> None:
    """Bold, in a colour."""
    run.bold = True
    run.font.color.rgb = rgb


def small(paragraph: Paragraph, text: str) -> None:
    """Facts about the report or the brief."""
    run = paragraph.add_run(text)
    run.font.size = _SMALL
    soften(run)
