"""Owns the automatic numbers of Word paragraphs: counted as Word counts, written as its style writes.

Word keeps 「一、」 and 「（一）」 of numbered headings outside the text; without them a report loses its tree.
"""

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_CN = "零一二三四五六七八九"
_COUNTED = frozenset({
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "taiwaneseCounting",
    "japaneseCounting",
})
_MOST_IN_WORDS = 99
_MOST_CIRCLED = 20
_MOST_STEPS = 20
"""Styles based on one another; a circle of them ends here."""


class Node(Protocol):
    """What of an XML element is used here."""

    tag: str
    text: str | None

    def get(self, key: str, default: str = "") -> str:
        """An attribute."""

    def find(self, path: str) -> "Node | None":
        """The first below with that path."""

    def iter(self, *tags: str) -> "Iterator[Node]":
        """All below with one of these names, in order."""

    def iterchildren(self, *tags: str) -> "Iterator[Node]":
        """Those right below with one of these names."""

    def getparent(self) -> "Node":
        """What it stands in."""


class _Level(NamedTuple):
    pattern: str
    """Such as 「%1、」."""
    style: str
    start: int


class Numbers:
    """Writes out numbers in document order; `of` must be asked for every paragraph once."""

    def __init__(self, numbering: Node | None, styles: Node | None = None) -> None:
        """Read the file's lists and the styles that number; a file without lists has no automatic numbers."""
        self._lists: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._styles = _numbered_styles(styles)
        if numbering is None:
            return
        for kind in numbering.iterchildren(f"{W}abstractNum"):
            self._lists[kind.get(f"{W}abstractNumId")] = {
                int(level.get(f"{W}ilvl", "0")): _read_level(level) for level in kind.iterchildren(f"{W}lvl")
            }
        for number in numbering.iterchildren(f"{W}num"):
            self._list_of[number.get(f"{W}numId")] = _value(number, "abstractNumId")

    def of(self, paragraph: Node) -> str:
        """The number in front of a paragraph; empty when it has none or only a bullet."""
        style = paragraph.find(f"{W}pPr")
        number, place = self._styles.get(_value(style, "pStyle") if style is not None else "", ("", ""))
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            number = _value(properties, "numId") or number
            place = _value(properties, "ilvl") or place
        name = self._list_of.get(number, "")
        depth = int(place) if place.isdigit() else 0
        levels = self._lists.get(name, {})
        if depth not in levels:
            return ""
        self._counts[name, depth] = self._counts.get((name, depth), levels[depth].start - 1) + 1
        for below in [key for key in self._counts if key[0] == name and key[1] > depth]:
            del self._counts[below]
        if levels[depth].style in {"bullet", "none"}:
            return ""
        text = levels[depth].pattern
        for above, level in levels.items():
            if above <= depth:
                count = self._counts.get((name, above), level.start)
                text = text.replace(f"%{above + 1}", _numeral(count, level.style))
        return text


def _numbered_styles(styles: Node | None) -> dict[str, tuple[str, str]]:
    """The list and level that a paragraph style numbers with, taken from the style it is based on where it has none."""
    own: dict[str, tuple[str, str]] = {}
    parents: dict[str, str] = {}
    for style in styles.iterchildren(f"{W}style") if styles is not None else ():
        name = style.get(f"{W}styleId")
        parents[name] = _value(style, "basedOn")
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            own[name] = (_value(properties, "numId"), _value(properties, "ilvl"))
    found: dict[str, tuple[str, str]] = {}
    for name in parents:
        at, steps = name, 0
        while at not in own and at in parents and steps < _MOST_STEPS:
            at, steps = parents[at], steps + 1
        if at in own:
            found[name] = own[at]
    return found


def _read_level(level: Node) -> _Level:
    start = _value(level, "start")
    return _Level(_value(level, "lvlText"), _value(level, "numFmt"), int(start) if start.isdigit() else 1)


def _value(node: Node, name: str) -> str:
    child = node.find(f"{W}{name}")
    return child.get(f"{W}val", "") if child is not None else ""


def _numeral(value: int, style: str) -> str:
    """A counted number as its style writes it: 十二, ⑫, 12."""
    if style in _COUNTED and 0 < value <= _MOST_IN_WORDS:
        tens, ones = divmod(value, 10)
        lead = "" if tens == 0 else "十" if tens == 1 else f"{_CN[tens]}十"
        return lead + (_CN[ones] if ones else "")
    if style == "decimalEnclosedCircle" and 0 < value <= _MOST_CIRCLED:
        return chr(ord("①") + value - 1)
    return str(value)
