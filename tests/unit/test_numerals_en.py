"""One English numeral to its exact value, and the atoms it is made of."""

from decimal import Decimal

import pytest

from govbrief.numbers.en.atoms import MAX_DIGITS, Sort, find_atoms, lowered
from govbrief.numbers.en.numerals_en import read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", "0"),
        ("twenty-one", "21"),
        ("ninety nine", "99"),
        ("one hundred and sixty-one", "161"),
        ("a hundred", "100"),
        ("nineteen hundred", "1900"),
        ("twenty one hundred and eleven", "2111"),
        ("two hundred and two thousand", "202000"),
        ("hundred thousand", "100000"),
        ("one thousand fifty five", "1055"),
        ("Three hundred  and  thirty one", "331"),
        ("3 hundred and 21", "321"),
        ("322 hundred", "32200"),
        ("one twenty-two", "122"),
        ("hundred thousand million", "100000000000"),
        ("one million, two hundred and thirty-four thousand, five hundred and sixty-seven", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("1\u00a0234\u202f567", "1234567"),
        ("10 000", "10000"),
        (".25", "0.25"),
        ("1.5 million", "1500000"),
        ("15.2 bn", "15200000000"),
        ("30 lakh", "3000000"),
        ("three cr twelve lac fifty-six thousand", "31256000"),
        ("12.32e+14", "1232000000000000"),
        ("6.23×10^-4", "0.000623"),
        ("eighteen point o five", "18.05"),
        ("one point eight one billion", "1810000000"),
        ("zero point eleven", "0.11"),
        ("point seven", "0.7"),
        ("half", "0.5"),
        ("three quarters", "0.75"),
        ("five-eighths", "0.625"),
        ("one - fourth", "0.25"),
        ("twenty fifths", "4"),
        ("twenty twenty fifths", "0.8"),
        ("five and a quarter", "5.25"),
        ("twenty and three and three fifths", "23.6"),
        ("two and a half million", "2500000"),
        ("one billion and a half million", "1000500000"),
        ("half a million", "500000"),
        ("quarter million", "250000"),
        ("three dozen", "36"),
        ("7 3/4", "7.75"),
        ("2½", "2.5"),
        ("minus five", "-5"),
        ("-0.1", "-0.1"),
        ("１２３", "123"),
    ],
)
def test_value(text, value):
    """Every published form of an English numeral has exactly one value."""
    assert read_numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fifty people",
        "one two",
        "first",
        "twenty-first",
        "1st",
        "hundreds",
        "million of",
        "bn",
        "point",
        "abc",
    ],
)
def test_no_numeral(text):
    """What is no single numeral has no value."""
    assert read_numeral(text) is None


def test_thirds_keep_their_precision():
    """A bare fraction keeps 28 digits; scaled or mixed, where none is exact, the 15 that a double can hold."""
    assert abs(read_numeral("two thirds") * 3 - 2) < Decimal("1e-27")
    assert read_numeral("two thirds of a million") == Decimal("666666.666666667")
    assert read_numeral("one hundred and three and two thirds") == Decimal("103.666666666667")
    assert read_numeral("two and a half million") == 2_500_000


def test_long_digits_are_not_multiplied_out():
    """A digit string beyond the limit is one atom without a value."""
    [atom] = find_atoms("7" * (MAX_DIGITS + 1))
    assert atom.sort is Sort.LONG
    assert read_numeral("7" * MAX_DIGITS) == Decimal("7" * MAX_DIGITS)


@pytest.mark.parametrize("text", ["İstanbul 5", "５％", "ẞ 12 KM", "Σ 3", "ﬁ 1"])
def test_lowering_keeps_offsets(text):
    """The copy that is scanned is as long as the text, whatever its letters become in lower case."""
    assert len(lowered(text)) == len(text)
