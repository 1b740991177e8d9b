"""Owns settled terms told otherwise: known false friends, and proper names that a term has and its English lacks.

A departure from the glossary alone is a matter of style, and is counted elsewhere.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.glossary import load_glossary
from govbrief.names.openings import Openings
from govbrief.names.pinyin import is_pinyin
from govbrief_schemas.finding import Finding, Rule


class FalseFriend(NamedTuple):
    """A term, English that tells it wrong, and English that tells it right."""

    zh: re.Pattern[str]
    wrong: re.Pattern[str]
    right: re.Pattern[str]


@cache
def _false_friends() -> Openings[FalseFriend]:
    return Openings(
        (
            FalseFriend(
                re.compile(zh),
                re.compile(rf"\b(?:{wrong})\b", re.IGNORECASE),
                re.compile(rf"\b(?:{right})", re.IGNORECASE),
            ),
            [zh],
        )
        for zh, wrong, right, _ in read_table("false_friends")["terms"]
    )


def check_settled(zh: str, en: str) -> Iterator[Finding]:
    """A finding for each term that the English tells in a way known to be wrong."""
    for friend in _false_friends().within(zh):
        said = friend.zh.search(zh)
        told = friend.wrong.search(en) if said else None
        if said and told and not friend.right.search(en):
            yield word_finding(Rule.TERM, said[0], told[0])
    yield from _proper_names(zh, en)


def _proper_names(zh: str, en: str) -> Iterator[Finding]:
    """枫桥经验 without Fengqiao."""
    for term in load_glossary().terms_in(zh):
        names = [name for name in re.findall(r"\b[A-Z][a-z]{4,}\b", term.en) if is_pinyin(name.lower())]
        always = bool(names) and all(any(name in form for name in names) for form in term.accepted)
        if always and not any(name.lower() in en.lower() for name in names):
            yield word_finding(Rule.TERM, term.zh, "")
