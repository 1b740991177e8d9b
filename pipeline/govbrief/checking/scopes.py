"""Owns whose work an English sentence speaks of: what a city did is not said of the country, nor of the world."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.base.needles import Sought
from govbrief.checking.messages import pair_finding
from govbrief_schemas.finding import Finding, Rule


class _Scope(NamedTuple):
    """A reach, in English and in the Chinese that carries it."""

    en: Sought
    zh: re.Pattern[str]


_WHOLE = r"(?:whole |entire )?"
_SCOPES = (
    _Scope(
        Sought(rf"\b(?:worldwide|globally|internationally|the {_WHOLE}world)\b", re.IGNORECASE),
        re.compile("世界|全球|国际|国外|海外|境外|各国|天下|人类"),
    ),
    _Scope(
        Sought(rf"\b(?:nationwide|countrywide|nationally|the {_WHOLE}(?:country|nation))\b", re.IGNORECASE),
        re.compile("国|中央|中华|全党|全社会"),
    ),
    _Scope(
        Sought(rf"\b(?:province-?wide|the {_WHOLE}province)\b", re.IGNORECASE),
        re.compile("省|自治区|全区"),
    ),
    _Scope(
        Sought(r"\b(?:city-?wide|the (?:whole|entire) city|across the city)\b", re.IGNORECASE),
        re.compile("市(?!场|政|民)|城(?!镇|乡|区|管)|全域"),
    ),
)
_LOOSE = re.compile(
    r"city-?wide|(?:the (?:whole|entire)|across the) city"
    r"|the (?:world|country|nation|province)|nationally|internationally",
    re.IGNORECASE,
)
"""Words that translators add freely; they count where the Chinese names a reach of its own."""
_SAID = re.compile("(?:全|本|我|整个)(?:国|省|自治区|市|区|县|旗|乡|镇|局|系统)")


def check_scopes(zh: str, en: str) -> Iterator[Finding]:
    """A finding for each reach that the English claims and nothing in the Chinese carries.

    `nationwide` for 全省 is refuted; `the country` for 国办 is not.
    """
    said = _SAID.search(zh)
    for scope in _SCOPES:
        claimed = scope.en.search(en)
        if claimed and not scope.zh.search(zh) and (said or not _LOOSE.fullmatch(claimed[0])):
            yield pair_finding(Rule.SCOPE, said[0] if said else "", claimed[0])
