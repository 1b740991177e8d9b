"""Owns the words around a Chinese number: what tells two numbers of the same kind apart.

They reach to the borders of the clause and to the neighbouring numbers; numerals themselves are left out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from govbrief.checking.marks import Mark

_CLAUSE = re.compile(r"[。；;！!？?，,、：:\n]")
_NUMERAL = re.compile(r"[^\u3400-\u9fff]+|[零〇一二两三四五六七八九十百千万亿余多]")
_BEFORE, _AFTER = 18, 8

Words = frozenset[str]


def surroundings(text: str, found: Sequence[Mark]) -> list[Words]:
    """For each number, the character pairs of its clause up to the neighbouring numbers."""
    ends = [0, *(mark.quantity.span.end for mark in found)]
    starts = [*(mark.quantity.span.start for mark in found), len(text)]
    return [_around(text, mark, ends[i], starts[i + 1]) for i, mark in enumerate(found)]


def _around(text: str, mark: Mark, floor: int, ceiling: int) -> Words:
    start, end = mark.quantity.span
    before = text[max(min(floor, start), start - _BEFORE) : start]
    after = text[end : min(max(ceiling, end), end + _AFTER)]
    return words_of(_CLAUSE.split(before)[-1]) | words_of(_CLAUSE.split(after)[0])


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The character pairs of a text, numerals left out."""
    return frozenset(
        run[i : i + 2] for run in _NUMERAL.sub(" ", text).split() for i in range(max(1, len(run) - 1))
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that both hold; 0 when either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
