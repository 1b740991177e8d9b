"""Owns members of a short list of one kind: of 公安、市场监管 and of 长江、汉江 both are told, or neither.

Only lists of the vocabulary's own words count: an organ, a level or a river beside another of its group.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from govbrief.checking.word_messages import word_finding
from govbrief.names.toponyms import known_places
from govbrief.names.vocabulary import ChineseHit, WordGroup, vocabulary
from govbrief_schemas.finding import Finding, Rule

_GROUPS = ("organ", "person", "landmark", "level", "direction")
_LINK = re.compile("[、和与及或]|会同|联合")
_BORDER = re.compile("[，。；,;]")
_ABSORBED = frozenset({"party_committee", "government"})
"""Organs that another name takes in: 市委政法委 is the political and legal affairs commission."""
_KNOWN = "|".join(
    sorted((re.escape(name) for name in known_places() if len(name) > 1), key=len, reverse=True)
)
_TWO_PLACES = re.compile(
    rf"({_KNOWN})[市省]?[、和与及]({_KNOWN})(?=[市省]|[^一-龥]|[两二三四]|签|共|联|建|开|合|等|达)"
)
_MORE_PLACES = re.compile(rf"(?:{_KNOWN})[市省州]?(?:[、和与及](?:{_KNOWN})[市省州]?){{2,8}}")
"""Three known places and more in a row: 福州、厦门、泉州."""
_A_KNOWN = re.compile(_KNOWN)
_APART = 7
"""Characters between two members: 公安分局、市场监管局."""


def check_members(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a member of a list that the English leaves out while it tells the one beside it."""
    for name in _GROUPS:
        group = vocabulary().groups[name]
        missing = _untold(group, zh, en)
        if missing:
            yield word_finding(Rule.OMISSION, zh[missing.start : missing.end], "")
            return
    yield from _places(zh, en)


def _places(zh: str, en: str) -> Iterator[Finding]:
    """Of two known places beside each other (与苏州、嘉兴签约) the one that the English does not name."""
    names = known_places()
    for match in _TWO_PLACES.finditer(zh):
        one, two = match[1], match[2]
        told = [_names_place(name, names[name], en) for name in (one, two)]
        if told[0] != told[1]:
            yield word_finding(Rule.OMISSION, two if told[0] else one, "")
            return
    for match in _MORE_PLACES.finditer(zh):
        untold = [name for name in _A_KNOWN.findall(match[0]) if not _names_place(name, names[name], en)]
        if len(untold) == 1:
            yield word_finding(Rule.OMISSION, untold[0], "")
            return


_ALSO = {"西藏": "Xizang", "内蒙古": "Nei Mongol"}
"""Second English names of places that have one."""


def _names_place(zh: str, name: str, en: str) -> bool:
    return re.search(rf"\b(?:{re.escape(name)}|{_ALSO.get(zh, name)})\b", en) is not None


def _untold(group: WordGroup, zh: str, en: str) -> ChineseHit | None:
    said = sorted((hit for hit in group.said(zh) if hit.end - hit.start > 1), key=lambda hit: hit.start)
    told = vocabulary().told(group.name, en) if len(said) > 1 else {}
    for one, two in pairwise(said):
        between = zh[one.end : two.start]
        if (
            one.key == two.key
            or len(between) > _APART
            or _BORDER.search(between)
            or not _LINK.search(between)
        ):
            continue
        if not (group.entries[one.key].en and group.entries[two.key].en):
            continue
        if {one.key, two.key} & _ABSORBED:
            continue
        if bool(told[one.key]) != bool(told[two.key]):
            return two if told[one.key] else one
    return None
