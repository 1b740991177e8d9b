"""Owns how long a brief may be: how many lines a report of some length gets, and what share of them a part of it.

A reader takes in one or two pages, so the longer the report, the smaller the share of it that is told.
"""

from collections.abc import Sequence

from govbrief_schemas.report import Chunk, Outline, Role

SHORT, LONG = 3000, 8000
"""Characters of the report between which the share falls."""
SHARE_SHORT, SHARE_LONG = 1.25, 0.66
"""Characters of the brief, both languages and all furniture, for one of the report's."""
FURNITURE = 2050
"""Characters of head, headline, summary, table of figures, what is absent and coverage."""
LINE = 150
"""Characters of one line in both languages: about 40 of Chinese and 18 words of English."""
FEWEST, MOST = 6, 36
PLANS_A_LINE = 4
"""Sentences of a section of plans that one line tells."""
LONG_PLAN = 15
"""Sentences from which on plans are chosen among, like results."""


_WEIGHTS = {Role.PLAN: 2.0, Role.SHORTCOMING: 1.5, Role.OTHER: 0.6, Role.LEADERSHIP: 0.6}
"""What a character of a section counts when lines are shared out: readers look for plans first, then for results."""


def rows_allowed(chars: int, most: int) -> int:
    """Rows of the table of figures: two thirds of `most` for a short report."""
    return most if chars > (SHORT + LONG) / 2 else max(1, most * 2 // 3)


def body_chars(outline: Outline) -> int:
    """Characters of all sentences: headings, noise and frame left out."""
    return sum(len(sentence.text) for section in outline.sections for sentence in section.sentences)


def lines_for(lines: int, part: Sequence[Chunk], whole: Sequence[Chunk]) -> int:
    """Of `lines`, those that `part` of all chunks gets; never none, and enough to tell a section of plans whole."""
    planned = sum(len(chunk.sentences) for chunk in part if chunk.role is Role.PLAN)
    least = 2 + min(planned, LONG_PLAN) // PLANS_A_LINE if planned else 1
    return max(least, round(lines * _weight(part) / max(1.0, _weight(whole))))


def _weight(chunks: Sequence[Chunk]) -> float:
    return sum(_WEIGHTS.get(chunk.role, 1.0) * len(s.text) for chunk in chunks for s in chunk.sentences)


def lines_allowed(chars: int) -> int:
    """Lines of a brief of a report with `chars` characters.

    3,000 -> 11, 8,000 -> 22, 20,000 -> 36
    """
    reach = min(1.0, max(0.0, (chars - SHORT) / (LONG - SHORT)))
    total = chars * (SHARE_SHORT + (SHARE_LONG - SHARE_SHORT) * reach)
    return max(FEWEST, min(MOST, round((total - FURNITURE) / LINE)))
