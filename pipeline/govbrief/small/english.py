"""Owns the form of an English line that code puts together: tense, number agreement, capitals, marks."""

import calendar
import re
from collections.abc import Callable, Sequence
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.small.inflect import past as in_past
from govbrief.small.lexicon import base_verbs

_ONE = re.compile(r"(?<![\d.,])\b(1|one) ((?:[a-z][a-z'-]* ){0,3}[a-z][a-z'-]+)\b")
_PADDING = re.compile(r"^(?:done|plan|lack|name|title|en|English|Translation)\s*:\s*", re.IGNORECASE)
_GAP = re.compile(r"\s+([,.;:%)])|(?<=\() +")
_GLUED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d%)(?=[a-z])")
_WORD = re.compile(r"[A-Za-z]+")
_TWICE = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)


_CAPITALS = frozenset([
    "Xi",
    "Party",
    "CPC",
    "Chinese",
    "China",
    "Communist",
    "State",
    "Internet",
    "Five-Year",
    *calendar.month_name[1:],
])
"""Words that keep their capital after a semicolon, beside the places."""


@cache
def _proper() -> frozenset[str]:
    return _CAPITALS | frozenset(
        word for name in read_table("toponyms")["english"].values() for word in name.split()
    )


@cache
def _verbs() -> tuple[dict[str, str], dict[str, str]]:
    """Base form to past, and back."""
    past = {verb: in_past(verb) for verb in sorted(base_verbs()) if not verb.endswith("ly")}
    return past, {done: verb for verb, done in past.items()}


def tidy(english: str) -> str:
    """The answer as a clause: no label in front, no full stop, numbers apart from words, `1 rule`."""
    text = _PADDING.sub("", " ".join(english.split())).strip().rstrip(".;,。 ")
    text = _TWICE.sub(lambda twice: twice[1] if not twice[1].isdigit() else twice[0], text)
    return _ONE.sub(_singular, _GAP.sub(lambda gap: gap[1] or "", _GLUED.sub(" ", text)))


@cache
def _plurals() -> dict[str, str]:
    return dict(read_table("verbs_en")["counted"])


def _singular(match: re.Match[str]) -> str:
    """The first counted noun after 1 in its singular."""
    words = match[2].split(" ")
    at = next((n for n, word in enumerate(words) if word in _plurals()), None)
    if at is not None:
        words[at] = _plurals()[words[at]]
    return f"{match[1]} {' '.join(words)}"


def told(clauses: Sequence[str], form: Callable[[str], str]) -> str:
    """Parts of one answer in one form, joined: `Set up 1 rule; revise 1` -> `Set up 1 rule; revised 1`."""
    parts = [form(part.strip()) for clause in clauses for part in clause.split(";") if part.strip()]
    return "; ".join([*parts[:1], *(lower_first(part) for part in parts[1:])])


def as_done(english: str) -> str:
    """A clause of what was done that begins like a command, in the past: `Establish …` -> `Established …`."""
    return _first_word(english, _verbs()[0])


def as_planned(english: str) -> str:
    """A clause of what is planned that begins like a thing done, as an aim: `Established …` -> `Establish …`."""
    return _first_word(english, _verbs()[1])


def _first_word(english: str, forms: dict[str, str]) -> str:
    first, space, rest = english.partition(" ")
    bare = first.lower()
    other = (
        forms.get(bare.removesuffix("ing"), "")
        if bare not in forms and bare.endswith("ing")
        else forms.get(bare)
    )
    if not other:
        return english
    return f"{other[0].upper()}{other[1:]}{space}{rest}"


def in_small_letters(phrase: str, settled: str) -> str:
    """A phrase without a title's capitals: names, abbreviations and what was settled with them keep theirs."""
    kept = _proper() | set(re.findall(r"\b[A-Z][A-Za-z]+", settled))
    words = [
        word if set(_WORD.findall(word)) & kept or word[1:2].isupper() else word.lower()
        for word in phrase.split(" ")
    ]
    return " ".join(words)


_ACTOR = re.compile(r"[A-Z][^:;]{0,60} [A-Z][a-z][^:;]{0,60}: \S")
"""Who acts, in front of a clause: Municipal Court: build …."""


def lower_first(english: str) -> str:
    """The clause as it goes on after a semicolon; names and abbreviations keep their capital."""
    first = english.split(" ", 1)[0]
    if _ACTOR.match(english):
        return english
    named = first.rstrip(",'s").removesuffix("'") in _proper() or first[1:2].isupper() or "-" in first[:2]
    return english if named else english[:1].lower() + english[1:]


def sentence(clauses: Sequence[str]) -> str:
    """Clauses as one line: joined by semicolons, a capital in front, a full stop behind."""
    told = [clause for clause in clauses if clause]
    if not told:
        return ""
    text = "; ".join([told[0], *(lower_first(clause) for clause in told[1:])])
    at = 1 if text[0] in '“"' else 0
    return f"{text[:at]}{text[at : at + 1].upper()}{text[at + 1 :]}" + (
        "" if text.endswith((".", "?", "!")) else "."
    )
