"""Owns which of many patterns a text can match at all: one is tried only where the text holds what it wants.

A rule with hundreds of patterns asks here first; most of them want words that a text does not hold.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from govbrief.base.needles import grams, needles, size_for

T = TypeVar("T")


class Openings(Generic[T]):
    """Owners of patterns in their order, by the words that their patterns cannot do without."""

    def __init__(self, owned: Iterable[tuple[T, Iterable[str]]], *, folded: bool = False) -> None:
        """`owned` are owners, each with patterns of which any one is a match.

        Letters count as they are written, or where `folded` without regard to capitals.
        """
        self.owners: list[T] = []
        self._always, self._folded = set[int](), folded
        wanted: list[tuple[str, int]] = []
        for number, (owner, patterns) in enumerate(owned):
            self.owners.append(owner)
            words = [needles(pattern) for pattern in patterns]
            if not all(words):
                self._always.add(number)
                continue
            wanted += [(word.lower() if folded else word, number) for word in frozenset[str]().union(*words)]
        self._size = size_for(word for word, _ in wanted)
        self._short = [(word, number) for word, number in wanted if len(word) < self._size]
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        for word, number in wanted:
            if len(word) >= self._size:
                self._by_start.setdefault(word[: self._size], []).append((word, number))
        self._starts = frozenset(self._by_start)

    def within(self, text: str) -> list[T]:
        """The owners that may have a match in the text, in order; the others have none."""
        return [self.owners[number] for number in sorted(self.numbers(text))]

    def numbers(self, text: str) -> set[int]:
        """The same by their places in `owners`, in no order."""
        held, found = text.lower() if self._folded else text, set(self._always)
        for word, number in self._short:
            if word in held:
                found.add(number)
        for start in self._starts & grams(held, self._size):
            for word, number in self._by_start[start]:
                if len(word) <= self._size or word in held:
                    found.add(number)
        return found
