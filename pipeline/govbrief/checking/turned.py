"""Owns single words that English makes another thing of: 首家 told as among the first, 未经 as once, 副市长 as mayor.

The pairs stand in `data/turned.toml`, each under its rule, with what lets the English be right after all. A row without
English names a condition or limit (具备条件的) that the English has to tell in some way.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_table
from govbrief.base.needles import Sought
from govbrief.checking.word_messages import word_finding
from govbrief.names.openings import Openings
from govbrief_schemas.finding import Finding, Rule


class _Turn(NamedTuple):
    """What stands in Chinese, what is told for it, and what excuses that in either language."""

    rule: Rule
    zh: Sought
    en: Sought
    unless: Sought | None
    without: Sought | None


def check_turned(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a word of the Chinese and what the English makes of it."""
    chinese, english = _turns()
    for number in sorted(chinese.numbers(zh) & english.numbers(en)):
        turn = chinese.owners[number]
        said = turn.zh.pattern.search(zh)
        told = turn.en.pattern.search(en) if said else None
        if said and told and not _excused(turn, zh, en):
            yield word_finding(turn.rule, said[0], told[0])
            return


def _excused(turn: _Turn, zh: str, en: str) -> bool:
    """Whether either language holds what lets the English be right after all."""
    return bool(
        (turn.unless and turn.unless.pattern.search(zh)) or (turn.without and turn.without.pattern.search(en))
    )


@cache
def _turns() -> tuple[Openings[_Turn], Openings[_Turn]]:
    """The rows by what their Chinese wants, and by what their English wants; in the same order."""
    rows = [(Rule(rule), row) for rule, rows in read_table("turned").items() for row in rows]
    turns = [
        _Turn(
            rule,
            Sought(any_of(row["zh"])),
            Sought(any_of(row["en"]) if "en" in row else "", re.IGNORECASE),
            Sought(any_of(row["unless"])) if "unless" in row else None,
            Sought(any_of(row["without"]), re.IGNORECASE) if "without" in row else None,
        )
        for rule, row in rows
    ]
    wanted = [(row["zh"], row.get("en", [""])) for _, row in rows]
    return (
        Openings((turn, zh) for turn, (zh, _) in zip(turns, wanted, strict=True)),
        Openings(((turn, en) for turn, (_, en) in zip(turns, wanted, strict=True)), folded=True),
    )
