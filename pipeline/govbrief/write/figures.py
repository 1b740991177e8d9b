"""Owns the headline numbers: which quantities are proposed for the table, and what of a row code decides.

A number is proposed for what it is and how the text presents it, never for its size: amounts of the lines that the
brief shows, then amounts of weighty sentences that no line tells. Values are printed from the source's quantity.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.checking.check import SourceIndex
from govbrief.numbers.numerals import ZH_NUMERAL
from govbrief.numbers.spell import chinese_form, english_as_said
from govbrief.read.structure.lookback import looks_back
from govbrief.write.method import Checked
from govbrief.write.weigh import weight
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Evidence, Figure, Status
from govbrief_schemas.item import NOTHING
from govbrief_schemas.quantity import Quantity, QuantityKind
from govbrief_schemas.report import Outline, Role, Sentence

PROPOSED = 48
"""Numbers that are proposed at most."""
_FEW = 3
"""Up to here a count without digits (两个专班) is part of a sentence and no figure of a table."""
_RANK = {
    QuantityKind.MONEY: 4.0,
    QuantityKind.PERCENT: 4.0,
    QuantityKind.POINT: 3.0,
    QuantityKind.MULTIPLE: 3.0,
    QuantityKind.RATIO: 3.0,
    QuantityKind.COUNT: 2.0,
    QuantityKind.MEASURE: 2.0,
    QuantityKind.DURATION: 0.5,
}
_TOLD = 2.0
"""What a number gains that a line of the brief tells."""
_WEIGHTY = 5.0
"""Weight of a sentence from which a number that no line tells is proposed."""


_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"\d|[{ZH_NUMERAL}半数](?!元|吨|人次|斤)")
"""亿元以上 says a bound without a number."""


class Candidate(NamedTuple):
    """A number that may stand in the table."""

    id: str
    """`Q1` and so on, in reading order."""
    quantity: Quantity
    sentence: Sentence
    section: int
    item: str
    """Id of the first line that tells its sentence; empty where none does."""


def candidates(items: Sequence[Checked], witness: SourceIndex, outline: Outline) -> tuple[Candidate, ...]:
    """Up to `PROPOSED` numbers in reading order, each sentence's once: a second copy of a text counts no more."""
    teller = {s.span: one.item.id for one in reversed(items) for s in one.item.evidence}
    ranked: list[tuple[float, Quantity, Sentence, int]] = []
    seen: set[tuple[str, str]] = set()
    for index, section in enumerate(outline.sections):
        for sentence in section.sentences:
            told = sentence.span in teller
            if not told and weight(sentence.text) < _WEIGHTY:
                continue
            for quantity in witness.quantities:
                inside = sentence.span.start <= quantity.span.start < sentence.span.end
                key = (quantity.text, sentence.text)
                if inside and is_figure(quantity) and key not in seen:
                    seen.add(key)
                    rank = _RANK.get(quantity.kind, 1.0) + (_TOLD if told else 0.0)
                    ranked.append((rank, quantity, sentence, index))
    best = sorted(ranked, key=lambda row: (-row[0], row[1].span))[:PROPOSED]
    return tuple(
        Candidate(f"Q{n}", quantity, sentence, index, teller.get(sentence.span, ""))
        for n, (_, quantity, sentence, index) in enumerate(sorted(best, key=lambda row: row[1].span), 1)
    )


def is_figure(quantity: Quantity) -> bool:
    """Whether the number could stand in a table: an amount with a number of its own, and no small count in words."""
    if not quantity.is_amount or not _NUMBER.search(quantity.text):
        return False
    counts = quantity.kind is QuantityKind.COUNT and not _DIGIT.search(quantity.text)
    return not (counts and abs(quantity.value) <= _FEW)


def status_of(candidate: Candidate, outline: Outline, told: Status) -> Status:
    """Result or target: decided by the section where that is certain, else as `told`."""
    role = outline.sections[candidate.section].role
    if role is Role.PLAN and not looks_back(candidate.sentence.text):
        return Status.TARGET
    return Status.RESULT if role is Role.ACHIEVEMENT and looks_back(candidate.sentence.text) else told


class RowWords(NamedTuple):
    """What a row of the table says beside its number."""

    measure: Bilingual
    scope: Bilingual = NOTHING
    by: Bilingual = NOTHING


def figure_of(candidate: Candidate, text: str, words: RowWords, status: Status) -> Figure:
    """The row for a number of the raw `text`; what it counts, of whom and when are words, the value is the source's."""
    quantity = candidate.quantity
    zh = chinese_form(quantity, text)
    return Figure(
        measure=words.measure,
        value=f"{quantity.value.normalize():f}",
        unit=quantity.unit,
        zh=zh,
        en=english_as_said(quantity, zh),
        scope=words.scope,
        status=status,
        by=words.by,
        item=candidate.item,
        evidence=Evidence(start=quantity.span.start, end=quantity.span.end, text=quantity.text),
    )
