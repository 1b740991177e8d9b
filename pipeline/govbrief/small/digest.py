"""Owns headline and summary of a quoted brief: put together from checked clauses, correct and plain before fluent.

A report's summary tells the weightiest results by field, every shortcoming, and the plans with a measure or a date
first. Where several speak, each organ has a sentence of its results and one of its plans. What an organ sets up for its
own work (leading groups, task forces) is told where nothing else stands; what a report leaves unsaid is said last.
"""

from collections.abc import Sequence
from typing import NamedTuple

from govbrief.checking.standpoint import head_evidence
from govbrief.small.digestparts import (
    Digested,
    DigestPart,
    aims,
    joined,
    joined_soundly,
    misfits,
    parts_of,
    ranked_plans,
    ranked_results,
    with_date,
)
from govbrief.small.topline import headline_of, told_in_headline
from govbrief.small.worth import is_routine, worth_of
from govbrief.write.desk import Desk
from govbrief.write.method import Said, complaints
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING, Kind

RESULTS = 8
"""Clauses of results that a summary tells."""
FIELDS, OF_FIELD = 4, 3
"""Sentences of results, and clauses of one of them."""
SMALL_RESULTS, FEW_RESULTS = 3, 2
"""Results up to which small counts are told, and mere documents."""
WEIGHTY = 15.0
"""Worth of a count that is not small: some thirty of anything, a dozen over a whole area."""
PLANS, FEW_PLANS = 5, 3
"""Clauses of plans that a summary tells, and up to how many of them without a measure or a date."""
OF_SPEAKER, FEW_OF_SPEAKER = 6, 3
"""The same of each who speaks."""
SENTENCE = 150
"""Chinese characters of one sentence of results."""
_UNSAID = ("no_shortcomings", "plans_without_numbers", "plans_without_dates")
"""What a report leaves unsaid and its summary tells."""


class Digest(NamedTuple):
    """Headline and summary."""

    headline: Said
    sentences: tuple[Said, ...]


def digest_of(desk: Desk, told: Sequence[Digested], issuer: str, subject: Bilingual = NOTHING) -> Digest:
    """The whole in a line and in three to eight sentences, each checked against what its clauses rest on.

    `subject` is the place that a newspaper, the issuer, writes about.
    """
    parts = parts_of(told)
    kind = desk.report.kind.value if desk.report.kind else ""
    head = told_in_headline(parts, kind)
    lacks = [part for part in parts if part.unit.kind is Kind.SHORTCOMING and not part.unit.is_cause]
    actors = list(dict.fromkeys(part.item.actor for part in parts))
    several = len([actor for actor in actors if actor]) > 1
    headline = headline_of(desk, head, lacks, issuer, subject)
    told_there = [part for part in head if part.clause.zh in headline.zh]
    sentences = _of_each(desk, parts, actors) if several else _of_one(desk, parts, told_there)
    at = next((n for n, (kind, _) in enumerate(sentences) if kind is Kind.PLAN), len(sentences))
    if lacks:
        sentences.insert(at, (Kind.SHORTCOMING, joined(desk, lacks, ("不足：", "Shortcomings: "))))
    said = [one for _, one in sentences] or ([joined(desk, head)] if head else [])
    return Digest(headline, (*said, *_unsaid(desk, bool(lacks))))


def _of_one(desk: Desk, parts: Sequence[DigestPart], head: Sequence[DigestPart]) -> list[tuple[Kind, Said]]:
    """Results by field and the plans of a report with one voice."""
    results = [(Kind.ACHIEVEMENT, joined_soundly(desk, some)) for some in _fields(_results(parts, head))]
    plans = _definite(parts, PLANS, FEW_PLANS)
    return [*results, *([(Kind.PLAN, joined_soundly(desk, plans, ("计划：", "Plans: ")))] if plans else [])]


def _of_each(desk: Desk, parts: Sequence[DigestPart], actors: Sequence[Bilingual]) -> list[tuple[Kind, Said]]:
    """What each who acts has done and plans, in the order in which they speak."""
    found: list[tuple[Kind, Said]] = []
    for actor in actors:
        own = [part for part in parts if part.item.actor == actor]
        done = [part for part in _results(own, ()) if not is_routine(part.clause.zh)][:OF_FIELD]
        if done:
            found.append((Kind.ACHIEVEMENT, joined_soundly(desk, done)))
    for actor in actors:
        own = [part for part in parts if part.item.actor == actor]
        if plans := _definite(own, OF_SPEAKER, FEW_OF_SPEAKER):
            lead = (f"{actor.zh}计划：", f"{actor.en} plans: ") if actor else ("计划：", "Plans: ")
            found.append((Kind.PLAN, joined_soundly(desk, plans, lead, is_named=False)))
    return found


def _results(parts: Sequence[DigestPart], head: Sequence[DigestPart]) -> list[DigestPart]:
    """What is worth most and no headline tells, in reading order; each with what dates it."""
    found: list[DigestPart] = []
    for part in ranked_results(parts):
        if part in head or part in found or is_routine(part.clause.zh) or (found and misfits(part)):
            continue
        worth = worth_of(part.clause.zh)
        if len(found) >= (RESULTS if worth > WEIGHTY else SMALL_RESULTS if worth > 0 else FEW_RESULTS):
            break
        found += [one for one in with_date(part, parts) if one not in found]
    return sorted(found, key=lambda part: (part.start, parts.index(part)))


def _fields(results: Sequence[DigestPart]) -> list[list[DigestPart]]:
    """The results in sentences of one field each; of too many fields those that are worth most."""
    fields: list[list[DigestPart]] = []
    for part in results:
        last = fields[-1] if fields else []
        size = sum(len(one.clause.zh) for one in last) + len(part.clause.zh)
        alike = last and last[-1].item.theme is part.item.theme and len(last) < OF_FIELD
        if alike and size <= SENTENCE:
            last.append(part)
        else:
            fields.append([part])
    best = sorted(fields, key=lambda some: -max(worth_of(part.clause.zh) for part in some))[:FIELDS]
    return [some for some in fields if some in best]


def _definite(parts: Sequence[DigestPart], most: int, few: int) -> list[DigestPart]:
    """Plans with a measure or a date, then up to `few` others, one of an item; in reading order."""
    ranked = [part for part in ranked_plans(parts) if not misfits(part)] or ranked_plans(parts)
    chosen: list[DigestPart] = []
    for part in ranked:
        if any(part.clause.zh in one.clause.zh or one.clause.zh in part.clause.zh for one in chosen):
            continue
        another = part.item.id not in {one.item.id for one in chosen}
        if len(chosen) < (most if aims(part) else few * another):
            chosen.append(part)
    return sorted(chosen, key=lambda part: (part.start, parts.index(part)))


def _unsaid(desk: Desk, admits: bool) -> list[Said]:  # noqa: FBT001 - whether a shortcoming is told
    """What of shortcomings, targets and dates the report leaves unsaid, in one sentence about the whole."""
    left = [one for one in desk.absent if one.what in _UNSAID]
    left = [one for one in left if not (admits and one.what == "no_shortcomings")]
    if not left:
        return []
    zh = "；".join(one.zh.rstrip("。") for one in left)
    en = "; ".join([
        left[0].en.rstrip("."),
        *(f"{one.en[:1].lower()}{one.en[1:].rstrip('.')}" for one in left[1:]),
    ])
    found = desk.check_words(f"{zh}。", f"{en}.", head_evidence(desk.outline))
    return [] if complaints(found) else [Said(f"{zh}。", f"{en}.", (), found)]
