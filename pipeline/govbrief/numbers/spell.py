"""Owns how a Quantity is written in English: exact, with separators, scale words, qualifier and unit."""

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


def english_number(value: Decimal) -> str:
    """An exact value with thousands separators, from a million on with a scale word; never rounded.

    137000 -> 137,000; 41099000 -> 41.099 million; 10000000000 -> 10 billion
    """
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{(value / size).normalize():,f} {word}"
    return f"{value.normalize():,f}"


def english_form(quantity: Quantity) -> str:
    """The quantity as an English reader writes it: qualifier, number, unit.

    4109.9余万元 -> over 41.099 million yuan; 4.7个百分点 -> 4.7 percentage points; 3353件 -> 3,353
    """
    number = english_number(quantity.value)
    before = BEFORE[quantity.qualifier]
    if quantity.kind is QuantityKind.PERCENT:
        return f"{before}{number}%"
    unit = load_units().by_name.get(quantity.unit)
    names = unit.en if unit else ()
    if not names:
        return f"{before}{number}"
    name = names[1] if quantity.value == 1 and len(names) > 1 and names[0] == f"{names[1]}s" else names[0]
    return f"{before}{number} {name}"
