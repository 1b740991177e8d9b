"""Owns words that limit, grade or give a reason: 仅, 原则上, 受…影响 are told in some way, or left out.

They stand in `data/conditions.toml` with all the English that may tell each.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.explained import called
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import words_in
from govbrief.names.openings import Openings
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule


class _Condition(NamedTuple):
    """What limits in Chinese, the English that tells it, and Chinese beside which it need not be told."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    unless: re.Pattern[str]
    by_content: bool
    """Whether the words behind it tell it too: “in the institutional reform” for 因机构改革."""


def check_conditions(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a condition of the Chinese that the English leaves out."""
    text = _TITLE.sub("，", zh)
    for condition in _conditions().within(text):
        said = condition.zh.search(text)
        if not said or condition.unless.search(text) or condition.en.search(en):
            continue
        if not (condition.by_content and _is_told_in_part(said[0], en)):
            yield word_finding(Rule.OMISSION, said[0], "")
            return


def _is_told_in_part(said: str, en: str) -> bool:
    """Whether the English has any word of a reason."""
    stems = frozenset(stems_of(en))
    return any(called(word) & stems for word, _ in words_in(said))


_TITLE = re.compile("《[^《》]*》|“[^“”]*”|[一-龥]{2,8}(?:厅|局|办|委)印发")
"""Titles and catchwords have English of their own."""


@cache
def _conditions() -> Openings[_Condition]:
    return Openings(
        (
            _Condition(
                re.compile(any_of(row["zh"])),
                re.compile(rf"\b(?:{any_of(row['en'])})\b", re.IGNORECASE),
                re.compile(any_of(row.get("unless", ["(?!)"]))),
                row.get("by_content", False),
            ),
            row["zh"],
        )
        for row in read_table("conditions")["condition"]
    )
