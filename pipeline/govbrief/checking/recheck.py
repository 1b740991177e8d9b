"""Owns checking a brief against its source again; nothing that the brief says of itself is taken on trust.

Evidence is compared with the source's own characters, figures with its quantities, and every finding is made anew
from the texts: without the brief's own findings the answer is the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govbrief.checking.check import (
    SourceIndex,
    check_heading,
    check_item,
    check_naming,
    check_pair,
    check_text,
    check_wording,
    not_said_beside,
    standpoint_of,
)
from govbrief.checking.concealed import check_concealed
from govbrief.checking.settled_year import without_year
from govbrief.checking.standpoint import Standpoint, dated_title, head_evidence
from govbrief.checking.words import fold
from govbrief.numbers.spell import chinese_form, english_as_said, english_form
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, BriefItem, Evidence, Figure, SummarySentence
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Item
from govbrief_schemas.quantity import Quantity
from govbrief_schemas.report import Outline, Report, Role, Sentence, Span


def recheck_brief(
    brief: Brief, outline: Outline, source: SourceIndex
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Each place of the brief with every finding on it."""
    text = outline.report.text
    yield "source", _other_source(brief, outline.report)
    yield "head", _head(brief, outline, source)
    for item in brief.items:
        apart = [
            finding
            for words in (item.cause, item.target, item.by)
            for finding in _pair(words, source, item.zh, _this_year(item.evidence, outline))
        ]
        apart += check_naming(item.actor.zh, item.actor.en, source) if item.actor else ()
        yield item.id, (*_misquotes(item.evidence, text), *_again(item, outline, source), *apart)
    if brief.headline.zh or brief.headline.en:
        yield "headline", _sentence(brief.headline, brief, outline, source)
    yield from _summary(brief, outline, source)
    for n, figure in enumerate(brief.figures, 1):
        worded = [
            finding
            for words in (figure.measure, figure.scope, figure.by)
            for finding in _pair(words, source, figure.measure.zh, _this_year([figure.evidence], outline))
        ]
        yield f"figure {n}", (*_misquotes([figure.evidence], text), *_misprints(figure, source), *worded)


def _this_year(evidence: Sequence[Evidence], outline: Outline) -> int | None:
    """The year that 今年 names in the sentences that the evidence stands in."""
    cited = "\n".join(
        sentence.text
        for section in outline.sections
        for sentence in section.sentences
        if any(sentence.span.start < one.end and one.start < sentence.span.end for one in evidence)
    )
    return replace(standpoint_of(outline), cited=cited).this_year


def _pair(
    words: Bilingual, source: SourceIndex, beside: str = "", year: int | None = None
) -> tuple[Finding, ...]:
    """A phrase in both languages, which cites nothing of its own; `beside` is the Chinese of the line it belongs to.

    `year` is settled: it needs no place in the source.
    """
    zh, en = without_year(words.zh, year), without_year(words.en, year)
    alone = (*check_text(zh, "zh", source), *check_text(en, "en", source, zh))
    if not (words.zh and words.en):
        return alone
    told = (words.zh, words.en, Standpoint())
    return (*alone, *not_said_beside(check_pair(words.zh, words.en), told, beside))


def _head(brief: Brief, outline: Outline, source: SourceIndex) -> tuple[Finding, ...]:
    """What the head says against the source's own, and its English against its Chinese."""
    head, report = brief.report, outline.report
    told = (
        (Rule.TITLE, head.title.zh, report.title),
        (Rule.TITLE, head.issuer.zh, report.issuer),
        (Rule.DATE, str(head.year or ""), report.year),
        (Rule.DATE, head.published or "", report.published),
    )
    facts = [(rule, said, fact.value if fact else "") for rule, said, fact in told]
    facts.append((Rule.DATE, str(head.plan_year or ""), str(outline.plan_year or "")))
    changed = [_differs(rule, "zh", said, true) for rule, said, true in facts if said != true]
    known = {section.speaker for section in outline.sections}
    strangers = [_differs(Rule.ACTOR, "zh", one.zh, "") for one in head.speakers if one.zh not in known]
    pairs = (
        (dated_title(head.title.zh, head.title.en, str(head.year or "")), head.title.en),
        (head.issuer.zh, head.issuer.en),
        *((s.zh, s.en) for s in head.speakers),
    )
    worded = [finding for zh, en in pairs if zh and en for finding in check_heading(zh, en, source)]
    return (*changed, *strangers, *worded, *check_concealed(report.text))


def _summary(
    brief: Brief, outline: Outline, source: SourceIndex
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Each sentence against its items' evidence; what stands apart, against the whole report."""
    told, sentences = brief.summary, brief.summary.sentences
    for n, sentence in enumerate(sentences):
        yield f"summary/{n}", _sentence(sentence, brief, outline, source)
    if told.zh != tuple(s.zh for s in sentences) or told.en != tuple(s.en for s in sentences):
        yield "summary", _apart(told.zh, told.en, source)


def _sentence(
    sentence: SummarySentence, brief: Brief, outline: Outline, source: SourceIndex
) -> tuple[Finding, ...]:
    """A sentence about the whole, against title and speakers and the evidence of its items, or of all of them."""
    cited = [item for item in brief.items if item.id in sentence.items] or brief.items
    evidence = {(e.start, e.end): e for item in cited for e in item.evidence}
    held = _sentences([evidence[span] for span in sorted(evidence)], outline)
    known = (*head_evidence(outline), *held)
    return check_wording(sentence.zh, sentence.en, known, source, standpoint_of(outline))


def _apart(zh: Sequence[str], en: Sequence[str], source: SourceIndex) -> tuple[Finding, ...]:
    chinese = [f for text in zh for f in check_text(text, "zh", source)]
    return (*chinese, *(f for text in en for f in check_text(text, "en", source)))


def _misprints(figure: Figure, source: SourceIndex) -> tuple[Finding, ...]:
    """What a key figure says against the source's quantity at its place."""
    place = Span(figure.evidence.start, figure.evidence.end)
    quantity = next((q for q in source.quantities if q.span == place), None)
    if quantity is None:
        return (_differs(Rule.VALUE, "zh", figure.zh, ""),)
    printed = (
        ("zh", figure.value, f"{quantity.value.normalize():f}"),
        ("zh", figure.unit, quantity.unit),
        ("zh", figure.zh, chinese_form(quantity, source.text)),
        ("en", figure.en, _printed(quantity, figure.en, chinese_form(quantity, source.text))),
    )
    return tuple(
        _differs(Rule.VALUE, language, told, true, place) for language, told, true in printed if told != true
    )


def _printed(quantity: Quantity, told: str, zh: str) -> str:
    """The English of a row, with the unit of what is counted as briefs of old print it, or without."""
    full = english_form(quantity)
    return full if told == full else english_as_said(quantity, zh)


def _differs(rule: Rule, language: str, told: str, true: str, place: Span | None = None) -> Finding:
    """What the brief prints is not what the source gives."""
    if true:
        message = f"The brief says “{told}”, the source gives “{true}”."
        message_zh = f"简报写“{told}”，原文为“{true}”。"
    else:
        message = f"The brief says “{told}”, which the source does not give."
        message_zh = f"简报写“{told}”，原文没有。"
    verdict = Verdict.REFUTED if true else Verdict.NOT_FOUND
    start, end = place or (None, None)
    return Finding(verdict, rule, language, told, true, message, message_zh, start, end)


def _again(item: BriefItem, outline: Outline, source: SourceIndex) -> tuple[Finding, ...]:
    """The findings on one item, made anew; its sentences and role are looked up in the source, not in the brief."""
    start = item.evidence[0].start if item.evidence else -1
    index = next((i for i, s in enumerate(outline.sections) if s.span.start <= start < s.span.end), 0)
    sentences = _sentences(item.evidence, outline)
    again = Item(item.id, item.kind, item.theme, item.zh, item.en, sentences, index)
    role = outline.sections[index].role if outline.sections else Role.OTHER
    return check_item(again, source, role, standpoint_of(outline, index))


def _sentences(evidence: Sequence[Evidence], outline: Outline) -> tuple[Sentence, ...]:
    """The source's sentences at the places that a brief cites; where none begins and ends there, the slice."""
    known = {s.span: s for section in outline.sections for s in section.sentences}
    spans = [Span(e.start, e.end) for e in evidence]
    return tuple(known.get(span, Sentence(span, span.of(outline.report.text))) for span in spans)


def _misquotes(evidence: Sequence[Evidence], text: str) -> tuple[Finding, ...]:
    """Evidence that is not the source's own slice."""
    wrong = [e for e in evidence if not 0 <= e.start < e.end <= len(text) or text[e.start : e.end] != e.text]
    return tuple(
        Finding(
            verdict=Verdict.REFUTED if fold(e.text) not in fold(text) else Verdict.MISPLACED,
            rule=Rule.EVIDENCE,
            language="zh",
            seen=e.text[:80],
            expected=text[max(0, e.start) : e.end][:80],
            message=f"The evidence quoted at {e.start}-{e.end} is not what the source holds there.",
            message_zh=f"所引证据与原文第{e.start}至{e.end}字不符。",
            start=e.start,
            end=e.end,
        )
        for e in wrong
    )


def _other_source(brief: Brief, report: Report) -> tuple[Finding, ...]:
    if brief.report.sha256 == report.sha256:
        return ()
    return (
        Finding(
            verdict=Verdict.UNCHECKED,
            rule=Rule.EVIDENCE,
            language="zh",
            seen=brief.report.sha256[:12],
            expected=report.sha256[:12],
            message="The brief was made from another file than this source (their hashes differ).",
            message_zh="本简报所据文件与此来源不同（哈希值不一致）。",
        ),
    )
