"""Owns Findings to Brief: puts the parts together in a reader's order; must not invent or re-type a number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govbrief.checking.check import SourceIndex
from govbrief.checking.concealed import check_concealed
from govbrief.write.coverage import coverage, untold_shortcomings
from govbrief.write.desk import Desk
from govbrief.write.grouping import is_themed, top_heading
from govbrief.write.method import Checked, Said, Whole, cost
from govbrief.write.sectiontags import tags_of, voices_of
from govbrief.write.shownlines import one_line
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import (
    Brief,
    BriefItem,
    Evidence,
    Failure,
    Head,
    Provenance,
    Summary,
    SummarySentence,
)
from govbrief_schemas.item import NOTHING, Kind, Theme
from govbrief_schemas.report import Outline, Sentence

_KINDS = tuple(Kind)
_THEMES = tuple(Theme)


def compose(desk: Desk, checked: Sequence[Checked], whole: Whole, provenance: Provenance) -> Brief:
    """The brief; with `provenance.strict` without whatever has doubts."""
    outline, witness, strict = desk.outline, desk.witness, provenance.strict
    kept = to_show(checked, strict=strict)
    sentences = tuple(_sentence(said) for said in whole.sentences if not (strict and cost(said.findings)))
    blanked = _blanked(whole) if strict else 0
    voices = voices_of(whole.speakers)
    items = [_item(one, outline, witness, whole.groups, voices) for one in kept]
    return Brief(
        report=_head(outline, whole, strict=strict),
        headline=SummarySentence(zh="", en="", items=())
        if strict and cost(whole.headline.findings)
        else _sentence(whole.headline),
        summary=Summary(
            zh=tuple(s.zh for s in sentences), en=tuple(s.en for s in sentences), sentences=sentences
        ),
        figures=tuple(
            figure.model_copy(update={"tag": tags_of(outline, (figure.evidence.start,), voices)})
            for figure in whole.figures
            if not (strict and figure.doubts)
        ),
        items=tuple(sorted(items, key=_order)) if items else (),
        absent=(*desk.absent, *whole.unsaid),
        coverage=coverage(outline, witness, kept, whole.groups, voices),
        failures=tuple(_each_once([*desk.failures, *untold_shortcomings(outline, kept)])),
        provenance=provenance.model_copy(update={"left_out": len(checked) - len(kept) + blanked}),
    )


def _blanked(whole: Whole) -> int:
    """Of head, headline, summary and table, what a strict brief leaves empty or out."""
    said = [whole.headline.findings, *(one.findings for one in whole.sentences), whole.head_findings]
    return sum(cost(found) > 0 for found in said) + sum(bool(figure.doubts) for figure in whole.figures)


def _each_once(failures: Sequence[Failure]) -> Iterator[Failure]:
    """Each part that is lost, once: what was in it is told behind why it is lost."""
    by_section: dict[str, dict[str, str]] = {}
    for failure in failures:
        by_section.setdefault(failure.section, {})[failure.reason] = failure.reason_zh
    for section, reasons in by_section.items():
        yield Failure(
            section=section,
            reason="; ".join(reasons),
            reason_zh="；".join(zh or en for en, zh in reasons.items()) if any(reasons.values()) else "",
        )


def to_show(checked: Sequence[Checked], *, strict: bool) -> tuple[Checked, ...]:
    """The items that a reader gets: none that repeats the prompt, and with `strict` none with a doubt."""
    return tuple(one for one in checked if one.is_result and not (strict and cost(one.findings)))


def _order(item: BriefItem) -> tuple[int, str, int, int, int]:
    """By kind; plans by who makes them, those with targets and dates first; results by theme; then as they stand."""
    planned = item.kind is Kind.PLAN
    return (
        _KINDS.index(item.kind),
        item.actor.zh if planned else "",
        0 if not planned or item.target or item.by else 1,
        _THEMES.index(item.theme) if item.kind is Kind.ACHIEVEMENT and not item.group else 0,
        item.evidence[0].start,
    )


def _evidence(sentence: Sentence, text: str) -> Evidence:
    return Evidence(start=sentence.span.start, end=sentence.span.end, text=sentence.span.of(text))


def _head(outline: Outline, whole: Whole, *, strict: bool) -> Head:
    """What the report is, and what it hides; with `strict` without the English that has doubts."""
    report = outline.report
    found = list(whole.head_findings)
    if strict and cost(found):
        whole, found = replace(whole, title="", issuer="", speakers=()), []
    return Head(
        title=Bilingual(zh=report.title.value if report.title else "", en=whole.title),
        issuer=Bilingual(zh=report.issuer.value if report.issuer else "", en=whole.issuer),
        year=int(report.year.value) if report.year else None,
        kind=report.kind.value if report.kind else None,
        source=report.source,
        sha256=report.sha256,
        published=report.published.value if report.published else None,
        publisher=report.publisher.value if report.publisher else None,
        plan_year=outline.plan_year,
        speakers=whole.speakers,
        findings=tuple(dict.fromkeys((*found, *check_concealed(report.text)))),
    )


def _sentence(said: Said) -> SummarySentence:
    return SummarySentence(zh=said.zh, en=said.en, items=said.items, findings=said.findings)


def _item(
    checked: Checked,
    outline: Outline,
    witness: SourceIndex,
    groups: Mapping[str, str],
    voices: Mapping[str, str],
) -> BriefItem:
    item = checked.item
    heading = "" if is_themed(outline, [item]) else top_heading(outline, item)
    english = groups.get(one_line(heading)) if heading else None
    return BriefItem(
        id=item.id,
        kind=item.kind,
        theme=item.theme,
        group=NOTHING if english is None else Bilingual(zh=heading, en=english),
        actor=item.actor,
        zh=item.zh,
        en=item.en,
        cause=item.cause,
        target=item.target,
        by=item.by,
        section=outline.sections[item.section].heading,
        tag=tags_of(outline, (s.span.start for s in item.evidence), voices),
        evidence=tuple(_evidence(s, witness.text) for s in item.evidence),
        findings=checked.findings,
        tries=checked.tries,
    )
