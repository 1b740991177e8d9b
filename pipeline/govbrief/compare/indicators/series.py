"""Owns the table of cities and years: values of many reports by indicator, and the jumps worth a look."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from govbrief.compare.indicators.catalogue import Indicator, load_catalogue
from govbrief.compare.indicators.values import IndicatorValue, indicators_of
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Status

TENFOLD: Final = Decimal(10)
"""A value that is ten times the year before, or a tenth, is more often a slip of a digit or of 万 than a change."""


@dataclass(frozen=True, slots=True)
class Point:
    """The value of an indicator in one place and year."""

    place: Bilingual
    """The issuer, as the brief names it."""
    year: int
    value: IndicatorValue
    brief: int
    """Index into the briefs that were given."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A value ten times that of the year before, or a tenth of it, in the same place."""

    before: Point
    after: Point
    message: Bilingual


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """One row of the table: an indicator, its values by place and year, and the jumps among them."""

    indicator: Indicator
    points: tuple[Point, ...]
    """By place in the order of the briefs, then by year; one for each place and year."""
    jumps: tuple[Jump, ...]
    disputed: tuple[tuple[Point, ...], ...]
    """Where reports give different values for one place and year: shown by no point, and told."""


def series(briefs: Sequence[Brief]) -> tuple[IndicatorSeries, ...]:
    """The rows for which a brief has a value, in the order of the catalogue.

    A row holds results of whole years and of the issuer's whole area: what else a brief tells is not comparable.
    """
    told: dict[str, list[Point]] = defaultdict(list)
    for index, brief in enumerate(briefs):
        for value in indicators_of(brief):
            if value.year is not None and _comparable(value):
                told[value.indicator].append(Point(brief.report.issuer, value.year, value, index))
    return tuple(_row(one, told[one.id]) for one in load_catalogue().indicators if told[one.id])


def _comparable(value: IndicatorValue) -> bool:
    return value.status is Status.RESULT and not value.period and not value.scope


def _row(indicator: Indicator, points: Iterable[Point]) -> IndicatorSeries:
    cells: dict[str, dict[int, list[Point]]] = defaultdict(lambda: defaultdict(list))
    for point in points:
        cells[point.place.zh][point.year].append(point)
    flat = [cell for years in cells.values() for _, cell in sorted(years.items())]
    agreed = tuple(cell[0] for cell in flat if _agree(cell))
    return IndicatorSeries(
        indicator, agreed, tuple(_jumps(agreed)), tuple(tuple(cell) for cell in flat if not _agree(cell))
    )


def _agree(cell: Sequence[Point]) -> bool:
    return len({(point.value.value, point.value.unit) for point in cell}) == 1


def _jumps(points: Sequence[Point]) -> Iterable[Jump]:
    for before, after in pairwise(points):
        same = before.place.zh == after.place.zh and after.year == before.year + 1
        old, new = before.value.value, after.value.value
        if same and before.value.unit == after.value.unit and min(old, new) > 0:
            factor = max(old, new) / min(old, new)
            if factor >= TENFOLD:
                yield Jump(before, after, _words(before, after))


def _words(before: Point, after: Point) -> Bilingual:
    name, old, new = after.value.name, before.value, after.value
    return Bilingual(
        zh=f"{name.zh}：{before.year}年为{old.said}，{after.year}年为{new.said}，相差十倍以上，请核对原文。",
        en=(
            f"{name.en}: {old.value:f} in {before.year}, {new.value:f} in {after.year}; "
            "a factor of ten or more: look at the sources."
        ),
    )
