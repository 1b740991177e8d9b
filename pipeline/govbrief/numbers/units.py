"""Owns the unit dictionary: every written form of a unit, and exact conversion; knows nothing of texts.

The data is `data/units.toml` and `data/unit_signs.toml`. A factor is a fraction, so 亩 to hectares is exact; a
unit with no counterpart (件, 项) is a dimension of its own.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief_schemas.quantity import QuantityKind


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of the dictionary."""

    name: str
    """Canonical name, the same for both languages: `Quantity.unit`."""
    kind: QuantityKind
    dimension: str
    """Units of one dimension convert into each other."""
    factor: Fraction
    """One of this unit, in the base unit of its dimension."""
    zh: tuple[str, ...]
    en: tuple[str, ...]
    """Lower case, plural first."""


@dataclass(frozen=True, slots=True)
class Units:
    """The dictionary, looked up by canonical name or by written form."""

    by_name: dict[str, Unit]
    zh: dict[str, Unit]
    en: dict[str, Unit]
    weak: frozenset[str]
    """Chinese measure words that rank or name more often than they count behind a single numeral."""
    blocked: frozenset[str]
    """Two-character words whose first character only looks like a unit."""
    implied: tuple[tuple[str, str], ...]
    """What is counted, and the unit that it is counted in when none stands there."""
    signs: dict[str, Unit]
    """By sign, capitals and all: mW, kPa, cm2."""
    close: dict[str, Unit]
    """Signs that are also words and count directly behind a number only: 42in, 1.5A."""
    told: dict[str, tuple[tuple[str, Unit], ...]]
    """Letters that a word beside them makes a unit: 内存8G."""


def _count(word: str, *, name: str = "") -> Unit:
    return Unit(name or word, QuantityKind.COUNT, name or word, Fraction(1), (word,), ())


@cache
def load_units() -> Units:
    """Read the dictionary; the first entry that claims a written form keeps it."""
    raw, more = read_table("units"), read_table("unit_signs")
    units = [
        Unit(
            name=row["name"],
            kind=QuantityKind(row["kind"]),
            dimension=row["dimension"],
            factor=Fraction(row["factor"]),
            zh=tuple(row["zh"]),
            en=tuple(row["en"]),
        )
        for row in (*raw["unit"], *more["unit"])
    ]
    units += [_count(word) for word, _example in raw["measure"]]
    units += [_count(f"个{noun}") for noun in raw["after_ge"]]
    by_name: dict[str, Unit] = {}
    zh: dict[str, Unit] = {}
    en: dict[str, Unit] = {}
    for unit in units:
        by_name.setdefault(unit.name, unit)
        for form in unit.zh:
            zh.setdefault(form, unit)
        for form in unit.en:
            en.setdefault(form.lower(), unit)
    implied = tuple((noun, unit) for noun, unit, _example in raw["implied"])
    signs, close = ({sign: by_name[name] for sign, name, _ in more[table]} for table in ("sign", "close"))
    told = {
        letter: tuple((word, by_name[name]) for sign, name, word, _ in more["told"] if sign == letter)
        for letter, *_ in more["told"]
    }
    return Units(
        by_name, zh, en, frozenset(raw["weak"]), frozenset(raw["not_units"]), implied, signs, close, told
    )


_TOLD_BEFORE, _TOLD_BEHIND = 6, 3


def letter_at(text: str, start: int, at: int) -> Unit | None:
    """The unit that a single letter at `at` is behind the number `text[start:at]`, when a word beside it says so."""
    if text[at + 1 : at + 2].isalnum() and text[at + 1].isascii():
        return None
    beside = f"{text[max(0, start - _TOLD_BEFORE) : start]} {text[at + 1 : at + 1 + _TOLD_BEHIND]}"
    return next((unit for word, unit in load_units().told.get(text[at : at + 1], ()) if word in beside), None)


_SIGN = re.compile(
    r"[ \u00a0]?(?P<letters>[A-Za-zµμΩ\u2126Å]{1,5}+)(?P<power>[²³]|\^?[23](?![.,]\d))?(?![A-Za-z\d²³^])"
)
_POWERS = {"²": "2", "³": "3"}
_DECIMAL = re.compile(r"\d\.\d{1,4}$")


def sign_at(text: str, at: int) -> tuple[Unit, int, int] | None:
    """The unit whose sign stands behind a number that ends at `at`, where the sign begins and where it ends.

    mW is no MW, so `text` is the raw text. 5A and 3C are codes, 1.5A and 36.6C are not.
    """
    match = _SIGN.match(text, at)
    if match is None:
        return None
    power = match["power"] or ""
    sign, start = match["letters"] + _POWERS.get(power, power.lstrip("^")), match.start("letters")
    unit = load_units().signs.get(sign)
    if (
        unit is None
        and start == at
        and (len(sign) > 1 or sign == "L" or _DECIMAL.search(text, max(0, at - 6), at))
    ):
        unit = load_units().close.get(sign)
    return (unit, start, match.end()) if unit else None


def to_base(value: Decimal, unit: str) -> tuple[Fraction, str]:
    """The value in the base unit of its dimension, and the dimension; exact.

    3 (亩) -> (2000, "area"); 35 (微克/立方米) -> (35/1000000000, "mass/volume"); an unknown unit is its own
    dimension.
    """
    known = load_units().by_name
    if unit in known:
        return Fraction(value) * known[unit].factor, known[unit].dimension
    above, _, below = unit.partition("/")
    head = below.lstrip("百千万亿")
    if not below or above not in known or head not in known:
        return Fraction(value), unit
    times = Fraction(1)
    for char in below[: len(below) - len(head)]:
        times *= _SCALES[char]
    factor = known[above].factor / (known[head].factor * times)
    return Fraction(value) * factor, f"{known[above].dimension}/{known[head].dimension}"


_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
