"""Owns finding quantities in any text of the project, by language, or in a whole outline."""

import re
from collections.abc import Iterator, Sequence

from govbrief.numbers.squeeze import cut
from govbrief.numbers.zh.quantities_zh import find_quantities_zh, moved, with_labels
from govbrief_schemas.quantity import Quantity
from govbrief_schemas.report import Outline, Span

_LINE_BREAK = re.compile(r"\s*\n\s*")


def find_quantities(
    text: str, lang: str, labels: Sequence[Span] = (), *, bind: bool = True
) -> tuple[Quantity, ...]:
    """Every number of a text in reading order, amounts and others; spans into `text`.

    `lang` is `zh` or `en`. `labels` are spans of list markers: each becomes one quantity of kind LABEL, and
    nothing else is read inside it. Without `bind` the subjects are left empty, which is faster.
    """
    if lang == "en":
        from govbrief.numbers.en.quantities_en import find_quantities_en  # noqa: PLC0415 - Chinese should not load English

        return find_quantities_en(text, labels)
    return find_quantities_zh(text, labels, bind=bind)


def find_in_outline(outline: Outline) -> tuple[Quantity, ...]:
    """Every number of a report in reading order, noise left out; spans into the raw text.

    Noise and line breaks inside a sentence are bridged: a number that a page break cut in two is read whole.
    """
    raw = outline.report.text
    pieces = sorted({*_broken(outline), *((span.start, span.end) for span in outline.noise)})
    if not pieces:
        return find_quantities_zh(raw, outline.labels)
    squeezed = cut(raw, _apart(pieces))
    found = [moved(one, squeezed, raw) for one in find_quantities_zh(squeezed.text)]
    return with_labels(found, outline.labels, raw)


def _broken(outline: Outline) -> Iterator[tuple[int, int]]:
    """Line breaks inside sentences that the outline has joined."""
    raw = outline.report.text
    for section in outline.sections:
        for sentence in section.sentences:
            start, end = sentence.span
            if len(sentence.text) != end - start:
                for match in _LINE_BREAK.finditer(raw, start, end):
                    yield match.span()


def _apart(pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same pieces without overlaps."""
    last = 0
    for start, end in pieces:
        if end > last:
            yield max(start, last), end
            last = end
