"""Roman numerals: one grammar, read by what accuses and by what excuses."""

import pytest

from govbrief.checking.roman import roman_numerals, roman_values, small_roman_numerals


@pytest.mark.parametrize(
    ("text", "numerals", "values"),
    [
        ("Super Bowl LVII", ["LVII"], [57]),
        ("Charles V and Henry VIII", ["VIII"], [5, 8]),
        ("Part IV, Annex XIX", ["IV", "XIX"], [4, 19]),
        ("MMXXIII", ["MMXXIII"], []),
        ("a MIX on CD", [], []),
        ("X marks; I agree", [], []),
        ("IIII XXL LIX2 mIX", [], []),
    ],
)
def test_numerals_and_values(text, numerals, values):
    """Words in capitals accuse nobody, and one letter is a number only behind a word."""
    assert roman_numerals(text) == numerals
    assert list(roman_values(text)) == values


def test_small_letters():
    """Four small letters and more are a numeral; a part of a list and a word are none."""
    assert small_roman_numerals("part xviii, (viii) and iii, a mix of civil law") == ["xviii"]
