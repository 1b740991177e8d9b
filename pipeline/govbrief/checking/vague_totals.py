"""Owns totals without a number: none of them, most of the cases, a handful; each needs its like in Chinese.

Which words tell what stands in `data/vague_totals.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.messages import source_finding
from govbrief_schemas.finding import Finding, Rule, Verdict


class VagueTotal(NamedTuple):
    """The words for one such total."""

    english: re.Pattern[str]
    chinese: re.Pattern[str]
    told: re.Pattern[str]
    """Of the Chinese ones those that condensing never makes of others."""
    carried: re.Pattern[str]
    """What of a source carries one of `told`."""


@cache
def _totals() -> tuple[VagueTotal, ...]:
    return tuple(
        VagueTotal(
            re.compile(rf"\b{any_of(words['en'])}\b", re.IGNORECASE),
            re.compile(any_of(words["zh"])),
            re.compile(any_of(words["told"])),
            re.compile(any_of(words["carried"])),
        )
        for words in read_table("vague_totals").values()
    )


def check_totals(zh: str, en: str, held: str) -> Iterator[Finding]:
    """A finding for each total of either language that the Chinese, or what is `held` by the source, does not tell."""
    for total in _totals():
        found = total.english.search(en)
        if found and not total.chinese.search(zh or held):
            yield source_finding(Verdict.NOT_FOUND, Rule.VALUE, "en", found[0])
        told = total.told.search(zh)
        if told and not total.carried.search(held):
            yield source_finding(Verdict.NOT_FOUND, Rule.VALUE, "zh", told[0])
            if found:
                yield source_finding(Verdict.NOT_FOUND, Rule.VALUE, "en", found[0])
