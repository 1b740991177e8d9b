"""Owns which words of two texts differ; pure, and knows no format.

Chinese is compared by character and English by word; a number is one word in both, so that 1,726 beside 1,762 is shown
as one number in place of another and not as two digits that changed places.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from govbrief.views.labels import Language

_NUMBER = r"\d+(?:[.,]\d+)*[%％]?"
_WORDS = {
    "zh": re.compile(rf"\s*(?:{_NUMBER}|[A-Za-z]+|\S)"),
    "en": re.compile(rf"\s*(?:{_NUMBER}|[^\W\d_]+(?:['’-][^\W\d_]+)*|\S)"),
}
ALIKE = 0.3
"""Share of two texts that must be the same for their differences to be worth marking one by one."""
MOST = 1_000_000
"""Words times words that are compared: about a third of a second; items are a thousand times smaller."""


class DiffPiece(NamedTuple):
    """A run of text that the other side has as well, or has not."""

    text: str
    changed: bool


class Diff(NamedTuple):
    """Both texts in pieces; the pieces of a side join to its text."""

    a: tuple[DiffPiece, ...]
    b: tuple[DiffPiece, ...]
    rewritten: bool = False
    """True when the texts share too little: each is one changed piece."""


def diff_words(a: str, b: str, language: Language) -> Diff:
    """What differs between two texts on one line.

    >>> [piece.text for piece in diff_words("受理1726件", "受理1762件", "zh").b if piece.changed]
    ['1762']
    """
    if a == b:
        same = (DiffPiece(a, changed=False),) if a else ()
        return Diff(same, same)
    left, right = _WORDS[language].findall(a), _WORDS[language].findall(b)
    if len(left) * len(right) > MOST:
        return _rewritten(a, b)
    matcher = SequenceMatcher(None, [w.strip() for w in left], [w.strip() for w in right], autojunk=False)
    runs = tuple(_runs(matcher.get_opcodes()))
    kept = sum(len("".join(left[i:j])) for same, i, j, _, _ in runs if same)
    if kept < ALIKE * max(len(a), len(b)):
        return _rewritten(a, b)
    return Diff(
        _pieces((not same, "".join(left[i:j])) for same, i, j, _, _ in runs),
        _pieces((not same, "".join(right[i:j])) for same, _, _, i, j in runs),
    )


def _rewritten(a: str, b: str) -> Diff:
    sides = [(DiffPiece(text, changed=True),) if text else () for text in (a, b)]
    return Diff(sides[0], sides[1], rewritten=bool(a and b))


def _runs(opcodes: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Same or not, and where on both sides; a single word between two changes is chance, and goes with them."""
    last = len(opcodes) - 1
    for at, (tag, i, j, k, m) in enumerate(opcodes):
        alone = j - i == 1 and 0 < at < last
        yield tag == "equal" and not alone, i, j, k, m


def _pieces(runs: Iterator[tuple[bool, str]]) -> tuple[DiffPiece, ...]:
    """Neighbours of one sort joined; the space before a change stays outside of it."""
    found: list[DiffPiece] = []
    for changed, text in runs:
        bare = text.lstrip() if changed else text
        parts = [DiffPiece(text[: len(text) - len(bare)], changed=False), DiffPiece(bare, changed)]
        if found and found[-1].changed and changed:
            parts = [DiffPiece(text, changed=True)]
        for part in parts:
            if found and found[-1].changed is part.changed:
                found[-1] = DiffPiece(found[-1].text + part.text, part.changed)
            elif part.text:
                found.append(part)
    return tuple(found)
