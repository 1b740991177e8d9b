"""Owns figures that English shortens: 87462.3亿元 is 8.75 trillion yuan, 67% two-thirds, 21%→42.06% doubled.

A figure that is rounded without a word has to keep three digits at least, and every digit that it shows has to be
right. Everything here excuses a pair of numbers whose values differ; nothing accuses. The figures of a brief are
held against the sentences of its report too, where rounding is an error: `source`.
"""

import re
from fractions import Fraction
from itertools import combinations

from govbrief.checking.marks import SHARE, Mark
from govbrief.checking.side import Side
from govbrief_schemas.quantity import Qualifier

_FEWEST_DIGITS = 3
_SHOWN = re.compile(r"\d+(?:,\d{3})*(?:\.(?P<decimals>\d+))?")
_BEFORE_NOUN = re.compile(r"\d-(?:million|billion|trillion)-[a-z]", re.IGNORECASE)
"""A 3.2-billion-yuan deal: what is told in passing, of which two digits are enough."""
_THIRDS = 3
_OF_THIRDS = Fraction(1, 200)
"""How far a percentage may lie from a third without a word that says so: 33.5% is a third."""
_ROUNDED = frozenset({"count", "money", "measure", "duration", SHARE})
_PART = re.compile(
    r"\b(?:half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b|分之", re.IGNORECASE
)
_NEAR = Fraction(3, 100)
"""How far a fraction that calls itself inexact may stand from the percentage."""
_BRACKET = re.compile(r"[（(](?:约合|约为|约|合|折合|相当于)?\s?$")
_CONVERTED = Fraction(1, 50)
_OF_EACH = (
    re.compile(r"\bof\s$", re.IGNORECASE),
    re.compile(r"(?:\s[a-z]+)?\s(?:each|apiece)\b", re.IGNORECASE),
)
_IN_ALL = re.compile(r"(?:\s[a-z]+)?\s(?:in\sall|in\stotal|altogether|all\stold)\b", re.IGNORECASE)
_LEFT = re.compile(r"\s(?:others?|remaining|left|more|fewer)\b", re.IGNORECASE)
_MEN = re.compile(r"\s(?:men|players)\b", re.IGNORECASE)
_SENT_OFF = re.compile("罚下|红牌")
_TEAM = 11
_LESS_THAN_HALVED = re.compile(
    r"\b(?:almost|nearly|not\squite|just\sunder|close\sto)\s(?:been\s)?halv", re.IGNORECASE
)
_MORE_THAN_HALVED = re.compile(r"\b(?:more\sthan|over)\s(?:been\s)?halv", re.IGNORECASE)
_GROWN = Fraction(1, 20)
"""How far a multiple that is told of two numbers may stand from their quotient."""


def shortens(en: Mark, zh: Mark) -> bool:
    """True where one number is the other with fewer digits, each of them right, or as a common fraction."""
    return rounded_as_shown(en, zh) or _as_fraction(en, zh) or _as_fraction(zh, en)


def rounded_as_shown(short: Mark, full: Mark) -> bool:
    """True for 8.75 trillion and 87462.3亿, 38.47 million and 3846.6万: the last digit shown is the rounded one."""
    if short.group != full.group or short.group not in _ROUNDED or not (short.digits and full.digits):
        return False
    same = bool(short.dimension) and short.dimension == full.dimension
    if not same and short.dimension and full.dimension:
        return False
    shown = _SHOWN.search(short.text)
    digits = shown[0].replace(",", "") if shown else ""
    fewest = _FEWEST_DIGITS - (1 if _BEFORE_NOUN.search(short.text) else 0)
    if shown is None or len(digits.replace(".", "").lstrip("0")) < fewest or not short.face:
        return False
    written = Fraction(digits)
    here, there = (short.value, full.value) if same else (short.face, full.face)
    step = here / written / Fraction(10) ** len(shown["decimals"] or "")
    return 0 < abs(here - there) * 2 <= abs(step)


def _as_fraction(fraction: Mark, percent: Mark) -> bool:
    """True for two-thirds and 67%, 三分之一 and 33 percent: the fraction rounds to the digits of the percentage."""
    if fraction.group != SHARE or percent.group != SHARE or not percent.digits or fraction.dimension:
        return False
    shown = _SHOWN.search(percent.text)
    if fraction.digits or shown is None or not percent.dimension or not _PART.search(fraction.text):
        return False
    gap = fraction.value - percent.value
    if abs(gap) <= Fraction(1, 200 * 10 ** len(shown["decimals"] or "")):
        return True
    if fraction.value.denominator == _THIRDS and fraction.qualifier is Qualifier.EXACT:
        return abs(gap) < _OF_THIRDS
    lies = {Qualifier.NEARLY: gap > 0, Qualifier.OVER: gap < 0, Qualifier.ABOUT: True}
    return abs(gap) <= _NEAR and lies.get(fraction.qualifier, False)


def multiplies(en: Mark, zh: Side) -> bool:
    """True for `doubled` where the Chinese has both ends: 由21%提高到42.06%."""
    if en.group != "multiple" or not en.factors:
        return False
    ends = [mark for mark in zh.tried if mark.quantity.is_amount and mark.value > 0]
    for one, two in combinations(ends, 2):
        if one.group != two.group or one.dimension != two.dimension or one.quantity is two.quantity:
            continue
        grown = max(one.value, two.value) / min(one.value, two.value)
        if any(_is_about(grown, factor, en.qualifier) for factor in en.factors):
            return True
    return False


def _is_about(grown: Fraction, factor: Fraction, qualifier: Qualifier) -> bool:
    """Whether a quotient is that factor, on the side that the qualifier says."""
    gap = (grown - factor) / factor
    if qualifier in {Qualifier.OVER, Qualifier.AT_LEAST}:
        return 0 <= gap < Fraction(1, 2)
    if qualifier in {Qualifier.NEARLY, Qualifier.AT_MOST}:
        return -3 * _GROWN <= gap <= 0
    return abs(gap) <= _GROWN


def in_brackets_again(mark: Mark, zh: Side) -> bool:
    """True for the 1.88米 of 6英尺2英寸(约1.88米): a measure told once more in another unit."""
    if mark.group not in {"measure", "money"} or not _BRACKET.search(zh.text, 0, mark.start):
        return False
    before = [other for other in zh.tried if other.end <= mark.start and other.dimension == mark.dimension][
        -2:
    ]
    wholes = [before[-1].value] if before else []
    wholes += [before[0].value + before[1].value] if len(before) > 1 else []
    return any(abs(whole - mark.value) <= _CONVERTED * mark.value for whole in wholes)


def follows(en: Mark, zh: Side, right: Side) -> bool:
    """True for `teams of four` of 6个小组、24人: what two numbers of both texts give exactly, and English says so."""
    if en.group != "count" or en.dimension:
        return False
    text = right.text
    if _MEN.match(text, en.end) and _SENT_OFF.search(zh.text):
        return _TEAM - 2 <= en.face < _TEAM
    each = _OF_EACH[0].search(text, max(0, en.start - len(" of ")), en.start) or _OF_EACH[1].match(
        text, en.end
    )
    summed, left = _IN_ALL.match(text, en.end), _LEFT.match(text, en.end)
    if not (each or summed or left):
        return False
    said = {mark.face for mark in zh.tried} & {mark.face for mark in right.tried if mark is not en}
    amounts = sorted(said)
    return any(
        (each and small * en.face == large)
        or (summed and small + large == en.face)
        or (left and large - small == en.face)
        for small, large in combinations(amounts, 2)
    )


def halves_otherwise(zh: Mark, en: Side) -> bool:
    """True for 下降一半以上 and "almost halved", for 近一半 and "more than halved"."""
    if zh.value != Fraction(1, 2) or zh.group != SHARE:
        return False
    if zh.qualifier in {Qualifier.OVER, Qualifier.AT_LEAST}:
        return _LESS_THAN_HALVED.search(en.text) is not None
    below = zh.qualifier in {Qualifier.NEARLY, Qualifier.AT_MOST}
    return below and _MORE_THAN_HALVED.search(en.text) is not None
