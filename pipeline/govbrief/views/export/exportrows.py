"""Owns what the tables hold: figures, items and indicators of briefs in typed columns; must not know any format.

Text is cleaned for the eye (one line, nothing invisible); `start` and `end` say where its raw form stands.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final, NamedTuple

from govbrief.base.plain import clean
from govbrief.compare.indicators import IndicatorValue, indicators_of, load_catalogue
from govbrief_schemas.brief import Brief, BriefItem, Figure

Cell = str | int | Decimal | None
TableRow = tuple[Cell, ...]


class ColumnType(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    """An exact decimal."""


class TableColumn(NamedTuple):
    """A column of a table."""

    name: str
    type: ColumnType = ColumnType.TEXT


class Table(NamedTuple):
    """Rows under typed columns; an empty cell is None, and says that the brief does not know."""

    name: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


def _columns(text: str) -> tuple[TableColumn, ...]:
    """Columns from words like `report year:whole value:number`."""
    pairs = (word.partition(":") for word in text.split())
    return tuple(TableColumn(name, ColumnType(sort) if sort else ColumnType.TEXT) for name, _, sort in pairs)


_REPORT: Final = "report report_en issuer issuer_en year:whole source sha256 report_findings:whole"
_PLACE: Final = "start:whole end:whole evidence"
FIGURES: Final = _columns(
    f"{_REPORT} measure measure_en value:number unit zh en scope scope_en status by by_en "
    f"indicator item findings:whole {_PLACE}"
)
ITEMS: Final = _columns(
    f"{_REPORT} item kind theme actor actor_en zh en cause cause_en target target_en by by_en "
    f"section tag findings:whole {_PLACE}"
)
INDICATORS: Final = _columns(
    f"{_REPORT} indicator name name_en value:number unit said status told_year:whole period "
    f"scope figure:whole item {_PLACE}"
)
TABLES: Final = ("figures", "items", "indicators")


def build_tables(briefs: Sequence[Brief], names: Sequence[str] = TABLES) -> tuple[Table, ...]:
    """The tables of these names, rows in the order of the briefs."""
    told = [(brief, indicators_of(brief)) for brief in briefs]
    rows = {
        "figures": lambda: tuple(row for brief, values in told for row in _figures(brief, values)),
        "items": lambda: tuple(row for brief in briefs for row in _items(brief)),
        "indicators": lambda: tuple(row for brief, values in told for row in _indicators(brief, values)),
    }
    columns = {"figures": FIGURES, "items": ITEMS, "indicators": INDICATORS}
    return tuple(Table(name, columns[name], rows[name]()) for name in names)


def _report(brief: Brief) -> TableRow:
    head = brief.report
    return (
        clean(head.title.zh), clean(head.title.en), clean(head.issuer.zh), clean(head.issuer.en),
        head.year, clean(head.source), clean(head.sha256), len(head.doubts),
    )  # fmt: skip


def _figures(brief: Brief, values: Sequence[IndicatorValue]) -> Iterator[TableRow]:
    mapped = {value.figure: value.indicator for value in values if value.figure is not None}
    for index, figure in enumerate(brief.figures):
        yield _report(brief) + _figure(figure, mapped.get(index))


def _figure(figure: Figure, indicator: str | None) -> TableRow:
    piece = figure.evidence
    return (
        clean(figure.measure.zh), clean(figure.measure.en), _number(figure.value), clean(figure.unit),
        clean(figure.zh), clean(figure.en), clean(figure.scope.zh), clean(figure.scope.en), figure.status.value,
        clean(figure.by.zh), clean(figure.by.en), indicator, clean(figure.item), len(figure.doubts),
        piece.start, piece.end, clean(piece.text),
    )  # fmt: skip


def _items(brief: Brief) -> Iterator[TableRow]:
    for item in brief.items:
        yield _report(brief) + _item(item)


def _item(item: BriefItem) -> TableRow:
    pieces = item.evidence
    return (
        clean(item.id), item.kind.value, item.theme.value, clean(item.actor.zh), clean(item.actor.en),
        clean(item.zh), clean(item.en), clean(item.cause.zh), clean(item.cause.en),
        clean(item.target.zh), clean(item.target.en), clean(item.by.zh), clean(item.by.en),
        clean(item.section), clean(item.tag), len(item.doubts),
        min((piece.start for piece in pieces), default=None), max((piece.end for piece in pieces), default=None),
        " ".join(clean(piece.text) for piece in pieces),
    )  # fmt: skip


def _indicators(brief: Brief, values: Sequence[IndicatorValue]) -> Iterator[TableRow]:
    units = {one.id: one.unit for one in load_catalogue().indicators}
    for value in values:
        yield (
            *_report(brief), value.indicator, value.name.zh, value.name.en, value.value,
            clean(value.unit) or units[value.indicator], clean(value.said), value.status.value, value.year,
            clean(value.period), clean(value.scope), value.figure, clean(value.item),
            value.evidence.start, value.evidence.end, clean(value.sentence.text),
        )  # fmt: skip


def _number(text: str) -> Decimal | None:
    """The exact value; None where a brief from elsewhere holds no number."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
