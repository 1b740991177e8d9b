"""Owns numbers that English tells in a roundabout way: all but one, seven villages in ten, more than twice as often.

Each is explained by exact arithmetic on numbers of the Chinese; everything here excuses, nothing accuses.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from govbrief.checking.marks import POINT, SHARE
from govbrief.checking.pairing import Pairs
from govbrief.checking.side import Side

_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_N = rf"(?:\d{{1,6}}|{'|'.join(_NUMERALS)})"
_ALL_BUT = re.compile(
    rf"\ball(?: of (?:them|these|those|which|whom))? (?:but|except|bar) (?P<n>{_N})\b", re.IGNORECASE
)
_SO_MANY_IN = re.compile(
    rf"\b(?P<part>{_N}) (?:[a-z][a-z-]* ){{1,5}}(?:in|out of) (?:every |each )?(?P<whole>{_N})\b",
    re.IGNORECASE,
)
_HALF_AS_MUCH_AGAIN = Fraction(3, 2)
_NEAR = Fraction(1, 20)


def told_roundabout(left: Side, right: Side, pairs: Pairs) -> Iterator[tuple[set[int], set[int]]]:
    """The indices of Chinese and English numbers that explain each other."""
    yield _all_but(left, right, pairs)
    yield _so_many_in(left, right, pairs)
    yield set(), _told_twice(left, right, pairs)
    yield _start_of_change(left, pairs), set()


def _all_but(left: Side, right: Side, pairs: Pairs) -> tuple[set[int], set[int]]:
    """发出建议27份，收到反馈26份: 27 recommendations, and a reply to all but one."""
    match = _ALL_BUT.search(right.text)
    if not match:
        return set(), set()
    rest, wholes = _value(match["n"]), {mark.value for mark in left.marks}
    told = {i for i in pairs.left if left.marks[i].digits and left.marks[i].value + rest in wholes}
    return told, _within(right, pairs, match) if told else set()


def _so_many_in(left: Side, right: Side, pairs: Pairs) -> tuple[set[int], set[int]]:
    """70%村卫生室: seven village clinics in ten."""
    for match in _SO_MANY_IN.finditer(right.text):
        part, whole = _value(match["part"]), _value(match["whole"])
        if part < whole:
            share = Fraction(part, whole)
            told = {i for i in pairs.left if left.marks[i].group == SHARE and left.marks[i].value == share}
            if told:
                return told, _within(right, pairs, match)
    return set(), set()


def _told_twice(left: Side, right: Side, pairs: Pairs) -> set[int]:
    """增长107.2%, told once more in words: up 107.2 percent, more than twice as many."""
    paired = {i for i, _ in pairs.pairs}
    grown = [factor for i in paired for factor in left.marks[i].factors if left.marks[i].group == SHARE]
    return {
        j
        for j in pairs.right
        if right.marks[j].group == "multiple" and not right.marks[j].digits
        for factor in right.marks[j].factors
        if any(factor * (1 - _NEAR) <= one < factor * _HALF_AS_MUCH_AGAIN for one in grown)
    }


def _start_of_change(left: Side, pairs: Pairs) -> set[int]:
    """由74%升至96%，上升22个百分点: who tells the end and the change has told the start as well."""
    paired = {i for i, _ in pairs.pairs}
    found = set[int]()
    for i in pairs.left:
        if {i + 1, i + 2} <= paired:
            start, end, change = (left.marks[at] for at in (i, i + 1, i + 2))
            began = _FROM_ZH.search(left.text, max(0, start.start - _JUST_BEFORE), start.start)
            if began and abs(end.value - start.value) == change.value / (100 if change.group == POINT else 1):
                found.add(i)
    return found


_FROM_ZH = re.compile("[由从]")
_JUST_BEFORE = 8


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMERALS.index(word.lower()) + 1


def _within(right: Side, pairs: Pairs, match: re.Match[str]) -> set[int]:
    return {j for j in pairs.right if match.start() <= right.marks[j].start < match.end()}
