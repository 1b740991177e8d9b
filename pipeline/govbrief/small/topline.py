"""Owns the headline of a quoted brief: whose account, the weightiest results or targets, what it admits and lacks.

Every ending is tried and left out where the check doubts it: a sound headline is not lost with what stands behind it.
"""

import re
from collections.abc import Sequence

from govbrief.names.toponyms import SOURCE as PLACES
from govbrief.small.digestparts import (
    BY_DATE,
    DigestPart,
    aims,
    by_whom,
    evidence_of,
    items_of,
    misfits,
    ranked_plans,
    ranked_results,
    said_by,
    with_date,
)
from govbrief.small.english import lower_first
from govbrief.small.worth import worth_of
from govbrief.write.desk import Desk
from govbrief.write.method import UNSAID, Said, complaints
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING, Kind

TELLS = 2
"""Results or targets that a headline tells."""
ROOM = 95
"""Chinese characters of them together."""
_MISSING = re.compile(r"未|缺[少乏]?|没有")
"""A shortcoming that is a fact rather than a degree."""
PRESS = "press conference"
_ACCOUNTS = (PRESS, "rule-of-law annual report", "government work report", "newspaper feature")
"""Kinds of which a reader asks what falls short."""


def told_in_headline(parts: Sequence[DigestPart], kind: str) -> list[DigestPart]:
    """The clauses of the headline: of a press conference its dated targets, else the weightiest results, else plans."""
    plans = ranked_plans(parts)
    dated = sorted(
        (part for part in plans if aims(part) and not misfits(part)),
        key=lambda part: (not BY_DATE.search(part.clause.zh), -aims(part)),
    )
    results = ranked_results(parts)
    found: list[DigestPart] = []
    for part in dated if kind == PRESS and dated else results or plans:
        worthy = part.unit.kind is Kind.PLAN or worth_of(part.clause.zh) > 0
        size = sum(len(one.clause.zh) for one in (*found, part))
        other = bool(found) and part.unit.sentence != found[0].unit.sentence
        some = with_date(part, parts)
        if not found:
            found += some
        elif worthy and other and not misfits(part) and size <= ROOM and len(some) == 1:
            found.append(part)
        if len(found) >= TELLS or (part.unit.kind is Kind.PLAN and not aims(part)):
            break
    return sorted(found, key=lambda part: part.start)


def headline_of(
    desk: Desk, told: Sequence[DigestPart], lacks: Sequence[DigestPart], issuer: str, subject: Bilingual
) -> Said:
    """The headline; `subject` is the place that a newspaper, the issuer, writes about."""
    if not told:
        return UNSAID
    whole = _headline(desk, told, lacks, issuer, subject)
    if len(told) > 1 and complaints(whole.findings):
        shorter = _headline(desk, told[:1], lacks, issuer, subject)
        whole = whole if complaints(shorter.findings) else shorter
    elif len(told) > 1 and lacks and "自认" not in whole.zh:
        # what is admitted is worth more than a second result, should the check not let both stand together
        shorter = _headline(desk, told[:1], lacks, issuer, subject)
        return shorter if "自认" in shorter.zh else whole
    return whole


def _headline(
    desk: Desk, told: Sequence[DigestPart], lacks: Sequence[DigestPart], issuer: str, subject: Bilingual
) -> Said:
    endings = [*([_admitted(lacks)] if lacks else [_none_admitted(desk)]), _without(desk)]
    for who in _whose(desk, told, issuer, subject):
        zh = f"{who.zh}{'；'.join(_named(told, n, who)[0] + part.clause.zh for n, part in enumerate(told))}"
        said = [said_by(_named(told, n, who)[1], part) for n, part in enumerate(told)]
        first = lower_first(said[0]) if who.en else said[0]
        en = f"{who.en}{'; '.join([first, *map(lower_first, said[1:])])}"
        plain = Said(zh, en, items_of(told), desk.check_words(zh, en, evidence_of(desk, told)))
        if not complaints(plain.findings):
            break
    for ending in endings:
        rests_on = [*told, *lacks]
        zh, en = f"{plain.zh}；{ending.zh}", f"{plain.en}; {ending.en}"
        longer = Said(zh, en, items_of(rests_on), desk.check_words(zh, en, evidence_of(desk, rests_on)))
        if ending and len(complaints(longer.findings)) <= len(complaints(plain.findings)):
            plain = longer
    return plain


def _whose(desk: Desk, told: Sequence[DigestPart], issuer: str, subject: Bilingual) -> list[Bilingual]:
    """Whose account it is and of which year, then without the year, should the check doubt that."""
    report = desk.report
    named = report.issuer.value if report.issuer else ""
    if not (named and issuer):
        is_press = report.kind is not None and report.kind.value == PRESS
        return [_where(desk), NOTHING] if is_press else [NOTHING]
    if subject:
        return [Bilingual(zh=f"{named}报道{subject.zh}：", en=f"{issuer} on {subject.en}: ")]
    year = report.year.value if report.year else ""
    dated = any(year in part.clause.zh for part in told) if year else True
    plain = Bilingual(zh=f"{named}自报：", en=f"{issuer} reports: ")
    full = Bilingual(zh=f"{named}自报{year}年：", en=f"{issuer} reports for {year}: ")
    return [plain] if dated else [full, plain]


def _where(desk: Desk) -> Bilingual:
    """A press conference by the place that its title names: nobody is its issuer."""
    title = desk.report.title.value if desk.report.title else ""
    places = [term for term in desk.writer.glossary.terms if term.source == PLACES]
    place = next(
        (term for term in places if term.zh in title or (term.zh[2:] and term.zh[:-1] in title)), None
    )
    if place is None:
        return Bilingual(zh="发布会：", en="Press conference: ")
    return Bilingual(zh=f"{place.zh}发布会：", en=f"{place.en} press conference: ")


def _named(told: Sequence[DigestPart], at: int, who: Bilingual) -> tuple[str, str]:
    """Who acts in a clause, unless the headline said so in front."""
    actor = told[at].item.actor
    return ("", "") if actor and f"{actor.zh}：" in who.zh else by_whom(told, at)


def _admitted(lacks: Sequence[DigestPart]) -> Bilingual:
    """That the report admits a shortcoming; no count of them: where one ends and another begins is nobody's fact."""
    gravest = min(lacks, key=_mildness)
    among = "" if len(lacks) == 1 else "among other things "
    return Bilingual(
        zh=f"自认{gravest.clause.zh}{'等' if among else ''}",
        en=f"admits {among}that {lower_first(gravest.clause.en)}",
    )


def _mildness(part: DigestPart) -> tuple[bool, bool, int]:
    """Low for the shortcoming that a headline names: sound, something missing or not achieved, told shortly."""
    return not part.clause.is_sound, not _MISSING.search(part.clause.zh), len(part.clause.zh)


def _none_admitted(desk: Desk) -> Bilingual:
    return (
        Bilingual(zh="未提及不足", en="no shortcomings are admitted")
        if "no_shortcomings" in _absent(desk) and desk.report.kind and desk.report.kind.value in _ACCOUNTS
        else NOTHING
    )


def _without(desk: Desk) -> Bilingual:
    """That the plans carry no numerical targets, as the brief says of what is not told."""
    if "plans_without_numbers" not in _absent(desk):
        return NOTHING
    return Bilingual(zh="计划无数量指标", en="its plans carry no numerical targets")


def _absent(desk: Desk) -> set[str]:
    return {absence.what for absence in desk.absent}
