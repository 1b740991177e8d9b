"""Owns what of a Word file's body a reader sees: every text once, nothing deleted, struck out or hidden.

Frames that hold text (content controls, custom XML, tracked insertions, fallbacks) stand anywhere between blocks,
rows, cells and runs; they are looked through, so that none of them can lose or double what it holds.

「<w:del>80件</w:del><w:ins>81件</w:ins>」      -> 「81件」: changes are read as accepted
「<mc:AlternateContent>」 with a text box twice   -> once, on a line behind its paragraph
「km」 with a raised 2                          -> 「km²」
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from govbrief.read.formats.extracted import join_cells, mark_heading
from govbrief.read.formats.raised import raise_text
from govbrief.read.formats.wordnumbers import Node, Numbers, W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FRAMES = frozenset(
    f"{W}{tag}"
    for tag in (
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "moveTo",
        "hyperlink",
        "fldSimple",
        "ruby",
        "rubyBase",
    )
)
_GONE = frozenset(
    f"{W}{tag}" for tag in ("del", "moveFrom", "delText", "instrText", "sdtPr", "rPr", "pPr", "tblPr", "rt")
)
_STYLE = re.compile(r"(?:heading|标题)\s*([1-6])", re.IGNORECASE)
_WRITTEN = {f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": "\t"}
_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


_FRAMES_TEXT = 400
"""Characters of a cell from which on a table frames a part of the document."""
_MOST_COLUMNS = 40


class WordText:
    """Reads blocks in document order; keeps the notes that it meets, to be told behind the text."""

    def __init__(self, numbers: Numbers, notes: Mapping[str, Node], headings: Mapping[str, int]) -> None:
        """Take the automatic numbers, the file's notes by reference, and the styles of headings with their levels."""
        self._headings = headings
        self._numbers = numbers
        self._notes = notes
        self._met: list[str] = []
        self._boxes: list[Node] = []

    def lines(self, container: Node) -> list[str]:
        """Lines of all blocks: a paragraph's (more where it is broken by hand), a table's rows."""
        found: list[str] = []
        for block in _seen(container):
            if block.tag == f"{W}p":
                text = self._numbers.of(block) + self._paragraph(block)
                level = self._level(block) if text.strip() and "\n" not in text.strip() else 0
                found.extend((mark_heading(level) * bool(level) + text).split("\n"))
                found.extend(self._boxed())
            elif block.tag == f"{W}tbl":
                found.extend(self._rows(block))
        return found

    def note_lines(self) -> list[str]:
        """The notes that the text refers to, numbered as they were met."""
        found: list[str] = []
        for number, key in enumerate(self._met, 1):
            text = " ".join(self.lines(self._notes[key])).strip() if key in self._notes else ""
            if text:
                found.append(f"注{number}：{text}")
        return found

    def _level(self, paragraph: Node) -> int:
        """The level that a paragraph's style gives it as a heading; 0 for running text."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._headings.get(style.get(f"{W}val"), 0) if style is not None else 0

    def _rows(self, table: Node) -> list[str]:
        """Rows that no tracked change deletes, a tab between their cells; a cell that frames text gives its lines."""
        kept = (row for row in _seen(table) if row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None)
        found: list[str] = []
        for row in kept:
            cells = [cell for cell in _seen(row) if cell.tag == f"{W}tc"]
            lines = [self._cell(cell) for cell in cells]
            if max((sum(map(len, one)) for one in lines), default=0) > _FRAMES_TEXT:
                found.extend(line for one in lines for line in one)
            else:
                found.append(join_cells(list(_wide(cells, lines))))
        return found

    def _cell(self, cell: Node) -> list[str]:
        """A cell's lines; one that a merged cell above covers has none."""
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val", "continue") == "continue":
            return []
        return [text for line in self.lines(cell) if (text := line.replace("\t", " ").strip())]

    def _boxed(self) -> list[str]:
        """The lines of the text boxes that the paragraph just read anchors."""
        boxes, self._boxes = self._boxes, []
        return [line for box in boxes for line in self.lines(box)]

    def _paragraph(self, paragraph: Node) -> str:
        return "".join(part for node in _seen(paragraph) for part in self._inline(node))

    def _inline(self, node: Node) -> Iterator[str]:
        """What a run, or a drawing beside runs, shows."""
        if node.tag != f"{W}r":
            self._keep_boxes(node)
            yield "".join(part.text or "" for part in node.iter(f"{_MATH}t"))
            return
        if any(_has(node, name) for name in ("vanish", "webHidden", "strike", "dstrike")):
            return
        text = "".join(self._shown(child) for child in _seen(node))
        position = node.find(f"{W}rPr/{W}vertAlign")
        raised = position is not None and position.get(f"{W}val") == "superscript"
        yield raise_text(text) if raised else text

    def _shown(self, node: Node) -> str:
        if node.tag == f"{W}t":
            return node.text or ""
        if node.tag in _WRITTEN:
            return _WRITTEN[node.tag]
        if node.tag in _REFERENCES:
            self._met.append(f"{_REFERENCES[node.tag]} {node.get(f'{W}id')}")
            return raise_text(str(len(self._met)))
        if node.tag == f"{W}r":
            return "".join(self._inline(node))
        self._keep_boxes(node)
        return ""

    def _keep_boxes(self, node: Node) -> None:
        """Keep the outermost text boxes inside a drawing; those inside them come with their paragraphs."""
        stack = [node]
        while stack:
            inner = stack.pop()
            if inner.tag == f"{W}txbxContent":
                self._boxes.append(inner)
            elif inner.tag not in _GONE and isinstance(inner.tag, str):
                stack.extend(reversed(list(_seen(inner))))


def _wide(cells: Sequence[Node], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """The texts of a row's cells, one that is merged over several columns with empty ones behind it."""
    for cell, own in zip(cells, lines, strict=True):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        said = span.get(f"{W}val", "1") if span is not None else "1"
        yield " ".join(own)
        yield from [""] * (min(int(said), _MOST_COLUMNS) - 1 if said.isdigit() else 0)


def heading_styles(styles: Node | None) -> dict[str, int]:
    """The paragraph styles that are headings (「heading 2」「标题 2」), by id, with their levels."""
    found: dict[str, int] = {}
    for style in styles.iterchildren(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        named = _STYLE.fullmatch(name.get(f"{W}val")) if name is not None else None
        if named is not None:
            found[style.get(f"{W}styleId")] = int(named[1])
    return found


def _seen(container: Node) -> Iterator[Node]:
    """The children that count, frames looked through, of alternatives the first."""
    stack = [iter(container.iterchildren())]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag in _FRAMES:
            stack.append(iter(node.iterchildren()))
        elif node.tag == f"{_MC}AlternateContent":
            stack.append(iter(list(node.iterchildren(f"{_MC}Choice", f"{_MC}Fallback"))[:1]))
        elif node.tag in {f"{_MC}Choice", f"{_MC}Fallback"}:
            stack.append(iter(node.iterchildren()))
        elif node.tag not in _GONE:
            yield node


def _has(run: Node, name: str) -> bool:
    """Whether a run's own properties switch something on."""
    switch = run.find(f"{W}rPr/{W}{name}")
    return switch is not None and switch.get(f"{W}val", "true") not in {"0", "false", "off"}
