"""Owns the headline numbers where a model cannot be trusted to name them: what a rule found that they count."""

from collections.abc import Sequence

from govbrief.checking.check import SourceIndex
from govbrief.figures import Candidate, RowWords, figure_of, status_of
from govbrief.write.method import Checked, cost
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Figure, Status
from govbrief_schemas.finding import Verdict
from govbrief_schemas.quantity import Quantity, QuantityKind
from govbrief_schemas.report import Outline

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


def confirmed_figures(items: Sequence[Checked], source: SourceIndex, outline: Outline) -> tuple[Figure, ...]:
    """Up to `MOST` figures that both languages of an item without doubt confirm, the measure in Chinese only."""
    best: dict[tuple[int, int], tuple[float, Figure]] = {}
    for one in items:
        for quantity in _confirmed(one, source):
            rank = _rank(quantity)
            if rank > 0 and quantity.subject:
                best.setdefault(quantity.span, (rank, _figure(one, quantity, outline)))
    ranked = sorted(best, key=lambda span: (-best[span][0], span))[:MOST]
    return tuple(best[span][1] for span in sorted(ranked))


def _confirmed(one: Checked, source: SourceIndex) -> list[Quantity]:
    """Source quantities that findings in both languages confirm, for an item without doubts."""
    if cost(one.findings):
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


def _figure(one: Checked, quantity: Quantity, outline: Outline) -> Figure:
    sentence = next(
        (s for s in one.item.evidence if s.span.start <= quantity.span.start < s.span.end),
        one.item.evidence[0],
    )
    row = Candidate("", quantity, sentence, one.item.section, one.item.id)
    words = RowWords(Bilingual(zh=quantity.subject, en=""))
    return figure_of(row, outline.report.text, words, status_of(row, outline, Status.RESULT))
