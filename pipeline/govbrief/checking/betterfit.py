"""Owns whether another number of the evidence fits the words around a number better than the one it was paired with.

Numbers with the same words, of one group and unit, are looked at together, however many they are: a page of nothing but
numbers takes time in proportion to its length.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from govbrief.checking.dates import YEAR
from govbrief.checking.marks import Mark
from govbrief.checking.rivals import are_rivals, is_end, of_one_kind
from govbrief.checking.source_index import Held
from govbrief.checking.surroundings import Words, likeness

OTHER_THING = 0.45
"""How much better another number's surroundings must fit before a true number counts as said of another
thing; sound clauses of the seeds stay below it."""
_TELLING = 2
"""Pairs of characters that tell what a number is of: 、批示5次 has one, which any sentence of instructions holds.
One is enough where the text has no other: 审结1120件, where 审结 has another number."""
_REACH = 1000
"""Numbers on either side of one that it may be mistaken for; a report holds fewer, a statistical yearbook more."""


class _Alike:
    """Numbers of the evidence with the same words around them, of one group and unit."""

    def __init__(self, words: Words, marks: Sequence[Mark]) -> None:
        self.words = words
        self._marks = marks
        self.places: list[int] = []
        self._by_value: dict[Fraction, list[int]] = {}
        self._changes: list[int] = []

    def add(self, place: int) -> None:
        """Put a number down; places come in order."""
        value = self._marks[place].value
        if self.places and self._marks[self.places[-1]].value != value:
            self._changes.append(len(self.places))
        self.places.append(place)
        self._by_value.setdefault(value, []).append(place)

    def holds(self, value: Fraction, low: int, high: int) -> bool:
        """Whether one of them between two places has this value."""
        places = self._by_value.get(value, ())
        at = bisect_left(places, low)
        return at < len(places) and places[at] < high

    def others(self, value: Fraction, low: int, high: int) -> Iterator[int]:
        """The places between two where another value stands, in order; runs of one value are stepped over."""
        at = bisect_left(self.places, low)
        while at < len(self.places) and self.places[at] < high:
            if self._marks[self.places[at]].value != value:
                yield self.places[at]
                at += 1
            else:
                change = bisect_right(self._changes, at)
                at = self._changes[change] if change < len(self._changes) else len(self.places)


class Fitting:
    """The numbers of the evidence by the words around them, in blocks that are put in order when first asked for."""

    def __init__(self, evidence: Held) -> None:
        """Nothing is looked at yet."""
        self._words, self._marks = evidence.words, evidence.marks
        self._block = cache(self._read_block)

    def better(self, mark: Mark, around: Words, j: int) -> Mark | None:
        """Another number of the evidence that fits these surroundings better than number `j`; None when that fits."""
        paired = self._marks[j]
        if mark.group == YEAR or is_end(mark, paired):
            return None  # what is told of which year has a rule of its own
        if likeness(around, self._words[j]) + OTHER_THING >= 1:
            return None  # nothing can fit better: no need to look at the others
        low, high = max(0, j - _REACH), min(len(self._marks), j + _REACH)
        near = [(likeness(around, one.words), one) for one in self._sharing(around, low, high)]
        own = max((fit for fit, one in near if one.holds(paired.value, low, high)), default=0.0)
        fits = [
            (-fit, place)
            for fit, one in near
            if fit > own + OTHER_THING
            and (len(one.words) >= _TELLING or one.words == around)
            and (place := self._rival(one, mark, paired, range(low, high))) is not None
        ]
        return self._marks[min(fits)[1]] if fits else None

    def _rival(self, alike: _Alike, mark: Mark, paired: Mark, reach: range) -> int | None:
        """The first of alike numbers within reach that the paired one may be mistaken for."""
        if not of_one_kind(self._marks[alike.places[0]], paired):
            return None
        places = alike.others(mark.value, reach.start, reach.stop)
        return next((place for place in places if are_rivals(self._marks[place], paired)), None)

    def _sharing(self, around: Words, low: int, high: int) -> Iterator[_Alike]:
        """The alike numbers of all blocks between two places that share a word with these surroundings."""
        for number in range(low // _REACH, (high - 1) // _REACH + 1):
            block = self._block(number)
            yield from dict.fromkeys(alike for word in around for alike in block.get(word, ()))

    def _read_block(self, number: int) -> dict[str, list[_Alike]]:
        """The alike numbers of one block by the words that they hold."""
        found: dict[tuple[Words, str, str], _Alike] = {}
        for place in range(number * _REACH, min(len(self._marks), (number + 1) * _REACH)):
            words, mark = self._words[place], self._marks[place]
            key = (words, mark.group, mark.quantity.unit)
            if key not in found:
                found[key] = _Alike(words, self._marks)
            found[key].add(place)
        by_word: dict[str, list[_Alike]] = {}
        for alike in found.values():
            for word in alike.words:
                by_word.setdefault(word, []).append(alike)
        return by_word
