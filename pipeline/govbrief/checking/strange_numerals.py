"""Owns numerals that the reader of numbers does not read: Roman ones, circled ones, digits of other scripts.

No brief needs them where its source has none, so they are compared as text: what the source does not hold is a number
that nothing carries. `MIX` and `CD` are Roman numerals and words; words of two or three letters are let pass.
"""

import re
import unicodedata
from collections.abc import Iterator

from govbrief.checking.messages import source_finding
from govbrief_schemas.finding import Finding, Rule, Verdict

_ROMAN = re.compile(
    r"(?<![A-Za-z0-9])(?=[MDCLXVI])M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z0-9])"
)
_WORDS = frozenset({
    "CD",
    "CV",
    "DC",
    "MC",
    "MD",
    "DI",
    "CC",
    "CM",
    "MM",
    "MI",
    "LI",
    "XL",
    "MIX",
    "DIV",
    "MV",
    "CI",
})
"""Abbreviations and words in capitals."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_READ = frozenset("〇零½¼¾⅓⅔⅛⅜⅝⅞²³¹０１２３４５６７８９")
"""Numerals beyond ASCII that are read as numbers, or belong to a unit."""
_GLUED = re.compile(r"(?<=[A-Za-z])[０-９]+")
"""Wide digits behind a Latin letter, which the reader of numbers takes for a part of the word."""
_SPELLED = re.compile(r"[〇零一二三四五六七八九]{4,}(?!年)")
"""Digits one by one: 九八七六; of years, which a model may spell so, it says nothing."""
_SHORTEST = 2


def check_numerals(text: str, language: str, held: str) -> Iterator[Finding]:
    """A finding for each numeral of the text that stands nowhere in what the source holds."""
    spelled = _SPELLED.finditer(text) if language == "zh" else ()
    told = [match[0] for match in spelled]
    told += [
        match[0] for match in _ROMAN.finditer(text) if len(match[0]) >= _SHORTEST and match[0] not in _WORDS
    ]
    for numeral in dict.fromkeys((*told, *_runs(text))):
        if numeral not in held:
            yield source_finding(Verdict.NOT_FOUND, Rule.VALUE, language, numeral)


def _runs(text: str) -> list[str]:
    """Neighbouring numerals beyond ASCII as one piece: ٩٨٧, ⑨⑧⑦, Ⅻ."""
    if not _NOT_ASCII.search(text):
        return []
    shown = "".join(char if _is_strange(char) else " " for char in text)
    return [*shown.split(), *_GLUED.findall(text)]


def _is_strange(char: str) -> bool:
    return char > "\x7f" and char not in _READ and unicodedata.category(char) in {"Nd", "Nl", "No"}
