"""Owns finding quantities in any text of the project: by language, or in a whole outline; must not know that an LLM exists."""

from collections.abc import Sequence
from typing import Literal

from pipeline.quantities_zh import find_quantities_zh
from schemas.quantity import Quantity
from schemas.report import Outline, Span

Language = Literal["zh", "en"]


def find_quantities(text: str, lang: Language, labels: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Every number of a text in reading order, amounts and others; spans into `text`.

    `labels` are spans of list markers: one quantity of kind LABEL each, and nothing else is read inside them.
    """
    if lang == "en":
        from pipeline.quantities_en import find_quantities_en  # noqa: PLC0415 - Chinese alone should not load English

        return find_quantities_en(text, labels)
    return find_quantities_zh(text, labels)


def find_in_outline(outline: Outline) -> tuple[Quantity, ...]:
    """Every number of a report, noise left out; spans into the raw text."""
    return find_quantities_zh(outline.report.text, outline.labels)
