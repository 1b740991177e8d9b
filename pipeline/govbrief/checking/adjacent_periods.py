"""Owns the period next to a told one that one language only points to: August for 9月环比, the previous quarter.

Everything here excuses a date that stands in one language; nothing accuses.
"""

import re

from govbrief.checking.dates import MONTH, QUARTER, YEAR
from govbrief.checking.marks import Mark
from govbrief.checking.side import Side

_DECEMBER = 12
_QUARTER_BEFORE = re.compile(
    r"\b(?:previous|prior|preceding)\s(?:quarter|three\smonths)\b|\b(?:quarter|three\smonths)\s(?:before|earlier)\b",
    re.IGNORECASE,
)
_COMPARED = {
    MONTH: re.compile("环比|上个?月"),
    YEAR: re.compile("同比|[比较]上年|[比较]去年|上年同期|去年同期"),
}


def is_compared_with(mark: Mark, zh: Side) -> bool:
    """True for August where September is told 环比, and for 2023 where 2024 is told 同比."""
    words = _COMPARED.get(mark.group)
    if not words or not words.search(zh.text):
        return False
    return any(o.group == mark.group and (o.face - 1 or _DECEMBER) == mark.face for o in zh.tried)


def is_quarter_before(mark: Mark, en: Side) -> bool:
    """True for 二季度 where English has the third quarter and "the previous three months"."""
    following = mark.face % 4 + 1
    return _QUARTER_BEFORE.search(en.text) is not None and any(
        other.group == QUARTER and other.face == following for other in en.tried
    )
