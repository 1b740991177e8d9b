"""Owns scores: the two sides of 6比2, which a translation may turn around and never swaps."""

import re

from govbrief.checking.marks import Mark
from govbrief.checking.side import Side

_SCORE = re.compile(r"\d{1,3}\s?[比:：∶-]\s?\d{1,3}")


def one_score(text: str, one: Mark, other: Mark) -> bool:
    """True for the sides of 1-3 and 1比3: English names the winner's goals first, of a defeat as well."""
    if one.quantity is other.quantity:
        return "-" in one.text or "比" in one.text
    low, high = sorted((one, other), key=lambda mark: mark.start)
    bare = one.group == "count" and not one.dimension and low.quantity.is_amount
    return bare and high.start - low.end == 1 and text[low.end] not in "到至~～和、"


def same_scores(left: Side, right: Side) -> frozenset[int]:
    """The sides of scores (6比2、3比6) that English gives in the order of the Chinese: none of them changed places."""
    scored = [i for i, mark in enumerate(left.tried) if _SCORE.fullmatch(mark.text)]
    faces = [left.marks[i].face for i in scored]
    told = [mark.face for mark in right.tried if mark.digits and not mark.dimension]
    at = range(len(told) - len(faces) + 1)
    same = len(faces) > len("ab") and any(told[i : i + len(faces)] == faces for i in at)
    return frozenset(scored) if same else frozenset()
