"""Owns bare years, spans of years and decades of English text: when four digits are a year and not a count.

"In 2020 cases rose" has a year, "2020 cases were confirmed" a count; the words around decide.
"""

import re
from decimal import Decimal

from govbrief.numbers.en.atoms import Sort, is_end
from govbrief.numbers.en.named import Named
from govbrief.numbers.en.numerals_en import Numeral
from govbrief.numbers.en.units_en import find_unit
from govbrief_schemas.quantity import QuantityKind

YEAR = r"(?:1\d|20|21)\d\d"
_DECADE = re.compile(r"\d{4}['’]?s\b|['’]?\d0['’]?s\b")
_YEARS = re.compile(
    rf"{YEAR}(?:\s?[-–—/~]\s?(?:{YEAR}|\d\d))?(?!\d|[.,:/%-]\d|[a-z])(?:\s?(?:bc|bce|ad|ce)\b)?"
)
_NAMED_YEAR = re.compile(
    r"\b(?:fy|fiscal(?:\syear)?|years?|academic\syear|spring|summer|autumn|fall|winter|ended|ending)\s?$"
)
_DATED = re.compile(
    r"\b(?:in|since|by|until|till|before|after|during|through|throughout|late|early|mid|end|end\sof|year|as\sof|from|between|circa|"
    r"q[1-4]|quarter\sof|half\sof|beginning\sof|start\sof|pre|post|and|to|dated)[\s,-]+(?:the\s)?(?:early\s|late\s|mid-)?$"
)
_HEDGED = re.compile(
    r"\b(?:over|than|nearly|almost|about|around|approximately|some|least|most|roughly|exceed\w*|total\w*\s?(?:of)?|reach\w*|only|"
    r"another|additional|these|those|all)\s$"
)
_COUNTED = re.compile(
    r"\s(?:(?:new|more|confirmed|additional|other|different|classic|registered|local|infected|patients|people|persons|cases|units|"
    r"students|households|enterprises|companies|villages|members|million|billion|were|have)\b"
    r"|(?:[a-z]+[\s-]){0,1}(?!years|sales|results|olympics|games|elections|times|plans|targets|figures|levels|news|series|its|"
    r"as|was|is|has|this|thus|across|towards|rankings|regulations|rules|prices|economics|sports|finals|awards|guidelines|measures)"
    r"[a-z]{3,}[^su\W\d]s\b)"
)
_FIRST, _LAST, _OLDEST = 1900, 2060, 1000


def read_year(low: str, numeral: Numeral) -> Named | None:
    """The year, span of years or decade that begins at a numeral."""
    start = numeral.start
    end = start + len("2021") if numeral.first.sort is Sort.VULGAR else numeral.first.end
    if numeral.atoms != 1:
        return None
    if decade := _DECADE.match(low, start):
        first = int(re.sub(r"\D", "", decade.group()))
        return Named(start, decade.end(), QuantityKind.DATE, Decimal(first))
    match = _YEARS.match(low, start) if end - start == len("2021") else None
    value = int(match.group()[:4]) if match else 0
    if not match or match.end() < numeral.end or value < _OLDEST:
        return None
    before = low[max(0, start - 22) : start]
    if _is_year(low, before, match, value):
        return Named(start, match.end(), QuantityKind.DATE, Decimal(value))
    return None


def _is_year(low: str, before: str, match: re.Match[str], value: int) -> bool:
    if _NAMED_YEAR.search(before) or match.end() - match.start() > len("2021"):
        return True
    if not before.strip() and is_end(low, match.end()):
        # nothing but four digits
        return False
    unit = find_unit(low, low, match.end())
    if unit and len(unit.form) > 1 and unit.kind is not QuantityKind.COUNT:
        return False
    dated, recent = bool(_DATED.search(before)), _FIRST <= value <= _LAST
    if dated:
        return recent or not _COUNTED.match(low, match.end())
    return recent and not _HEDGED.search(before) and not _COUNTED.match(low, match.end())
