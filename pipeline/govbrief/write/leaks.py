"""Owns what an answer must not repeat: the prompt's own words and examples, and a complaint that came back.

The check knows no prompt; whoever sends one looks for it in the answer.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govbrief.checking.messages import source_finding
from govbrief.checking.words import overlap
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Item

COPIED = 0.75
"""From this share on an item repeats a forbidden text rather than words that all reports have in common."""
COMPLAINING = (
    "it is wrong:",
    "the english leaves",
    "the chinese says",
    "the english says",
    "the chinese sentence",
)
"""Words of a complaint (messages.py) that came back inside an answer."""
SPOKEN_CHARS = 14
"""Shorter pieces of an instruction could stand in a report."""
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|《》")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")
_TRIPLE = 3


def find_leaks(item: Item, echoes: Sequence[str]) -> Iterator[Finding]:
    """A finding when the item repeats one of `echoes`: the prompt's instructions and examples."""
    cited = [sentence.text for sentence in item.evidence]
    said = " ".join(item.en.casefold().split())
    if spoken := next((piece for piece in _spoken(tuple(echoes)) if piece in said), ""):
        yield source_finding(Verdict.NOT_FOUND, Rule.ECHO, "en", item.en, spoken)
        return
    carried, english = overlap(item.zh, cited), _triples_of(item.en)
    for text in echoes:
        if carried < COPIED <= overlap(item.zh, [text]):
            yield source_finding(Verdict.NOT_FOUND, Rule.ECHO, "zh", item.zh, text)
            return
        if len(english) > _TRIPLE and len(english & _triples(text)) >= COPIED * len(english):
            yield source_finding(Verdict.NOT_FOUND, Rule.ECHO, "en", item.en, text)
            return


@cache
def _spoken(echoes: tuple[str, ...]) -> tuple[str, ...]:
    """What only the conversation with the model says: the instructions' own words, and those of a complaint."""
    pieces = (piece for text in echoes for piece in _MARKUP.split(text))
    plain = (" ".join(piece.casefold().split()) for piece in pieces if piece.isascii())
    return (*COMPLAINING, *dict.fromkeys(piece.strip(" :.") for piece in plain if len(piece) >= SPOKEN_CHARS))


@cache
def _triples(echo: str) -> frozenset[tuple[str, ...]]:
    """Those of a prompt's text, which every item is held against."""
    return frozenset(_triples_of(echo))


def _triples_of(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return {tuple(words[i : i + _TRIPLE]) for i in range(len(words) - _TRIPLE + 1)}
