"""Owns footnotes of a Word document, for which python-docx has no words: the part, its notes, the references to them.

A template may have footnotes of its own: new ones are numbered after them.
"""

from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NEW: Final = f"""<w:footnotes xmlns:w="{nsmap["w"]}">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
TEXT_STYLE, REFERENCE_STYLE = "footnote text", "footnote reference"


class Footnotes:
    """The notes of one document; `save` puts them into it."""

    def __init__(self, document: Document) -> None:
        """Take up the notes that are there."""
        self._document = document
        parts = [r for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
        self._part = parts[0].target_part if parts else None
        self._notes = parse_xml(self._part.blob if self._part else _NEW)
        self._next = max((int(note.get(qn("w:id"), "0")) for note in self._notes), default=0) + 1

    def add(self, paragraph: Paragraph, text: str) -> None:
        """A note with `text`, which must be clean, referred to at the end of the paragraph."""
        self._notes.append(self._note(text))
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), f"{self._next}")
        run = paragraph.add_run()
        run.style = self._document.styles[REFERENCE_STYLE]
        run._r.append(reference)  # noqa: SLF001 - python-docx offers no other way to its XML
        self._next += 1

    def _note(self, text: str) -> BaseOxmlElement:
        styles = self._document.styles
        note, line = OxmlElement("w:footnote"), OxmlElement("w:p")
        note.set(qn("w:id"), f"{self._next}")
        properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        style.set(qn("w:val"), styles[TEXT_STYLE].style_id)
        properties.append(style)
        mark, marked, of_mark = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        of_mark.set(qn("w:val"), styles[REFERENCE_STYLE].style_id)
        marked.append(of_mark)
        mark.extend((marked, OxmlElement("w:footnoteRef")))
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = f" {text}"
        words.set(_SPACE, "preserve")
        run.append(words)
        line.extend((properties, mark, run))
        note.append(line)
        return note

    def save(self) -> None:
        """Write the notes into the document's package."""
        blob = serialize_part_xml(self._notes)
        if self._part is not None:
            self._part._blob = blob  # noqa: SLF001 - a part that python-docx does not know keeps its bytes there
            return
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
