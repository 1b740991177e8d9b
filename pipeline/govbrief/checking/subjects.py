"""Owns who is the subject of a sentence with two parties: 平台不得诱导司机 is not “drivers may not induce platforms”.

The Chinese party that opens a clause with no 对, 被 or 由 before it acts; the one that never opens a clause does
not. An English party that opens its clause and stands before a verb of its own acts. All else is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.openings import Openings
from govbrief_schemas.finding import Finding, Rule


class Party(NamedTuple):
    """One who may act, in both languages."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    is_stage: bool = False
    """Whether a sentence may open with it because it happens there."""


class PartyHit(NamedTuple):
    """A party at its place."""

    party: Party
    start: int
    end: int


_PARTIES = tuple(
    Party(re.compile(zh), re.compile(rf"\b(?:{en})(?![\w'’-])", re.IGNORECASE), is_stage="stage" in kind)
    for zh, en, _, *kind in read_table("parties")["parties"]
)
_CLAUSE_ZH = re.compile("[，。；：,;:]")
_MOST, _FAR = 30, 120
"""Parties of a text that is still a line, and characters in which a clause begins."""
_OPENING = 8
"""Characters of modifiers before a party that opens its clause: 某某区住建系统的."""
_NO_SUBJECT = re.compile(
    "[对向为由被将把给与和及让使请经从在受据按、]|根据|会同|联合|通过|督促|要求|指导|支持|引导|组织|帮助"
    "|移送|移交|邀请|委托|表彰|约谈|聘请|处罚|走访|慰问|培训|配合|协助|服务|查处|责令|提请"
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
    r"(?:(?P<receives>heard|received|accepted|reviewed|approved|considered|got|examined|deliberated)\b(?! by\b)"
    r"|(?:may|shall|must|should|will|can|cannot)(?: not)? (?!be\b)\w+"
    r"|(?!(?:based|related|concerned|involved|needed)\b)\w{3,}ed\b(?! by\b)"
    r"|gave|held|made|took|sent|put|told|brought|sued|hears|makes|gets|sends|urges"
    r"|orders|asks|helps|guides|supervises|briefs|notifies|hands|gives|pays|refunds|trains|invites)\b"
)

_SUFFERS = re.compile(
    r"\s(?:also )?(?:(?:was|were|is|are|can be|may be|has been|have been|will be)) (?:\w+ly )?"
    r"(?:\w{3,}ed|heard|sued|told)\s"
)
"""A party that something is done to: businesses can be rated by officers."""
_GIVEN_TO = re.compile("(?:[向给为对]|移送|移交|报送|提交|上报|转交)[一-龥]{0,4}$")
_FROM = re.compile(r"\bfrom (?:[\w'’-]+ ){0,6}$")
_BY = re.compile(
    r"\bby (?:(?:the|a|an|its|their|local|municipal|provincial|district|county|city) )*$", re.IGNORECASE
)
"""Firms spared a penalty by the bureau: in a headline the participle needs no auxiliary."""


def check_subjects(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: two parties, of which the English makes the one act that the Chinese does not let act."""
    told = parties_of(en, "en") if len(_named("zh").numbers(zh)) > 1 else ()
    if len(told) > _MOST:
        return
    for at, one in enumerate(told):
        if not opens_english(en, one):
            continue
        acts, suffers = _ACTS.match(en, one.end), _SUFFERS.match(en, one.end)
        for other in told[at + 1 :] if acts or suffers else ():
            if other.party is one.party or ". " in en[one.end : other.start]:
                continue
            by = _BY.search(en, one.end, other.start)
            if suffers:
                passive = by is not None and by.start() == suffers.end() and not one.party.is_stage
                swapped = passive and _is_turned(zh, one, other)
            else:
                swapped = acts is not None and by is None and _acts_for_another(zh, en, one, other, acts)
            if swapped:
                yield word_finding(Rule.ACTOR, zh, en[one.start : other.end])
                return


def _acts_for_another(zh: str, en: str, one: PartyHit, other: PartyHit, acts: re.Match[str]) -> bool:
    """Whether the English lets `one` act where the other one does; who is given something may be told to receive it."""
    if acts["receives"]:
        if _FROM.search(en, one.end, other.start):
            return _is_recipient(zh, other) and _is_turned(zh, one, other)
        if _is_recipient(zh, one):
            return False
    return not other.party.is_stage and _is_turned(zh, other, one)


def _is_turned(zh: str, doer: PartyHit, done_to: PartyHit) -> bool:
    """Whether in the Chinese each place of the one opens a clause, and none of the other's does."""
    acting, other = _places(zh, doer.party.zh), _places(zh, done_to.party.zh)
    if not acting or not other or not all(_opens_chinese(zh, start, end) for start, end in acting):
        return False
    return not any(_may_act(zh, start) for start, _ in other)


def _is_recipient(zh: str, one: PartyHit) -> bool:
    """Whether a party is given something wherever it stands: what is reported 向市人大常委会 it hears."""
    places = _places(zh, one.party.zh)
    return all(_GIVEN_TO.search(zh[clause_of(zh, start)[0] : start]) for start, _ in places)


def _places(zh: str, party: re.Pattern[str]) -> Sequence[tuple[int, int]]:
    return [match.span() for match in party.finditer(zh)]


def clause_of(zh: str, at: int) -> tuple[int, int]:
    """Where the clause begins and ends that a place lies in."""
    start = max(
        (match.end() for match in _CLAUSE_ZH.finditer(zh, max(0, at - _FAR), at)), default=max(0, at - _FAR)
    )
    behind = _CLAUSE_ZH.search(zh, at)
    return start, behind.start() if behind else len(zh)


def _opens_chinese(zh: str, start: int, end: int) -> bool:
    opening, closing = clause_of(zh, start)
    before = zh[opening:start]
    return (
        len(before) <= _OPENING and not _NO_SUBJECT.search(before) and not _TURNING.search(zh, end, closing)
    )


def _may_act(zh: str, start: int) -> bool:
    """Whether a party may be a subject: it opens its clause, or stands in a list with the one that does."""
    before = zh[clause_of(zh, start)[0] : start]
    return (
        not before
        or before[-1] in "、和与及同"
        or (len(before) <= _OPENING and not _NO_SUBJECT.search(before))
    )


def opens_english(en: str, said: PartyHit) -> bool:
    """Whether an English party stands at the head of its clause."""
    floor = max(0, said.start - _FAR)
    start = max((match.end() for match in _CLAUSE_EN.finditer(en, floor, said.start)), default=floor)
    return _LEAD.fullmatch(en[start : said.start]) is not None


@lru_cache(maxsize=256)
def parties_of(text: str, language: str) -> tuple[PartyHit, ...]:
    """The parties of a text in order, the longest where two begin together; `language` is zh or en."""
    chinese = language == "zh"
    found = sorted(
        (
            PartyHit(party, *match.span())
            for party in _named(language).within(text)
            for match in (party.zh if chinese else party.en).finditer(text)
        ),
        key=lambda said: (said.start, -said.end),
    )
    return tuple(said for n, said in enumerate(found) if n == 0 or said.start >= found[n - 1].end)


@cache
def _named(language: str) -> Openings[Party]:
    """The parties by what their pattern of a language wants."""
    if language == "zh":
        return Openings((party, [party.zh.pattern]) for party in _PARTIES)
    return Openings(((party, [party.en.pattern]) for party in _PARTIES), folded=True)
