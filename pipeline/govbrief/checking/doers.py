"""Owns who acts in a clause with two parties, whatever the verb: 甲监督乙 is not B supervising A.

The English party that a verb in the past follows acts; so does the one behind a passive's “by”. The Chinese party that
opens a clause acts, unless a word such as 被 or 由 stands between the two. Anything else is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import EnglishHit
from govbrief.names.vocabulary import ChineseHit, vocabulary
from govbrief_schemas.finding import Finding, Rule

_PARTIES: dict[str, frozenset[str]] = {
    "organ": frozenset(),
    "person": frozenset(),
    "post": frozenset(),
    "counted": frozenset({"enterprise", "department", "community", "household"}),
}
"""Groups of those who may act; of a group with keys only these may."""
_OF = r"(?:\s(?:of|in|at)\s(?:the\s)?(?:(?!and\b)\w+\s?){1,3}?)?"
_ACTS = re.compile(
    rf"{_OF}\s(?:also |jointly |then |has |have |had |actively |strictly |successfully )?"
    r"(?:(?!(?:based|related|concerned|involved|invited|affiliated|attached|located|named|called|owned|funded|led|headed|entrusted|assigned|subordinated|directed|designated|elected|appointed)\b)\w+ed|heard|gave|held|made|took|sent|put|set|told|brought|found|sued"
    r"|sought|sat|drew|handed|wrote|met|kept)\b(?! by\b)"
)
_IS_ACTED_ON = re.compile(
    rf"{_OF}\s(?:was|were|is|are|has been|have been|had been)\s(?:\w+ly )?(?:\w+ed|heard|sued|given|told|sent)(?: \w+)?"
    r" by (?:the |a |its )?(?:[\w’']+ ){0,3}?$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\b[^.;]{0,60}\bby\b")
"""Firms suspected of something were investigated by the bureau: the bureau acts, whatever follows the firms."""
_BY = re.compile(r"\bby\b(?! (?:\d|20\d\d|the end\b|means\b|\w+ing\b))")
"""Firms fined by the bureau: what follows the firms is a participle, and the bureau acts."""
_OBLIQUE = re.compile(
    r"\b(?:to|by|with|from|of|for|in|at|on|against|between|among|under|before|through|and|or|as|that|which|who|where"
    r"|when)\s(?:(?:the|a|an|its|all|each)\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""What makes an English party no subject."""
_ANOTHER_DOER = re.compile("被|受|接受|获|由|经|得到|让|请")
_CLAUSE = re.compile("[，。；,;]")
_JOINED = re.compile("、|联合|会同|^的")
_LINKS = re.compile("[、及以和与同会联合的]")
_NEAR, _OPENING, _LEAD = 3, 6, 40
_Hit = TypeVar("_Hit", EnglishHit, ChineseHit)


def check_doers(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: two parties of one clause of which the English makes the other one act."""
    told = _told(en)
    said = _said(zh) if len(told) > 1 else []
    for at, party in enumerate(told):
        if _OBLIQUE.search(en[max(0, party.start - _LEAD) : party.start]):
            continue
        for other in islice(told, at + 1, at + 1 + _NEAR):
            if other.key == party.key or any(hit.key == other.key for hit in told[:at]):
                continue
            span = _turned(zh, said, en, party, other)
            if span:
                yield word_finding(Rule.ACTOR, span, en[party.start : other.end])
                return


def _turned(zh: str, said: Sequence[ChineseHit], en: str, party: EnglishHit, other: EnglishHit) -> str:
    """The Chinese of two parties where the one acts that the English does not let act; empty where it fits."""
    one = next((hit for hit in said if hit.key == party.key), None)
    two = next((hit for hit in said if hit.key == other.key), None)
    between = en[party.end : other.start]
    if one is None or two is None or "." in between or ";" in between:
        return ""
    if _ACTS.match(en, party.end) and not (_PASSIVE.search(between) or _BY.search(between)):
        doer, done_to = two, one
    elif _IS_ACTED_ON.match(between):
        doer, done_to = one, two
    else:
        return ""
    return zh[doer.start : done_to.end] if _acts(zh, doer, done_to) else ""


def _acts(zh: str, doer: ChineseHit, done_to: ChineseHit) -> bool:
    """Whether a party opens a clause in which the other one stands behind a verb."""
    start = max((match.end() for match in _CLAUSE.finditer(zh, 0, doer.start)), default=0)
    gap = zh[doer.end : done_to.start]
    if doer.start >= done_to.start or doer.start - start > _OPENING or _CLAUSE.search(gap):
        return False
    if _JOINED.search(gap) or not _LINKS.sub("", gap):
        return False
    return _ANOTHER_DOER.search(zh, start, done_to.start) is None


def _told(en: str) -> list[EnglishHit]:
    claims = vocabulary().claimed(en)
    hits = [
        hit for name, keys in _PARTIES.items() for hit in claims.get(name, []) if not keys or hit.key in keys
    ]
    return _apart(hits)


def _said(zh: str) -> list[ChineseHit]:
    groups = vocabulary().groups
    hits = [
        hit for name, keys in _PARTIES.items() for hit in groups[name].said(zh) if not keys or hit.key in keys
    ]
    return _apart(hits)


def _apart(hits: Sequence[_Hit]) -> list[_Hit]:
    """The hits in order, none inside another."""
    found: list[_Hit] = []
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if not found or hit.start >= found[-1].end:
            found.append(hit)
    return found
