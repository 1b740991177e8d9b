"""Owns which words a text must hold for a pattern to match at all; most patterns are never tried on most texts.

A check has some thousand patterns, and a line matches a handful. Looking whether the line holds one of the words that
every match has costs a fraction of a search; the words are read off the pattern itself, so no list can fall behind it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from operator import add

_SYNTAX = re.compile(r"[\\.^$*+?{}\[\]|()]")
_OPTIONAL = re.compile(r"[?*]|\{(?:0\b|,)")
_COUNT = re.compile(r"(?:[?*+]|\{\d*(?:,\d*)?\})[?+]?")
_OPENS = re.compile(r"\((?:\?(?:-[a-z]+)?:|\?>|\?P<\w+>|(?!\?))")
"""A group that is matched as it is written; one whose capitals count is looked for without regard to them."""
_ASIDE = re.compile(r"\((?:\?<?[=!]|\?[a-z]+(?:-[a-z]+)?:)")
"""A look around, and a group with flags that the rest has not."""
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_PLAIN_CLASS = re.compile(r"\[([^\]\\^-][^\]\\-]{0,7})\]")
"""A class of a few characters, each of which is written out."""
_ESCAPE = re.compile(r"\\(?:x..|u....|U........|N\{[^}]*\}|[0-7]{1,3}|g<[^>]*>|.)", re.DOTALL)

Needles = frozenset[str]
_MANY = 12
"""Words that are sooner looked for all at once than one by one."""
NOTHING: Needles = frozenset()
"""Nothing that a match must hold is known."""


@lru_cache(maxsize=8192)
def needles(pattern: str) -> Needles:
    r"""Words of which every match of a pattern holds one; empty where that is not known.

    首个(?!月) -> 首个, 仍然?存在 -> 存在, (?:整改|改正)(?:通知)?书 -> 整改 or 改正, [甲乙]方? -> 甲 or 乙, \d -> none

    Letters are as the pattern has them: who ignores capitals asks with a text and a pattern in small letters.
    """
    if not _SYNTAX.search(pattern):
        return frozenset({pattern}) if pattern else NOTHING
    try:
        found, end = _alternatives(pattern, 0)
    except ValueError:
        return NOTHING
    return found if end == len(pattern) else NOTHING


def _alternatives(pattern: str, at: int) -> tuple[Needles, int]:
    """The needles of all that bars part, up to the bracket that closes them or the end."""
    found, known = set[str](), True
    while True:
        one, at = _sequence(pattern, at)
        known = known and bool(one)
        found |= one
        if pattern[at : at + 1] != "|":
            return frozenset(found) if known else NOTHING, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[Needles, int]:
    """The best needles of things that follow each other."""
    best, run = NOTHING, ""
    while at < len(pattern) and pattern[at] not in "|)":
        own, end = _thing(pattern, at)
        counted = _COUNT.match(pattern, end)
        optional = counted is not None and _OPTIONAL.match(counted[0]) is not None
        plain = len(own) == 1 and end - at <= len(r"\.") and pattern[at] != "["
        if plain and not optional:
            run += next(iter(own))
        if not plain or counted:
            best, run = _better(best, frozenset({run}) if run else NOTHING), ""
        if not plain and not optional:
            best = _better(best, own)
        at = counted.end() if counted else end
    return _better(best, frozenset({run}) if run else NOTHING), at


def _thing(pattern: str, at: int) -> tuple[Needles, int]:
    """What one character, class or group must have, and where it ends."""
    if pattern.startswith("(", at):
        return _group(pattern, at)
    if whole := _CLASS.match(pattern, at):
        few = _PLAIN_CLASS.fullmatch(whole[0])
        return frozenset(few[1]) if few else NOTHING, whole.end()
    if escape := _ESCAPE.match(pattern, at):
        meant = escape[0][1:]
        return NOTHING if meant.isalnum() else frozenset({meant}), escape.end()
    return NOTHING if pattern[at] in ".^$" else frozenset({pattern[at]}), at + 1


def _group(pattern: str, at: int) -> tuple[Needles, int]:
    """What a group must have; what is only looked at in front or behind need not be there.

    Raises:
        ValueError: it is a condition, a comment or flags for the whole pattern.
    """
    opens = _OPENS.match(pattern, at)
    opened = opens or _ASIDE.match(pattern, at)
    if opened is None:
        raise ValueError(pattern[at:])
    inner, end = _alternatives(pattern, opened.end())
    return inner if opens else NOTHING, end + 1


def _better(one: Needles, other: Needles) -> Needles:
    """The needles that fewer texts hold: long enough to be rare first, then the fewer there are, then the longer."""

    def rank(words: Needles) -> tuple[int, int, int]:
        shortest = min(map(len, words), default=0)
        return min(shortest, size_for(words)), -len(words), shortest

    return max(one, other, key=rank)


def size_for(words: Iterable[str]) -> int:
    """How many neighbours tell the words apart best: two Chinese characters, three letters."""
    return 3 if all(word.isascii() for word in words) else 2


@lru_cache(maxsize=64)
def grams(text: str, size: int) -> frozenset[str]:
    """Every two or three neighbouring characters of a text."""
    pairs = map(add, text, text[1:])
    return frozenset(pairs) if size == 2 else frozenset(map(add, pairs, text[2:]))  # noqa: PLR2004 - see the docstring


class Sought:
    """A pattern that is tried only on texts that hold a word which every match has, and compiled when first tried."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """`source` is in the syntax of `re`, without `re.VERBOSE`."""
        self._source, self._flags = source, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._source, self._flags)

    @cached_property
    def _folded(self) -> bool:
        return bool(self._flags & re.IGNORECASE)

    @cached_property
    def _wanted(self) -> tuple[tuple[str, ...], int, dict[str, list[str]]]:
        """The words; where there are many, how many neighbours part them, and the words by their first ones."""
        found = {word.lower() for word in needles(self._source)} if self._folded else needles(self._source)
        size, by_start = size_for(found), dict[str, list[str]]()
        if len(found) > _MANY and all(len(word) >= size for word in found):
            for word in found:
                by_start.setdefault(word[:size], []).append(word)
        return tuple(found), size, by_start

    def may_match(self, text: str) -> bool:
        """False only where the text holds none of the words, and thus no match."""
        held = text.lower() if self._folded else text
        words, size, by_start = self._wanted
        if by_start:
            words = tuple([word for start in by_start.keys() & grams(held, size) for word in by_start[start]])
        elif not words:
            return True
        for word in words:  # noqa: SIM110 - every rule asks this of every text, and `any` takes twice as long
            if word in held:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in order."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())
