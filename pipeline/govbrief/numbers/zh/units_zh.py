"""Owns reading the unit that stands behind a number in Chinese text; must not know the number."""

import re
from functools import cache
from typing import NamedTuple

from govbrief.numbers.units import Unit, load_units, sign_at
from govbrief_schemas.quantity import QuantityKind

_LATIN = re.compile(r"°?[A-Za-zµμ㎡]++(?:[²³]|(?<=m)[23](?![\d.,A-Za-z]))?|°")
"""m3 and km2 are units; the exponent is no number of its own."""
_LATIN_FORM = re.compile("[a-zµμ][a-z]+|[a-z]+[23]")
_LITRES = re.compile("升[到至][0-9一二两兩三四五六七八九十百]{1,5}升(?![到至])")
"""两升到三升, where 升到 alone is a verb: 3%升到5%."""
_PER = frozenset("/／每")
_RATED = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE})
_PEOPLES = frozenset("民才力员大")
_SCALES = frozenset("百千万亿")
_SHORT_LATIN = frozenset(["m", "g", "t", "h", "l", "L"])
"""One-letter units that are read; all others are more often part of a code."""
_SYMBOLS = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_NOT_IN_FRONT = frozenset(["块钱", "毛钱", "塊錢", "马克"])
_CODES = {
    "CNY": "元",
    "RMB": "元",
    "USD": "美元",
    "US$": "美元",
    "HK$": "港元",
    "HKD": "港元",
    "EUR": "欧元",
    "NT$": "新台币",
    "A$": "澳元",
    "C$": "加元",
    "S$": "新加坡元",
}


_TRADITIONAL = str.maketrans(
    "个双对吨亩条项张辆间处户岁点场栋类级层门只头颗节轮课时万亿圆里两块钱两国标",
    "個雙對噸畝條項張輛間處戶歲點場棟類級層門隻頭顆節輪課時萬億圓裡兩塊錢兩國標",
)


class Found(NamedTuple):
    """A unit as it stands in the text."""

    name: str
    kind: QuantityKind
    end: int


class _Index(NamedTuple):
    forms: dict[str, Unit]
    lengths: dict[str, tuple[int, ...]]
    """First character -> lengths of the forms that begin with it, longest first."""
    latin: dict[str, Unit]
    weak: frozenset[str]
    blocked: frozenset[str]
    """Two-character words whose first character only looks like a unit: 年均, 成立, 部门."""
    prefixes: dict[str, tuple[tuple[str, str], ...]]


@cache
def load_units_zh() -> _Index:
    """The dictionary, indexed by the first character of each written form."""
    units = load_units()
    zh = dict(units.zh)
    for form, unit in units.zh.items():
        zh.setdefault(form.translate(_TRADITIONAL), unit)
    lengths: dict[str, set[int]] = {}
    for form in zh:
        lengths.setdefault(form[0], set()).add(len(form))
    latin = {form: unit for form, unit in units.en.items() if _LATIN_FORM.fullmatch(form)}
    latin |= {form: units.en[form] for form in ("m", "g", "h", "l", "°c", "°f")} | {"t": units.by_name["吨"]}
    latin |= {form.lower(): unit for form, unit in zh.items() if _LATIN.fullmatch(form)}
    return _Index(
        zh,
        {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()},
        latin,
        units.weak,
        units.blocked,
        _prefixes(zh),
    )


def is_weak(name: str) -> bool:
    """Whether a measure word ranks or names more often than it counts behind a single Chinese numeral."""
    return name in load_units_zh().weak


def read_unit(text: str, at: int) -> Found | None:
    """The longest unit at `at`, compound ones (元/平方米) included; one blank is skipped."""
    if text[at : at + 1] in " \u00a0":
        at += 1
    unit = _unit_at(text, at)
    if unit is None:
        return None
    end = at + unit[1]
    follower = text[end : end + 1]
    if follower in _PER and (follower != "每" or unit[0].kind in _RATED):
        start = end + 2 if text[end + 1 : end + 2] == " " else end + 1
        at = start
        below = _unit_at(text, at)
        while below is None and text[at : at + 1] in _SCALES and at < start + 4 and at < len(text):
            at += 1
            below = _unit_at(text, at)
        if below:
            return Found(f"{unit[0].name}/{text[start:at]}{below[0].name}", unit[0].kind, at + below[1])
    return Found(unit[0].name, unit[0].kind, end)


_TENTHS_BEFORE = re.compile("(?:其中|占|近|约|超|逾|不足|不到)[一二两三四五六七八九]$")


def _is_tenths(text: str, at: int) -> bool:
    """True for 近六成员工 and 其中一成为: the 成 of a share, though 成员 and 成为 are words."""
    if not text.startswith(("成为", "成员工"), at):
        return False
    return _TENTHS_BEFORE.search(text, max(0, at - 4), at) is not None


def _unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    index = load_units_zh()
    char = text[at : at + 1]
    for length in index.lengths.get(char, ()):
        form = text[at : at + length]
        unit = index.forms.get(form)
        if form == "个人" and text[at + length : at + length + 1] in _PEOPLES:
            continue  # 640个人民调解委员会
        free = length > 1 or text[at : at + 2] not in index.blocked
        if unit is not None and (free or _LITRES.match(text, at) or _is_tenths(text, at)):
            return unit, len(form)  # a slice at the end of the text is shorter than `length`
    if (char.isascii() and (char.isalpha())) or char in "°µμΩ\u2126":
        if sign := sign_at(text, at):
            return sign[0], sign[2] - at
        match = _LATIN.match(text, at)
        if match and (len(match[0]) > 1 or match[0] in _SHORT_LATIN or match[0] == "°"):
            found = index.latin.get(match[0].lower()) if match[0] != "°" else index.forms["°"]
            return (found, len(match[0])) if found else None
    return None


def currency_before(text: str, start: int) -> tuple[str, int]:
    """The currency that stands in front of a number and where it begins: `$1.5万`, `人民币3.14`, 欧元3000万."""
    at = start - 1 if start and text[start - 1] == " " else start
    for word, name in load_units_zh().prefixes.get(text[at - 1 : at], ()):
        if text.endswith(word, 0, at):
            return name, at - len(word)
    return "", start


def currency_of(text: str, start: int, unit: str) -> tuple[str, int]:
    """The unit of an amount of money, and where it begins: 港币200万元 are no yuan."""
    name, front = currency_before(text, start)
    return (name, front) if unit == "元" and name else (unit, start)


def _prefixes(zh: dict[str, Unit]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Last character -> currencies that may stand in front of a number, longest first."""
    words = _CODES | _SYMBOLS
    words |= {
        form: unit.name
        for form, unit in zh.items()
        if unit.kind is QuantityKind.MONEY and len(form) > 1 and form[0] != "元" and form not in _NOT_IN_FRONT
    }
    ordered = sorted(words.items(), key=lambda pair: len(pair[0]), reverse=True)
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for word, name in ordered:
        found[word[-1]] = (*found.get(word[-1], ()), (word, name))
    return found
