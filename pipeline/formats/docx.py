"""Owns Word files to plain text: a line per paragraph, a tab between a table's cells, automatic numbers written out.

Word keeps 「一、」 and 「（一）」 of numbered headings outside the text; without them a report loses its tree.
"""

import io
import zipfile
from typing import Any

from pipeline.formats.extracted import Extracted, FormatError

MAX_UNPACKED = 200_000_000
MAX_PART = 60_000_000
MAX_RATIO = 400
"""Text packs to a fifth or a tenth; a bomb to a thousandth."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CN = "零一二三四五六七八九"
_COUNTED = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "taiwaneseCounting",
    "japaneseCounting",
}


def read_docx(data: bytes) -> Extracted:
    """Paragraphs and tables in reading order, with the offset where each paragraph begins.

    Raises:
        FormatError: damaged, not a Word file, or packed so that it would fill the memory.
    """
    _check_zip(data)
    import docx  # noqa: PLC0415 - only files of this format pay for its import
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415 - no stubs

    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    except (OpcError, LxmlError, KeyError, ValueError, zipfile.BadZipFile, AttributeError) as exc:
        raise FormatError(f"the Word file is damaged: {type(exc).__name__}") from exc
    numbers = _Numbers(document)
    texts: list[str] = []
    places: list[tuple[int, str]] = []
    size = 0
    for element in body.iterchildren(f"{_W}p", f"{_W}tbl", f"{_W}sdt"):
        for line in _lines(element, numbers):
            if line.strip():
                places.append((size, f"paragraph {len(places) + 1}"))
            texts.append(f"{line}\n")
            size += len(line) + 1
    return Extracted("".join(texts), places)


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
        raise FormatError("the Word file is damaged: its archive cannot be opened") from exc
    if "word/document.xml" not in {part.filename for part in parts}:
        raise FormatError("the archive holds no Word document")
    unpacked = sum(part.file_size for part in parts)
    largest = max(part.file_size for part in parts)
    packed = max(1, len(data))
    if (
        unpacked > MAX_UNPACKED
        or largest > MAX_PART
        or (unpacked > packed * MAX_RATIO and unpacked > 10_000_000)
    ):
        raise FormatError(f"the Word file would unpack to {unpacked // 1_000_000} MB")


def _lines(element: Any, numbers: "_Numbers") -> list[str]:
    """Lines of one block: a paragraph (more than one where it is broken by hand), a table's rows, a frame's content."""
    if element.tag == f"{_W}p":
        return (numbers.of(element) + _text(element)).split("\n")
    if element.tag == f"{_W}sdt":
        return [
            line
            for content in element.iterchildren(f"{_W}sdtContent")
            for inner in content.iterchildren(f"{_W}p", f"{_W}tbl")
            for line in _lines(inner, numbers)
        ]
    return [
        "\t".join(
            " ".join(_text(paragraph).replace("\n", " ") for paragraph in cell.iter(f"{_W}p"))
            for cell in row.iterchildren(f"{_W}tc")
        )
        for row in element.iterchildren(f"{_W}tr")
    ]


def _text(paragraph: Any) -> str:
    """Text of a paragraph's runs; what was deleted under revision marks is left out."""
    parts: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            parts.append("\t" if node.getparent().tag == f"{_W}r" else "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append("\n")
    return "".join(parts)


class _Numbers:
    """Writes out the automatic numbers of paragraphs, counting as Word does."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        for kind in root.iterchildren(f"{_W}abstractNum"):
            self._levels[kind.get(f"{_W}abstractNumId", "")] = {
                int(level.get(f"{_W}ilvl", "0")): _level(level) for level in kind.iterchildren(f"{_W}lvl")
            }
        for number in root.iterchildren(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            if link is not None:
                self._abstract[number.get(f"{_W}numId", "")] = link.get(f"{_W}val", "")

    def of(self, paragraph: Any) -> str:
        """The number in front of a paragraph; empty when it has none or only a bullet."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
        kind = self._abstract.get(number.get(f"{_W}val", "") if number is not None else "", "")
        depth = int(level.get(f"{_W}val", "0")) if level is not None else 0
        levels = self._levels.get(kind, {})
        if depth not in levels:
            return ""
        start = levels[depth][2]
        self._counts[kind, depth] = self._counts.get((kind, depth), start - 1) + 1
        for below in [key for key in self._counts if key[0] == kind and key[1] > depth]:
            del self._counts[below]
        return self._written(kind, depth, levels)

    def _written(self, kind: str, depth: int, levels: dict[int, tuple[str, str, int]]) -> str:
        text, style, _ = levels[depth]
        if style in {"bullet", "none"}:
            return ""
        for place in range(depth + 1):
            if place in levels:
                text = text.replace(
                    f"%{place + 1}", _numeral(self._counts.get((kind, place), 1), levels[place][1])
                )
        return text


def _level(level: Any) -> tuple[str, str, int]:
    """Pattern, style and first number of one level of a list."""
    values = {name: level.find(f"{_W}{name}") for name in ("lvlText", "numFmt", "start")}
    text, style, start = (node.get(f"{_W}val", "") if node is not None else "" for node in values.values())
    return text, style, int(start) if start.isdigit() else 1


def _numeral(value: int, style: str) -> str:
    """A counted number as its style writes it: 十二, ⑫, 12."""
    if style in _COUNTED and 0 < value < 100:  # noqa: PLR2004 - no report counts further in words
        tens, ones = divmod(value, 10)
        return ("" if tens == 0 else "十" if tens == 1 else f"{_CN[tens]}十") + (
            _CN[ones] if ones or not tens else ""
        )
    if style == "decimalEnclosedCircle" and 0 < value <= 20:  # noqa: PLR2004 - the circled digits end there
        return chr(ord("①") + value - 1)
    return str(value)
