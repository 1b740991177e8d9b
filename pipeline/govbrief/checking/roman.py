"""Owns Roman numerals: where they stand in a text, and their values.

`MIX` and `CD` are Roman numerals and words: what accuses a text of a number lets words pass, what excuses one does not.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_FORM = r"M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMERAL = re.compile(rf"(?<![A-Za-z0-9])(?=[MDCLXVI]){_FORM}(?![A-Za-z0-9])")
_SMALL_NUMERAL = re.compile(rf"(?<![A-Za-z0-9(（])(?=[mdclxvi]{{4}}){_FORM.lower()}(?![A-Za-z0-9])")
"""Four small letters and more: no word is written so, and (iii) counts the parts of a list."""
_SHORTEST = 2
_WORDS = frozenset([
    "CD",
    "CV",
    "DC",
    "MC",
    "MD",
    "DI",
    "CC",
    "CM",
    "MM",
    "MI",
    "LI",
    "XL",
    "MIX",
    "DIV",
    "MV",
    "CI",
])
"""Abbreviations and words in capitals."""
_BEHIND_WORD = re.compile(r"[a-z] $")
_ALONE = frozenset("IVX")
_MOST = 90


def roman_numerals(text: str) -> list[str]:
    """Numerals of two letters and more that are no words, in reading order: XII, LVII."""
    return [
        match[0] for match in _NUMERAL.finditer(text) if len(match[0]) >= _SHORTEST and match[0] not in _WORDS
    ]


def small_roman_numerals(text: str) -> list[str]:
    """Numerals of four small letters and more: xviii."""
    return _SMALL_NUMERAL.findall(text)


def roman_values(text: str) -> Iterator[Fraction]:
    """Values below ninety that the text's numerals may have: Super Bowl LVII is the 57th, Charles V the fifth.

    One letter counts only behind a word.
    """
    for match in _NUMERAL.finditer(text):
        numeral = match[0]
        before = text[max(0, match.start() - 2) : match.start()]
        lone = len(numeral) < _SHORTEST
        if lone and not (numeral in _ALONE and _BEHIND_WORD.search(before)):
            continue
        if (value := _value(numeral)) < _MOST:
            yield Fraction(value)


def _value(numeral: str) -> int:
    digits = [_DIGITS[letter] for letter in numeral]
    following = [*digits[1:], 0]
    return sum(-one if one < then else one for one, then in zip(digits, following, strict=True))
