"""Owns single words that English makes another thing of: 首家 told as among the first, 未经 as once, 副市长 as mayor.

The pairs stand in `data/turned.toml`, each under its rule, with what lets the English be right after all. A row without
English names a condition or limit (具备条件的) that the English has to tell in some way.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.openings import Openings
from govbrief_schemas.finding import Finding, Rule

_NOTHING = "(?!)"


class _Turn(NamedTuple):
    """What stands in Chinese, what is told for it, and what excuses that in either language."""

    rule: Rule
    zh: re.Pattern[str]
    en: re.Pattern[str]
    unless: re.Pattern[str]
    without: re.Pattern[str]


def check_turned(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a word of the Chinese and what the English makes of it."""
    for turn in _turns().within(zh):
        said = turn.zh.search(zh)
        told = turn.en.search(en) if said else None
        if said and told and not turn.unless.search(zh) and not turn.without.search(en):
            yield word_finding(turn.rule, said[0], told[0])
            return


@cache
def _turns() -> Openings[_Turn]:
    return Openings(
        (
            _Turn(
                Rule(rule),
                re.compile(any_of(row["zh"])),
                re.compile(any_of(row["en"]) if "en" in row else "", re.IGNORECASE),
                re.compile(any_of(row.get("unless", [_NOTHING]))),
                re.compile(any_of(row.get("without", [_NOTHING])), re.IGNORECASE),
            ),
            row["zh"],
        )
        for rule, rows in read_table("turned").items()
        for row in rows
    )
