"""Owns the tree of sections: paragraphs and headings to an Outline; must not know size budgets."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govbrief.read.structure.assign import assign_roles
from govbrief.read.structure.contents import contents_lines
from govbrief.read.structure.drafts import SectionDraft, Setting, close_draft
from govbrief.read.structure.headings import HeadingLine, find_markers
from govbrief.read.structure.leads import lead_headings
from govbrief.read.structure.levels import heading_levels
from govbrief.read.structure.planyears import date_plans, first_plan_year
from govbrief.read.structure.repair import Paragraph, read_body
from govbrief.read.structure.runs import numbered_headings
from govbrief.read.structure.sentences import split_sentences
from govbrief.read.structure.speakers import voices_of
from govbrief.read.structure.splits import split_paragraphs
from govbrief.read.structure.tablerows import tell_rows
from govbrief.read.structure.unnumbered import in_glossary, speech_lines, styled_headings, unnumbered_headings
from govbrief.read.structure.years import WORK_REPORT
from govbrief.read.traditional import is_traditional, own_forms, restored, simplified
from govbrief_schemas.report import Outline, Report, Sentence, Span

_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOTE_NUMBER = re.compile(r"(\d{1,2})(?=\s*注\s*[:：])")
_OF_TAIWAN = re.compile(r"民國|新[臺台]幣|本府")
_REPUBLIC_YEAR = re.compile(r"(?<!\d)1[0-3]\d年(?![來間的以多前後歷老內餘])")
_PAGE_NAMED = re.compile(r"\d{1,3}$")
_BULLETIN, _AUDIT = "statistical bulletin", "audit report"


def split_report(report: Report) -> Outline:
    """The report's sections in document order, its noise, its frame, and the labels that no one should count."""
    if not is_traditional(report.text):
        return _split(report)
    return _in_own_script(_split(replace(report, text=simplified(report.text))), report)


def _in_own_script(outline: Outline, report: Report) -> Outline:
    """An outline that was read in simplified characters, in those of the report."""
    forms = own_forms(report.text)

    def back(text: str, span: Span) -> str:
        return restored(text, span.of(report.text), forms)

    sections = tuple(
        replace(
            one,
            heading=back(one.heading, one.span),
            number=back(one.number, one.span),
            path=tuple(heading.translate(forms) for heading in one.path),
            sentences=tuple(Sentence(said.span, back(said.text, said.span)) for said in one.sentences),
            speaker=one.speaker.translate(forms),
        )
        for one in outline.sections
    )
    cells = tuple(
        one._replace(label=one.label.translate(forms), head=one.head.translate(forms))
        for one in outline.cells
    )
    labels = tuple(
        sorted({*outline.labels, *(Span(*years.span()) for years in _republic_years(report.text))})
    )
    return replace(outline, report=report, sections=sections, cells=cells, labels=labels)


def _republic_years(text: str) -> Iterator[re.Match[str]]:
    """Years that an office of Taiwan counts from 1912 and writes without 民國: 「113年將興建」 is no length of time."""
    return _REPUBLIC_YEAR.finditer(text) if _OF_TAIWAN.search(text) else iter(())


def _split(report: Report) -> Outline:
    body = read_body(
        report.text, _title_line(report), report.title.span if report.title else None, report.styled
    )
    paragraphs = split_paragraphs(body.paragraphs)
    heads = find_headings(paragraphs)
    unread = contents_lines(paragraphs, heads) | speech_lines(paragraphs, heads)
    told = tell_rows(paragraphs)
    drafts = _read(paragraphs, heads, unread, told.sentences)
    _place(drafts)
    kind = report.kind.value if report.kind is not None else ""
    setting = Setting(_pivot_year(report), kind == _BULLETIN, kind == _AUDIT)
    assign_roles(drafts, setting.year)
    read = [
        section
        for index, said in enumerate(voices_of(drafts))
        for section in close_draft(drafts, index, setting, said)
    ]
    sections = date_plans(read, setting.year, ahead=kind == WORK_REPORT)
    frame = sorted([*body.frame, *(paragraphs[index].passage.span() for index in unread)])
    joins = _joins(report.text, paragraphs)
    return Outline(
        report=report,
        sections=sections,
        noise=tuple(body.noise),
        labels=_outside(_labels(report.text, paragraphs, heads, frame, unread), joins),
        frame=tuple(frame),
        joins=joins,
        cells=tuple(told.cells),
        plan_year=first_plan_year(sections),
    )


def _title_line(report: Report) -> str | None:
    """The title as its line has it, the site's name included; None when the report has none."""
    if report.title is None or report.title.span is None:
        return report.title.value if report.title is not None else None
    return report.title.span.of(report.text)


def find_headings(paragraphs: Sequence[Paragraph]) -> dict[int, HeadingLine]:
    """Paragraph index to the heading that it begins with, whatever its sort."""
    numbered = numbered_headings(paragraphs)
    unnumbered = unnumbered_headings(paragraphs, numbered)
    glossary = in_glossary(paragraphs, unnumbered)
    heads = {index: head for index, head in numbered.items() if index not in glossary}
    heads.update(unnumbered)
    for index, head in styled_headings(paragraphs).items():
        if index not in heads or heads[index].mark.style == "plain":  # the file knows the level, words do not
            heads[index] = head
    heads.update(lead_headings(paragraphs, heads))
    return heads


def _outside(labels: Sequence[Span], joins: Sequence[Span]) -> tuple[Span, ...]:
    """The labels that no join passes over: a note's number at the foot of a page may stand inside a number."""
    starts = [join.start for join in joins]

    def is_inside(label: Span) -> bool:
        at = bisect_right(starts, label.start) - 1
        return at >= 0 and label.start < joins[at].end

    return tuple(label for label in labels if not is_inside(label))


def _joins(raw: str, paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Line ends inside paragraphs; those of a table's rows part cells."""
    gaps = (gap for one in paragraphs if not one.is_table for gap in one.passage.gaps())
    return tuple(gap for gap in gaps if _LINE_END.search(gap.of(raw)))


def _labels(
    raw: str,
    paragraphs: Sequence[Paragraph],
    heads: dict[int, HeadingLine],
    frame: Sequence[Span],
    unread: set[int],
) -> tuple[Span, ...]:
    """Numbers of headings and notes, markers of lists, and the pages that a table of contents names."""
    found: set[Span] = set()
    for span in frame:
        note = _NOTE_NUMBER.match(raw, span.start, span.end)
        if note is not None:
            found.add(Span(*note.span(1)))
    for index, paragraph in enumerate(paragraphs):
        passage = paragraph.passage
        page = _PAGE_NAMED.search(passage.text) if index in unread else None
        if page is not None:
            found.add(passage.span(*page.span()))
        note = _NOTE_NUMBER.match(passage.text)
        if note is not None:
            found.add(passage.span(*note.span(1)))
        if index in heads and heads[index].mark.value:
            found.add(passage.span(0, heads[index].mark.size))
        found.update(passage.span(mark.start, mark.end) for mark in find_markers(passage.text))
    return tuple(sorted(found))


def _pivot_year(report: Report) -> int | None:
    """The year that targets lie beyond: the one looked back on, else the one before the publication."""
    if report.year is not None:
        return int(report.year.value)
    return int(report.published.value[:4]) - 1 if report.published is not None else None


def _read(
    paragraphs: Sequence[Paragraph],
    heads: dict[int, HeadingLine],
    unread: set[int],
    rows: dict[int, Sentence],
) -> list[SectionDraft]:
    """Headings in order, each with the sentences under it; a first draft without heading holds the preamble."""
    drafts = [SectionDraft(None, None)]
    for index, paragraph in enumerate(paragraphs):
        if index in unread:
            continue
        head = heads.get(index)
        rest = paragraph.passage
        if head is not None:
            drafts.append(SectionDraft(head, paragraph.passage))
            rest = paragraph.passage.cut(head.body)
        if rest.text:
            whole = (rows.get(index, Sentence(rest.span(), rest.text)),)
            drafts[-1].paragraphs.append(list(whole if paragraph.is_table else split_sentences(rest)))
        elif head is not None:
            drafts[-1].paragraphs.append([])
    return drafts


def _place(drafts: Sequence[SectionDraft]) -> None:
    """Level and parent of every headed draft, and whether a sibling follows."""
    marks = [draft.head.mark for draft in drafts if draft.head is not None]
    last: dict[int | None, SectionDraft] = {}
    for draft, (level, parent) in zip(drafts[1:], heading_levels(marks), strict=True):
        draft.level = level
        draft.parent = None if parent is None else parent + 1
        if draft.parent in last:
            last[draft.parent].is_last = False
        last[draft.parent] = draft
