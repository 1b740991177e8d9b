"""Owns the clauses of a quoted brief as headline and summary see them: which are worth most, how they are joined."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.checking.standpoint import head_evidence
from govbrief.small.english import lower_first, sentence
from govbrief.small.targets import target_of
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Clause
from govbrief.small.worth import is_routine, worth_of
from govbrief.write.desk import Desk
from govbrief.write.method import Said, complaints, cost
from govbrief_schemas.item import Item, Kind
from govbrief_schemas.report import Sentence

BRIEF, SHORT = 10, 60
"""Characters of a clause that a summary would rather tell: what is longer stands in its line."""
HONOUR = 70
"""The same of a clause that tells an honour by somebody: who gave it makes it long."""
_BESTOWED = re.compile(r"被.{2,}(?:命名|评|授予|确定|列|认定)为")
BY_DATE = re.compile(r"到20\d\d年|20\d\d年?(?:底|末)?前|年底前|月底前")
"""A date by which something is reached; the year of the plan alone (2024年，) is none."""
_DATED = re.compile(r"^(?:今年|去年|截至|到?20\d\d年|全年|上半年)")
_DOCUMENT = re.compile(r"《|落实.*(?:方案|规划|意见|规定|要求)")
"""A plan that only names what is to be carried out."""


class Digested(NamedTuple):
    """An item with the clauses that it was put together from."""

    item: Item
    clauses: tuple[Clause, ...]
    units: tuple[TellableUnit, ...]


class DigestPart(NamedTuple):
    """One clause of an item."""

    item: Item
    clause: Clause
    unit: TellableUnit

    @property
    def start(self) -> int:
        """Where its sentence begins in the raw text."""
        return self.unit.sentence.span.start


def parts_of(told: Sequence[Digested]) -> list[DigestPart]:
    """All clauses that the items tell, in their order."""
    return [DigestPart(one.item, *pair) for one in told for pair in zip(one.clauses, one.units, strict=True)]


def ranked_results(parts: Sequence[DigestPart]) -> list[DigestPart]:
    """The sound results, what is worth most first, a model's words last; routine only where there is nothing else."""
    sound = [part for part in parts if part.unit.kind is Kind.ACHIEVEMENT and part.clause.is_sound]
    sound = [part for part in sound if not is_routine(part.clause.zh)] or sound
    return sorted(
        sound,
        key=lambda part: (misfits(part), part.clause.is_asked, -worth_of(part.clause.zh), part.start),
    )


def ranked_plans(parts: Sequence[DigestPart]) -> list[DigestPart]:
    """The sound clauses of plans, the best first: of a fit length, with measure and date, no mere document, weighty."""
    sound = [part for part in parts if part.unit.kind is Kind.PLAN and part.clause.is_sound]
    return sorted(
        sound,
        key=lambda part: (
            misfits(part),
            -aims(part),
            bool(_DOCUMENT.search(part.clause.zh)),
            -part.unit.weight,
        ),
    )


def aims(part: DigestPart) -> int:
    """How definite a plan is: a rate aimed at counts 2, another measure 1, a date by which it is reached 1."""
    aim = target_of(part.clause.zh).zh
    return (1 + bool(re.search(r"[%％]", aim)) if aim else 0) + bool(BY_DATE.search(part.clause.zh))


def misfits(part: DigestPart) -> bool:
    """True for what a summary would rather leave: too long, or a mere phrase."""
    if part.clause.zh.startswith("其中"):
        return True  # what it is part of, and often for when, stands before it
    longest = HONOUR if _BESTOWED.search(part.clause.zh) else SHORT
    return not BRIEF <= len(part.clause.zh) <= longest


def with_date(part: DigestPart, parts: Sequence[DigestPart]) -> list[DigestPart]:
    """A clause, and before it the one of its sentence and line whose year it goes on with, where both are short."""
    at = parts.index(part)
    before = parts[at - 1] if at else None
    if before is None or before.unit.sentence != part.unit.sentence or before.item.id != part.item.id:
        return [part]
    dates = _DATED.match(before.clause.zh) and not _DATED.match(part.clause.zh) and before.clause.is_sound
    fits = len(before.clause.zh) + len(part.clause.zh) < SHORT
    return [before, part] if dates and fits else [part]


def joined(
    desk: Desk, parts: Sequence[DigestPart], lead: tuple[str, str] = ("", ""), *, is_named: bool = True
) -> Said:
    """The clauses as one sentence behind `lead`, checked against what they rest on; who acts where `is_named`."""
    whom = [by_whom(parts, n) if is_named else ("", "") for n in range(len(parts))]
    zh = f"{lead[0]}{'；'.join(who[0] + part.clause.zh for who, part in zip(whom, parts, strict=True))}。"
    told = sentence([said_by(who[1], part) for who, part in zip(whom, parts, strict=True)])
    named = bool(whom and whom[0][1])
    en = f"{lead[1]}{told if named else lower_first(told)}" if lead[1] else told
    return Said(zh, en, items_of(parts), desk.check_words(zh, en, evidence_of(desk, parts)))


def joined_soundly(
    desk: Desk, parts: Sequence[DigestPart], lead: tuple[str, str] = ("", ""), *, is_named: bool = True
) -> Said:
    """The clauses as one sentence; without one of them where the check doubts them all together and not the rest."""
    said = joined(desk, parts, lead, is_named=is_named)
    if len(parts) == 1 or not complaints(said.findings):
        return said
    fewer = [[part for part in parts if part is not left] for left in parts]
    return min([said, *(joined(desk, some, lead, is_named=is_named) for some in fewer)], key=_doubts)


def _doubts(said: Said) -> int:
    return cost(said.findings)


def by_whom(parts: Sequence[DigestPart], at: int) -> tuple[str, str]:
    """Who acts in a clause, where it is not the issuer and was not told with the clause before."""
    actor = parts[at].item.actor
    if not actor or (at and parts[at - 1].item.actor == actor):
        return "", ""
    return f"{actor.zh}：", f"{actor.en}: "


def said_by(who: str, part: DigestPart) -> str:
    """A clause in English behind whoever acts: Municipal Court: build a tribunal."""
    return f"{who}{lower_first(part.clause.en)}" if who else part.clause.en


def items_of(parts: Sequence[DigestPart]) -> tuple[str, ...]:
    """The items of the clauses, each once."""
    return tuple(dict.fromkeys(part.item.id for part in parts))


def evidence_of(desk: Desk, parts: Sequence[DigestPart]) -> tuple[Sentence, ...]:
    """What a sentence about the whole may rest on: title and issuer as well as its clauses' sentences."""
    told = dict.fromkeys(part.unit.sentence for part in parts)
    return (*head_evidence(desk.outline), *told)
