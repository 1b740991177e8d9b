"""Owns the key figures: which quantities deserve the table, and what they are said of."""

from collections.abc import Sequence

from govbrief.checking.check import SourceIndex
from govbrief.numbers.spell import english_form
from govbrief.small.settle import Checked
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Evidence, Figure
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.quantity import Quantity, QuantityKind

MOST = 12
"""Rows of the table: what a reader takes in at a glance."""
_RANK = {
    QuantityKind.MONEY: 4.0,
    QuantityKind.PERCENT: 3.0,
    QuantityKind.POINT: 3.0,
    QuantityKind.COUNT: 2.0,
    QuantityKind.MEASURE: 2.0,
}
SMALL = 10
"""Counts below this are seldom what a reader looks for in a table."""


def key_figures(checked: Sequence[Checked], source: SourceIndex, text: str) -> tuple[Figure, ...]:
    """Up to `MOST` figures that the source carries and both languages of an item confirm, in reading order."""
    best: dict[tuple[int, int], tuple[float, Figure]] = {}
    for one in checked:
        for quantity in _confirmed(one, source):
            rank = _rank(quantity)
            figure = _figure(one, quantity, text)
            if rank > 0 and figure is not None:
                best.setdefault(quantity.span, (rank, figure))
    ranked = sorted(best, key=lambda span: (-best[span][0], span))[:MOST]
    return tuple(best[span][1] for span in sorted(ranked))


def advice(finding: Finding, source: SourceIndex) -> str:
    """How the number that a finding points at is written correctly; empty when it points at none."""
    if finding.language == "zh":
        return ""
    amounts = (q for q in source.quantities if q.is_amount)
    quantity = next(
        (q for q in amounts if finding.start in {q.span.start, None} and q.text == finding.expected), None
    )
    return f"Write {english_form(quantity)} for {quantity.text}." if quantity else ""


def _confirmed(one: Checked, source: SourceIndex) -> list[Quantity]:
    """Source quantities that findings in both languages confirm, for an item without doubts."""
    if one.cost:
        return []
    places = [
        {f.start for f in one.findings if f.verdict is Verdict.SUPPORTED and f.language == language}
        for language in ("zh", "en")
    ]
    both = places[0] & places[1]
    return [q for q in source.quantities if q.span.start in both and q.is_amount]


def _rank(quantity: Quantity) -> float:
    if quantity.kind is QuantityKind.COUNT and quantity.value < SMALL:
        return 0.0
    digits = len(f"{quantity.value:f}".partition(".")[0].lstrip("-"))
    return _RANK.get(quantity.kind, 1.0) + digits / 3


def _figure(one: Checked, quantity: Quantity, text: str) -> Figure | None:
    """The row for `quantity`, its measure in Chinese only; None when no rule found what it counts."""
    if not quantity.subject:
        return None
    return Figure(
        measure=Bilingual(zh=quantity.subject, en=""),
        value=f"{quantity.value.normalize():f}",
        unit=quantity.unit,
        zh=quantity.text,
        en=english_form(quantity),
        item=one.item.id,
        evidence=Evidence(start=quantity.span.start, end=quantity.span.end, text=quantity.span.of(text)),
    )
