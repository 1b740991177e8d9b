"""Owns Word files to plain text: the package's parts, and the lines of its body, notes behind them."""

import io
import re
import zipfile

from govbrief.read.formats.extracted import Extracted, FormatError, take_marks
from govbrief.read.formats.wordnumbers import Node, Numbers, W
from govbrief.read.formats.wordtext import WordText, heading_styles

MAX_UNPACKED = 200_000_000
MAX_PART = 60_000_000
MAX_RATIO = 400
"""Text packs to a fifth or a tenth; a bomb to a thousandth."""
_HARMLESS = 10_000_000
_MAIN = "word/document.xml"
_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode())
"""The strict form of the format differs from the usual one in its name only."""


def read_docx(data: bytes) -> Extracted:
    """Paragraphs and tables in reading order, with the offset where each paragraph begins.

    Raises:
        FormatError: damaged, not a Word file, or packed so that it would fill the memory.
    """
    archive = _open(data)
    main = _main_part(archive)
    body = _parse(archive, main).find(f"{W}body")
    if body is None:
        raise FormatError("the Word file is damaged: it has no body")
    folder = main.rpartition("/")[0]
    styles = _optional(archive, f"{folder}/styles.xml")
    numbers = Numbers(_optional(archive, f"{folder}/numbering.xml"), styles)
    words = WordText(numbers, _notes(archive, folder), heading_styles(styles))
    texts: list[str] = []
    places: list[tuple[int, str]] = []
    size = 0
    styled: list[tuple[int, int]] = []
    for marked in [*words.lines(body), *words.note_lines()]:
        line, found = take_marks(marked)
        styled.extend((size, level) for _, level in found if line.strip())
        if line.strip():
            places.append((size, f"paragraph {len(places) + 1}"))
        texts.append(f"{line}\n")
        size += len(line) + 1
    return Extracted("".join(texts), places, styled=styled)


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
        raise FormatError("the Word file is damaged: its archive cannot be opened") from exc
    if not any(re.fullmatch(r"word/document\d*\.xml", part.filename) for part in parts):
        raise FormatError("the archive holds no Word document")
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > len(data) * MAX_RATIO and unpacked > _HARMLESS
    if bomb or unpacked > MAX_UNPACKED or max(part.file_size for part in parts) > MAX_PART:
        raise FormatError(f"the Word file would unpack to {unpacked // 1_000_000} MB")
    return archive


def _main_part(archive: zipfile.ZipFile) -> str:
    """The part that holds the document; some programs number it."""
    names = archive.namelist()
    return _MAIN if _MAIN in names else next(n for n in names if re.fullmatch(r"word/document\d*\.xml", n))


def _parse(archive: zipfile.ZipFile, name: str) -> Node:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - no stubs; only Word files need it

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root: Node | None = etree.fromstring(archive.read(name).replace(*_STRICT), parser)
    except (etree.LxmlError, ValueError, RuntimeError, EOFError, OSError, zipfile.BadZipFile) as exc:
        raise FormatError(f"the Word file is damaged: {name} cannot be read ({type(exc).__name__})") from exc
    if root is None:
        raise FormatError(f"the Word file is damaged: {name} is empty")
    return root


def _optional(archive: zipfile.ZipFile, name: str) -> Node | None:
    return _parse(archive, name) if name in archive.namelist() else None


def _notes(archive: zipfile.ZipFile, folder: str) -> dict[str, Node]:
    """Footnotes and endnotes by the kind and number that the text refers to them with."""
    found: dict[str, Node] = {}
    for kind in ("footnote", "endnote"):
        part = _optional(archive, f"{folder}/{kind}s.xml")
        for note in part.iterchildren(f"{W}{kind}") if part is not None else ():
            found[f"{kind} {note.get(f'{W}id')}"] = note
    return found
