"""Owns which English numerals are parts of names, idioms, labels or codes; the expressions are `data/names_en.toml`.

A name is found from the number it contains, so the cost does not grow with the list.
"""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from pipeline.atoms_en import Sort, alternatives, find_atoms
from pipeline.numerals_en import Numeral
from pipeline.units import DATA
from schemas.quantity import QuantityKind


class Named(NamedTuple):
    """A numeral that is no amount; `kind` is None for an idiom that is not reported at all."""

    start: int
    end: int
    kind: QuantityKind | None


class _Name(NamedTuple):
    text: str
    offset: int
    """Where in the text its first number stands."""
    kind: QuantityKind | None


class _Names(NamedTuple):
    by_number: dict[str, list[_Name]]
    label: re.Pattern[str]
    model: re.Pattern[str]


@cache
def load_names() -> _Names:
    """Read the list; names are indexed by the first number in them, longest first."""
    raw = tomllib.loads((DATA / "names_en.toml").read_text(encoding="utf-8"))
    by_number: dict[str, list[_Name]] = {}
    for kind, rows in ((QuantityKind.NAME, raw["name"]), (None, raw["idiom"])):
        for text, _example in rows:
            plain = text.replace("-", " ")
            first = next(iter(find_atoms(plain)), None)
            if first:
                by_number.setdefault(plain[first.start : first.end], []).append(
                    _Name(plain, first.start, kind)
                )
    for names in by_number.values():
        names.sort(key=lambda name: len(name.text), reverse=True)
    label = alternatives(word for word, _example in raw["label"])
    model = alternatives(word for word, _example in raw["model"])
    return _Names(
        by_number, re.compile(rf"(?:^|[^a-z])(?:{label})\s?$"), re.compile(rf"\b(?:{model})[\s-]?$")
    )


_PLUS = re.compile(r"\d+\s?[+x×*:]\s?(?:\d+|n\b)(?![\d.])(?:\s?[+x×*:]\s?(?:\d+|n\b))*")
_SERIAL = re.compile(r"\d+(?:[-.]\d+){2,}(?![\d,])|0\d+(?!\d|\.\d|,\d)")
_TAIL = re.compile(r"[-/]?[a-z0-9]*")


def find_name(low: str, numeral: Numeral) -> Named | None:
    """The listed name or idiom that a numeral belongs to."""
    first = numeral.first
    for name in load_names().by_number.get(low[first.start : first.end].replace("-", " "), ()):
        start = first.start - name.offset
        end = start + len(name.text)
        if start < 0 or low[start:end].replace("-", " ").replace("’", "'") != name.text:
            continue
        if not (start and low[start - 1].isalnum()) and not low[end : end + 1].isalnum():
            return Named(start, max(end, numeral.end), name.kind)
    return None


def find_label(low: str, numeral: Numeral) -> Named | None:
    """Article 5, No. 12 (ordinals) and Boeing 737 (codes)."""
    before = low[max(0, numeral.start - 16) : numeral.start]
    names = load_names()
    if names.model.search(before):
        return Named(numeral.start, _code_end(low, numeral.end), QuantityKind.CODE)
    if numeral.first.sort in {Sort.DIGITS, Sort.SMALL} and names.label.search(before):
        return Named(numeral.start, numeral.end, QuantityKind.ORDINAL)
    return None


def _code_end(low: str, end: int) -> int:
    match = _TAIL.match(low, end)
    return match.end() if match and len(match.group()) > 1 else end


def find_code(low: str, numeral: Numeral, *, unit_follows: bool) -> Named | None:
    """Digits that are part of a longer sign: COVID-19, G20, 24703L202, 192.168.0.1, 1+N; `unit_follows` excuses 5km."""
    start, end = numeral.start, numeral.first.end
    if numeral.first.sort not in {Sort.DIGITS, Sort.VULGAR, Sort.LONG}:
        return None
    if numeral.first.sort is Sort.LONG:
        return Named(start, end, QuantityKind.CODE)
    for pattern in (_SERIAL, _PLUS):
        match = pattern.match(low, start)
        if match and match.end() >= end:
            return Named(start, match.end(), QuantityKind.CODE)
    before = low[start - 1 : start]
    if before == "-" and start > 1 and low[start - 2].isalpha():
        return None if _is_word(low, start - 1) else Named(start, _code_end(low, end), QuantityKind.CODE)
    if before and (before.isalpha() or before in "_%\\@"):
        return Named(start, _code_end(low, end), QuantityKind.CODE)
    after = low[end : end + 1]
    if after.isalpha() and not unit_follows:
        return Named(start, _code_end(low, end), QuantityKind.CODE)
    return None


_WORD_BEFORE = re.compile(
    r"(?<![a-z\d])(?:mid|pre|post|early|late|sub|non|the|by|in|of|to|and|top|age|aged|under|over|plus|minus|just|about)-$"
)


def _is_word(low: str, end: int) -> bool:
    """True for a prefix or word that a hyphen joins to a plain number: mid-2020, over-60."""
    return bool(_WORD_BEFORE.search(low[max(0, end - 8) : end + 1]))
