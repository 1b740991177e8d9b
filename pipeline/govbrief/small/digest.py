"""Owns headline and summary of a quoted brief: put together from checked clauses, correct and plain before fluent.

The summary tells the weightiest results, every shortcoming, and the plans with a measure or a date first, of each who
acts one. What an organ sets up for its own work (leading groups, task forces) is told where nothing else stands.
"""

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
from govbrief.write.method import UNSAID, Said, complaints
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING, Item, Kind
from govbrief_schemas.report import Sentence

RESULTS, PLANS = 3, 3
"""Clauses of results, each a sentence, and of plans that the summary tells."""
FEW_RESULTS = 2
"""Results up to which mere documents are told."""
FEW_PLANS = 2
"""Plans up to which those without a measure or a date are told, besides one of each who acts."""
BRIEF, SHORT = 10, 60
"""Characters of a clause that a summary would rather tell: what is longer stands in its line."""
HONOUR = 70
"""The same of a clause that tells an honour by somebody: who gave it makes it long."""
_BESTOWED = re.compile(r"被.{2,}(?:命名|评|授予|确定|列|认定)为")
_DATED = re.compile(r"^(?:今年|去年|截至|到?20\d\d年|全年|上半年)")
_BY = re.compile(r"到20\d\d年|20\d\d年?(?:底|末)?前|年底前|月底前")
"""A date by which something is reached; the year of the plan alone (2024年，) is none."""
_DOCUMENT = re.compile(r"《|落实.*(?:方案|规划|意见|规定|要求)")
"""A plan that only names what is to be carried out."""
_MISSING = re.compile(r"未|缺[少乏]?|没有")
"""A shortcoming that is a fact rather than a degree."""


class Digested(NamedTuple):
    """An item with the clauses that it was put together from."""

    item: Item
    clauses: tuple[Clause, ...]
    units: tuple[TellableUnit, ...]


class Digest(NamedTuple):
    """Headline and summary."""

    headline: Said
    sentences: tuple[Said, ...]


class _Part(NamedTuple):
    item: Item
    clause: Clause
    unit: TellableUnit


def digest_of(desk: Desk, told: Sequence[Digested], issuer: str, subject: Bilingual = NOTHING) -> Digest:
    """The whole in a line and in three to six sentences, each checked against what its clauses rest on.

    `subject` is the place that a newspaper, the issuer, writes about.
    """
    parts = [_Part(one.item, *pair) for one in told for pair in zip(one.clauses, one.units, strict=True)]
    plans = _plans(parts)
    head = (_ranked(parts) or _best(parts, Kind.PLAN))[:1]
    lacks = [part for part in parts if part.unit.kind is Kind.SHORTCOMING and not part.unit.is_cause]
    results = _results(parts, head)
    if not (results or lacks or plans):
        results = [head] if head else []
    sentences = [
        *(_said(desk, some, ("", "")) for some in results),
        *([_said(desk, lacks, ("不足：", "Shortcomings: "))] if lacks else []),
        *([_said(desk, plans, ("计划：", "Plans: "))] if plans else []),
    ]
    return Digest(_headline(desk, head, lacks, (issuer, subject)), tuple(sentences))


def _ranked(parts: Sequence[_Part]) -> list[_Part]:
    """The sound results, what is worth most first; routine only where there is nothing else."""
    sound = [part for part in parts if part.unit.kind is Kind.ACHIEVEMENT and part.clause.is_sound]
    sound = [part for part in sound if not is_routine(part.clause.zh)] or sound
    return sorted(
        sound, key=lambda part: (_misfits(part), -worth_of(part.clause.zh), part.unit.sentence.span.start)
    )


def _results(parts: Sequence[_Part], head: Sequence[_Part]) -> list[list[_Part]]:
    """What is worth most and no headline tells, of a line one clause, in reading order; each with what dates it."""
    found: list[list[_Part]] = []
    for part in _ranked(parts):
        some = _with_date(part, parts)
        items = {one.item.id for known in found for one in known}
        if any(one in head for one in some) or part.item.id in items or is_routine(part.clause.zh):
            continue
        room = RESULTS if worth_of(part.clause.zh) > 0 else FEW_RESULTS
        if len(found) >= room or (found and _misfits(part)):
            break
        found.append(some)
    return sorted(found, key=lambda some: some[0].unit.sentence.span)


def _with_date(part: _Part, parts: Sequence[_Part]) -> list[_Part]:
    """A clause, and before it the one of its sentence and line whose year it goes on with, where both are short."""
    at = parts.index(part)
    before = parts[at - 1] if at else None
    if before is None or before.unit.sentence != part.unit.sentence or before.item.id != part.item.id:
        return [part]
    dates = _DATED.match(before.clause.zh) and not _DATED.match(part.clause.zh) and before.clause.is_sound
    fits = len(before.clause.zh) + len(part.clause.zh) < SHORT
    return [before, part] if dates and fits else [part]


def _plans(parts: Sequence[_Part]) -> list[_Part]:
    """Plans with a measure or a date first, of each who acts one, then of each other who acts; in reading order."""
    ranked = _best(parts, Kind.PLAN)
    definite = [part for part in ranked if _aims(part)]
    chosen = _of_each(definite, ())
    chosen += [part for part in definite if part not in chosen]
    chosen += _of_each(ranked, chosen)
    more = [part for part in ranked if part not in chosen]
    return sorted(
        [*chosen, *more[: max(0, FEW_PLANS - len(chosen))]][:PLANS], key=lambda part: part.unit.sentence.span
    )


def _of_each(ranked: Sequence[_Part], chosen: Sequence[_Part]) -> list[_Part]:
    """The first of each who acts and of whom nothing is chosen yet."""
    known = {part.item.actor for part in chosen}
    first: dict[Bilingual, _Part] = {}
    for part in ranked:
        if part.item.actor not in known:
            first.setdefault(part.item.actor, part)
    return list(first.values())


def _best(parts: Sequence[_Part], kind: Kind) -> list[_Part]:
    """The sound clauses of a kind, of one item at most one, the best first."""
    sound = [part for part in parts if part.unit.kind is kind and part.clause.is_sound]
    first: dict[str, _Part] = {}
    for part in sorted(sound, key=_rank):
        first.setdefault(part.item.id, part)
    return list(first.values())


def _rank(part: _Part) -> tuple[bool, int, bool, float]:
    """Low for what a summary tells first: of a fit length, with measure and date, no mere document, weighty."""
    return _misfits(part), -_aims(part), bool(_DOCUMENT.search(part.clause.zh)), -part.unit.weight


def _aims(part: _Part) -> int:
    """How definite a plan is: a rate aimed at counts 2, another measure 1, a date by which it is reached 1."""
    aim = target_of(part.clause.zh).zh
    return (1 + bool(re.search(r"[%％]", aim)) if aim else 0) + bool(_BY.search(part.clause.zh))


def _misfits(part: _Part) -> bool:
    """True for what a summary would rather leave: too long, or a mere phrase."""
    longest = HONOUR if _BESTOWED.search(part.clause.zh) else SHORT
    return not BRIEF <= len(part.clause.zh) <= longest


def _said(desk: Desk, parts: Sequence[_Part], lead: tuple[str, str]) -> Said:
    zh = f"{lead[0]}{'；'.join(_by_whom(parts, n)[0] + part.clause.zh for n, part in enumerate(parts))}。"
    told = sentence([_by_whom(parts, n)[1] + part.clause.en for n, part in enumerate(parts)])
    named = bool(_by_whom(parts, 0)[1])
    en = f"{lead[1]}{told if named else lower_first(told)}" if lead[1] else told
    return Said(zh, en, _items(parts), desk.check_words(zh, en, _evidence(desk, parts)))


def _by_whom(parts: Sequence[_Part], at: int) -> tuple[str, str]:
    """Who acts in a clause, where it is not the issuer and was not told with the clause before."""
    actor = parts[at].item.actor
    if not actor or (at and parts[at - 1].item.actor == actor):
        return "", ""
    return f"{actor.zh}：", f"{actor.en}: "


def _headline(
    desk: Desk, ranked: Sequence[_Part], lacks: Sequence[_Part], head: tuple[str, Bilingual]
) -> Said:
    """Whose account it is, its weightiest result, the gravest shortcoming and whether its plans have numbers.

    A text that reports no result: its plan.
    """
    if not ranked:
        return UNSAID
    named = desk.report.issuer.value if desk.report.issuer else ""
    issuer, subject = head
    who = (f"{named}自报：", f"{issuer} reports: ") if named and issuer else _by_whom(ranked, 0)
    if named and issuer and subject:
        who = (f"{named}报道{subject.zh}：", f"{issuer} on {subject.en}: ")
    zh, en = f"{who[0]}{ranked[0].clause.zh}", f"{who[1]}{ranked[0].clause.en}"
    plain = Said(zh, en, _items(ranked), desk.check_words(zh, en, _evidence(desk, ranked)))
    gravest = min(lacks, key=_mildness, default=None)
    if gravest is None:
        return plain
    for more in (_admitted(gravest, alone=len(lacks) == 1), _without(desk)):
        zh, en = (f"{zh}；{more.zh}", f"{en}; {more.en}") if more else (zh, en)
    rests_on = [*ranked, gravest]
    whole = Said(zh, en, _items(rests_on), desk.check_words(zh, en, _evidence(desk, rests_on)))
    # an ending that the check doubts does not take a sound headline along
    return plain if complaints(whole.findings) else whole


def _mildness(part: _Part) -> tuple[bool, bool, int]:
    """Low for the shortcoming that a headline names: sound, something missing or not achieved, told shortly."""
    return not part.clause.is_sound, not _MISSING.search(part.clause.zh), len(part.clause.zh)


def _admitted(part: _Part, *, alone: bool) -> Bilingual:
    """That the report admits a shortcoming; no count of them: where one ends and another begins is nobody's fact."""
    among = "" if alone else "among other things "
    return Bilingual(
        zh=f"自认{part.clause.zh}{'' if alone else '等'}",
        en=f"admits {among}that {lower_first(part.clause.en)}",
    )


def _without(desk: Desk) -> Bilingual:
    """That the plans carry no numerical targets, as the brief says of what is not told."""
    if "plans_without_numbers" not in {absence.what for absence in desk.absent}:
        return NOTHING
    return Bilingual(zh="计划无数量指标", en="its plans carry no numerical targets")


def _items(parts: Sequence[_Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.item.id for part in parts))


def _evidence(desk: Desk, parts: Sequence[_Part]) -> tuple[Sentence, ...]:
    """What a sentence about the whole may rest on: title and issuer as well as its clauses' sentences."""
    told = dict.fromkeys(part.unit.sentence for part in parts)
    return (*head_evidence(desk.outline), *told)
