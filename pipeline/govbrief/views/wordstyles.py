"""Owns how a Word document looks: the house style of a template, or ours; must not know what a brief is."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

from govbrief.base.errors import InputError
from govbrief.views.footnotes import REFERENCE_STYLE, TEXT_STYLE

LATIN, CHINESE = "Calibri", "Microsoft YaHei"
"""Fonts of a document without template: Word and its relatives have them, or set others of their kind."""
INK, SOFT, DOUBT, AIM = (
    RGBColor(0x1A, 0x20, 0x27),
    RGBColor(0x56, 0x61, 0x6C),
    RGBColor(0xA8, 0x43, 0x00),
    RGBColor(0x6B, 0x3F, 0xA0),
)
_SIZES: Final = {"Normal": 10.5, "Title": 18, "Subtitle": 13, "Heading 1": 13, "Heading 2": 11}
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def begin_document(template: Path | None) -> Document:
    """An empty document in the template's style, what stands in the template kept in front; or in ours.

    Raises:
        InputError: the template is no Word document.
    """
    if template is None:
        document = docx.Document()
        _dress(document)
    else:
        document = _open(template)
    _add_styles(document)
    return document


def _open(template: Path) -> Document:
    try:
        return docx.Document(str(template))
    except (OSError, ValueError, KeyError, OpcError, zipfile.BadZipFile) as error:
        missing = "not a Word document" if template.exists() else "no such file"
        reason = getattr(error, "strerror", None) or missing
        raise InputError(
            f"{template}: cannot be used as a template ({reason})", hint="save it as .docx in Word"
        ) from error


def _dress(document: Document) -> None:
    """Our own house style: two fonts, few sizes, A4."""
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    for style in document.styles:
        if isinstance(style, CharacterStyle):
            set_fonts(style)
    for name, size in _SIZES.items():
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            style.font.size, style.font.color.rgb = Pt(size), INK
            style.paragraph_format.space_after = Pt(3)
            style.paragraph_format.space_before = Pt(9 if name.startswith("Heading") else 0)
    for name in ("Title", "Subtitle"):
        _plain(document.styles[name])


def _plain(style: BaseStyle) -> None:
    """Neither slanted nor spaced, without a line below: Chinese reads badly so."""
    properties = style.element
    for tag in ("w:i", "w:spacing", "w:kern"):
        for found in properties.xpath(f"./w:rPr/{tag}"):
            found.getparent().remove(found)
    for found in properties.xpath("./w:pPr/w:pBdr"):
        found.getparent().remove(found)


def set_fonts(style: CharacterStyle) -> None:
    """Both scripts' fonts by name: a theme knows only the script that it was made for."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in _THEMED:
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute, name in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", CHINESE)):
        fonts.set(qn(f"w:{attribute}"), name)
    language = OxmlElement("w:lang")
    for attribute, name in (("val", "en-US"), ("eastAsia", "zh-CN")):
        language.set(qn(f"w:{attribute}"), name)
    properties = style.element.get_or_add_rPr()
    for former in properties.xpath("./w:lang"):
        properties.remove(former)
    properties.append(language)


def _add_styles(document: Document) -> None:
    """What a brief needs and a template may lack."""
    if TEXT_STYLE not in document.styles:
        text = document.styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(8)
        text.paragraph_format.space_after = text.paragraph_format.space_before = Pt(0)
        text.paragraph_format.line_spacing = 1.0
    if REFERENCE_STYLE not in document.styles:
        reference = document.styles.add_style(REFERENCE_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True


def to_bytes(document: Document, made: datetime) -> bytes:
    """The file; the same document gives the same bytes, whenever it is written."""
    core = document.core_properties
    core.created = core.modified = made
    core.author = core.last_modified_by = "govbrief"
    core.revision = 1
    loose, firm = BytesIO(), BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(firm, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return firm.getvalue()
