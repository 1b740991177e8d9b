"""Owns the atoms of English numerals: `twenty-one`, `1,234.5`, `million`, `21st`, `half`, found in one scan.

Atoms are read from a lowered copy of the same length (`lowered`), so every offset holds for the raw text.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from enum import IntEnum
from typing import NamedTuple

from govbrief.numbers.powers import POWER, read_power

MAX_DIGITS = 400
"""Longer digit strings are no amounts of prose; reading them would only make arithmetic slow."""
EXACT = Context(prec=2 * MAX_DIGITS)
QUOTIENT = Context(prec=28)


class Sort(IntEnum):
    """What an atom is, which decides what may follow it."""

    DIGITS = 0
    SMALL = 1
    """Below one hundred, tens and unit already joined."""
    HUNDRED = 2
    SCALE = 3
    ORDINAL = 4
    """An ordinal word; plural ones (fifths) are denominators."""
    PART = 5
    """Half and quarter."""
    POINT = 6
    """`value` counts the zeros spoken as `oh`."""
    VULGAR = 7
    """Digits with a fraction: 3/4, ½, 7 3/4."""
    DIGIT_ORDINAL = 8
    MONTH = 9
    VAGUE = 10
    """Dozens, hundreds, thousands: a magnitude, not a value."""
    MULTIPLE = 12
    """Twice, doubled, tripled."""
    LONG = 11
    """A digit string, or a string of numbers, that is too long to be amounts of prose."""


class Atom(NamedTuple):
    """One token of a numeral."""

    sort: Sort
    value: Decimal | int
    start: int
    end: int
    plural: bool = False
    tens: int = 0
    """In a joined ordinal (twenty fifths): the tens, which are the numerator when nothing else is."""


def _enumerate(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split())}


def _latin_scales() -> dict[str, int]:
    """Million to centillion in the short scale (10^6 to 10^306), by their Latin prefixes."""
    units = ("", "un", "duo", "tre", "quattuor", "quin", "sex", "sept", "octo", "novem")
    tens = "dec vigint trigint quadragint quinquagint sexagint septuagint octogint nonagint".split()  # noqa: SIM905 - a list of words reads better
    stems = ["m", "b", "tr", "quadr", "quint", "sext", "sept", "oct", "non"]
    stems += [unit + ten for ten in tens for unit in units]
    return {stem + "illion": int(10 ** (3 * rank + 6)) for rank, stem in enumerate([*stems, "cent"])}


UNITS = _enumerate("zero one two three four five six seven eight nine")
SMALL = UNITS | _enumerate(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", start=10
)
SMALL |= {"nought": 0, "naught": 0}
TENS = _enumerate("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10) | {"fourty": 40}
ORDINALS = _enumerate(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
UNIT_ORDINALS = {word: value for word, value in ORDINALS.items() if 1 <= value <= 9}  # noqa: PLR2004 - one digit
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()}
SCALES = {"thousand": 1000} | _latin_scales()
SCALES |= {"lakh": 10**5, "lac": 10**5, "crore": 10**7, "krore": 10**7}
SHORT_SCALES = {
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
SHORT_SCALES |= {"tln": 10**12, "lkh": 10**5, "lkhs": 10**5, "cr": 10**7}
"""Scales that need a number in front; one letter (k, M, B) is decided where the unit is read."""
MONTHS = _enumerate(
    "january february march april may june july august september october november december", start=1
)
MONTHS |= {name[:3]: month for name, month in MONTHS.items() if month != 5} | {"sept": 9}  # noqa: PLR2004 - May
MULTIPLES = {
    "twice": 2,
    "thrice": 3,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "triple": 3,
    "tripled": 3,
}
MULTIPLES |= {"triples": 3, "tripling": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "quintupled": 5}
VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8", "⅜": "3/8"}


def _words() -> dict[str, tuple[Sort, int, bool]]:
    words = {word: (Sort.SMALL, value, False) for word, value in (SMALL | TENS).items()}
    words |= {word: (Sort.ORDINAL, value, False) for word, value in ORDINALS.items()}
    words |= {word + "s": (Sort.ORDINAL, value, True) for word, value in ORDINALS.items() if value > 2}  # noqa: PLR2004 - seconds are time
    words["hundred"] = (Sort.HUNDRED, 100, False)
    words["dozen"] = (Sort.SCALE, 12, False)
    for word, value in (SCALES | {"hundred": 100}).items():
        if value > 100:  # noqa: PLR2004 - the scales proper
            words[word] = (Sort.SCALE, value, False)
        words[word + "s"] = (
            (Sort.SCALE, value, True) if value in {10**5, 10**7} else (Sort.VAGUE, value, True)
        )
        words[word + "th"] = (Sort.ORDINAL, value, False)
        words[word + "ths"] = (Sort.ORDINAL, value, True)
    words |= {"dozens": (Sort.VAGUE, 12, True), "tens": (Sort.VAGUE, 10, True)}
    words |= {word: (Sort.SCALE, value, False) for word, value in SHORT_SCALES.items()}
    words |= {"half": (Sort.PART, 2, False), "halves": (Sort.PART, 2, True)}
    words |= {word: (Sort.MULTIPLE, value, False) for word, value in MULTIPLES.items()}
    words |= {"quarter": (Sort.PART, 4, False), "quarters": (Sort.PART, 4, True)}
    return words | {word: (Sort.MONTH, value, False) for word, value in MONTHS.items()}


WORDS = _words()


def alternatives(words: Iterable[str]) -> str:
    """A pattern for the words that branches on the first letter; a flat one would try every word."""
    branches: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        branches.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(branches.items()))


_THIN = "\u00a0\u2009\u202f"
_LEADING_UNIT = "|".join([*UNITS, *UNIT_ORDINALS])
_NUMBER = rf"""
    (?P<long>(?:\d{{1,4}}[,/ .;:-]{{1,2}}){{60,}})
  | (?P<vulgar>(?!\d{{2,3}}/\d{{2,3}}[ ]?mm[ ]?hg)(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}/\d{{1,3}}(?:,\d{{3}}){{1,4}}(?![\d/])
      | \d{{1,4}}[ -]\d{{1,2}}/[ ]?\d{{1,3}}(?![\d/]) | \d{{1,4}}/\d{{1,4}}(?![\d/])
      | \d{{1,3}}[ ]/[ ]\d{{1,3}}(?![\d/]) | \d{{0,4}}[ ]?[{"".join(VULGAR)}]))
  | (?P<ordinal>\d{{1,18}}(?:,\d{{3}}){{0,5}}(?:st|nd|rd|th)(?![a-z]))
  | (?P<power>{POWER})
  | (?P<digits>(?:\d{{1,3}}(?:,\d{{3}})+(?!\d) | \d{{1,2}}(?:,\d\d)+,\d{{3}}(?![\d,])
        | \d{{1,3}}(?:[{_THIN}]\d{{3}})+(?!\d)
        | \d{{1,3}}(?:[ ]\d{{3}}){{2,}}(?![\d,]) | \d{{1,3}}[ ]000(?![\d,]) | \d+)
      (?:\.\d+)? (?:e[+-]?\d{{1,2}}(?![\da-z]))? | (?<![\d.a-z])\.\d+)
"""
_WORD = rf"""
    (?P<many>(?:(?:{"|".join([*UNITS, *TENS])})[ ,-]{{1,2}}){{60,}})
  | (?: (?P<tens>{"|".join(TENS)}) (?: (?:[-‐‑–—] | [ ]{{0,2}}) (?P<unit>(?:{_LEADING_UNIT})s?) )?
      | point (?P<zeros>(?:[ -]oh?(?![a-z]))*)
      | (?P<word>{alternatives(WORDS)})
    )(?!(?!fold(?![a-z]))[a-z])
"""


def _first_letters() -> str:
    """The two letters that some number word begins with: what most words of a text fail on at once."""
    seconds: dict[str, set[str]] = {}
    for word in [*WORDS, "point"]:
        seconds.setdefault(word[0], set()).add(word[1])
    return "|".join(f"{first}[{''.join(sorted(rest))}]" for first, rest in sorted(seconds.items()))


_ATOM = re.compile(
    rf"(?=[\d.{''.join(VULGAR)}])(?:{_NUMBER}) | (?<![a-z])(?={_first_letters()})(?:{_WORD})", re.VERBOSE
)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("−"): ord("-"), ord("％"): ord("%")}


def lowered(text: str) -> str:
    """Lower case with full-width forms narrowed, character for character, so that offsets stay."""
    if text.isascii():
        return text.lower()
    low = text.translate(_WIDE)
    small = low.lower()
    return small if len(small) == len(low) else "".join(c.lower() if len(c.lower()) == 1 else c for c in low)


def is_end(low: str, place: int, marks: str = "") -> bool:
    """True when nothing but blanks (and the given marks) follows; looks no further than a tail of blanks."""
    return len(low) - place <= _TAIL and not low[place:].strip(marks + " \t\n")


_TAIL = 40


def find_atoms(low: str) -> Iterator[Atom]:
    """Every atom of a lowered text, in order."""
    for match in _ATOM.finditer(low):
        kind = match.lastgroup
        if kind == "word":
            sort, value, plural = WORDS[match["word"]]
            yield Atom(sort, value, match.start(), match.end(), plural)
        elif kind == "digits":
            yield _digits(match)
        else:
            yield _READERS[kind or "point"](match)


def _digits(match: re.Match[str]) -> Atom:
    digits = match.group()
    start, end = match.span()
    if end - start > MAX_DIGITS:
        return Atom(Sort.LONG, 0, start, end)
    try:
        return Atom(Sort.DIGITS, Decimal(digits), start, end)
    except ArithmeticError:
        return Atom(Sort.DIGITS, _scientific(digits), start, end)


def _scientific(digits: str) -> Decimal:
    """Separators dropped."""
    return Decimal(re.sub(rf"[, {_THIN}]", "", digits))


def _power(match: re.Match[str]) -> Atom:
    return Atom(Sort.DIGITS, read_power(match.group()), match.start(), match.end())


def _vulgar(match: re.Match[str]) -> Atom:
    text = re.sub(r" ?/ ?", "/", match["vulgar"]).replace(",", "")
    if text[-1] in VULGAR:
        text = f"{text[:-1]} {VULGAR[text[-1]]}".strip()
    *whole, fraction = re.split(r"[ -]+", text)
    above, below = map(int, fraction.split("/"))
    value = QUOTIENT.divide(Decimal(above), Decimal(below)) if below else Decimal(0)
    sort = Sort.VULGAR if below else Sort.LONG
    return Atom(sort, value + int(whole[0]) if whole else value, match.start(), match.end())


def _ordinal(match: re.Match[str]) -> Atom:
    value = int(match["ordinal"][:-2].replace(",", ""))
    return Atom(Sort.DIGIT_ORDINAL, value, match.start(), match.end())


_COMPOUND = re.compile(
    r"\s[a-z]+-(?!hundred|thousand|million|billion|trillion|and|to|or|odd|plus|point|fold|percent|per)[a-z]{3,}",
    re.IGNORECASE,
)
"""Thirty five-year leases, forty two-bedroom flats: behind a space the unit begins a word of its own."""


def _tens(match: re.Match[str]) -> Atom:
    tens, word = TENS[match["tens"]], match["unit"]
    if not word:
        return Atom(Sort.SMALL, tens, match.start(), match.end())
    if word in UNITS:
        if _COMPOUND.match(match.string, match.end() - len(word) - 1):
            return Atom(Sort.SMALL, tens, match.start(), match.start() + len(match["tens"]))
        return Atom(Sort.SMALL, tens + UNITS[word], match.start(), match.end())
    plural = word.endswith("s")
    unit = UNIT_ORDINALS.get(word[:-1] if plural else word)
    if unit is None or word == "seconds":
        # "twenty seconds", "twenty ones": the tens stand alone
        return Atom(Sort.SMALL, tens, match.start(), match.start() + len(match["tens"]))
    return Atom(Sort.ORDINAL, tens + unit, match.start(), match.end(), plural, tens)


def _point(match: re.Match[str]) -> Atom:
    return Atom(Sort.POINT, match["zeros"].count("o"), match.start(), match.end())


def _long(match: re.Match[str]) -> Atom:
    return Atom(Sort.LONG, 0, match.start(), match.end())


_READERS = {
    "long": _long,
    "many": _long,
    "vulgar": _vulgar,
    "power": _power,
    "ordinal": _ordinal,
    "tens": _tens,
    "unit": _tens,
    "zeros": _point,
    "point": _point,
}
