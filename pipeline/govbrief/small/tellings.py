"""Owns clauses in English that code put together, and how several of one unit stand together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.small.english import lower_first
from govbrief.small.inflect import listed
from govbrief.small.objects import Counted

_BESIDE = re.compile(
    r"(?:Up|Down) (?:[a-z]+ ){0,2}\d|\d[\d.]* times that|\d[\d.]* percentage points (?:above|below)"
    r"|Involved \d|Equal to |Remained among|Among the |The first of its kind"
    r"|Ranked (?!(?:first|second|third) in (?!the (?:country|province|city|district|county)\b))"
)

_SUFFERED = re.compile(r"[Ww](?:as|ere) [a-z]+ed ")
"""What happened to whoever the clause before tells of."""


class FrameTelling(NamedTuple):
    """A clause in English that code put together."""

    en: str
    has_subject: bool
    holes: frozenset[str]
    counted: tuple[Counted, ...] = ()


def is_beside(telling: FrameTelling | None) -> bool:
    """Whether a clause is said of the one before it: up 5%."""
    return telling is not None and _BESIDE.match(telling.en) is not None


def together(tellings: Sequence[FrameTelling]) -> str:
    """Clauses of one unit as one: `Made 3 rules, revised 1 and repealed 6`; a subject begins anew."""
    runs: list[list[FrameTelling]] = []
    for telling in tellings:
        if runs and is_beside(telling):
            # up 5%: said of the number before
            last = runs[-1][-1]
            beside = lower_first(telling.en).replace("ranked", "ranking").replace("remained", "remaining")
            beside = beside.replace("involved", "involving")
            runs[-1][-1] = last._replace(en=f"{last.en}, {beside}")
        elif runs and runs[-1][-1].has_subject and _SUFFERED.match(telling.en):
            # was named: whoever was told of before
            runs[-1][-1] = runs[-1][-1]._replace(en=f"{runs[-1][-1].en} and {lower_first(telling.en)}")
        elif telling.has_subject or not runs or runs[-1][0].has_subject:
            runs.append([telling])
        else:
            runs[-1].append(telling)
    said = [listed([run[0].en, *(lower_first(one.en) for one in run[1:])]) for run in runs]
    return "; ".join([*said[:1], *(lower_first(one) for one in said[1:])])
