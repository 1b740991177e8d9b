"""Owns tables and numbered lists of web pages as lines: a tab between cells, merged cells where they stand.

A table whose cells hold paragraphs is no table but the page's layout, as old sites made it.
"""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from govbrief.read.formats.extracted import join_cells

_CELL = 400
"""A longer cell holds a part of the page, not a value."""
_MAX_SPAN = 40
_MAX_ITEMS = 300
_CN = "零一二三四五六七八九十"
_GROUPS = frozenset({"tbody", "thead", "tfoot"})


def table_rows(table: LexborNode, read: Callable[[LexborNode], str]) -> list[str] | None:
    """A line per row, cells read by `read`; None for a table that lays out the page."""
    rows = [_children(row, {"td", "th"}) for row in _rows(table)]
    if max(map(len, rows), default=0) < 2 or any(c.css_first("table") is not None for r in rows for c in r):  # noqa: PLR2004
        return None
    lines = [line for caption in _children(table, {"caption"}) if (line := read(caption).strip())]
    below: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        fresh: dict[int, int] = {}
        for cell in row:
            _fill(cells, below)
            text = re.sub(r"\s+", " ", read(cell)).strip()
            if len(text) > _CELL:
                return None
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            fresh.update(dict.fromkeys(range(len(cells), len(cells) + wide), deep - 1))
            cells.extend([text, *[""] * (wide - 1)])
        _fill(cells, below)
        below = {at: left for at, left in {**below, **fresh}.items() if left > 0}
        lines.append(join_cells(cells))
    return lines


def item_number(item: LexborNode) -> str:
    """The number that a browser shows in front of an item of an ordered list; empty elsewhere."""
    above = item.parent
    if above is None or above.tag != "ol":
        return ""
    start = above.attributes.get("start") or "1"
    number = int(start) if re.fullmatch(r"\d{1,3}", start) else 1
    before = item.prev
    while before is not None:
        number += before.tag == "li"
        if number > _MAX_ITEMS:
            return ""
        before = before.prev
    style = above.attributes.get("style") or ""
    if re.search(r"ideographic|chinese", style) and number < len(_CN):
        return f"{_CN[number]}、"
    return "" if re.search(r"list-style(?:-type)?\s*:\s*none", style) else f"{number}. "


def _rows(table: LexborNode) -> list[LexborNode]:
    """The table's own rows, those of tables inside its cells left out."""
    found: list[LexborNode] = []
    for part in _children(table, {"tr", *_GROUPS}):
        found.extend([part] if part.tag == "tr" else _children(part, {"tr"}))
    return found


def _children(node: LexborNode, tags: set[str]) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.first_child
    while child is not None:
        if child.tag in tags:
            found.append(child)
        child = child.next
    return found


def _fill(cells: list[str], below: dict[int, int]) -> None:
    """Empty cells where a cell of a row above reaches down."""
    while len(cells) in below:
        below[len(cells)] -= 1
        cells.append("")


def _span(cell: LexborNode, name: str) -> int:
    said = cell.attributes.get(name) or "1"
    return min(int(said), _MAX_SPAN) if re.fullmatch(r"[1-9]\d{0,3}", said) else 1
