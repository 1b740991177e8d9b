"""Owns how long a brief may be: how many lines a report of some length gets, and what share of them a part of it.

A reader takes in one or two pages, so the longer the report, the smaller the share of it that is told.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from govbrief_schemas.report import Chunk, Outline, Role

_LINES = ((500, 3), (3000, 8), (5000, 11), (8000, 15), (20000, 28))
"""Characters of a report, and the lines that its brief gets; in between in proportion.

A line in both languages is about 45 characters of Chinese and 22 words of English, some 200 characters with its marks;
all that stands around the lines takes about 2,400. So the page has some 1.4 times the characters of a report of
3,000 and its shortcomings, three quarters of one of 8,000, and less than half of one of 20,000. Tried on annual
reports, press conferences and work reports of provinces.
"""
PLANS_A_LINE = 2
"""Sentences of a section of plans that one line tells."""
MANY_ROWS = 5500
"""Characters from which on a report gets all rows of the table of figures."""
LONG_PLAN = 15
"""Sentences of plans in a report up to which all are told; of more, the weightiest are chosen, as of results."""

TWO_LEVELS, MORE = 10000, 1.5
"""Characters from which on a report is condensed twice, and how many times the lines its sections are asked for: no
section knows what the others hold, so the lines of all are weighed against each other before some of them go.
"""
_WEIGHTS = {Role.PLAN: 1.2, Role.SHORTCOMING: 0.3, Role.OTHER: 0.6, Role.LEADERSHIP: 0.6}
"""What a character of a section counts when lines are shared out; shortcomings get their lines beside the share."""


def rows_allowed(chars: int, most: int) -> int:
    """Rows of the table of figures: seven of ten for a short report."""
    return most if chars > MANY_ROWS else max(1, most * 7 // 10)


def body_chars(outline: Outline) -> int:
    """Characters of all sentences: headings, noise and frame left out."""
    return sum(len(sentence.text) for section in outline.sections for sentence in section.sentences)


def plans_told_whole(chunks: Sequence[Chunk]) -> bool:
    """Whether a report has so few sentences of plans that its brief tells all of them."""
    return _planned(chunks) <= LONG_PLAN


def share_lines(lines: int, parts: Sequence[Sequence[Chunk]]) -> tuple[int, ...]:
    """Of `lines`, those that each part gets: never none, and beside its share enough to tell few plans whole."""
    whole = max(1.0, sum(_weight(part) for part in parts))
    if not plans_told_whole([chunk for part in parts for chunk in part]):
        return tuple(max(1, round(lines * _weight(part) / whole)) for part in parts)
    others = [[chunk for chunk in part if chunk.role is not Role.PLAN] for part in parts]
    plans = [math.ceil(_planned(part) / PLANS_A_LINE) for part in parts]
    return tuple(max(1, plans[n] + round(lines * _weight(other) / whole)) for n, other in enumerate(others))


def _planned(chunks: Sequence[Chunk]) -> int:
    return sum(len(chunk.sentences) for chunk in chunks if chunk.role is Role.PLAN)


def _weight(chunks: Sequence[Chunk]) -> float:
    return sum(_WEIGHTS.get(chunk.role, 1.0) * len(s.text) for chunk in chunks for s in chunk.sentences)


def lines_allowed(chars: int) -> int:
    """Lines of a brief of a report with `chars` characters, shortcomings not counted.

    3,000 -> 8, 8,000 -> 15, 20,000 -> 28
    """
    for (low, few), (high, many) in pairwise(_LINES):
        if chars <= high:
            return round(few + (many - few) * max(0, chars - low) / (high - low))
    return _LINES[-1][1]


def is_long(chars: int) -> bool:
    """Whether a report is condensed twice."""
    return chars > TWO_LEVELS


def lines_asked(chars: int) -> int:
    """Lines that all sections together are asked for: those of the brief, of a long report more to choose from."""
    lines = lines_allowed(chars)
    return round(lines * MORE) if is_long(chars) else lines
