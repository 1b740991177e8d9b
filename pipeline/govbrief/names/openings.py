"""Owns which of many patterns a text can match at all: one is tried only where the text holds what it begins with.

A rule with hundreds of patterns asks here first; most of them begin with words that a text does not hold.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add
from typing import Generic, TypeVar

T = TypeVar("T")

_LITERAL = re.compile(r"[^\\.^$*+?{}\[\]|()]+")
_LOOKBACK = re.compile(r"(?:\(\?<[!=][^()]*\))+")
"""What a pattern wants in front of it is no part of what it matches."""
_OPTIONAL = frozenset("*?{")


class Openings(Generic[T]):
    """Owners of patterns in their order, by the characters that their patterns begin with."""

    def __init__(self, owned: Iterable[tuple[T, Iterable[str]]]) -> None:
        """`owned` are owners, each with patterns of which any one is a match; letters count as they are written."""
        self.owners: list[T] = []
        self._always: set[int] = set()
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        for number, (owner, patterns) in enumerate(owned):
            self.owners.append(owner)
            openings = {opening(branch) for pattern in patterns for branch in branches(pattern)}
            if "" in openings:
                self._always.add(number)
                continue
            for words in openings:
                self._by_start.setdefault(words[:2], []).append((words, number))

    def within(self, text: str) -> list[T]:
        """The owners that may have a match in the text, in order; the others have none."""
        found = set(self._always)
        for start in self._by_start.keys() & _starts(text):
            found.update(number for words, number in self._by_start[start] if words in text)
        return [self.owners[number] for number in sorted(found)]


@lru_cache(maxsize=64)
def _starts(text: str) -> frozenset[str]:
    """Each character of a text, and each two neighbours."""
    return frozenset(text).union(map(add, text, text[1:]))


def branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, where a bar parts the whole of it."""
    depth, start, at = 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at + 2)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
        at += 1
    yield pattern[start:]


def opening(branch: str) -> str:
    """The characters that every match begins with, as far as they are plain; empty where none are.

    首个(?!月) -> 首个, 仍然?存在 -> 仍, (?<!不)批捕 -> 批捕, [甲乙]方 -> nothing
    """
    front = _LOOKBACK.match(branch)
    plain = _LITERAL.match(branch, front.end() if front else 0)
    if plain is None:
        return ""
    return plain[0][:-1] if branch[plain.end() : plain.end() + 1] in _OPTIONAL else plain[0]
