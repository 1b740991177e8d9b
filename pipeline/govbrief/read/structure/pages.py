"""Owns what stands at the edges of pages and is no running text: running heads, page numbers, notes at the foot.

Only a text with page breaks in it (a form feed, as PDF readers write it) has pages.

「青岚县人民政府公报 2024年第2期」 on top of most pages      -> running head
「— 12 —」「12」 at the edge of most pages                  -> page number
「² 注：指年末数。」 and what follows on its page           -> note
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.read.structure.lines import Line

_EDGE = 2
"""Lines at the top and at the bottom that can be running heads."""
_SHARE = 0.3
"""Heads of left and right pages take turns, and parts of a book have their own."""
_FEW_PAGES = 3
_NOTE_LINES = 12
_NOTE = re.compile(r"(?:[¹²³⁴-⁹]{1,2}|\d{1,2}|[①-⑳])\s*注\s*[:：]|[¹²³⁴-⁹]{1,2}\s*\S|注\s*\d{1,2}\s*[:：]")
_SURE_NOTE = re.compile(r"(?:[¹²³⁴-⁹]{1,2}|\d{1,2})\s*注\s*[:：]")
_NUMBER = re.compile(r"\d+|[一二三四五六七八九十]{1,3}(?=页)")
_BARE = re.compile(r"[-—–－·•第页/共,，\s]*#[-—–－·•第页/共,，\s#]*")
_TITLE = re.compile(r"(?:报告|公报|总结|规划|计划|情况)$")
_LONGEST = 60


class Edges(NamedTuple):
    """Indexes of lines."""

    noise: frozenset[int]
    """Running heads and page numbers."""
    notes: frozenset[int]


def page_edges(lines: Sequence[Line]) -> Edges:
    """The lines at the edges of pages that interrupt the text; none where the text has no pages."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    if len(pages) < 2:  # noqa: PLR2004 - one page has no running head, and marks none of its notes but 「1 注：」
        only = [index for page in pages.values() for index in page]
        return Edges(frozenset(), frozenset(_notes(lines, only, _SURE_NOTE)))
    noise = _running(lines, list(pages.values()))
    notes: set[int] = set()
    for page in pages.values():
        notes.update(_notes(lines, [index for index in page if index not in noise]))
    return Edges(frozenset(noise), frozenset(notes))


def _running(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> set[int]:
    """Lines that stand at the same edge of enough pages, numbers aside."""
    found: set[int] = set()
    need = 2 if len(pages) <= _FEW_PAGES else max(_FEW_PAGES, len(pages) * _SHARE)
    for edge in (slice(0, _EDGE), slice(-_EDGE, None)):
        said: Counter[str] = Counter()
        for page in pages:
            said.update({_shape(lines[index].text) for index in page[edge]})
        for page in pages:
            for place, index in enumerate(page[edge]):
                shape = _shape(lines[index].text)
                outer = place == (0 if edge.start == 0 else len(page[edge]) - 1)
                bare = _BARE.fullmatch(shape) is not None
                if said[shape] >= need and _heads_pages(shape) and (outer or not bare):
                    found.add(index)
    return found - _title_lines(lines, pages[0])


def _heads_pages(shape: str) -> bool:
    """Whether a line could stand on every page: a short one that is no sentence."""
    return len(shape) <= _LONGEST and re.search(r"[。；！？，,;]", shape) is None


def _title_lines(lines: Sequence[Line], first: Sequence[int]) -> set[int]:
    """The line of the first page that is the title, though later pages repeat it."""
    named = [index for index in first if _TITLE.search(lines[index].text)]
    return set(named[:1]) if len(named) == 1 else set()


def _notes(lines: Sequence[Line], page: Sequence[int], note: re.Pattern[str] = _NOTE) -> set[int]:
    """Lines from the first note at the foot of a page on."""
    tail = page[-_NOTE_LINES:]
    first = next((at for at, index in enumerate(tail) if note.match(lines[index].text)), None)
    return set(tail[first:]) if first is not None else set()


def _shape(text: str) -> str:
    return _NUMBER.sub("#", re.sub(r"\s+", "", text))
