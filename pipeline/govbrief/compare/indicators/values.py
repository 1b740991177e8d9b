"""Owns the step from the numbers of a text or a brief to values of indicators; a number is mapped or left alone.

What a number means is read in the source's own sentence, never in a model's wording: a brief carries these sentences
as the evidence of its items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from govbrief.compare.indicators.catalogue import Catalogue, Indicator, WordClass, load_catalogue
from govbrief.compare.indicators.naming import cut_words, read_phrases
from govbrief.compare.indicators.periods import status_of, time_of
from govbrief.compare.indicators.slots import NumberSlot, cut_slots
from govbrief.numbers.find import find_quantities
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Evidence, Figure, Status
from govbrief_schemas.item import Kind
from govbrief_schemas.quantity import Lying, Motion, Quantity, QuantityKind
from govbrief_schemas.report import Role

_ADDED = "新增"
"""新增416人 counts the new ones; 增加416人 is a difference."""
_STOPS = frozenset("。！？!?\n")
_PART = re.compile(
    r"(?:本级|市级|省级|区级|县级|州级|[省市区县州]直(?:部门)?|机关|^我[局委办厅院镇]|^本[局委办厅院单].*)$"
)
"""Words of scope that say less than the issuer's whole area; 全市 and 各级 do not."""


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One number of a report, known to be the value of an indicator."""

    indicator: str
    """Id in the catalogue."""
    name: Bilingual
    value: Decimal
    unit: str
    said: str
    """The number as the source writes it."""
    status: Status
    year: int | None
    """The year that it is told of; None where neither the sentence nor the report names one."""
    period: str
    """The words of a time that is no whole year, e.g. 五年来; empty for a year's value."""
    scope: str
    """Whose number it is where not the issuer's whole area, e.g. 市本级; empty where it is."""
    evidence: Evidence
    """The number's slice of the source."""
    sentence: Evidence
    """The sentence of the source in which it stands."""
    figure: int | None = None
    """Index into the brief's figures; None where it is none of them."""
    item: str = ""
    """Id of the item whose evidence holds it."""


class Mapped(NamedTuple):
    """A number of a text and the indicator whose value it is."""

    indicator: Indicator
    quantity: Quantity
    slot: NumberSlot


def map_quantities(text: str, catalogue: Catalogue | None = None) -> tuple[Mapped, ...]:
    """The numbers of a Chinese text that are values of indicators, in reading order."""
    known = catalogue or load_catalogue()
    slots = tuple(cut_slots(text, find_quantities(text, "zh")))
    return tuple(
        Mapped(indicator, slot.quantity, slot)
        for slot, phrase in zip(slots, read_phrases(slots, known), strict=True)
        if slot.quantity is not None
        and phrase is not None
        and _is_value(slot, slot.quantity)
        and (indicator := known.find(phrase.topics, phrase.acts, slot.quantity.unit))
    )


def indicators_in(text: str, year: int | None, start: int = 0) -> tuple[IndicatorValue, ...]:
    """The values that a text tells, as a report of `year`; `start` is where the text stands in the raw source."""
    return tuple(_value(one, text, year, start) for one in map_quantities(text))


def indicators_of(brief: Brief) -> tuple[IndicatorValue, ...]:
    """The values that a brief tells or rests on, each once, in the order of the source.

    A figure of the brief keeps its own status; numbers in the evidence of a plan are targets.
    """
    figures = {figure.evidence.start: index for index, figure in enumerate(brief.figures)}
    found: dict[int, IndicatorValue] = {}
    for item, kind, piece in _passages(brief):
        for one in indicators_in(piece.text, brief.report.year, piece.start):
            index = figures.get(one.evidence.start)
            if index is not None:
                placed = _as_figure(one, brief.figures[index], index)
            else:
                placed = replace(one, status=Status.TARGET) if kind is Kind.PLAN else one
            found.setdefault(one.evidence.start, replace(placed, item=item))
    for index, figure in enumerate(brief.figures):
        if not any(value.figure == index for value in found.values()):
            found.update(_bare(figure, index, brief.report.year))
    return tuple(found[start] for start in sorted(found))


def _passages(brief: Brief) -> Iterator[tuple[str, Kind | None, Evidence]]:
    """The pieces of source that a brief carries, and what item each belongs to."""
    for item in brief.items:
        for piece in item.evidence:
            yield item.id, item.kind, piece
    plans = {section.heading for section in brief.coverage.sections if section.role is Role.PLAN}
    for untold in brief.coverage.untold:
        kind = Kind.PLAN if untold.section in plans else None
        yield "", kind, Evidence(start=untold.start, end=untold.end, text=untold.text)


def _as_figure(one: IndicatorValue, figure: Figure, index: int) -> IndicatorValue:
    """The value with what the brief says of its figure: status, scope, and of what time it is."""
    scope = "" if figure.scope.zh.startswith("全") else figure.scope.zh
    time = time_of(figure.by.zh, one.year) if figure.by.zh else None
    told = replace(one, status=figure.status, scope=one.scope or scope, figure=index)
    return replace(told, year=time.year, period=one.period or time.period) if time else told


def _bare(figure: Figure, index: int, year: int | None) -> dict[int, IndicatorValue]:
    """A figure that no item's evidence holds: its slice of the source, or its measure and its number."""
    text, start = figure.evidence.text, figure.evidence.start
    for words in (text, f"{figure.measure.zh}{figure.zh}"):
        mine = [one for one in indicators_in(words, year, start) if one.said == figure.zh]
        if len(mine) == 1:
            placed = _as_figure(mine[0], figure, index)
            whole = replace(placed, evidence=figure.evidence, sentence=figure.evidence, item=figure.item)
            return {start: whole}
    return {}


def _is_value(slot: NumberSlot, quantity: Quantity) -> bool:
    """Whether the number is the value itself: no difference from another, no value of before, nothing unsure."""
    if quantity.kind in {QuantityKind.POINT, QuantityKind.MULTIPLE} or quantity.uncertain:
        return False
    by = quantity.motion is Motion.BY and not slot.lead.endswith(_ADDED)
    return not by and quantity.motion is not Motion.FROM and quantity.side is Lying.NONE


def _value(one: Mapped, text: str, year: int | None, start: int) -> IndicatorValue:
    span = one.quantity.span
    low, high = _sentence(text, span.start, span.end)
    time = time_of(text[low : span.start], year)
    return IndicatorValue(
        indicator=one.indicator.id,
        name=one.indicator.name,
        value=_plain(one.quantity.value),
        unit=one.quantity.unit or one.indicator.unit,
        said=one.quantity.text,
        status=status_of(text[low : span.start], time.year, year),
        year=time.year,
        period=time.period,
        scope=_scope(one.slot),
        evidence=_slice(text, span.start, span.end, start),
        sentence=_slice(text, low, high, start),
    )


def _plain(value: Decimal) -> Decimal:
    """The same value without zeros behind the point, and without an exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _slice(text: str, low: int, high: int, start: int) -> Evidence:
    return Evidence(start=start + low, end=start + high, text=text[low:high])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = max((at + 1 for at in range(start) if text[at] in _STOPS), default=0)
    high = min((at + 1 for at in range(end, len(text)) if text[at] in _STOPS), default=len(text))
    while low < start and text[low].isspace():
        low += 1
    return low, high


def _scope(slot: NumberSlot) -> str:
    """The words around the number that say whose it is, where not the whole area's."""
    catalogue = load_catalogue()
    words = (*cut_words(slot.lead, catalogue), *cut_words(slot.trail, catalogue))
    named = (word.text for word in words if word.sort & WordClass.SCOPE and word.text in catalogue.words)
    return next((text for text in named if _PART.search(text)), "")
