"""Owns numbers in Arabic digits: sign, scale, unit, and whether they are codes (5G, 12345热线)."""

import re
from decimal import Decimal

from govbrief.numbers.numerals import MAX_DIGITS, SCALE_FACTORS, parse_arabic, parse_numeral
from govbrief.numbers.units import letter_at
from govbrief.numbers.zh import names_zh
from govbrief.numbers.zh.attach import VULGAR, attach_fraction, attach_unit
from govbrief.numbers.zh.candidate import Draft
from govbrief.numbers.zh.composites_zh import take_feet_and_inches
from govbrief.numbers.zh.reader import Match, Reader
from govbrief.numbers.zh.units_zh import Found, currency_before, read_unit
from govbrief_schemas.quantity import QuantityKind

K = QuantityKind
_ONE, _THOUSAND = Decimal(1), Decimal(1000)
_JOINING = frozenset('%％‰年月日号时分元万亿千百个件次℃°)）”"-')
"""Behind these a dash joins; behind anything else it is a minus."""
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_CODE_SIGNS = frozenset("-_./")
_INFORMAL = frozenset("元人左上以多个")
"""Behind `30w` these say that it is 30万 and not 30 watts."""
_LONG = 8
"""So many digits without a separator, a scale or a unit are a serial number."""
_CODES = re.compile(r"(?:/\d+)+(?!mm ?[Hh]g)[A-Za-z]|[国省县]道")
"""4/5G: codes that share their letter; 105国道."""
_STRONGEST = re.compile("[1-9]0{1,3}|500|[235]0")
"""世界500强, 50强: a list by its length."""
_THREE_DIGITS = re.compile(r"\d{3}")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
_NO_NOUN = re.compile("[以左上下多余几来至到和与及或之的人分比倍强大届年月日起是为在家个名种次]|[十百千万亿]")
_EDITION = re.compile(r"\d\.0")
_SCREENS = frozenset(map(Decimal, (2, 4, 8, 18, 24)))
_PICTURE = re.compile("超?高清|超清|[电影]视|屏|画质|分辨率|直播|显示|视频|金|转播|信号|投影|花园")
"""4K电视, 8K超高清 and 24K金 are kinds, and no thousands."""
_FEET_SIGNS = frozenset(["'", "′", "’"])
_PLACES = frozenset("号號楼室")
_HOUSES = frozenset("号楼栋幢座")
"""In front of a number and 单元: 5号楼3单元."""
_DIALLED = re.compile(r"1[12]\d|1[02]\d{3}|9[56]\d{3}")
"""Service numbers of China: 110, 10086, 12345, 95588, 96123."""


_EDITIONS = frozenset({"款", "版", "届", "级", "期"})
"""Behind a year these make a name of it: 2023版, 2018款."""
_FIRST_YEAR, _LAST_YEAR = "1900", "2100"


def _is_year(digits: str) -> bool:
    return len(digits) == len(_FIRST_YEAR) and _FIRST_YEAR <= digits <= _LAST_YEAR


def read_number(reader: Reader, match: Match) -> int:
    """A number in Arabic digits, with its scale and unit."""
    sign, digits, inner, scale, more, outer = match.group("sign", "digits", "inner", "scale", "more", "outer")
    start, end = match.start(), match.end() if scale or inner else match.end("digits")
    value = parse_arabic(digits)
    if value is None or len(match[0]) > 2 * MAX_DIGITS:
        return reader.keep(Draft(start, match.end(), Decimal(0), K.CODE))
    factor = SCALE_FACTORS.get(scale) if scale else _ONE
    if more or factor is None:
        whole = parse_numeral(digits + scale + (more or ""))
        if whole is None:
            factor, end = SCALE_FACTORS[scale[0]], match.start("scale") + 1
        else:
            value, factor = whole, _ONE
    if sign:
        start, value = _signed(reader, match, sign, value)
    draft = Draft(start, end, value)
    draft.factor = factor
    draft.inner = outer or inner or ""
    return _finish(reader, draft, match)


def _signed(reader: Reader, match: Match, sign: str, value: Decimal) -> tuple[int, Decimal]:
    at = match.start()
    if sign in "负負" and reader.text[at - 1 : at] == "正":
        return match.start("digits"), value  # 正负5度
    if sign in "-−" and at:
        if names_zh.is_model(reader.text, at):
            return at, value
        before = reader.text[at - 1]
        joined = bool(reader.drafts) and reader.drafts[-1].end == at
        if joined or before in _JOINING or (before.isascii() and before.isalnum()):
            return match.start("digits"), value
    return at, -value


def _finish(reader: Reader, draft: Draft, match: Match) -> int:
    text = reader.text
    follower = text[draft.end : draft.end + 1]
    feet = follower in _FEET_SIGNS and take_feet_and_inches(draft, text)
    if feet or _named_by(draft, text, match["digits"]):
        return reader.keep(draft)
    if (follower in {"分", "又", "/", " "} or follower in VULGAR) and attach_fraction(draft, text):
        return reader.keep(draft)
    unit = read_unit(text, draft.end)
    if unit is None and draft.inner in {"多", "来", "來"} and not match["scale"]:
        draft.end, draft.inner = match.end("digits"), ""
        unit = read_unit(text, draft.end)
    if unit is not None:
        attach_unit(draft, unit, text)
        return reader.keep(draft)
    if follower in _LATIN and (letter := letter_at(text, draft.start, draft.end)):
        attach_unit(draft, Found(letter.name, letter.kind, draft.end + 1), text)
        return reader.keep(draft)
    if follower in _LATIN and _is_code(draft, text):
        draft.kind = K.CODE
        return reader.keep(draft)
    return _bare(reader, draft, match)


def _named_by(draft: Draft, text: str, digits: str) -> bool:
    """2023版 and 世界500强 are names, 105国道 and 4/5G codes: what follows says so."""
    follower = text[draft.end : draft.end + 1]
    if (follower in _EDITIONS and _is_year(digits)) or (follower == "强" and _STRONGEST.fullmatch(digits)):
        draft.kind, draft.end = K.NAME, draft.end + 1
        return True
    codes = _CODES.match(text, draft.end)
    if codes:
        draft.kind, draft.end = K.CODE, codes.end()
    return codes is not None


def _scaled(draft: Draft, text: str, factor: Decimal) -> bool:
    draft.factor *= factor
    draft.end += 1
    unit = read_unit(text, draft.end)
    if unit:
        attach_unit(draft, unit, text)
    return False


def _is_code(draft: Draft, text: str) -> bool:
    """`40k` is a scale, `5G` a code; the draft ends behind it."""
    end = draft.end
    follower = text[end + 1 : end + 2]
    if text[end] == "K" and draft.value in _SCREENS and _PICTURE.match(text, end + 1):
        draft.end = end + 1
        return True
    if text[end] in {"k", "K"} and follower not in _LATIN and not follower.isdigit():
        return _scaled(draft, text, _THOUSAND)
    if text[end] in {"w", "W"} and follower in _INFORMAL:
        return _scaled(draft, text, _THOUSAND * 10)
    while end < len(text) and (text[end] in _LATIN or text[end] in _CODE_SIGNS or "0" <= text[end] <= "9"):
        end += 1
    draft.end = end
    return True


def _bare(reader: Reader, draft: Draft, match: Match) -> int:
    text, start, end = reader.text, draft.start, draft.end
    name, front = currency_before(text, start)
    if name:
        draft.start, draft.unit, draft.kind = front, name, K.MONEY
        return reader.keep(draft)
    if draft.factor == _ONE:
        hotline = names_zh.hotline_end(text, end) if _DIALLED.fullmatch(match["digits"]) else 0
        if hotline:
            draft.end, draft.kind = hotline, K.NAME
            return reader.keep(draft)
        if _is_serial(reader, draft, match["digits"]):
            draft.kind = K.CODE
            return reader.keep(draft)
        if _is_glued(text, draft, match["digits"]):
            draft.kind = K.NAME
            return reader.keep(draft)
    draft.bare = not draft.unit
    return reader.keep(draft)


def _is_serial(reader: Reader, draft: Draft, digits: str) -> bool:
    """A number that tells one thing from another: 128号, 国道318, 歼-35, so many digits that nobody counts."""
    text, start, end = reader.text, draft.start, draft.end
    if len(digits) >= _LONG and digits.isdecimal() and reader.alone != digits:
        return True
    if text[end : end + 1] in _PLACES and end < len(text):
        return True
    if text.startswith("单元", end) and text[start - 1 : start] in _HOUSES:
        return True
    built = text[start : start + 1] in {"-", "−"} and names_zh.is_model(text, start)
    return built or names_zh.is_code(text, start)


def _is_glued(text: str, draft: Draft, digits: str) -> bool:
    """教育信息化2.0行动, 626小河整治: a number that names, because Chinese counts with a measure word."""
    before = text[draft.start - 1 : draft.start] if draft.start else ""
    if _EDITION.fullmatch(digits):
        return bool(_NOUN.match(before * 2)) and not before.isdigit() and before not in _COUNTING
    opens = not before or not (before.isalnum() or before in "（(“")
    noun = opens and _THREE_DIGITS.fullmatch(digits) and _NOUN.match(text, draft.end)
    return bool(noun) and not _NO_NOUN.match(text, draft.end)


_COUNTING = frozenset("为是达到至约近超于过均")
