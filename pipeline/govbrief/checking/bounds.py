"""Owns what becomes of a bound in translation: 约2.4万人 is not "at least 24,000", 降至不到2% not "fell to 2%".

A translation may say about in many words, or leave out what makes no difference. It may not make a bound of an
estimate, nor state as reached what a number was said to lie below.
"""

import re

from govbrief.checking.marks import Mark
from govbrief_schemas.quantity import Motion, Qualifier

_ABOUT = re.compile("(?:大约|约|约为|大概)$")
_ABOUT_BEHIND = re.compile("左右|上下")
_SHORT_OF = re.compile("(?:不到|不足|未满)$")
_AT_LEAST = re.compile("(?:至少|最少)$")
_MORE = re.compile(
    r"\b(?:least|more|most|over|above|minimum|lower|less|fewer|plus|up|so\sfar|some|every|need\w*|requir\w*|must|should|exceed\w*"
    r"|upwards?|beyond|only|floor|higher|older)\b|\d\+|≥",
    re.IGNORECASE,
)
_REACH = 40
_HEDGED = re.compile(
    r"\b(?:under|below|less|fewer|lower|short|within|almost|nearly|near|close|barely|not|no|just|up\sto|about|around|some"
    r"|roughly|only|mere|scarcely|hardly|sub|approach\w*|shy)\b|n['’]t\b",
    re.IGNORECASE,
)
_HARD = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.AT_MOST})


def bounds_estimate(zh_text: str, zh: Mark, en_text: str, en: Mark) -> bool:
    """True where English makes a bound of what is about so much, or a figure of what is less than it."""
    before = zh_text[max(0, zh.quantity.span.start - 3) : zh.start]
    if not zh.quantity.is_amount or not en.quantity.is_amount:
        return False
    if zh.qualifier is Qualifier.ABOUT:
        estimated = _ABOUT.search(before) or _ABOUT_BEHIND.match(zh_text, zh.quantity.span.end)
        return en.qualifier in _HARD and estimated is not None
    if zh.qualifier is Qualifier.AT_LEAST and _AT_LEAST.search(before):
        stated = en.qualifier is Qualifier.EXACT and zh.digits and zh.value == en.value
        around = en_text[max(0, en.start - _REACH) : en.quantity.span.end + _REACH]
        return stated and _MORE.search(around) is None
    if zh.qualifier not in {Qualifier.AT_MOST, Qualifier.NEARLY} or en.qualifier is not Qualifier.EXACT:
        return False
    reached = en.quantity.motion is Motion.TO and en.digits and zh.value == en.value
    around = en_text[max(0, en.start - _REACH) : en.quantity.span.end + _REACH]
    return reached and _SHORT_OF.search(before) is not None and _HEDGED.search(around) is None
