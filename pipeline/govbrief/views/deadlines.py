"""Owns what the report promises in the order of its dates; must not know any format."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from govbrief.base.plain import clean
from govbrief.views.labels import alike, say
from govbrief.views.told import Entry, Passage, Row, Telling
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import Kind

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARLY = re.compile(r"每年|年度内|(?i:every year|each year|yearly|annually)")
YEARLY = say("每年", "Yearly")
UNDATED = say("未注期限", "No date")


class Aim(NamedTuple):
    """What is to be reached: a figure that is a target, or a plan with a target or a date."""

    value: Bilingual
    words: Passage
    by: Passage
    row: Row | None = None
    entry: Entry | None = None


class Deadline(NamedTuple):
    """A year, and what is to be reached by then."""

    label: Bilingual
    aims: tuple[Aim, ...]


def deadlines(told: Telling) -> tuple[Deadline, ...]:
    """Every target by its year, after the years by other dates, those without a date last."""
    places: dict[tuple[int, str], list[Aim]] = {}
    labels: dict[tuple[int, str], Bilingual] = {}
    for by, aim in _aims(told):
        place, label = _place(by)
        places.setdefault(place, []).append(aim)
        labels[place] = label
    return tuple(Deadline(labels[place], tuple(aims)) for place, aims in sorted(places.items()))


def _aims(told: Telling) -> Iterable[tuple[Bilingual, Aim]]:
    """Figures that are targets, then the plans with a target or a date that no such figure tells."""
    figured: set[str] = set()
    for row in told.figures:
        if row.is_target:
            figured.add(row.figure.item)
            yield row.figure.by, Aim(row.value, row.measure, row.by, row=row)
    for entry in (e for part in told.parts if part.kind is Kind.PLAN for e in part.entries):
        item = entry.item
        if item and (item.target or item.by) and item.id not in figured:
            yield item.by, Aim(say("", ""), entry.words, Passage((), ()), entry=entry)


def _place(by: Bilingual) -> tuple[tuple[int, str], Bilingual]:
    """Where a date stands among the others, and what it is called."""
    year = _YEAR.search(by.zh) or _YEAR.search(by.en)
    if year:
        return (0, year[0]), alike(year[0])
    if _YEARLY.search(by.zh) or _YEARLY.search(by.en):
        return (1, ""), YEARLY
    told = say(clean(by.zh), clean(by.en))
    return ((2, told.zh or told.en), told) if told else ((3, ""), UNDATED)
