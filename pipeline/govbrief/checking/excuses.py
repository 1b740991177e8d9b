"""Owns what a translator may do with a number: convert it, round it openly, say it in a word, leave it out.

Everything here excuses; nothing accuses. A number in Arabic digits has fewer excuses than a numeral in words.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from govbrief.base.datafiles import any_of
from govbrief.checking.adjacent_periods import is_compared_with, is_quarter_before
from govbrief.checking.circumstances import months_in_part, parts_of_year, period_months, period_quarters
from govbrief.checking.dates import DATE_PARTS, MONTH, QUARTER, TIME, YEAR
from govbrief.checking.loose import (
    chinese_values,
    english_values,
    has_relative_date,
    said_without,
    translation_words,
    worded_values,
)
from govbrief.checking.marks import NAME, POINT, SHARE, Mark
from govbrief.checking.monthspans import tells_span
from govbrief.checking.named_days import is_named, without_named_days
from govbrief.checking.narrative import is_incidental
from govbrief.checking.reigns import is_of_reign, is_year_of_a_reign
from govbrief.checking.retold import is_out_of, is_rest, retells, stands_unread
from govbrief.checking.rounding import UPWARD, converts, rounds
from govbrief.checking.shortened import follows, halves_otherwise, in_brackets_again, multiplies, shortens
from govbrief.checking.side import Side
from govbrief.checking.spans import counts_years, is_hundreds, year_is_counted
from govbrief.checking.unitwords import is_one_unit
from govbrief_schemas.quantity import Qualifier

DATED = DATE_PARTS | {TIME}

_TWO, _TEN, _DOZEN, _HALF = 2, 10, 12, Fraction(1, 2)
_QUARTER_MONTHS = 3
_OF_TWO = frozenset("国方岸地人者次边家党院军会端侧") | {"", "个人"}
"""Units behind 两 that only say that both are meant."""
_FIRST = re.compile(r"\bfirst[\s-]$", re.IGNORECASE)
_AGAIN = re.compile("[又再另次亚]")
"""My 2nd one, which Chinese tells as 又一件."""
_TWICE = re.compile("[又再另亚两二双俩倍番重]|次[日年月]")
_LATIN = re.compile("[A-Za-z]")
_VAGUE = re.compile(r"[数几]|^[百千万亿]|[二三四五六七八九两][二三四五六七八九]")
_MAGNITUDE = re.compile(r"(?:ten|dozen|hundred|thousand|million|billion|trillion)s\b", re.IGNORECASE)
_HALVES = re.compile(r"hal(?:f|v(?:ed?|es|ing)\b)", re.IGNORECASE)
_MOST = re.compile(r"\b(?:most|majority)\b", re.IGNORECASE)


def excused_english(mark: Mark, zh: Side, en: Side, rivals: Sequence[Mark]) -> bool:
    """True for an English number that needs no partner; `rivals`: the Chinese ones of its kind that have none."""
    if _needs_no_number(mark, zh, en) or (not rivals and _unrivalled(mark, zh, en)):
        return True
    if (
        is_out_of(mark, zh)
        or counts_years(mark, zh, en)
        or multiplies(mark, zh)
        or is_year_of_a_reign(mark, zh.text)
        or is_side_of_ratio(mark, zh)
    ):
        return True
    waiting = [other for other in rivals if other.digits and other.quantity.unit == mark.quantity.unit]
    # where 5895米 waits for its number, 5,985 metres is no conversion of 19341英尺, which has its own
    if any(_retells(mark, en, other, zh) for other in (waiting if mark.digits and waiting else zh.tried)):
        return True
    if mark.group == "ordinal" and rivals:
        return False  # 第二期 waits for its number, and phase 3 is not that of 三期
    read = chinese_values(zh.unread) | worded_values(zh.text)
    if mark.digits and stands_unread(mark, zh):
        return True
    return mark.face in read or mark.value in read or _is_half(mark, zh)


def _is_half(mark: Mark, zh: Side) -> bool:
    """True for a half where Chinese has 半 of something; half a kilo is not 半吨."""
    measured = [other for other in zh.tried if mark.dimension and other.dimension == mark.dimension]
    return mark.value == _HALF and "半" in zh.text and not any("半" in other.text for other in measured)


def _needs_no_number(mark: Mark, zh: Side, en: Side) -> bool:
    """True for an article, a magnitude, and what Chinese says without a number."""
    if (mark.face == 1 and not mark.digits) or _MAGNITUDE.search(mark.text):
        return True
    if mark.group == MONTH and mark.face in period_months(zh.text, "zh"):
        return True
    if tells_span(mark, en, zh, english=True):
        return True
    if mark.group == QUARTER and mark.face in period_quarters(zh.text, "zh"):
        return True
    if mark.text.lower() == "quarter" and "季" in zh.text:
        return True
    return said_without("said_without_en", mark.text, zh.text) or _first_months(mark, zh, en)


def _unrivalled(mark: Mark, zh: Side, en: Side) -> bool:
    """True for what English may add where no Chinese number waits for it: dates, names, list marks, a two.

    The two of us, the second: English points where Chinese need not.
    """
    if follows(mark, zh, en):
        return True
    if mark.group in DATED:
        named = has_relative_date(zh.text, mark.group, "zh") or is_named(mark, zh.text, "zh")
        return named or is_compared_with(mark, zh)
    if mark.text.lower() == "twice":
        return _TWICE.search(zh.text) is not None
    pointing = mark.face == _TWO and mark.group in {"count", "ordinal"}
    pointing = pointing and not _counts_one(mark, zh)
    pointing = pointing and (not mark.digits or (mark.group == "ordinal" and bool(_AGAIN.search(zh.text))))
    return mark.group in {NAME, "label"} or pointing or _numbers_a_stage(mark, en)


def _counts_one(mark: Mark, zh: Side) -> bool:
    """True for two of what the Chinese has one of: 保修一年 is no two-year warranty."""
    ones = (other for other in zh.tried if other.face == 1 and not other.digits)
    return bool(mark.dimension) and any((o.group, o.dimension) == (mark.group, mark.dimension) for o in ones)


def _numbers_a_stage(mark: Mark, en: Side) -> bool:
    """True for the third trimester (孕晚期), the second half (下半场): what Chinese tells by a word."""
    return mark.group == "ordinal" and not mark.digits and _stages().match(en.text, mark.end) is not None


@cache
def _stages() -> re.Pattern[str]:
    return re.compile(any_of(f"[\\s-]{noun}s?\\b" for noun in translation_words()["stages"]), re.IGNORECASE)


def is_magnitude(mark: Mark) -> bool:
    """True for 数十名, 上千家 and dozens, hundreds: an order of size and no number."""
    return bool(_MAGNITUDE.search(mark.text) or (_VAGUE.match(mark.text) and not mark.digits))


def excused_chinese(mark: Mark, zh: Side, en: Side) -> bool:
    """True for a Chinese number that English may leave out or say without a number."""
    return not halves_otherwise(mark, en) and _may_go(mark, zh, en)


def _may_go(mark: Mark, zh: Side, en: Side) -> bool:
    """The same for a number that the words around do not turn."""
    if (
        mark.group == "label"
        or is_incidental(mark, zh.text, en.text)
        or said_without("said_without", mark.text, en.text)
        or is_rest(mark, zh.text, en.text)
        or is_one_unit(mark, en)
        or _numbers_a_sequel(mark, zh.text)
        or in_brackets_again(mark, zh)
    ):
        return True
    if (not mark.digits and _implied(mark)) or (_spelled(mark) and mark.text in en.text):
        return True
    if tells_span(mark, zh, en, english=False) or (mark.digits and stands_unread(mark, en)):
        return True
    if mark.group in DATED:
        return _date_is_told(mark, zh, en)
    if any(_retells(other, en, mark, zh) for other in en.tried):
        return True
    values = english_values(en.unread) if mark.group not in {SHARE, POINT} else frozenset()
    return mark.face in values or bool((mark.others | mark.factors) & values) or _halves(mark, en)


def _date_is_told(mark: Mark, zh: Side, en: Side) -> bool:
    """Whether English tells a part of a Chinese date or a time in other words."""
    named = mark.group == MONTH and mark.face in period_months(en.text, "en")
    if mark.group == QUARTER:
        named = mark.face in period_quarters(en.text, "en") or is_quarter_before(mark, en)
        named = named or bool(_shared_parts(mark.face * _QUARTER_MONTHS, zh, en))
    named = named or is_named(mark, en.text, "en") or year_is_counted(mark, zh, en)
    unnamed = without_named_days(en.text)  # Christmas Eve is no word for December 31
    named = named or _stands_in_title(mark, zh.text) or has_relative_date(unnamed, mark.group, "en")
    if mark.group == YEAR:
        return named or any(is_of_reign(other, en.text, mark, zh.text) for other in en.tried)
    return named or (mark.group == TIME and any(_retells(other, en, mark, zh) for other in en.tried))


def _stands_in_title(mark: Mark, zh: str) -> bool:
    """True for the years of 《纲要(2021—2025年)》: a title may be told by its name."""
    return zh.rfind("《", 0, mark.start) > zh.rfind("》", 0, mark.start)


def _numbers_a_sequel(mark: Mark, zh: str) -> bool:
    """True for 《复仇者联盟4》: English calls most sequels by a title without a number."""
    return mark.digits and mark.face <= _DOZEN and zh.startswith("》", mark.end)


def _halves(mark: Mark, en: Side) -> bool:
    """True for a half or 50 percent where English halves, for 过半数 and `most`."""
    half = "半" in mark.text or (mark.group == SHARE and mark.value == _HALF)
    if mark.dimension and any(o.dimension == mark.dimension and _HALVES.search(o.text) for o in en.tried):
        return False  # 半吨, half a kilo
    most = half and mark.qualifier in UPWARD and _MOST.search(en.text) is not None
    return most or (half and _HALVES.search(en.text) is not None)


def _retells(en: Mark, right: Side, zh: Mark, left: Side) -> bool:
    """True where an English number tells a Chinese one in another way."""
    return (
        _says_otherwise(en, zh)
        or rounds(en, zh)
        or shortens(en, zh)
        or is_hundreds(en, zh)
        or is_of_reign(en, right.text, zh, left.text)
        or retells(en, right, zh, left)
    )


def _spelled(mark: Mark) -> bool:
    """True for what both languages write with the same signs: names, 8K, U18, 9/11."""
    return mark.group == NAME or bool(_LATIN.search(mark.text)) or "/" in mark.text


def _implied(mark: Mark) -> bool:
    """True for numerals that English need not repeat: 一, vague ones, names, and the two of 两国 and 两人."""
    if mark.group in {QUARTER, SHARE}:
        return False
    if mark.face == 1 or _VAGUE.search(mark.text) or not (mark.quantity.is_amount and mark.quantity.unit):
        return True
    return means_both(mark)


def means_both(mark: Mark) -> bool:
    """True for 两国 and 两人: who they are has been said, and English has the two, both, they."""
    return mark.face == _TWO and not mark.digits and mark.quantity.is_amount and mark.quantity.unit in _OF_TWO


def _first_months(mark: Mark, zh: Side, en: Side) -> bool:
    """True for the first eleven months, which Chinese writes 1—11月, and for the first three (一季度)."""
    if mark.dimension != "month":
        return False
    if _shared_parts(mark.value, zh, en):
        return True
    if mark.face == _QUARTER_MONTHS and period_quarters(zh.text, "zh") & period_quarters(en.text, "en"):
        return True
    if not _FIRST.search(en.text, max(0, mark.start - 12), mark.start):
        return False
    return any(other.group == MONTH and other.face == mark.face for other in zh.tried)


def _shared_parts(months: Fraction, zh: Side, en: Side) -> frozenset[str]:
    """Parts of a year of so many months that both texts tell: 前三季度 and the first nine months."""
    shared = parts_of_year(zh.text, "zh") & parts_of_year(en.text, "en")
    return frozenset(part for part in shared if months_in_part(part) == months)


def is_side_of_ratio(mark: Mark, zh: Side) -> bool:
    """True for the one of 2.47:1, where Chinese gives the other side alone: 收入比为2.47."""
    if mark.face != 1 or mark.quantity.span == (mark.start, mark.end) or "比" not in zh.text:
        return False
    before, sign, _ = mark.text.partition(":") if ":" in mark.text else mark.text.partition(" to ")
    return bool(sign) and mark.start > mark.quantity.span.start and any(o.text == before for o in zh.tried)


def _says_otherwise(en: Mark, zh: Mark) -> bool:
    """True for a conversion, for one in five (五分之一, 每五人), and for a dozen (十余, 十几)."""
    if converts(en, zh) or (zh.group == SHARE and zh.value * en.value == 1 and en.group != SHARE):
        return True
    inexact = zh.qualifier is not Qualifier.EXACT
    if en.face == _DOZEN and not en.digits and _DOZEN - 2 <= zh.face < 2 * _DOZEN and inexact:
        return True
    dozens = "dozen" in en.text and en.group == zh.group == "count" and not zh.digits
    return dozens and zh.qualifier is Qualifier.OVER and zh.face <= en.face < zh.face + _TEN
