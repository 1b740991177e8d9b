"""Owns spans of years that English counts: 2011—2020年 is the decade to 2020, 2021年 "five years later".

Excuses only: a number that stands in one language because the other tells the first or last year by the length.
"""

import re
from fractions import Fraction
from itertools import permutations

from govbrief.checking.dates import CENTURY, YEAR
from govbrief.checking.marks import Mark
from govbrief.checking.side import Side

_MONTHS_A_YEAR = 12
_DECADE = re.compile(r"\b(?:the|a|first|last|past|previous|over)\s(?:\w+\s)?decade\b", re.IGNORECASE)
_CENTURY = re.compile(r"\b(?:this|the|21st|20th|twent\S+)\scentury\b", re.IGNORECASE)
_NAMED_YEARS = (
    (re.compile(r"\bend\sof\s(?:the|this)\sdecade\b", re.IGNORECASE), 10, {0, 9}),
    (re.compile(r"\bturn\sof\sthe\s(?:century|millennium)\b", re.IGNORECASE), 100, {0, 1, 99}),
    (re.compile(r"\b(?:mid[\s-]?century|middle\sof\s(?:the|this)\scentury)\b", re.IGNORECASE), 100, {50}),
)
"""Years that English names without a number, by the last digits of the year."""
_HUNDREDS = re.compile(r"(?P<century>1?\d|20)00['’]?s", re.IGNORECASE)


def counts_years(en: Mark, zh: Side, right: Side) -> bool:
    """True for `five years` where the Chinese has both years, and the English one of them or a century."""
    if en.dimension != "month" or en.group != "duration":
        return False
    years, anchored = _years(zh), _years(right)
    return any(
        (anchored & {one, two} or _CENTURY.search(right.text)) and _fits(en, two - one)
        for one, two in permutations(years, 2)
        if one < two
    )


def year_is_counted(zh: Mark, left: Side, right: Side) -> bool:
    """True for a year that English names (the end of the decade), or tells by another year and how many lie between."""
    if zh.group != YEAR:
        return False
    if any(zh.face % years in ends and told.search(right.text) for told, years, ends in _NAMED_YEARS):
        return True
    anchored = _years(right)
    for other in _years(left) - {zh.face}:
        known = other in anchored or _CENTURY.search(right.text)
        gap = abs(zh.face - other)
        if known and (gap in {9, 10} and _DECADE.search(right.text)):
            return True
        if known and any(mark.dimension == "month" and _fits(mark, gap) for mark in right.tried):
            return True
    return False


def _fits(length: Mark, years: Fraction) -> bool:
    """Whether a length is so many years, the first one counted or not."""
    return length.value / _MONTHS_A_YEAR in {years, years + 1}


def _years(side: Side) -> frozenset[Fraction]:
    return frozenset(mark.face for mark in side.tried if mark.group == YEAR)


def is_hundreds(en: Mark, zh: Mark) -> bool:
    """True for the 800s and 9世纪."""
    match = _HUNDREDS.fullmatch(en.text)
    return zh.group == CENTURY and match is not None and zh.face == int(match["century"]) + 1
