"""Owns how long a brief may be: how many lines a report of some length gets, and what share of them a part of it.

A reader takes in one or two pages, so the longer the report, the smaller the share of it that is told.
"""

from govbrief_schemas.report import Outline

SHORT, LONG = 3000, 8000
"""Characters of the report between which the share falls."""
SHARE_SHORT, SHARE_LONG = 1.25, 0.66
"""Characters of the brief, both languages and all furniture, for one of the report's."""
FURNITURE = 1800
"""Characters of head, headline, summary, table of figures and coverage."""
LINE = 165
"""Characters of one line in both languages; measured on expert briefs of two reports of 2,900 and 8,400 characters."""
FEWEST, MOST = 6, 36


def body_chars(outline: Outline) -> int:
    """Characters of all sentences: headings, noise and frame left out."""
    return sum(len(sentence.text) for section in outline.sections for sentence in section.sentences)


def lines_allowed(chars: int) -> int:
    """Lines of a brief of a report with `chars` characters.

    3,000 -> 11, 8,000 -> 21, 20,000 -> 36
    """
    reach = min(1.0, max(0.0, (chars - SHORT) / (LONG - SHORT)))
    total = chars * (SHARE_SHORT + (SHARE_LONG - SHARE_SHORT) * reach)
    return max(FEWEST, min(MOST, round((total - FURNITURE) / LINE)))


def share_of(lines: int, part: int, whole: int) -> int:
    """Of `lines`, those that a part of `part` characters of `whole` gets; never none."""
    return max(1, round(lines * part / max(1, whole)))
