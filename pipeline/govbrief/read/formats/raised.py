"""Owns raised characters: what a page sets above the line is written above the line in plain text too.

「km」 with a raised 2                     -> 「km²」
「1761.48」 with a raised note mark 1       -> 「1761.48¹」, which no one reads as 1761.481
Which of them are note marks and which exponents is for the structure part to say.
"""

import re

UP = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_NUMBER = re.compile(r"\s*[\[［(（【〔]?\s*([+-]?\d{1,3}(?:[,，\-]\d{1,3})*)\s*[\]］)）】〕]?\s*")


def raise_text(text: str) -> str:
    """A raised run as plain text: figures above the line, brackets of a note mark left out, words as they are."""
    circled = text.strip()
    if len(circled) == 1 and "①" <= circled <= "⑳":
        return str(ord(circled) - ord("①") + 1).translate(UP)
    number = _NUMBER.fullmatch(text)
    return number[1].translate(UP) if number is not None else text
