"""Owns Word files to plain text: a line per paragraph, a tab between a table's cells, automatic numbers written out."""

import io
import zipfile

from govbrief.read.formats.extracted import Extracted, FormatError
from govbrief.read.formats.wordnumbers import Node, Numbers, W

MAX_UNPACKED = 200_000_000
MAX_PART = 60_000_000
MAX_RATIO = 400
"""Text packs to a fifth or a tenth; a bomb to a thousandth."""
_HARMLESS = 10_000_000


def read_docx(data: bytes) -> Extracted:
    """Paragraphs and tables in reading order, with the offset where each paragraph begins.

    Raises:
        FormatError: damaged, not a Word file, or packed so that it would fill the memory.
    """
    _check_zip(data)
    body, numbering = _open(data)
    numbers = Numbers(numbering)
    texts: list[str] = []
    places: list[tuple[int, str]] = []
    size = 0
    for block in body.iterchildren(f"{W}p", f"{W}tbl", f"{W}sdt"):
        for line in _lines(block, numbers):
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
    bomb = unpacked > len(data) * MAX_RATIO and unpacked > _HARMLESS
    if bomb or unpacked > MAX_UNPACKED or max(part.file_size for part in parts) > MAX_PART:
        raise FormatError(f"the Word file would unpack to {unpacked // 1_000_000} MB")


def _open(data: bytes) -> tuple[Node, Node | None]:
    """The document's body and its numbering, parsed."""
    import docx  # noqa: PLC0415 - only files of this format pay for its import
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415 - no stubs

    try:
        document = docx.Document(io.BytesIO(data))
        body: Node = document.element.body
    except (OpcError, LxmlError, KeyError, ValueError, zipfile.BadZipFile, AttributeError) as exc:
        raise FormatError(f"the Word file is damaged: {type(exc).__name__}") from exc
    try:
        numbering: Node | None = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        numbering = None
    return body, numbering


def _lines(block: Node, numbers: Numbers) -> list[str]:
    """Lines of one block: a paragraph's (more where it is broken by hand), a table's rows, a frame's content."""
    if block.tag == f"{W}p":
        return (numbers.of(block) + _text(block)).split("\n")
    if block.tag == f"{W}sdt":
        return [
            line
            for content in block.iterchildren(f"{W}sdtContent")
            for inner in content.iterchildren(f"{W}p", f"{W}tbl")
            for line in _lines(inner, numbers)
        ]
    return [
        "\t".join(_cell(cell) for cell in row.iterchildren(f"{W}tc")) for row in block.iterchildren(f"{W}tr")
    ]


def _cell(cell: Node) -> str:
    return " ".join(_text(paragraph).replace("\n", " ") for paragraph in cell.iter(f"{W}p"))


def _text(paragraph: Node) -> str:
    """Text of a paragraph's runs; what was deleted under revision marks is left out."""
    written = {f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n"}
    parts: list[str] = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", *written):
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag == f"{W}tab":
            parts.append("\t" if node.getparent().tag == f"{W}r" else "")
        else:
            parts.append(written[node.tag])
    return "".join(parts)
