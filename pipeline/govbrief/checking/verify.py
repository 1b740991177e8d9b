"""Owns checking a brief, or any text, against its source again; no model.

Nothing in the brief is taken on trust: evidence is compared with the source's own characters, figures with
its quantities, and every finding is made anew from the texts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from govbrief.briefs import parse_brief
from govbrief.checking.check import SourceIndex, check_item, check_pair, check_text, index_source
from govbrief.checking.messages import pair_finding
from govbrief.checking.words import fold
from govbrief.errors import InputError
from govbrief.numbers.locks import lock_numbers
from govbrief.numbers.spell import chinese_form, english_form
from govbrief.read.sections import split_report
from govbrief_schemas.brief import Brief, BriefItem, Evidence, Figure, SummarySentence
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Item, Theme
from govbrief_schemas.report import Outline, Report, Role, Sentence, Span


@dataclass(frozen=True, slots=True)
class Verified:
    """What a second check says: each place of the brief with the findings on it."""

    places: tuple[tuple[str, tuple[Finding, ...]], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, supported ones included."""
        return tuple(f for _, found in self.places for f in found)

    @property
    def doubts(self) -> tuple[tuple[str, Finding], ...]:
        """Where and what a reader must look at."""
        return tuple((p, f) for p, found in self.places for f in found if f.verdict is not Verdict.SUPPORTED)


class Stated(NamedTuple):
    """A text that a printed brief states, where, and in which language."""

    place: str
    language: str
    text: str


def verify(path: Path, report: Report) -> Verified:
    """The findings on the brief (JSON of either form) or plain text in `path`, against `report`.

    Raises:
        InputError: the file cannot be read, or is JSON but no brief.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise InputError(
            f"{path}: cannot be read ({reason})", hint="give a brief as JSON, or a UTF-8 text"
        ) from error
    outline = split_report(report)
    source = index_source(outline)
    if path.suffix == ".json" or text.lstrip().startswith("{"):
        return Verified(tuple(_verify_brief(parse_brief(text, path), outline, source)))
    return Verified(tuple(_verify_text(text, source)))


def verify_stated(stated: Iterable[Stated], report: Report) -> Verified:
    """The findings on texts of which the language is known, each against the whole report."""
    source = index_source(split_report(report))
    return Verified(tuple((one.place, check_text(one.text, one.language, source)) for one in stated))


def verify_text(text: str, report: Report) -> Verified:
    """The findings on any text, line by line."""
    return Verified(tuple(_verify_text(text, index_source(split_report(report)))))


def _verify_text(text: str, source: SourceIndex) -> list[tuple[str, tuple[Finding, ...]]]:
    """Line by line, each in the language of most of its letters."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    return [(f"line {n}", check_text(line, language_of(line), source)) for n, line in lines]


def language_of(line: str) -> str:
    """`zh` or `en`, by most of its letters."""
    chinese = sum("\u4e00" <= c <= "\u9fff" for c in line)
    return "zh" if chinese >= sum(c.isascii() and c.isalpha() for c in line) / 4 and chinese else "en"


def _verify_brief(
    brief: Brief, outline: Outline, source: SourceIndex
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    text = outline.report.text
    yield "source", _other_source(brief, outline.report)
    yield "head", _head(brief, outline.report)
    for item in brief.items:
        yield item.id, (*_misquotes(item.evidence, text), *_again(item, outline, source))
    yield from _summary(brief, outline, source)
    for n, figure in enumerate(brief.figures, 1):
        measure = (
            *check_text(figure.measure.zh, "zh", source),
            *check_text(figure.measure.en, "en", source),
        )
        yield f"figure {n}", (*_misquotes([figure.evidence], text), *_misprints(figure, source), *measure)


def _head(brief: Brief, report: Report) -> tuple[Finding, ...]:
    """Title and issuer against the source's own, and the English title against the Chinese one."""
    head = brief.report
    pairs = ((head.title.zh, report.title), (head.issuer.zh, report.issuer))
    changed = [
        _differs(Rule.TITLE, "zh", told, found.value if found else "")
        for told, found in pairs
        if told != (found.value if found else "")
    ]
    return (*changed, *(check_pair(head.title.zh, head.title.en) if head.title.en else ()))


def _summary(
    brief: Brief, outline: Outline, source: SourceIndex
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Each sentence against its items' evidence; what stands apart, against the whole report."""
    by_id = {item.id: item for item in brief.items}
    told, sentences = brief.summary, brief.summary.sentences
    for n, sentence in enumerate(sentences):
        cited = [by_id[i] for i in sentence.items if i in by_id]
        if cited:
            yield f"summary/{n}", _again(_joined(sentence, cited), outline, source, role=Role.OTHER)
        else:
            yield f"summary/{n}", _apart((sentence.zh,), (sentence.en,), source)
    if told.zh != tuple(s.zh for s in sentences) or told.en != tuple(s.en for s in sentences):
        yield "summary", _apart(told.zh, told.en, source)


def _apart(zh: Sequence[str], en: Sequence[str], source: SourceIndex) -> tuple[Finding, ...]:
    chinese = [f for text in zh for f in check_text(text, "zh", source)]
    return (*chinese, *(f for text in en for f in check_text(text, "en", source)))


def _joined(sentence: SummarySentence, cited: Sequence[BriefItem]) -> BriefItem:
    """The sentence as an item that rests on the evidence of the items it was written from."""
    evidence = {(e.start, e.end): e for item in cited for e in item.evidence}
    return cited[0].model_copy(
        update={
            "theme": Theme.OTHER,
            "zh": sentence.zh,
            "en": sentence.en,
            "evidence": tuple(evidence[span] for span in sorted(evidence)),
        }
    )


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
        ("en", figure.en, english_form(quantity)),
    )
    return tuple(
        _differs(Rule.VALUE, language, told, true, place) for language, told, true in printed if told != true
    )


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


def _again(
    item: BriefItem, outline: Outline, source: SourceIndex, role: Role | None = None
) -> tuple[Finding, ...]:
    """The findings on one item, made anew; its sentences and role are looked up in the source, not in the brief."""
    spans = [Span(e.start, e.end) for e in item.evidence]
    index = next(
        (i for i, s in enumerate(outline.sections) if spans and s.span.start <= spans[0].start < s.span.end),
        0,
    )
    known = {s.span: s for section in outline.sections for s in section.sentences}
    sentences = tuple(known.get(span, Sentence(span, span.of(outline.report.text))) for span in spans)
    again = Item(item.id, item.kind, item.theme, item.zh, item.en, sentences, index)
    actual = outline.sections[index].role if outline.sections else Role.OTHER
    found = check_item(again, source, role or actual)
    return (*found, *_dropped(item, found))


def _dropped(item: BriefItem, found: Sequence[Finding]) -> Iterator[Finding]:
    """Numbers that the brief itself misses and the check does not, where their English form is indeed not there."""
    told = {f.expected for f in found if f.rule is Rule.MISSING}
    noted = {f.expected for f in item.findings if f.rule is Rule.MISSING and not f.seen}
    locks = lock_numbers(item.zh).locks if noted - told else ()
    forms = Counter(lock.en for lock in locks)
    for lock in locks:
        if lock.zh in noted - told and item.en.count(lock.en) < forms[lock.en]:
            yield pair_finding(Rule.MISSING, lock.zh, "")


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
