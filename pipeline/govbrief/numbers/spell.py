"""Owns how a Quantity is written: in English exact, with scale words, qualifier and unit; in Chinese as it stood."""

import re
from decimal import Decimal

from govbrief.numbers.units import load_units
from govbrief_schemas.quantity import Qualifier, Quantity, QuantityKind

BEFORE = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "over ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)


_IN_FRONT = re.compile(
    r"(?:不少于|不低于|不超过|不高于|不足|至少|至多|最多|超过|突破|将近|接近|大约|超|近|约|逾)$"
)
_BEHIND = re.compile(r"(?:以上|以下|以内|左右|上下|之内|余|多)")
_LONGEST = 3


def chinese_form(quantity: Quantity, text: str) -> str:
    """The quantity as `text`, which it was found in, writes it, with the qualifier that stands around it.

    不少于4个, 80%以上, 突破1万亿; exact numbers are their own slice
    """
    start, end = quantity.span
    if quantity.qualifier is Qualifier.EXACT:
        return text[start:end]
    before = _IN_FRONT.search(text[max(0, start - _LONGEST) : start])
    behind = _BEHIND.match(text, end, end + _LONGEST)
    return (before[0] if before else "") + text[start:end] + (behind[0] if behind else "")


_CLOSE = frozenset({"‰"})
"""Units that stand at the number, as % does."""


def english_number(value: Decimal) -> str:
    """An exact value with thousands separators, from a million on with a scale word; never rounded.

    137000 -> 137,000; 41099000 -> 41.099 million; 10000000000 -> 10 billion
    """
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{(value / size).normalize():,f} {word}"
    return f"{value.normalize():,f}"


_MONEY_SAID = re.compile(r"[元圆币块角分镑]|美金")


def english_as_said(quantity: Quantity, zh: str) -> str:
    """The quantity for a table, as its Chinese has it: without a currency where that names none (突破1万亿)."""
    form = english_form(quantity, counted=False)
    implied = quantity.kind is QuantityKind.MONEY and not _MONEY_SAID.search(zh)
    return form.removesuffix(" yuan") if implied else form


def english_form(quantity: Quantity, *, counted: bool = True) -> str:
    """The quantity as an English reader writes it: qualifier, number, unit.

    Without `counted` a count stands alone: what is counted is told beside it, and 户 may be firms.

    4109.9余万元 -> over 41.099 million yuan; 4.7个百分点 -> 4.7 percentage points; 3353件 -> 3,353
    """
    number = english_number(quantity.value)
    before = BEFORE[quantity.qualifier]
    if quantity.kind is QuantityKind.PERCENT:
        return f"{before}{number}%"
    if not counted and quantity.kind is QuantityKind.COUNT:
        return f"{before}{number}"
    unit = load_units().by_name.get(quantity.unit)
    names = unit.en if unit else ()
    if not names:
        return f"{before}{number}"
    name = names[1] if quantity.value == 1 and len(names) > 1 and names[0] == f"{names[1]}s" else names[0]
    return f"{before}{number}{'' if name in _CLOSE else ' '}{name}"
