"""Owns what ties a clause to the one before it and is lost when it stands alone: a linking word, a date for several.

Without the one 还成立了领导小组 is told as 成立了领导小组; with the other 到2025年，建成站3个；修订2件 is told in two
clauses that both say by when.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from govbrief.base.datafiles import any_of, read_table
from govbrief.small.lexicon import entries
from govbrief_schemas.item import Kind

_LONGEST = 8
"""Characters of the longest verb of the lexicon that is looked for."""
_TERM = re.compile(
    r"^(?:[到至]20\d\d年(?:底|末)?前?|20\d\d年(?:底|末)?前|[到至]“?十[一二三四五]五”?(?:末|期末))[，,]"
)
"""A date by which several things are to be there: a comma parts it from the first of them."""
_OWN_TIME = re.compile(
    r"^(?:[到至]?20\d\d年|今年|明年|每年|全年|年内|[“\"]?十[一二三四五]五|近期|目前|下一步)"
)


@cache
def _links() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = read_table("posture")
    return (
        re.compile(rf"^{any_of(table['links'])}[，,]?"),
        re.compile(rf"^{any_of(table['short_links'])}(?:将|要|应)?"),
        re.compile(rf"^(?:{any_of(table['before_verbs'])})"),
    )


@cache
def _does() -> tuple[Mapping[str, str], Mapping[str, str]]:
    return entries("verbs"), entries("adverbs")


def unlinked(zh: str, kind: Kind) -> str:
    """A clause without the words that tie it to the one before; as it is where they may be part of another word.

    In a shortcoming 还 says that something is still so, and stays.
    """
    long, short, before = _links()
    while (found := long.match(zh)) and found.end() < len(zh):
        zh = zh[found.end() :]
    found = short.match(zh) if kind is not Kind.SHORTCOMING else None
    if found is None:
        return zh
    rest = zh[found.end() :]
    known = any(rest[:size] in words for words in _does() for size in range(2, _LONGEST))
    return rest if known or before.match(rest) else zh


def dated(units: Iterable[str]) -> Iterator[str]:
    """The units of one sentence, each with the date that the first of them opens with for all.

    A unit with a time of its own keeps that, and so do those behind it.
    """
    term = ""
    for unit in units:
        if found := _TERM.match(unit):
            term = found[0]
        elif _OWN_TIME.match(unit):
            term = ""
        elif term:
            yield f"{term}{unit}"
            continue
        yield unit
