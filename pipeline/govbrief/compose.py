"""Owns Findings to Brief: puts the parts together; must not invent or re-type a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from govbrief.checking.check import SourceIndex
from govbrief.small.digest import Digest, Names
from govbrief.small.settle import Checked
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import (
    Brief,
    BriefItem,
    Coverage,
    Evidence,
    Failure,
    Figure,
    Head,
    Provenance,
    QuantityCoverage,
    SectionCoverage,
    Summary,
    SummarySentence,
    UnusedQuantity,
)
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.report import Outline, Report, Role, Sentence, Span

CLAUSE_ENDS = "。;；,，\n!！?？"
CONTEXT_CHARS = 40
"""Of the clause around a quantity that no item used."""


@dataclass(frozen=True, slots=True)
class Parts:
    """All that the steps before made of one report."""

    outline: Outline
    source: SourceIndex
    checked: tuple[Checked, ...]
    names: Names
    name_findings: tuple[Finding, ...]
    digests: tuple[tuple[Digest, tuple[Finding, ...]], ...]
    figures: tuple[Figure, ...]
    failures: tuple[Failure, ...]


def compose(parts: Parts, provenance: Provenance) -> Brief:
    """The brief; with `provenance.strict` without the items that have doubts."""
    report = parts.outline.report
    kept = to_show(parts.checked, strict=provenance.strict)
    digests = tuple(d for d in parts.digests if not (provenance.strict and _doubtful(d[1])))
    sentences = tuple(_summary_sentence(*d) for d in digests)
    return Brief(
        report=_head(report, parts.names, parts.name_findings),
        summary=Summary(
            zh=tuple(s.zh for s in sentences), en=tuple(s.en for s in sentences), sentences=sentences
        ),
        figures=parts.figures,
        items=tuple(_item(c, parts.outline) for c in kept),
        coverage=_coverage(parts, kept),
        failures=parts.failures + _uncovered(parts.outline, kept),
        provenance=provenance.model_copy(update={"left_out": len(parts.checked) - len(kept)}),
    )


def to_show(checked: Sequence[Checked], *, strict: bool) -> tuple[Checked, ...]:
    """The items that a reader gets: none that repeats the prompt, and with `strict` none with a doubt."""
    return tuple(c for c in checked if c.is_result and not (strict and c.cost))


def _doubtful(findings: Sequence[Finding]) -> bool:
    return any(f.verdict is not Verdict.SUPPORTED for f in findings)


def _evidence(sentence: Sentence, text: str) -> Evidence:
    return Evidence(start=sentence.span.start, end=sentence.span.end, text=sentence.span.of(text))


def _head(report: Report, names: Names, findings: Sequence[Finding]) -> Head:
    return Head(
        title=Bilingual(zh=report.title.value if report.title else "", en=names.title),
        issuer=Bilingual(zh=report.issuer.value if report.issuer else "", en=names.issuer),
        year=int(report.year.value) if report.year else None,
        kind=report.kind.value if report.kind else None,
        source=report.source,
        sha256=report.sha256,
        findings=tuple(findings),
    )


def _summary_sentence(digest: Digest, findings: Sequence[Finding]) -> SummarySentence:
    return SummarySentence(
        zh=digest.item.zh,
        en=digest.item.en,
        items=tuple(i.id for i in digest.sources),
        findings=tuple(findings),
    )


def _item(checked: Checked, outline: Outline) -> BriefItem:
    item = checked.item
    return BriefItem(
        id=item.id,
        kind=item.kind,
        theme=item.theme,
        zh=item.zh,
        en=item.en,
        section=outline.sections[item.section].heading,
        evidence=tuple(_evidence(s, outline.report.text) for s in item.evidence),
        findings=tuple(checked.findings),
        tries=checked.tries,
    )


def _coverage(parts: Parts, kept: Sequence[Checked]) -> Coverage:
    """Items per section, and the source's amounts that a supported finding points at."""
    text = parts.outline.report.text
    per_section = [0] * len(parts.outline.sections)
    for one in kept:
        per_section[one.item.section] += 1
    pointed = {f.start for c in kept for f in c.findings if f.verdict is Verdict.SUPPORTED}
    amounts = [q for q in parts.source.quantities if q.is_amount]
    unused = [q for q in amounts if q.span.start not in pointed]
    return Coverage(
        sections=tuple(
            SectionCoverage(heading=s.heading, role=s.role, items=n)
            for s, n in zip(parts.outline.sections, per_section, strict=True)
            if s.sentences
        ),
        quantities=QuantityCoverage(
            total=len(amounts),
            used=len(amounts) - len(unused),
            unused=tuple(
                UnusedQuantity(
                    start=q.span.start, end=q.span.end, text=q.span.of(text), context=_clause(q.span, text)
                )
                for q in unused
            ),
        ),
    )


def _clause(span: Span, text: str) -> str:
    """The clause around `span`, on one line, so that a reader knows what the number was about."""
    before = text[max(0, span.start - CONTEXT_CHARS) : span.start]
    after = text[span.end : span.end + CONTEXT_CHARS]
    start = max(before.rfind(mark) for mark in CLAUSE_ENDS) + 1
    ends = [at for mark in CLAUSE_ENDS if (at := after.find(mark)) >= 0]
    return " ".join((before[start:] + span.of(text) + after[: min(ends, default=len(after))]).split())


def _uncovered(outline: Outline, kept: Sequence[Checked]) -> tuple[Failure, ...]:
    """Shortcomings that no item tells: a reader of the brief must not take silence for their absence."""
    told = {s.span for c in kept for s in c.item.evidence}
    return tuple(
        Failure(section=section.heading, reason=f"a shortcoming is not told by any item: {sentence.text}")
        for section in outline.sections
        if section.role is Role.SHORTCOMING
        for sentence in section.sentences
        if sentence.span not in told
    )
