"""Owns IndicatorSeries to the table of places and years, with a small drawing a row; must not know any one indicator.

Every drawing of one indicator has the same axes, so that rows can be compared by eye; the values are the reports' own.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup, escape

from govbrief.base.plain import clean
from govbrief.compare.indicators import Indicator, IndicatorSeries, Point
from govbrief_schemas.bilingual import Bilingual

_WIDE, _HIGH, _EDGE = 120, 30, 4


class PlaceRow(NamedTuple):
    """One place: its value in each year, None where no report gives one, and the drawing of them."""

    place: Bilingual
    cells: tuple[Point | None, ...]
    chart: Markup


class IndicatorTable(NamedTuple):
    """One indicator in every place and year that a brief tells it of."""

    indicator: Indicator
    years: tuple[int, ...]
    rows: tuple[PlaceRow, ...]
    warnings: tuple[Bilingual, ...]
    """Jumps between two years, and years for which reports disagree."""

    @property
    def name(self) -> Bilingual:
        """The indicator's name as a heading."""
        name = self.indicator.name
        return Bilingual(zh=name.zh, en=f"{name.en[:1].upper()}{name.en[1:]}")

    @property
    def unit_is_word(self) -> bool:
        """Whether the unit is a Chinese word, which who reads none need not see."""
        return not self.indicator.unit.isascii()


def lay_table(found: IndicatorSeries) -> IndicatorTable:
    """The table, places in the order in which they came."""
    years = tuple(sorted({point.year for point in found.points}))
    places = dict.fromkeys(point.place.zh for point in found.points)
    return IndicatorTable(
        found.indicator,
        years,
        tuple(
            _row([p for p in found.points if p.place.zh == place], years, found.points) for place in places
        ),
        (*(jump.message for jump in found.jumps), *map(_disputed, found.disputed)),
    )


def _row(mine: Sequence[Point], years: Sequence[int], everybody: Sequence[Point]) -> PlaceRow:
    by_year = {point.year: point for point in mine}
    cells = tuple(by_year.get(year) for year in years)
    return PlaceRow(mine[0].place, cells, _draw(mine, years, max(p.value.value for p in everybody)))


def _draw(points: Sequence[Point], years: Sequence[int], highest: Decimal) -> Markup:
    """A line through the years, a dot for each value; the axis begins at nought."""
    span = max(years[-1] - years[0], 1)
    top = highest if highest > 0 else Decimal(1)
    places = [
        (
            _EDGE + (point.year - years[0]) * (_WIDE - 2 * _EDGE) / span,
            _HIGH - _EDGE - float(max(point.value.value, Decimal(0)) / top) * (_HIGH - 2 * _EDGE),
        )
        for point in points
    ]
    told = "; ".join(f"{point.year}: {shown(point)}" for point in points)
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = Markup().join(Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2.5"/>').format(x, y) for x, y in places)
    return Markup(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}"><polyline points="{}"/>{}</svg>'
    ).format(_WIDE, _HIGH, escape(told), line, dots)


def shown(point: Point) -> str:
    """The value with all of its digits, thousands apart."""
    return f"{point.value.value:,f}"


def _disputed(points: Sequence[Point]) -> Bilingual:
    """One place and year of which reports say different things."""
    place, year = points[0].place, points[0].year
    values = " / ".join(dict.fromkeys(shown(point) for point in points))
    return Bilingual(
        zh=f"{clean(place.zh)}{year}年：各报告不一致（{values}），未列入。",
        en=f"{clean(place.en) or clean(place.zh)}, {year}: reports disagree ({values}); none is shown.",
    )
