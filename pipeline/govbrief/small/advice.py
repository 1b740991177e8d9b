"""Owns how a number is written correctly: what a complaint about English tells beside the complaint."""

from govbrief.checking.check import SourceIndex
from govbrief.numbers.spell import english_form
from govbrief_schemas.finding import Finding


def advice(finding: Finding, source: SourceIndex) -> str:
    """How the number that a finding points at is written; empty when it points at none."""
    if finding.language == "zh":
        return ""
    amounts = (q for q in source.quantities if q.is_amount)
    quantity = finding.quantity or next(
        (q for q in amounts if finding.start in {q.span.start, None} and q.text == finding.expected), None
    )
    return f"Write {english_form(quantity)} for {quantity.text}." if quantity else ""
