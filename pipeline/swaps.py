"""Owns the search for numbers that changed places between a Chinese text and its English.

Two paired numbers look swapped when each stands among the words that belong to the other.
"""

from collections.abc import Iterator, Sequence

from pipeline.marks import Mark

Pair = tuple[int, int]


def find_swaps(
    zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark], pairs: Sequence[Pair]
) -> Iterator[tuple[Pair, Pair]]:
    """The pairs that fit the texts better when crossed."""
    return iter(())
