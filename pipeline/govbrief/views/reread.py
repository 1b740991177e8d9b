"""Owns the way back: the texts of a printed brief, line by line and language by language, without our own words.

The forms are edited after they are printed, so nothing is taken from anywhere but what a reader sees. What is not of
our making is read as any text is.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from govbrief.base.plain import clean
from govbrief.checking.texts import Stated, language_of
from govbrief.views import labels
from govbrief.views.labels import MARK
from govbrief_schemas.brief import Status

FORMS = (".md", ".html", ".docx")
_OURS = (labels.CHECK, labels.COVERAGE, labels.FAILURES, labels.UNTOLD, labels.UNUSED)
_OWN_PARTS = frozenset(text for words in _OURS for text in (words.zh, words.en, f"{words.zh} {words.en}"))
_HEADS = "|".join(
    text for words in (labels.COVERAGE, labels.SILENT, labels.SPEAKERS) for text in (words.zh, words.en)
)
_OWN_LINE = re.compile(rf"[>✓{MARK}]|govbrief \d|(?:{_HEADS})\b.*?:")
_CITED = re.compile(r"〔[^〔〕]*〕| ?\((?:speaker |part |[^()§]{0,40}§)[^()]*\)")
_TARGET = labels.STATUSES[Status.TARGET]
_OWN_WORDS = re.compile(rf" ?\(\d+–\d+\)|→ |{_TARGET.zh} {_TARGET.en}|^\d+[.)] |^[-*] |\*\*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|`([^`]*@[^`]*)`")
_MARKED = re.compile(rf" ?{MARK} (?=[\u3400-\u9fff])| ?{MARK}")
"""The mark with the spaces that were set around it."""
_CHINESE = re.compile(r".*[\u3400-\u9fff][^\w\s]*", re.DOTALL)
_FEW = 4
"""Chinese holds fewer Latin letters than one in so many characters."""


class Block(NamedTuple):
    """A line of a printed brief, and whether it heads a part."""

    place: str
    text: str
    heads: bool


def reread(path: Path) -> tuple[Stated, ...] | None:
    """What a brief printed as Markdown, page or Word document states; None where the file is none of ours.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not what its name says.
    """
    if path.suffix == ".md":
        return tuple(_from_blocks(_markdown(path.read_text(encoding="utf-8-sig"))))
    if path.suffix == ".html":
        page = LexborHTMLParser(path.read_text(encoding="utf-8-sig"))
        return tuple(_page(page)) if page.css_first("main#brief") is not None else None
    return _word(path)


def _markdown(text: str) -> Iterator[Block]:
    """The lines, cells of tables apart."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("|"):
            cells = re.split(r"(?<!\\)\|", bare)
            yield from (Block(f"line {number}", _plain(cell), heads=False) for cell in cells)
        else:
            heads = bare.startswith("##")
            yield Block(
                f"line {number}", _plain(bare.lstrip("#") if heads or bare.startswith("# ") else bare), heads
            )


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or found[2], text).strip()


def _word(path: Path) -> tuple[Stated, ...] | None:
    import docx  # noqa: PLC0415 - slow to import, and most checks are of JSON
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    try:
        document = docx.Document(str(path))
    except (KeyError, OpcError) as error:
        raise ValueError(f"{path} is no Word document") from error
    if document.core_properties.author != "govbrief":
        return None

    def blocks() -> Iterator[Block]:
        for number, found in enumerate(document.iter_inner_content(), 1):
            if isinstance(found, Table):
                cells = (cell for row in found.rows for cell in row.cells)
                yield from (Block(f"table at {number}", cell.text, heads=False) for cell in cells)
                continue
            style = found.style.name or "" if found.style else ""
            for line in found.text.splitlines():
                yield Block(f"paragraph {number}", line, style.startswith("Heading"))

    return tuple(_from_blocks(blocks()))


def _from_blocks(blocks: Iterable[Block]) -> Iterator[Stated]:
    """What the lines state, the parts and lines that are ours left out."""
    ours = False
    for block in blocks:
        if block.heads:
            ours = block.text.strip() in _OWN_PARTS
        elif not ours and block.text and not _OWN_LINE.match(block.text):
            yield from _by_language(block.place, block.text)


def _by_language(place: str, text: str) -> Iterator[Stated]:
    """A line in its languages: Chinese, the section it cites, then English; or two forms with a dot between."""
    for piece in _CITED.split(text):
        for part in _OWN_WORDS.sub("", piece).split(" · "):
            chinese = _CHINESE.match(part)
            head, rest = (part[: chinese.end()], part[chinese.end() :]) if chinese else ("", part)
            letters = sum(char.isascii() and char.isalpha() for char in head)
            if head and rest[:1] == " " and letters * _FEW < len(head):
                yield from _stated(place, "zh", head)
                yield from _stated(place, "en", rest)
            else:
                yield from _stated(place, language_of(part), part)


def _stated(place: str, language: str, text: str) -> Iterator[Stated]:
    """The text, unless it is a date or a year of our own line of facts, or nothing."""
    bare = clean(_MARKED.sub("", text))
    if bare and not re.fullmatch(r"\d{4}(?:-\d\d-\d\d)?", bare):
        yield Stated(place, language, bare)


def _page(page: LexborHTMLParser) -> Iterator[Stated]:
    """The texts of our own page, which says itself in which language each is."""
    for node in page.css(".doubts, .told > .tag, .cite, .time, .check, .coverage, .chip"):
        node.decompose()
    for node in page.css("h1, .told p, tbody th, tbody td, .plain li"):
        for told in node.css("span[lang]") or [node]:
            text = told.text().replace("→", "")
            yield from _stated("page", told.attributes.get("lang") or language_of(text), text)
