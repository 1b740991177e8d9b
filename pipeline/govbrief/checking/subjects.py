"""Owns who is the subject of a sentence with two parties: 平台不得诱导司机 is not “drivers may not induce platforms”.

The Chinese party that opens a clause with no 对, 被 or 由 before it acts; the one that never opens a clause does
not. An English party that opens its clause and stands before a verb of its own acts. All else is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.openings import Openings
from govbrief_schemas.finding import Finding, Rule


class _Party(NamedTuple):
    """One who may act, in both languages."""

    zh: re.Pattern[str]
    en: re.Pattern[str]


class _Said(NamedTuple):
    """A party at its place."""

    party: _Party
    start: int
    end: int


_PARTIES = tuple(
    _Party(re.compile(zh), re.compile(rf"\b(?:{en})(?![\w'’-])", re.IGNORECASE))
    for zh, en, _ in read_table("parties")["parties"]
)
_CLAUSE_ZH = re.compile("[，。；：,;:]")
_MOST, _FAR = 30, 120
"""Parties of a text that is still a line, and characters in which a clause begins."""
_OPENING = 8
"""Characters of modifiers before a party that opens its clause: 某某区住建系统的."""
_NO_SUBJECT = re.compile(
    "[对向为由被将把给与和及让使请经从在受据按、]|根据|会同|联合|通过|督促|要求|指导|支持|引导|组织|帮助"
)
"""What stands before a party that is no subject, or has one before it."""
_TURNING = re.compile("被|由|受到?|获得?|经|接受|得到")
"""What makes the party that opens a clause no doer."""
_CLAUSE_EN = re.compile(r"[.;:,]\s|\b(?:and|under which|that|which|where|but|while)\s")
_LEAD = re.compile(
    r"(?:(?!(?:of|by|to|for|from|with|in|on|at|against|among|between)\b)[\w'’-]+\s+){0,4}", re.IGNORECASE
)
_ACTS = re.compile(
    r"(?:\s(?:of|in) (?:the )?(?:[\w'’]+\s?){1,2}?)?\s(?:also |jointly |\w+ly )?"
    r"(?:(?:may|shall|must|should|will|can|cannot)(?: not)? (?!be\b)\w+"
    r"|(?!(?:based|related|concerned|involved|needed)\b)\w{3,}ed\b(?! by\b)"
    r"|heard|gave|held|made|took|sent|put|told|brought|sued|hears|makes|gets|sends|urges"
    r"|orders|asks|helps|guides|supervises|briefs|notifies|hands|gives|pays|refunds|trains|invites)\b"
)


def check_subjects(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: two parties, of which the English makes the one act that the Chinese does not let act."""
    told = _told(en) if len(_parties_said().numbers(zh)) > 1 else []
    if len(told) > _MOST:
        return
    for at, one in enumerate(told):
        if not _opens_english(en, one) or not _ACTS.match(en, one.end):
            continue
        for other in told[at + 1 :]:
            if (
                other.party is not one.party
                and ". " not in en[one.end : other.start]
                and _is_turned(zh, other, one)
            ):
                yield word_finding(Rule.ACTOR, zh, en[one.start : other.end])
                return


@cache
def _parties_said() -> Openings[_Party]:
    """The parties by what their Chinese wants: no two of them change places where it names only one."""
    return Openings((party, [party.zh.pattern]) for party in _PARTIES)


def _is_turned(zh: str, doer: _Said, done_to: _Said) -> bool:
    """Whether in the Chinese each place of the one opens a clause, and none of the other's does."""
    acting, other = _places(zh, doer.party.zh), _places(zh, done_to.party.zh)
    if not acting or not other or not all(_opens_chinese(zh, start, end) for start, end in acting):
        return False
    return not any(_may_act(zh, start) for start, _ in other)


def _places(zh: str, party: re.Pattern[str]) -> Sequence[tuple[int, int]]:
    return [match.span() for match in party.finditer(zh)]


def _clause_of(zh: str, at: int) -> tuple[int, int]:
    """Where the clause begins and ends that a place lies in."""
    start = max(
        (match.end() for match in _CLAUSE_ZH.finditer(zh, max(0, at - _FAR), at)), default=max(0, at - _FAR)
    )
    behind = _CLAUSE_ZH.search(zh, at)
    return start, behind.start() if behind else len(zh)


def _opens_chinese(zh: str, start: int, end: int) -> bool:
    opening, closing = _clause_of(zh, start)
    before = zh[opening:start]
    return (
        len(before) <= _OPENING and not _NO_SUBJECT.search(before) and not _TURNING.search(zh, end, closing)
    )


def _may_act(zh: str, start: int) -> bool:
    """Whether a party may be a subject: it opens its clause, or stands in a list with the one that does."""
    before = zh[_clause_of(zh, start)[0] : start]
    return (
        not before
        or before[-1] in "、和与及同"
        or (len(before) <= _OPENING and not _NO_SUBJECT.search(before))
    )


def _opens_english(en: str, said: _Said) -> bool:
    floor = max(0, said.start - _FAR)
    start = max((match.end() for match in _CLAUSE_EN.finditer(en, floor, said.start)), default=floor)
    return _LEAD.fullmatch(en[start : said.start]) is not None


def _told(en: str) -> list[_Said]:
    """The parties of an English text in order, the longest where two begin together."""
    found = sorted(
        (_Said(party, *match.span()) for party in _PARTIES for match in party.en.finditer(en)),
        key=lambda said: (said.start, -said.end),
    )
    return [said for n, said in enumerate(found) if n == 0 or said.start >= found[n - 1].end]
