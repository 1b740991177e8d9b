"""Owns departments of one line told as another's: 应急管理厅 is no natural resources department.

`data/functions.toml` holds what each is for. Only a department that stands in the Chinese by name, be it in a list
before 部门, and of which the English has no word can have been taken for another; the other needs a word of its own
line in the Chinese.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_literal, read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.openings import Openings
from govbrief_schemas.finding import Finding, Rule

_KIND = (
    r"(?:bureaus?|bureaux|departments?|ministry|ministries|commissions?|administrations?|offices?|authorit(?:y|ies)"
    r"|agenc(?:y|ies)|regulators?|detachments?|brigades?)"
)
_LIST_ZH = re.compile(
    "[\u4e00-\u9fff]{2,8}(?:[、和与及][\u4e00-\u9fff]{2,8}){1,9}?等?"
    "(?:多个|相关|有关|\\d+个|[一二两三四五六七八九十]+个)?(?:部门|单位|[局委](?![员会]))"
)
"""公安、民政、教育等部门."""
_NAMES_EN = r"[a-z' -]+(?:, [a-z' -]+)*,? and [a-z' -]+"
_LIST_EN = re.compile(
    rf"{_NAMES_EN} {_KIND}\b|\b{_KIND} (?:of|for|such as|including|like) {_NAMES_EN}", re.IGNORECASE
)
"""Public security, civil affairs and education departments; departments of commerce, finance and health."""


class _Department(NamedTuple):
    """Its Chinese name, Chinese that may lie behind its English, and its English: with what it is, and without."""

    name: re.Pattern[str]
    licence: re.Pattern[str]
    titled: re.Pattern[str]
    line: re.Pattern[str]
    short: re.Pattern[str]


def check_departments(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a department of the English that the Chinese has in no word, for one that it names."""
    listed = _LIST_ZH.search(zh)
    untold = next(
        (
            name
            for name, department, is_listed in _named(zh, listed[0] if listed else "")
            if not (
                department.titled.search(en)
                or (is_listed and department.line.search(en))
                or any(department.line.search(listing[0]) for listing in _LIST_EN.finditer(en))
            )
        ),
        None,
    )
    if untold is None:
        return
    listing = _LIST_EN.search(en) if listed else None
    for other in _departments().owners:
        told = other.titled.search(en) or (listing and other.line.search(listing[0]))
        if told and not other.licence.search(zh):
            yield word_finding(Rule.ORGAN, untold, told[0])
            return


def _named(zh: str, listed: str) -> Iterator[tuple[str, _Department, bool]]:
    """The departments that a text names, each with the words that do, and whether it does so in a list only."""
    for department in _departments().within(zh):
        named = department.name.search(zh)
        if hit := named or department.short.search(listed):
            yield hit[0], department, named is None


@cache
def _departments() -> Openings[_Department]:
    return Openings(
        (
            _Department(
                re.compile(name),
                re.compile(licence),
                re.compile(
                    rf"\b(?:{line}) {_KIND}\b|\b{_KIND} (?:of|for) (?:the )?(?:{line})\b", re.IGNORECASE
                ),
                re.compile(rf"\b(?:{line})\b", re.IGNORECASE),
                re.compile(
                    f"(?<![\u4e00-\u9fff]){any_literal(short.split('|'))}(?=[、和与及等部单局委])|(?<=[、和与及]){any_literal(short.split('|'))}(?=[、和与及等部单局委])"
                ),
            ),
            [name, *short.split("|")],
        )
        for name, licence, line, short in read_table("functions")["departments"]
    )
