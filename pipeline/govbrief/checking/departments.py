"""Owns departments of one line told as another's: 应急管理厅 is no natural resources department.

`data/functions.toml` holds what each is for. Only a department that stands in the Chinese by name and whose name
the English does not tell can have been taken for another; the other needs a word of its own line in the Chinese.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.openings import Openings
from govbrief_schemas.finding import Finding, Rule

_KIND = r"(?:bureaus?|bureaux|departments?|ministry|ministries|commissions?|administrations?|offices?)"


class _Department(NamedTuple):
    """Its Chinese name, Chinese that may lie behind its English, and its English name."""

    name: re.Pattern[str]
    licence: re.Pattern[str]
    titled: re.Pattern[str]


def check_departments(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a department of the English that the Chinese has in no word, for one that it names."""
    untold = next(
        (hit for d in _departments().within(zh) if (hit := d.name.search(zh)) and not d.titled.search(en)),
        None,
    )
    if untold is None:
        return
    for other in _departments().owners:
        told = other.titled.search(en)
        if told and not other.licence.search(zh):
            yield word_finding(Rule.ORGAN, untold[0], told[0])
            return


@cache
def _departments() -> Openings[_Department]:
    return Openings(
        (
            _Department(
                re.compile(name),
                re.compile(licence),
                re.compile(
                    rf"\b(?:{line}) {_KIND}\b|\b{_KIND} (?:of|for) (?:the )?(?:{line})\b",
                    re.IGNORECASE,
                ),
            ),
            [name],
        )
        for name, licence, line in read_table("functions")["departments"]
    )
