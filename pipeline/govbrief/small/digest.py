"""Owns headline and summary of a quoted brief: put together from checked clauses, correct and plain before fluent.

The summary tells the weightiest results, every shortcoming, and the plans with a measure or a date first, of each who
acts one. What an organ sets up for its own work (leading groups, task forces) is told where nothing else stands.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.standpoint import head_evidence
from govbrief.small.english import lower_first, sentence
from govbrief.small.targets import target_of, term_of
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Clause
from govbrief.write.desk import Desk
from govbrief.write.method import UNSAID, Said
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING, Item, Kind
from govbrief_schemas.report import Sentence

RESULTS, PLANS = 2, 3
"""Clauses of results and of plans that the summary tells; a third plan only of another actor, or with a number."""

BRIEF, SHORT = 12, 42
"""Characters of a clause that a summary would rather tell: what is longer stands in its line."""

HONOUR = 70
"""The same of a clause that tells an honour by somebody: who gave it makes it long."""
_BESTOWED = re.compile(r"被.{2,}(?:命名|评|授予|确定|列|认定)为")


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
    results = _results(parts)
    plans = _plans(parts)
    head = _weightiest(results or plans)
    told_first = [part for part in results if part not in head and not _is_routine(part)] or results
    lacks = [part for part in parts if part.unit.kind is Kind.SHORTCOMING and not part.unit.is_cause]
    sentences = [
        *([_said(desk, told_first, ("", ""))] if told_first else []),
        *([_said(desk, lacks, ("不足：", "Shortcomings: "))] if lacks else []),
        *(_said(desk, plans[n : n + PLANS], ("计划：", "Plans: ")) for n in range(0, len(plans), PLANS)),
    ]
    return Digest(_headline(desk, head, (issuer, subject)), tuple(sentences))


def _results(parts: Sequence[_Part]) -> list[_Part]:
    """The weightiest results in reading order; routine stands only where there is nothing else."""
    best = _best(parts, Kind.ACHIEVEMENT)[:RESULTS]
    best = [part for part in best if not _is_routine(part)] or best
    return sorted(best, key=lambda part: part.unit.sentence.span)


def _plans(parts: Sequence[_Part]) -> list[_Part]:
    """The most definite plan of each who acts, then the most definite of all, in reading order."""
    ranked = _best(parts, Kind.PLAN)
    first: dict[Bilingual, _Part] = {}
    for part in ranked:
        first.setdefault(part.item.actor, part)
    of_each = list(first.values())
    more = [part for part in ranked if part not in of_each]
    more = [
        part for n, part in enumerate(more, len(of_each)) if n < RESULTS or re.search(r"\d", part.clause.zh)
    ]
    return sorted([*of_each, *more][:PLANS], key=lambda part: part.unit.sentence.span)


def _best(parts: Sequence[_Part], kind: Kind) -> list[_Part]:
    """The sound clauses of a kind, of one item at most one, the best first."""
    ranked = sorted(
        (part for part in parts if part.unit.kind is kind and part.clause.is_sound),
        key=lambda part: -part.unit.weight,
    )
    first: dict[str, _Part] = {}
    for part in [*(one for one in ranked if len(one.clause.zh) <= SHORT), *ranked]:
        first.setdefault(part.item.id, part)
    return sorted(first.values(), key=_rank)


def _rank(part: _Part) -> tuple[bool, bool, int, float]:
    """Low for what a summary tells first: no routine, of a fit length, a plan with measure and date, weighty."""
    aims = 0
    if part.unit.kind is Kind.PLAN:
        aims = bool(target_of(part.clause.zh)) + bool(term_of(part.clause.zh))
    return _is_routine(part), _fits(part), -aims, -part.unit.weight


@cache
def _routine() -> re.Pattern[str]:
    return re.compile(any_of(read_table("posture")["routine"]))


def _is_routine(part: _Part) -> bool:
    """Whether a clause tells what an organ set up for its own work, or only that something was arranged."""
    return part.unit.kind is Kind.ACHIEVEMENT and _routine().search(part.clause.zh) is not None


def _fits(part: _Part) -> bool:
    """False for what a summary would rather tell: neither long nor a mere phrase."""
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


def _weightiest(parts: Sequence[_Part]) -> list[_Part]:
    """What the headline tells, and the summary therefore does not."""
    return sorted(parts, key=_rank)[:1]


def _headline(desk: Desk, ranked: Sequence[_Part], head: tuple[str, Bilingual]) -> Said:
    """Whose account it is, and its weightiest clause: a result, or a plan of a text that reports none."""
    if not ranked:
        return UNSAID
    named = desk.report.issuer.value if desk.report.issuer else ""
    issuer, subject = head
    who = (f"{named}：", f"{issuer}: ") if named and issuer else _by_whom(ranked, 0)
    if named and issuer and subject:
        who = (f"{named}报道{subject.zh}：", f"{issuer} on {subject.en}: ")
    zh, en = f"{who[0]}{ranked[0].clause.zh}", f"{who[1]}{ranked[0].clause.en}"
    return Said(zh, en, _items(ranked), desk.check_words(zh, en, _evidence(desk, ranked)))


def _items(parts: Sequence[_Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.item.id for part in parts))


def _evidence(desk: Desk, parts: Sequence[_Part]) -> tuple[Sentence, ...]:
    """What a sentence about the whole may rest on: title and issuer as well as its clauses' sentences."""
    told = dict.fromkeys(part.unit.sentence for part in parts)
    return (*head_evidence(desk.outline), *told)
