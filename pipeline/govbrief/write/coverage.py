"""Owns what of the source no line of the brief tells: statements and amounts, section by section."""

from collections.abc import Mapping, Sequence

from govbrief.checking.check import SourceIndex
from govbrief.write.method import Checked
from govbrief.write.sectiontags import section_tag
from govbrief.write.shownlines import one_line
from govbrief.write.weigh import states_something
from govbrief_schemas.brief import (
    Coverage,
    Failure,
    QuantityCoverage,
    SectionCoverage,
    Untold,
    UnusedQuantity,
)
from govbrief_schemas.finding import Verdict
from govbrief_schemas.quantity import Quantity
from govbrief_schemas.report import Outline, Role, Span

CLAUSE_ENDS = "。;；,，\n!！?？"
CONTEXT_CHARS = 40
"""Of the clause around a quantity that no item used."""


def coverage(
    outline: Outline,
    witness: SourceIndex,
    kept: Sequence[Checked],
    english: Mapping[str, str],
    voices: Mapping[str, str],
) -> Coverage:
    """Statements and amounts that the shown items tell.

    A statement is told that an item rests on; an amount, that a supported finding points at. `english` names sections.
    """
    told = {s.span for one in kept for s in one.item.evidence}
    items = [0] * len(outline.sections)
    for one in kept:
        items[one.item.section] += 1
    stated = [
        [s for s in section.sentences if states_something(s.text) or s.span in told]
        for section in outline.sections
    ]
    return Coverage(
        sections=tuple(
            SectionCoverage(
                heading=section.heading,
                tag=section_tag(outline, index, voices),
                role=section.role,
                items=n,
                statements=len(some),
                told=sum(s.span in told for s in some),
                en="" if any(s.span in told for s in some) else english.get(one_line(section.heading), ""),
            )
            for index, (section, n, some) in enumerate(zip(outline.sections, items, stated, strict=True))
            if section.sentences
        ),
        quantities=_quantities(outline, witness, kept),
        untold=tuple(
            Untold(start=s.span.start, end=s.span.end, text=s.span.of(witness.text), section=section.heading)
            for section, some in zip(outline.sections, stated, strict=True)
            for s in some
            if s.span not in told
        ),
    )


def _quantities(outline: Outline, witness: SourceIndex, kept: Sequence[Checked]) -> QuantityCoverage:
    findings = [f for one in kept for f in one.findings if f.verdict is Verdict.SUPPORTED]
    pointed = {f.quantity.span.start if f.quantity else f.start for f in findings}
    amounts = [q for q in witness.quantities if q.is_amount]
    unused = [q for q in amounts if q.span.start not in pointed]
    return QuantityCoverage(
        total=len(amounts),
        used=len(amounts) - len(unused),
        unused=tuple(_unused(q, outline, witness.text) for q in unused),
    )


def _unused(quantity: Quantity, outline: Outline, text: str) -> UnusedQuantity:
    span = quantity.span
    section = next((s.heading for s in outline.sections if s.span.start <= span.start < s.span.end), "")
    return UnusedQuantity(
        start=span.start, end=span.end, text=span.of(text), context=_clause(span, text), section=section
    )


def _clause(span: Span, text: str) -> str:
    """The clause around `span`, on one line, so that a reader knows what the number was about."""
    before = text[max(0, span.start - CONTEXT_CHARS) : span.start]
    after = text[span.end : span.end + CONTEXT_CHARS]
    start = max(before.rfind(mark) for mark in CLAUSE_ENDS) + 1
    ends = [at for mark in CLAUSE_ENDS if (at := after.find(mark)) >= 0]
    return " ".join((before[start:] + span.of(text) + after[: min(ends, default=len(after))]).split())


def untold_shortcomings(outline: Outline, kept: Sequence[Checked]) -> tuple[Failure, ...]:
    """Shortcomings that no item tells: a reader of the brief must not take silence for their absence."""
    told = {s.span for one in kept for s in one.item.evidence}
    return tuple(
        Failure(
            section=section.heading,
            reason=f"a shortcoming is not told by any item: {sentence.text}",
            reason_zh=f"此问题没有条目述及：{sentence.text}",
        )
        for section in outline.sections
        if section.role is Role.SHORTCOMING
        for sentence in section.sentences
        if sentence.span not in told and states_something(sentence.text)
    )
