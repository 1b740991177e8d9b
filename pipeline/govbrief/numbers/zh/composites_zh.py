"""Owns Chinese amounts that are told in two units: 5元3角, 两美元三美分, 一斤二两, 3公里500米, 1米75."""

import re
from decimal import Decimal

from govbrief.numbers.numerals import ZH_NUMERAL, ZH_SCALE, parse_numeral
from govbrief.numbers.units import load_units
from govbrief.numbers.zh.candidate import Draft
from govbrief.numbers.zh.patterns_zh import NUMERAL
from govbrief.numbers.zh.units_zh import read_unit
from govbrief_schemas.quantity import QuantityKind

_ZERO, _ONE, _TEN, _HUNDRED = Decimal(0), Decimal(1), Decimal(10), Decimal(100)
_COINS = re.compile(rf"零?([0-9{ZH_NUMERAL}])([角毛])(?![形地洲区带债钢铁])(?:([0-9{ZH_NUMERAL}])分?)?")
_CHANGE = re.compile(
    "[1-9一二三四五六七八九](?![0-9.,%一二三四五六七八九十百千万亿年月日点时分角毛]|[个米元人名家件号多余倍斤两片两条包本只次边角面层份瓶盒度克吨平亩等星级])"
)
"""3块5."""
_CENTIMETRES = re.compile(
    r"\s?([0-9]{1,2}|[一二三四五六七八九]{1,2})(?![0-9.,%一二三四五六七八九十百千万亿]|[个米元人年月日号多余倍])"
)
_TALLEST = Decimal(3)
"""Metres up to which 1米75 is a person's height."""
_COIN_UNITS = frozenset({"元", "美元", "港元"})
_HUNDREDTHS = re.compile(r"(\d\d)(?![\d%]|[.,]\d)")
"""Of a second: 52秒84."""
_LIANG = re.compile("([1-9一二三四五六七八九])[两兩](?![个次条项年天级手面边侧端])")
"""Ten of them are a 斤; in front of a measure word it is the number two."""


_DEGREES = frozenset(["度", "摄氏度"])
_TENTHS = re.compile(r"[1-9一二三四五六七八九](?=[，。；,;！!？?]|$|的|以|左右)")
"""38度2 and 三十八度五: tenths of a degree."""


def take_smaller_units(draft: Draft, text: str) -> None:
    """Put what stands behind the unit into the draft, when both are one amount."""
    if draft.unit in _COIN_UNITS:
        _coins(draft, text)
    if draft.unit == "秒" and (hundredths := _HUNDREDTHS.match(text, draft.end)):
        draft.value += (parse_numeral(hundredths[1]) or _ZERO) / _HUNDRED
        draft.end = hundredths.end()
    if draft.unit == "斤" and (liang := _LIANG.match(text, draft.end)):
        draft.value, draft.end = draft.value + (parse_numeral(liang[1]) or _ZERO) / _TEN, liang.end()
    if draft.unit in _DEGREES and (tenths := _TENTHS.match(text, draft.end)):
        draft.value, draft.end = draft.value + (parse_numeral(tenths[0]) or _ZERO) / _TEN, tenths.end()
    while _smaller(draft, text):
        pass
    if draft.unit == "米" and (rest := _CENTIMETRES.match(text, draft.end)):
        _centimetres(draft, rest)


_UNIT_SCALES = frozenset("千百兆")


def without_unit(run: str, text: str, end: int) -> tuple[str, int]:
    """三亿千瓦时, 五十兆字节, 三十两: the last sign is the unit's."""
    if len(run) > 1 and run[-1] in "两兩":
        return (run[:-1], end - 1) if run[-2] in ZH_SCALE else (run, end)
    may = len(run) > 1 and run[-1] in _UNIT_SCALES and (run[-2] in "万萬亿億" or run[-1] == "兆")
    ends = may and read_unit(text, end - 1)
    return (run[:-1], end - 1) if ends else (run, end)


_INCHES = re.compile(r"['′’]\s?(1[01]|\d)\s?(?:[\"″”]|'')")


def take_feet_and_inches(draft: Draft, text: str) -> bool:
    """A height in feet and inches that is told by signs: 5′10″."""
    inches = _INCHES.match(text, draft.end) if draft.factor == _ONE else None
    if inches is None or draft.value != draft.value.to_integral_value():
        return False
    draft.value, draft.unit, draft.kind = draft.value * 12 + int(inches[1]), "英寸", QuantityKind.MEASURE
    draft.end = inches.end()
    return True


def is_change(text: str, at: int) -> bool:
    """Whether small money follows: 一块二角 and 一块五 are a sum, while 一块 alone may be 一块推进."""
    return _COINS.match(text, at) is not None or _CHANGE.match(text, at) is not None


def _centimetres(draft: Draft, rest: re.Match[str]) -> None:
    if draft.value < _TALLEST or not rest[1].isascii():
        draft.value += (parse_numeral(rest[1]) or _ZERO) / (_TEN ** len(rest[1]))
        draft.end = rest.end()


def _coins(draft: Draft, text: str) -> None:
    change = _CHANGE.match(text, draft.end) if text[draft.end - 1] in "块塊" else None
    if change:
        draft.value = draft.value * draft.factor + (parse_numeral(change[0]) or _ZERO) / _TEN
        draft.factor, draft.end = _ONE, change.end()
        return
    coins = _COINS.match(text, draft.end)
    if coins:
        tenths = parse_numeral(coins[1]) or _ZERO
        hundredths = (parse_numeral(coins[3]) if coins[3] else None) or _ZERO
        draft.value = draft.value * draft.factor + tenths / 10 + hundredths / 100
        draft.factor, draft.end = _ONE, coins.end()


_ROOM = re.compile(rf"[又零]?(?=[0-9{ZH_NUMERAL}])")


def _smaller(draft: Draft, text: str) -> bool:
    """One more unit of the same dimension, directly behind and smaller; exact, in the larger unit if it can be."""
    room = _ROOM.match(text, draft.end)
    above = load_units().by_name.get(draft.unit) if room else None
    if room is None or above is None or above.kind not in {QuantityKind.MEASURE, QuantityKind.MONEY}:
        return False
    number = NUMERAL.match(text, room.end())
    found = read_unit(text, number.end()) if number and not number[1] else None
    below = load_units().by_name.get(found.name) if found else None
    value = parse_numeral(number[2].replace(",", "")) if number else None
    if found is None or below is None or value is None or below.dimension != above.dimension:
        return False
    parts = above.factor / below.factor
    whole = draft.value * draft.factor
    if parts <= 1 or parts.denominator != 1 or value >= parts.numerator or whole != whole.to_integral_value():
        return False
    if str(parts.numerator).strip("0") == "1":
        draft.value = whole + value / parts.numerator
    else:
        draft.value, draft.unit = whole * parts.numerator + value, below.name
    draft.factor, draft.end = _ONE, found.end
    return True
