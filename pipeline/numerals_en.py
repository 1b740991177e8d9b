"""Owns runs of English numeral atoms to one exact value: `two and a half million`, `3 hundred and 21`, `two thirds`.

What stands around a numeral (units, signs, dates) is not its business. The reader goes left to right and never steps
back further than the group below a scale word, so hostile input stays linear.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from pipeline.atoms_en import EXACT, MAX_DIGITS, QUOTIENT, SHORT_SCALES, Atom, Sort, find_atoms, lowered

_LIMIT = 10**MAX_DIGITS


class Form(Enum):
    """What a numeral is before its surroundings are known."""

    CARDINAL = "cardinal"
    FRACTION = "fraction"
    """Includes mixed numbers."""
    ORDINAL = "ordinal"
    MONTH = "month"
    VAGUE = "vague"
    LONG = "long"


class Numeral(NamedTuple):
    """A numeral and where it stands."""

    value: Decimal
    start: int
    end: int
    form: Form
    first: Atom
    """The atom it begins with: tells digits from words, and `one` from `one hundred`."""
    atoms: int
    """How many atoms it is made of."""


_SPACE, _AND, _AND_A, _COMMA, _A, _OF_A = range(1, 7)
_GAPS = {
    "": _SPACE, " ": _SPACE, "-": _SPACE, "  ": _SPACE, " - ": _SPACE, "\u2010": _SPACE, "\u2011": _SPACE,
    "\u00a0": _SPACE, "\n": _SPACE, "\t": _SPACE, "- ": _SPACE, " -": _SPACE,
    " and ": _AND, "-and-": _AND, "  and  ": _AND, ", ": _COMMA, ", and ": _COMMA,
    " and a ": _AND_A, " and an ": _AND_A, "-and-a-": _AND_A, " a ": _A, " of a ": _OF_A, " of one ": _OF_A,
}  # fmt: skip
"""What may stand between two atoms of one numeral."""
_LEADS = re.compile(r"(?:^|[,;:($]|(?:about|around|nearly|almost|over|than|only|just|is|was|of|to|by)) ?$")


class _Sum:
    """The value of a run so far: finished scales in `total`, what stands below the next scale in `group`."""

    __slots__ = ("cut", "digits", "group", "group_at", "room", "scale", "total")

    def __init__(self) -> None:
        self.total: int | Decimal = 0
        self.group: int | Decimal = 0
        self.room = 100
        """A number below this may still be added to the group: 100 after `hundred` or a scale, else 0."""
        self.scale = 0
        """The smallest scale so far; 0 before the first."""
        self.group_at = 0
        """Index of the first atom of the group; 0 in the first group."""
        self.cut = 0
        """Where the run ends early: a scale came that does not fit, so its group belongs to the next numeral."""
        self.digits = False

    def value(self) -> int | Decimal:
        """What the run is worth as it stands."""
        return EXACT.add(Decimal(self.total), Decimal(self.group)) if self.digits else self.total + self.group


def _times(value: Decimal | int, factor: Decimal | int) -> Decimal | int:
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor
    return EXACT.multiply(Decimal(value), Decimal(factor))


def _over(above: Decimal | int, below: Decimal | int) -> Decimal:
    return QUOTIENT.divide(Decimal(above), Decimal(below))


class Reader:
    """Reads the numerals of one lowered text in order."""

    def __init__(self, low: str) -> None:
        self.low = low
        self.atoms: Sequence[Atom] = list(find_atoms(low))

    def numerals(self) -> Iterator[Numeral]:
        """Every numeral, in order; they do not overlap."""
        place = 0
        while place < len(self.atoms):
            numeral, place = self.read(place)
            if numeral:
                yield numeral

    def read(self, i: int) -> tuple[Numeral | None, int]:
        """The numeral that begins at atom `i`, if one does, and the next atom to read."""
        sort = self.atoms[i].sort
        if sort in _SINGLE:
            return self._numeral(i, i + 1, self.atoms[i].value, _SINGLE[sort])
        if sort is Sort.POINT:
            return self._leading_point(i)
        if sort is Sort.PART:
            return self._part(i)
        if sort is Sort.ORDINAL:
            return self._close_ordinal(_Sum(), i, i) or (None, i + 1)
        if self.low[self.atoms[i].start : self.atoms[i].end] in SHORT_SCALES:
            return None, i + 1
        return self._cardinal(i)

    def _numeral(self, i: int, stop: int, value: Decimal | int, form: Form) -> tuple[Numeral, int]:
        first, last = self.atoms[i], self.atoms[stop - 1]
        exact = value if isinstance(value, Decimal) else Decimal(value)
        return Numeral(exact, first.start, last.end, form, first, stop - i), stop

    def gap(self, j: int) -> int:
        """What joins atom `j` to the one before; 0 when nothing does."""
        between = self.low[self.atoms[j - 1].end : self.atoms[j].start] if j < len(self.atoms) else "."
        return _GAPS.get(between, 0)

    def _is(self, j: int, sort: Sort, gap: int = _SPACE) -> bool:
        return j < len(self.atoms) and self.atoms[j].sort is sort and self.gap(j) == gap

    def _cardinal(self, i: int) -> tuple[Numeral, int]:
        total, j, atom = _Sum(), i + 1, self.atoms[i]
        total.digits = atom.sort in {Sort.DIGITS, Sort.VULGAR}
        if atom.sort is Sort.SCALE:
            total.total, total.scale, total.group_at = atom.value, int(atom.value), j
        else:
            total.group = atom.value
            total.room = 100 if atom.sort is Sort.HUNDRED else 0
        while j < len(self.atoms) and (gap := self.gap(j)) and self._take(total, j, gap):
            j += 1
        if total.cut:
            return self._numeral(i, total.cut, total.total, Form.CARDINAL)
        return self._finish(total, i, j)

    def _take(self, total: _Sum, j: int, gap: int) -> bool:
        """Put atom `j` in when the run goes on with it."""
        sort = self.atoms[j].sort
        if sort is Sort.SCALE:
            return gap == _SPACE and self._scale(total, j, int(self.atoms[j].value))
        if sort is Sort.HUNDRED:
            if gap == _SPACE and not total.room and 0 < total.group < 1000:  # noqa: PLR2004 - 322 hundred
                total.group, total.room = _times(total.group, 100), 100
                return True
            return False
        return sort in {Sort.SMALL, Sort.DIGITS} and self._small(total, j, gap)

    def _scale(self, total: _Sum, j: int, scale: int) -> bool:
        if total.value() >= _LIMIT:
            return False
        if total.scale and total.group and scale >= total.scale:
            total.cut = total.group_at
            return False
        if not total.scale or scale < total.scale:
            if not total.group:
                return False
            total.total += _times(total.group, scale)  # type: ignore[assignment] - both exact
        else:
            # hundred thousand million
            total.total = _times(total.total, scale)
        total.group, total.room, total.scale, total.group_at = 0, 100, scale, j + 1
        return True

    def _small(self, total: _Sum, j: int, gap: int) -> bool:
        atom = self.atoms[j]
        if not total.room:
            fits = gap == _AND and self._tens_and_unit(j)
        elif atom.value >= total.room or gap > _COMMA or gap == _AND_A:
            fits = False
        elif atom.sort is Sort.DIGITS:
            fits = gap == _AND and self.atoms[j - 1].sort is Sort.HUNDRED and atom.value == int(atom.value)
        elif gap == _COMMA:
            fits = not total.digits and (self._is(j + 1, Sort.HUNDRED) or self._is(j + 1, Sort.SCALE))
        else:
            # "5 million and three": digits with a scale do not go on in words
            fits = not (total.digits and gap == _AND and self.atoms[j - 1].sort is Sort.SCALE)
            fits = fits and not (gap == _AND and self._is(j + 1, Sort.PART))
        if fits:
            total.group_at = total.group_at or (0 if not total.scale else j)
            total.group, total.room = total.group + int(atom.value), 0
        return fits

    def _tens_and_unit(self, j: int) -> bool:
        """Twenty and three and three fifths: read as one only in front of a fraction."""
        tens, unit = self.atoms[j - 1], self.atoms[j]
        return (
            tens.sort is Sort.SMALL and tens.value >= 20 > 2 * unit.value  # noqa: PLR2004 - tens, unit
            and self._is(j + 1, Sort.SMALL, _AND) and self._is(j + 2, Sort.ORDINAL)
        )  # fmt: skip

    def _finish(self, total: _Sum, i: int, j: int) -> tuple[Numeral, int]:
        """What may close a number: an ordinal, a denominator, decimals, `and a half`."""
        closed = None
        gap = self.gap(j)
        if gap:
            sort = self.atoms[j].sort
            if sort is Sort.ORDINAL and gap in {_SPACE, _AND}:
                closed = self._close_ordinal(total, i, j)
            elif sort is Sort.POINT and gap == _SPACE:
                closed = self._decimals(total.value(), i, j)
            elif sort is Sort.PART and gap == _SPACE and not total.digits:
                closed = self._close_part(total, i, j)
            if not closed and gap in {_AND, _AND_A}:
                closed = self._mixed(total, i, j, gap)
        if closed:
            return closed
        form = Form.FRACTION if self.atoms[i].sort is Sort.VULGAR else Form.CARDINAL
        return self._numeral(i, j, total.value(), form)

    def _close_ordinal(self, total: _Sum, i: int, j: int) -> tuple[Numeral, int] | None:
        atom, value = self.atoms[j], total.value()
        if atom.plural:
            if j == i:
                # "twenty fifths" is 20/5; "fifths" alone is nothing
                return (
                    self._fraction(_over(atom.tens, atom.value - atom.tens), i, j + 1) if atom.tens else None
                )
            return self._fraction(_over(value, atom.value), i, j + 1) if self.gap(j) == _SPACE else None
        if j == i:
            return self._numeral(i, j + 1, atom.value, Form.ORDINAL)
        if atom.value >= 100:  # noqa: PLR2004 - hundredth, thousandth multiply
            return self._numeral(i, j + 1, _times(value, atom.value), Form.ORDINAL)
        if value == 1 and atom.value > 2:  # noqa: PLR2004 - one third, one-eighth
            return self._fraction(_over(1, atom.value), i, j + 1)
        if total.room > atom.value:
            return self._numeral(i, j + 1, value + int(atom.value), Form.ORDINAL)
        return None

    def _close_part(self, total: _Sum, i: int, j: int) -> tuple[Numeral, int] | None:
        atom, value = self.atoms[j], total.value()
        if not atom.plural and value != 1:
            return None
        return self._fraction(_over(value, atom.value), i, j + 1)

    def _fraction(self, value: Decimal, i: int, j: int) -> tuple[Numeral, int]:
        """A finished fraction, times the scale that may follow: two thirds of a million."""
        if j < len(self.atoms) and self.atoms[j].sort is Sort.SCALE and self.gap(j) in {_SPACE, _OF_A}:
            return self._numeral(i, j + 1, _times(value, self.atoms[j].value), Form.CARDINAL)
        return self._numeral(i, j, value, Form.FRACTION)

    def _mixed(self, total: _Sum, i: int, j: int, gap: int) -> tuple[Numeral, int] | None:
        """Five and a half million, three and two thirds, a million and a half."""
        atom, stop = self.atoms[j], j + 1
        above: int | Decimal = 1
        if gap == _AND and atom.sort is Sort.SMALL and stop < len(self.atoms) and self.gap(stop) == _SPACE:
            above, atom, stop = atom.value, self.atoms[stop], stop + 1
            if not atom.plural and above != 1:
                return None
        elif atom.sort is Sort.ORDINAL and gap == _AND:
            return None
        if (
            atom.sort not in {Sort.PART, Sort.ORDINAL}
            or atom.value == 1
            or self.low.startswith(" of", atom.end)
        ):
            return None
        part = _over(above, atom.value)
        if self._is(stop, Sort.SCALE):
            factor = self.atoms[stop].value
            whole = total.value() if total.scale else _times(total.value(), factor)
            return self._numeral(
                i, stop + 1, EXACT.add(Decimal(whole), Decimal(_times(part, factor))), Form.CARDINAL
            )
        if gap == _AND_A and not total.group:
            part = Decimal(_times(part, total.scale))
        return self._numeral(i, stop, EXACT.add(Decimal(total.value()), part), Form.FRACTION)

    def _part(self, i: int) -> tuple[Numeral | None, int]:
        """Half, half a million, quarter of a million, half a dozen."""
        atom, j = self.atoms[i], i + 1
        if atom.plural:
            return None, j
        if j < len(self.atoms) and self.gap(j) in {_SPACE, _A, _OF_A}:
            after = self.atoms[j]
            if after.sort in {Sort.SCALE, Sort.HUNDRED}:
                return self._numeral(i, j + 1, _over(after.value, atom.value), Form.CARDINAL)
        return self._numeral(i, j, _over(1, atom.value), Form.FRACTION)

    def _leading_point(self, i: int) -> tuple[Numeral | None, int]:
        start = self.atoms[i].start
        closed = self._decimals(0, i, i) if _LEADS.search(self.low[max(0, start - 12) : start]) else None
        return closed or (None, i + 1)

    def _decimals(self, whole: Decimal | int, i: int, j: int) -> tuple[Numeral, int] | None:
        """Decimals spoken digit by digit, `eighteen point o five`; a two-digit word ends them: `point eleven`."""
        digits, k = "0" * int(self.atoms[j].value), j + 1
        while k < len(self.atoms) and self.gap(k) == _SPACE and len(digits) < MAX_DIGITS:
            atom = self.atoms[k]
            if atom.sort not in {Sort.SMALL, Sort.DIGITS} or (digits and atom.value > 9):  # noqa: PLR2004 - a digit
                break
            digits += self.low[atom.start : atom.end] if atom.sort is Sort.DIGITS else str(atom.value)
            k += 1
        if not digits.isdecimal():
            return None
        value: Decimal | int = EXACT.create_decimal(f"{whole}.{digits}")
        while k < len(self.atoms) and self._is(k, Sort.SCALE) and value < _LIMIT:
            value, k = _times(value, self.atoms[k].value), k + 1
        return self._numeral(i, k, value, Form.CARDINAL)


_SINGLE = {
    Sort.MONTH: Form.MONTH,
    Sort.VAGUE: Form.VAGUE,
    Sort.LONG: Form.LONG,
    Sort.DIGIT_ORDINAL: Form.ORDINAL,
}


def read_numeral(text: str) -> Decimal | None:
    """The value of a string that is one English numeral and nothing else; None for any other string.

    `two and a half million` is 2500000, `1,234.5` is 1234.5, `fifty people` is None.
    """
    low = lowered(text.strip())
    found = list(Reader(low).numerals())
    if len(found) != 1 or found[0].form not in {Form.CARDINAL, Form.FRACTION}:
        return None
    before, after = low[: found[0].start].strip(), low[found[0].end :].strip()
    if after or before not in _SIGNS:
        return None
    return -found[0].value if _SIGNS[before] else found[0].value


_SIGNS = {"": False, "a": False, "an": False, "-": True, "minus": True, "negative": True}
