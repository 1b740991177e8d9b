"""Owns what words beside a number mean of its period, comparison and side, in both languages; `data/relations.toml`.

Where such words stand is grammar, and that of each language: `zh/relations_zh.py`, `en/relations_en.py`.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from govbrief.base.datafiles import read_table
from govbrief_schemas.quantity import Lying, Motion

NO_MEANING = "no"
"""Words that only keep shorter ones from being found: 以来年均 is no 来年."""

Language = Literal["zh", "en"]


class Relation(NamedTuple):
    """What is told beside one number."""

    motion: Motion = Motion.NONE
    side: Lying = Lying.NONE
    period: str = ""
    comparison: str = ""


NOTHING = Relation()


def goal_of(lower: Relation, *, spoken: bool) -> Relation:
    """What the upper end of a range does: what its lower end does, and where that is `from` it is reached.

    `spoken` ranges (to, 至) say too little behind a change: "rose by 5% to 8%" may be a range or where it came to.
    """
    if lower.motion is Motion.FROM:
        return lower._replace(motion=Motion.TO)
    return lower._replace(motion=Motion.NONE) if spoken and lower.motion is Motion.BY else lower


class Meanings(NamedTuple):
    """The words of one table in one language."""

    pattern: re.Pattern[str]
    """Any of the words, longest first; English ones whole."""
    of: dict[str, str]
    """Word, in lower case -> meaning."""

    def told_in(self, text: str) -> dict[str, str]:
        """Every meaning that the text tells, with the word that tells it first."""
        found: dict[str, str] = {}
        for match in self.pattern.finditer(text.lower()):
            if self.of[match[0]] != NO_MEANING:
                found.setdefault(self.of[match[0]], match[0])
        return found


@cache
def meanings(table: str, language: Language) -> Meanings:
    """The words of a table, by its dotted name: `period.part`, `comparison`."""
    rows = read_table("relations")
    for name in table.split("."):
        rows = rows[name]
    words = {word: meaning for meaning, row in rows.items() for word in row[language]}
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    whole = rf"\b(?:{ordered})\b" if language == "en" else ordered
    return Meanings(re.compile(whole), words)


def only(told: dict[str, str]) -> str:
    """The meaning, when a text tells exactly one."""
    return next(iter(told)) if len(told) == 1 else ""
