"""Owns English numerals: runs of atoms closed by decimals, fractions and ordinals, to one exact value.

`two and a half million`, `two thirds`, `eighteen point o five`, `twenty-first`. What stands around a numeral,
such as units, signs and dates, is not its business.
"""

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from enum import Enum
from typing import NamedTuple

from govbrief.numbers.en.atomruns import AND, AND_A, LIMIT, OF_A, SPACE, A, NumberRun, Sum, times
from govbrief.numbers.en.atoms import EXACT, MAX_DIGITS, QUOTIENT, SHORT_SCALES, Atom, Sort, lowered


class NumeralForm(Enum):
    """What a numeral is before its surroundings are known."""

    CARDINAL = "cardinal"
    FRACTION = "fraction"
    """Includes mixed numbers."""
    ORDINAL = "ordinal"
    MONTH = "month"
    VAGUE = "vague"
    MULTIPLE = "multiple"
    LONG = "long"


class Numeral(NamedTuple):
    """A numeral and where it stands."""

    value: Decimal
    start: int
    end: int
    form: NumeralForm
    first: Atom
    """The atom it begins with: tells digits from words, and `one` from `one hundred`."""
    last: Atom
    atoms: int
    """How many atoms it is made of."""


_LEADS = re.compile(
    r"(?:^|[,;:($]|\b(?:about|around|nearly|almost|over|than|only|just|is|was|of|to|by|minus|negative))\s?$"
)
_SINGLE = {
    Sort.MONTH: NumeralForm.MONTH,
    Sort.VAGUE: NumeralForm.VAGUE,
    Sort.LONG: NumeralForm.LONG,
    Sort.MULTIPLE: NumeralForm.MULTIPLE,
    Sort.DIGIT_ORDINAL: NumeralForm.ORDINAL,
}
_COUNTED = re.compile(r"\s(?:[a-z-]+\s)?[a-z-]{2,}s\b")
_HUNDREDTH = 100
_DOUBLE = Context(prec=15)
_SECOND = 2

_Read = tuple[Numeral, int]


def _finite(value: Decimal | int) -> Decimal | int:
    """A product or sum with a third in it has no exact decimal: 15 digits, as many as a double can hold."""
    exact = isinstance(value, int) or len(value.as_tuple().digits) < QUOTIENT.prec
    return value if exact else _DOUBLE.plus(value)


def _over(above: Decimal | int, below: Decimal | int) -> Decimal:
    return QUOTIENT.divide(Decimal(above), Decimal(below))


class NumeralReader:
    """Reads the numerals of one lowered text in order."""

    def __init__(self, low: str) -> None:
        """Scan the text once."""
        self.low = low
        self.run = NumberRun(low)
        self.atoms = self.run.atoms

    def numerals(self) -> Iterator[Numeral]:
        """Every numeral, in order; they do not overlap."""
        place = 0
        while place < len(self.atoms):
            numeral, place = self.read(place)
            if numeral:
                yield numeral

    def read(self, i: int) -> tuple[Numeral | None, int]:
        """The numeral that begins at atom `i`, if one does, and the next atom to read."""
        atom = self.atoms[i]
        if form := _SINGLE.get(atom.sort):
            return self._numeral(i, i + 1, atom.value, form)
        if atom.sort is Sort.POINT:
            return self._leading_point(i)
        if atom.sort is Sort.PART:
            return self._part(i)
        if atom.sort is Sort.ORDINAL:
            return self._first_ordinal(i)
        if atom.sort is Sort.SCALE and self.low[atom.start : atom.end] in SHORT_SCALES:
            return None, i + 1
        total, j = self.run.add_up(i)
        return self._close(total, i, j)

    def _numeral(self, i: int, stop: int, value: Decimal | int, form: NumeralForm) -> _Read:
        first, last = self.atoms[i], self.atoms[stop - 1]
        exact = value if isinstance(value, Decimal) else Decimal(value)
        return Numeral(exact, first.start, last.end, form, first, last, stop - i), stop

    def _close(self, total: Sum, i: int, j: int) -> _Read:
        """What may close a number: an ordinal, a denominator, decimals, `and a half`."""
        closed = None
        if not total.cut and (gap := self.run.gap(j)):
            sort = self.atoms[j].sort
            if sort is Sort.ORDINAL and gap in {SPACE, AND}:
                closed = self._close_ordinal(total, i, j)
            elif sort is Sort.POINT and gap == SPACE:
                closed = self._decimals(total.value(), i, j)
            elif sort is Sort.PART and gap == SPACE and not total.digits:
                closed = self._close_part(total, i, j)
            if not closed and gap in {AND, AND_A}:
                closed = self._mixed(total, i, j)
        if closed:
            return closed
        form = NumeralForm.FRACTION if self.atoms[i].sort is Sort.VULGAR else NumeralForm.CARDINAL
        return self._numeral(i, j, total.value(), form)

    def _first_ordinal(self, i: int) -> tuple[Numeral | None, int]:
        """Third, twenty-first; `twenty fifths` is 20/5, `fifths` alone is nothing."""
        atom = self.atoms[i]
        if not atom.plural:
            return self._numeral(i, i + 1, atom.value, NumeralForm.ORDINAL)
        if not atom.tens:
            return None, i + 1
        return self._fraction(_over(atom.tens, atom.value - atom.tens), i, i + 1)

    def _close_ordinal(self, total: Sum, i: int, j: int) -> _Read | None:
        atom, value = self.atoms[j], total.value()
        if atom.plural:
            return self._close_denominator(total, i, j)
        if atom.value >= _HUNDREDTH:
            # two hundredth; twenty thousand two hundredth multiplies only its last group
            exact = (
                EXACT.add(Decimal(total.total), Decimal(times(total.group, atom.value)))
                if total.group
                else times(value, atom.value)
            )
            return self._numeral(i, j + 1, exact, NumeralForm.ORDINAL)
        if value == 1 and atom.value > _SECOND:
            return self._fraction(_over(1, atom.value), i, j + 1)
        scaled = self.atoms[j - 1].sort is Sort.SCALE and self.low[atom.start - 1] == " "
        if scaled and _COUNTED.match(self.low, atom.end):
            return (
                None  # three million first secretaries: they are counted, and the first is a rank of theirs
            )
        if total.room > atom.value:
            return self._numeral(i, j + 1, value + int(atom.value), NumeralForm.ORDINAL)
        return None

    def _close_denominator(self, total: Sum, i: int, j: int) -> _Read | None:
        """Two fifths; in one hundred and thirty fifths the tens are the numerator's."""
        atom, value = self.atoms[j], total.value()
        if atom.tens and total.room and " " in self.low[atom.start : atom.end]:
            return self._fraction(_over(value + atom.tens, atom.value - atom.tens), i, j + 1)
        return self._fraction(_over(value, atom.value), i, j + 1) if self.run.gap(j) == SPACE else None

    def _close_part(self, total: Sum, i: int, j: int) -> _Read | None:
        """Three quarters, one half."""
        atom, value = self.atoms[j], total.value()
        return self._fraction(_over(value, atom.value), i, j + 1) if atom.plural or value == 1 else None

    def _fraction(self, value: Decimal, i: int, j: int) -> _Read:
        """A finished fraction, times the scale that may follow: two thirds of a million."""
        if self.run.gap(j) in {SPACE, OF_A} and self.atoms[j].sort is Sort.SCALE:
            return self._numeral(i, j + 1, _finite(times(value, self.atoms[j].value)), NumeralForm.CARDINAL)
        return self._numeral(i, j, value, NumeralForm.FRACTION)

    def _mixed(self, total: Sum, i: int, j: int) -> _Read | None:
        """Five and a half million, three and two thirds, a million and a half."""
        part = self._mixed_part(j)
        if not part:
            return None
        value, stop = part
        if self.run.follows(stop, Sort.SCALE):
            factor = self.atoms[stop].value
            whole = total.value() if total.scale else times(total.value(), factor)
            exact = EXACT.add(Decimal(whole), Decimal(times(value, factor)))
            return self._numeral(i, stop + 1, _finite(exact), NumeralForm.CARDINAL)
        if self.run.gap(j) == AND_A and not total.group:
            value = Decimal(times(value, total.scale))
        return self._numeral(i, stop, _finite(EXACT.add(Decimal(total.value()), value)), NumeralForm.CARDINAL)

    def _mixed_part(self, j: int) -> tuple[Decimal, int] | None:
        """The fraction behind `and`, and the atom after it; None for "and a third of them", "and third"."""
        atom, stop, above = self.atoms[j], j + 1, Decimal(1)
        if self.run.gap(j) == AND and atom.sort is Sort.SMALL:
            if self.run.gap(stop) != SPACE:
                return None
            above, atom, stop = Decimal(atom.value), self.atoms[stop], stop + 1
            if not atom.plural and above != 1:
                return None
        elif self.run.gap(j) == AND and atom.sort is Sort.ORDINAL:
            return None
        is_part = atom.sort in {Sort.PART, Sort.ORDINAL} and atom.value > 1
        if not is_part or self.low.startswith(" of", atom.end):
            return None
        return _over(above, atom.value), stop

    def _part(self, i: int) -> tuple[Numeral | None, int]:
        """Half, half a million, quarter of a million, half a dozen."""
        atom, j = self.atoms[i], i + 1
        if atom.plural:
            return None, j
        if self.run.gap(j) in {SPACE, A, OF_A} and self.atoms[j].sort in {Sort.SCALE, Sort.HUNDRED}:
            return self._numeral(i, j + 1, _over(self.atoms[j].value, atom.value), NumeralForm.CARDINAL)
        return self._numeral(i, j, _over(1, atom.value), NumeralForm.FRACTION)

    def _leading_point(self, i: int) -> tuple[Numeral | None, int]:
        """Point seven: a number only where a number may stand, not in "at this point seven people"."""
        start = self.atoms[i].start
        closed = self._decimals(0, i, i) if _LEADS.search(self.low[max(0, start - 12) : start]) else None
        return closed or (None, i + 1)

    def _decimals(self, whole: Decimal | int, i: int, j: int) -> _Read | None:
        """Decimals spoken by digit, `eighteen point o five`; a two-digit word ends them: `point eleven`."""
        digits, k = "0" * int(self.atoms[j].value), j + 1
        while len(digits) < MAX_DIGITS and ((zeros := self._spoken_zeros(k)) or self.run.gap(k) == SPACE):
            atom = self.atoms[k]
            if atom.sort not in {Sort.SMALL, Sort.DIGITS} or (digits and atom.value > 9):  # noqa: PLR2004 - a digit
                break
            digits += "0" * zeros
            digits += self.low[atom.start : atom.end] if atom.sort is Sort.DIGITS else str(atom.value)
            k += 1
        if not digits.isdecimal():
            return None
        value: Decimal | int = EXACT.create_decimal(f"{whole}.{digits}")
        while self.run.follows(k, Sort.SCALE) and value < LIMIT:
            value, k = times(value, self.atoms[k].value), k + 1
        return self._numeral(i, k, value, NumeralForm.CARDINAL)

    def _spoken_zeros(self, k: int) -> int:
        """How many zeros are spoken as `o` in front of atom `k`: point five o six."""
        if k >= len(self.atoms):
            return 0
        gap = self.low[self.atoms[k - 1].end : self.atoms[k].start]
        return gap.count("o") if _SPOKEN_ZEROS.fullmatch(gap) else 0


_SPOKEN_ZEROS = re.compile(r"(?: oh?)+ ")
_READ_SIGNS = {"": 1, "a": 1, "an": 1, "+": 1, "-": -1, "minus": -1, "negative": -1}


def read_numeral(text: str) -> Decimal | None:
    """The value of a string that is one English numeral and nothing else; None for any other string.

    `two and a half million` is 2500000, `1,234.5` is 1234.5, `fifty people` is None.
    """
    low = lowered(text.strip())
    found = list(NumeralReader(low).numerals())
    if len(found) != 1 or found[0].form not in {NumeralForm.CARDINAL, NumeralForm.FRACTION}:
        return None
    sign = _READ_SIGNS.get(low[: found[0].start].strip(), 0)
    if not sign or low[found[0].end :].strip():
        return None
    return found[0].value if sign > 0 else found[0].value.copy_negate()
