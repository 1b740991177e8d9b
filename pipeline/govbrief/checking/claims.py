"""Owns what English adds of its own accord: a prize, a cause, a price, praise, of which no Chinese tells.

The phrases and the Chinese by which each may come stand in `data/claims.toml`.
An aside (universities among them) is invented where the Chinese has nothing for any of its words.
"""

import re
from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.checking.explained import clearly_given_by, unexplained
from govbrief.checking.untold import little_words
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import Phrasebook, stems_of, words_of
from govbrief_schemas.finding import Finding, Rule

_LONG_EN = 50
"""English words above which a sentence is told freely."""


_ASIDE = re.compile(
    r"\b(?:including|especially|particularly|notably|such as|thanks to|because of|due to|owing to|driven by|fuelled by"
    r"|as a result of|after|following|amid|despite|in return for|in exchange for|at the request of|by(?! \w+ing\b))"
    r" ([^,.;:()—–“”\d]{3,60}?)(?=[,.;:()—–“”]|$"
    r"| (?:and|by|from|with|for|in|at|on|under|to|of|while|when|so|which|who|into|through|during|over|where)\b)"
    r"|, ([^,.;:()—–“”\d]{3,30}?) among them\b",
    re.IGNORECASE,
)
"""What an aside is about: the noun behind its preposition, up to the next one."""


def check_claims(zh: str, en: str, cited: str = "") -> Iterator[Finding]:
    """At most one finding: a phrase that claims something for which the Chinese has no word."""
    if len(en.split()) > _LONG_EN:
        return
    yield from list(_phrases(zh, en, cited)) or list(_asides(f"{zh}{cited}", en))[:1]


def _asides(zh: str, en: str) -> Iterator[Finding]:
    """Asides of which no word has any Chinese; names are not looked at here."""
    asides = [match for match in _ASIDE.finditer(en) if not _NAME.search(match[0])]
    foreign = {word.start for word in unexplained(zh, en)} if asides else set()
    for match in asides:
        start, end = match.span(match.lastindex or 0)
        words = [w for w in words_of(en) if start <= w.start < end and w.stem not in little_words()]
        if words and all(word.start in foreign for word in words):
            yield word_finding(Rule.INVENTION, "", match[0].strip(", "))


_NAME = re.compile(r"(?<!^)\b[A-Z]")


def _phrases(zh: str, en: str, cited: str) -> Iterator[Finding]:
    book, licences = _claims()
    for hit in book.find(en).get("", ()):
        licence = licences[hit.key]
        if licence.search(zh) or (cited and licence.search(cited)):
            continue
        said = en[hit.start : hit.end]
        if " " not in said and frozenset(stems_of(said)) & clearly_given_by(zh):
            continue
        yield word_finding(Rule.INVENTION, "", said)
        return


@cache
def _claims() -> tuple[Phrasebook, dict[str, re.Pattern[str]]]:
    rows = read_table("claims")["claim"]
    phrases = ((str(at), phrase) for at, row in enumerate(rows) for phrase in row["en"].split("|"))
    licences = {str(at): re.compile(row["zh"]) for at, row in enumerate(rows)}
    return Phrasebook(("", key, phrase) for key, phrase in phrases), licences
