"""Owns the endings of English words that code writes itself: past, -ing, plural, singular. Knows no Chinese.

A phrase bends in its first word when it is a verb (`take part in` -> `took part in`) and in the last word before `of`
or `for` when it is a noun (`lists of powers` -> `list of powers`).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.numbers.units import Unit

_BEHIND_HEAD = re.compile(r" (?:of|for|by|at|on|about|with|from|to|in|that|above|versed) ")
_JOINT = re.compile(r"( and | or |, )")
_UNCHANGED = ("sis", "ics", "ss", "us", "goods", "means", "news", "series", "personnel", "staff", "people")


@cache
def _table(name: str) -> dict[str, str]:
    return dict(read_table("verbs_en")[name])


@cache
def _doubled() -> frozenset[str]:
    return frozenset(read_table("verbs_en")["doubled"])


def _with_ed(verb: str) -> str:
    if verb in _doubled():
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}ed"


def _with_ing(verb: str) -> str:
    if verb in _doubled() or verb in {"set", "put", "cut"}:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


def _first(phrase: str, word: str) -> str:
    return word + phrase[len(phrase.split(" ", 1)[0]) :]


def _each(phrase: str, bend: Callable[[str], str]) -> str:
    """Every verb of `guide, review and file` bent in its first word; an adverb before it stays."""
    return "".join(one if _JOINT.fullmatch(one) else _bent(one, bend) for one in _JOINT.split(phrase))


def _bent(phrase: str, bend: Callable[[str], str]) -> str:
    first, _, rest = phrase.partition(" ")
    return f"{first} {_bent(rest, bend)}" if first.endswith("ly") and rest else _first(phrase, bend(first))


def past(phrase: str) -> str:
    """`carry out` -> `carried out`; several verbs bend each."""
    return _each(phrase, _past)


def _past(verb: str) -> str:
    return _table("irregular").get(verb) or _with_ed(verb)


def participle(phrase: str) -> str:
    """`take part in` -> `taken part in`."""
    return _each(phrase, lambda verb: _table("participles").get(verb) or _past(verb))


def gerund(phrase: str) -> str:
    """`carry out` -> `carrying out`."""
    return _each(phrase, _with_ing)


def _head(phrase: str) -> tuple[str, str]:
    """A noun phrase up to its head, and what hangs on it."""
    found = _BEHIND_HEAD.search(phrase)
    return (phrase[: found.start()], phrase[found.start() :]) if found else (phrase, "")


def singular(phrase: str) -> str:
    """`lists of powers` -> `list of powers`; what has no plural stays."""
    head, behind = _head(phrase)
    last = head.rsplit(" ", 1)[-1]
    if irregular := _table("counted").get(last):
        return f"{head.removesuffix(last)}{irregular}{behind}"
    if last.endswith(_UNCHANGED) or not last.endswith("s"):
        return phrase
    if last.endswith("ies"):
        return f"{head[:-3]}y{behind}"
    cut = 2 if last.endswith(("sses", "ches", "shes", "xes")) else 1
    return f"{head[:-cut]}{behind}"


def plural(phrase: str) -> str:
    """`mechanism for study` -> `mechanisms for study`; what is plural or has none stays."""
    head, behind = _head(phrase)
    if head.endswith("s") or head.endswith(_UNCHANGED):
        return phrase  # awareness has none
    if head.endswith("y") and head[-2] not in "aeiou":
        return f"{head[:-1]}ies{behind}"
    return f"{head}{'es' if head.endswith(('x', 'ch', 'sh')) else 's'}{behind}"


def listed(words: Sequence[str]) -> str:
    """a, b and c."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def named_unit(unit: Unit) -> str:
    """The unit as English writes it: US dollars."""
    return re.sub(
        r"^(?:us|hong kong) ", lambda found: found[0].title() if "k" in found[0] else "US ", unit.en[0]
    )
