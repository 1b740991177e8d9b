"""Owns names that look alike: the same letters around other digits, H1N1 and H1N2."""

import re

_DIGIT, _LETTER = re.compile(r"\d"), re.compile("[A-Z]")


def differ_by_a_digit(one: str, other: str) -> bool:
    """True for H1N1 and H1N2: the same letters around other digits are another thing."""
    left, right = (re.sub(r"[\s-]", "", text).upper() for text in (one, other))
    same = _DIGIT.sub("0", left) == _DIGIT.sub("0", right)
    return same and left != right and _LETTER.search(left) is not None
