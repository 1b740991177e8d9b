"""Owns runs of English atoms: what may join two atoms, and the cardinal that a run adds up to.

`one hundred and sixty-one`, `3 hundred and 21`, `one million, two hundred thousand`. Reads left to right and
steps back at most one group, so hostile input stays linear.
"""

import re
from decimal import Decimal

from govbrief.numbers.en.atoms import EXACT, MAX_DIGITS, Atom, Sort, find_atoms

SPACE, AND, AND_A, COMMA, A, OF_A = range(1, 7)
_GAPS = {
    "": SPACE, " ": SPACE, "-": SPACE, "  ": SPACE, " - ": SPACE, "\u2010": SPACE, "\u2011": SPACE,
    "\u00a0": SPACE, "\n": SPACE, "\t": SPACE, "- ": SPACE, " -": SPACE,
    " and ": AND, "-and-": AND, "  and  ": AND, ", ": COMMA, ", and ": COMMA,
    " and a ": AND_A, " and an ": AND_A, "-and-a-": AND_A, " a ": A, " of a ": OF_A, " of one ": OF_A,
}  # fmt: skip
"""What may stand between two atoms of one numeral."""
_CENTURIES = (17, 20)
_GROUP_ENDS = (Sort.HUNDRED, Sort.SCALE, Sort.ORDINAL)
"""What a group behind a comma needs, for "one million, three of them" has none."""
LIMIT = 10**MAX_DIGITS
"""Above this a run of scale words is no number of prose: `million million million ...`."""
_HUNDRED, _THOUSAND, _TEN, _DOZEN = 100, 1000, 10, 12


def times(value: Decimal | int, factor: Decimal | int) -> Decimal | int:
    """The exact product; an integer as long as both are."""
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor
    return EXACT.multiply(Decimal(value), Decimal(factor))


_VALUED = re.compile(
    r"(?:-(?:million|billion|trillion))?-(?:yuan|dollar|euro|pound|yen|rupee|rouble|ruble)\s(?:[a-z]+\s)?[a-z]+s\b(?<!ss)"
)
"""Three trillion-yuan thresholds: each of them is worth a trillion; a two-billion-yuan fund has another hyphen."""


class Sum:
    """The value of a run so far: finished scales in `total`, what stands below the next scale in `group`."""

    __slots__ = ("cut", "digits", "group", "group_at", "room", "scale", "total")

    def __init__(self, atom: Atom, after: int) -> None:
        """Begin with one atom; `after` is the index of the next."""
        self.digits = atom.sort in {Sort.DIGITS, Sort.VULGAR}
        is_scale = atom.sort is Sort.SCALE
        self.total: int | Decimal = atom.value if is_scale else 0
        self.group: int | Decimal = 0 if is_scale else atom.value
        self.room = _HUNDRED if is_scale or atom.sort is Sort.HUNDRED else 0
        """A number below this may still be added to the group: 100 after `hundred` or a scale, else 0."""
        self.scale = int(atom.value) if is_scale else 0
        """The smallest scale so far; 0 before the first."""
        self.group_at = after if is_scale else 0
        """Index of the first atom of the group; 0 in the first group."""
        self.cut = 0
        """Where the run ends early: a scale came that does not fit, so its group is the next numeral's."""

    def value(self) -> int | Decimal:
        """What the run is worth as it stands."""
        return EXACT.add(Decimal(self.total), Decimal(self.group)) if self.digits else self.total + self.group


class NumberRun:
    """The atoms of one lowered text, and how they join."""

    __slots__ = ("atoms", "low")

    def __init__(self, low: str) -> None:
        """Scan the text once."""
        self.low = low
        self.atoms = list(find_atoms(low))

    def gap(self, j: int) -> int:
        """What joins atom `j` to the one before; 0 when nothing does, or when there is no atom `j`."""
        if j >= len(self.atoms):
            return 0
        return _GAPS.get(self.low[self.atoms[j - 1].end : self.atoms[j].start], 0)

    def follows(self, j: int, sort: Sort, gap: int = SPACE) -> bool:
        """True when atom `j` is of this sort and joined in this way."""
        return j < len(self.atoms) and self.atoms[j].sort is sort and self.gap(j) == gap

    def add_up(self, i: int) -> tuple[Sum, int]:
        """The cardinal that begins at atom `i`, and the first atom that is no part of it."""
        total, j = Sum(self.atoms[i], i + 1), i + 1
        while (gap := self.gap(j)) and self._take(total, j, gap):
            j += 1
        if total.cut:
            total.group = 0
            return total, total.cut
        return total, j

    def _take(self, total: Sum, j: int, gap: int) -> bool:
        """Put atom `j` in when the run goes on with it."""
        sort = self.atoms[j].sort
        if sort is Sort.SCALE or (sort is Sort.VAGUE and (not total.digits or self._is_dozens(total, j))):
            # three dozens; but not "in 2020 thousands"
            if not total.digits and self._is_worth(j):
                return False
            return gap == SPACE and _scale(total, j, int(self.atoms[j].value))
        if sort is Sort.HUNDRED:
            if self._is_worth(j):
                return False
            if gap == SPACE and not total.room and 0 < total.group < _THOUSAND:
                total.group, total.room = times(total.group, _HUNDRED), _HUNDRED
                return True
            return False
        return sort in {Sort.SMALL, Sort.DIGITS} and self._small(total, j, gap)

    def _is_worth(self, j: int) -> bool:
        """Whether a scale begins what each of several things is worth: three trillion-yuan thresholds."""
        atom = self.atoms[j]
        return self.low[atom.start - 1] == " " and _VALUED.match(self.low, atom.end) is not None

    def _counts_thousands(self, j: int, gap: int) -> bool:
        """2 million 300 thousand: digits in front of the next scale; add_up steps back if it is no lower one."""
        atom, before = self.atoms[j], self.atoms[j - 1]
        fits = gap == SPACE and before.sort is Sort.SCALE and atom.sort is Sort.DIGITS
        lower = self.follows(j + 1, Sort.SCALE) and self.atoms[j + 1].value < before.value
        return fits and lower and atom.value < _THOUSAND and atom.value == int(atom.value)

    def _is_dozens(self, total: Sum, j: int) -> bool:
        return self.atoms[j].value == _DOZEN and total.group < _HUNDRED

    def _small(self, total: Sum, j: int, gap: int) -> bool:
        atom = self.atoms[j]
        if not total.room:
            if gap == SPACE and (self._spoken_hundred(total, j) or self._spoken_year(total, j)):
                total.group = total.group * _HUNDRED + int(atom.value)
                return True
            fits = gap == AND and self._tens_and_unit(j)
        elif self._counts_thousands(j, gap):
            fits = True
        elif atom.value >= total.room or gap not in {SPACE, AND, COMMA}:
            fits = False
        elif atom.sort is Sort.DIGITS:
            is_whole = atom.value == int(atom.value)
            fits = gap == AND and self.atoms[j - 1].sort is Sort.HUNDRED and is_whole
        elif gap == COMMA:
            fits = not total.digits and any(self.follows(j + 1, sort) for sort in _GROUP_ENDS)
        else:
            fits = self._goes_on(total, j, gap)
        if fits:
            total.group_at = total.group_at or (j if total.scale else 0)
            total.group, total.room = total.group + int(atom.value), 0
        return fits

    def _goes_on(self, total: Sum, j: int, gap: int) -> bool:
        """Whether a word continues the number: not in "1.7 million four years", "ten million and a half"."""
        after_scale = self.atoms[j - 1].sort is Sort.SCALE
        if total.digits and after_scale:
            return False
        if gap == SPACE:
            return True
        return not self.follows(j + 1, Sort.PART) and not (after_scale and self.follows(j + 1, Sort.ORDINAL))

    def _spoken_hundred(self, total: Sum, j: int) -> bool:
        """One twenty-two, spoken for 122; "one twenty" may be two things."""
        first, second = self.atoms[j - 1], self.atoms[j]
        return (
            first.sort is second.sort is Sort.SMALL
            and total.group == first.value
            and 0 < first.value < _TEN
            and second.value > 2 * _TEN
            and bool(second.value % _TEN)
        )

    def _spoken_year(self, total: Sum, j: int) -> bool:
        """Nineteen eighty-four; but "twenty twenty fifths" is a fraction, which has no number behind."""
        first, second = self.atoms[j - 1], self.atoms[j]
        is_pair = first.sort is second.sort is Sort.SMALL and total.group == first.value
        return is_pair and _CENTURIES[0] <= first.value <= _CENTURIES[1] and second.value >= _TEN

    def _tens_and_unit(self, j: int) -> bool:
        """Twenty and three and three fifths: tens and unit take an `and` only in front of a fraction."""
        tens, unit = self.atoms[j - 1], self.atoms[j]
        return (
            tens.sort is Sort.SMALL
            and tens.value >= 2 * _TEN > 2 * unit.value
            and self.follows(j + 1, Sort.SMALL, AND)
            and self.follows(j + 2, Sort.ORDINAL)
        )


def _scale(total: Sum, j: int, scale: int) -> bool:
    """Multiply by a scale word; a scale that does not fit below the last one cuts the run at its group."""
    if total.value() >= LIMIT:
        return False
    if total.scale and total.group and scale >= total.scale:
        total.cut = total.group_at
        return False
    if total.scale and scale >= total.scale:
        # hundred thousand million
        total.total = times(total.total, scale)
    elif total.group:
        total.total = (
            Decimal(total.total) + times(total.group, scale)
            if total.digits
            else total.total + times(total.group, scale)
        )
    else:
        return False
    total.group, total.room, total.scale, total.group_at = 0, _HUNDRED, scale, j + 1
    return True
