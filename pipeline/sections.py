"""Owns the tree of sections: paragraphs and headings to an Outline; must not know size budgets."""

from collections.abc import Sequence

from pipeline import roles
from pipeline.contents import contents_lines
from pipeline.drafts import Draft, close_draft
from pipeline.headings import Head, find_markers
from pipeline.leads import lead_headings
from pipeline.levels import heading_levels
from pipeline.repair import Paragraph, read_body
from pipeline.runs import numbered_headings
from pipeline.sentences import split_sentences
from pipeline.splits import split_paragraphs
from pipeline.unnumbered import in_glossary, speech_lines, unnumbered_headings
from schemas.report import Outline, Report, Role, Sentence, Span


def split_report(report: Report) -> Outline:
    """The report's sections in document order, its noise, its frame, and the labels that no one should count."""
    body = read_body(report.text, report.title.value if report.title else None)
    paragraphs = split_paragraphs(body.paragraphs)
    heads = find_headings(paragraphs)
    unread = contents_lines(paragraphs, heads) | speech_lines(paragraphs, heads)
    drafts = _read(paragraphs, heads, unread)
    _place(drafts)
    year = _pivot_year(report)
    _assign_roles(drafts, year)
    sections = tuple(section for index in range(len(drafts)) for section in close_draft(drafts, index, year))
    frame = sorted([*body.frame, *(paragraphs[index].passage.span() for index in unread)])
    return Outline(report, sections, tuple(body.noise), _labels(paragraphs, heads), tuple(frame))


def find_headings(paragraphs: Sequence[Paragraph]) -> dict[int, Head]:
    """Paragraph index to the heading that it begins with, whatever its sort."""
    numbered = numbered_headings(paragraphs)
    unnumbered = unnumbered_headings(paragraphs, numbered)
    glossary = in_glossary(paragraphs, unnumbered)
    heads = {index: head for index, head in numbered.items() if index not in glossary}
    heads.update(unnumbered)
    heads.update(lead_headings(paragraphs, heads))
    return heads


def _labels(paragraphs: Sequence[Paragraph], heads: dict[int, Head]) -> tuple[Span, ...]:
    """Numbers of headings and markers of lists."""
    found: set[Span] = set()
    for index, paragraph in enumerate(paragraphs):
        passage = paragraph.passage
        if index in heads and heads[index].mark.value:
            found.add(passage.span(0, heads[index].mark.size))
        found.update(passage.span(mark.start, mark.end) for mark in find_markers(passage.text))
    return tuple(sorted(found))


def _pivot_year(report: Report) -> int | None:
    """The year that targets lie beyond: the one looked back on, else the one before the publication."""
    if report.year is not None:
        return int(report.year.value)
    return int(report.published.value[:4]) - 1 if report.published is not None else None


def _read(paragraphs: Sequence[Paragraph], heads: dict[int, Head], unread: set[int]) -> list[Draft]:
    """Headings in order, each with the sentences under it; a first draft without heading holds the preamble."""
    drafts = [Draft(None, None)]
    for index, paragraph in enumerate(paragraphs):
        if index in unread:
            continue
        head = heads.get(index)
        rest = paragraph.passage
        if head is not None:
            drafts.append(Draft(head, paragraph.passage))
            rest = paragraph.passage.cut(head.body)
        if rest.text:
            whole = (Sentence(rest.span(), rest.text),)
            drafts[-1].paragraphs.append(list(whole if paragraph.is_table else split_sentences(rest)))
        elif head is not None:
            drafts[-1].paragraphs.append([])
    return drafts


def _place(drafts: Sequence[Draft]) -> None:
    """Level and parent of every headed draft, and whether a sibling follows."""
    marks = [draft.head.mark for draft in drafts if draft.head is not None]
    last: dict[int | None, Draft] = {}
    for draft, (level, parent) in zip(drafts[1:], heading_levels(marks), strict=True):
        draft.level = level
        draft.parent = None if parent is None else parent + 1
        if draft.parent in last:
            last[draft.parent].is_last = False
        last[draft.parent] = draft


def _assign_roles(drafts: Sequence[Draft], year: int | None) -> None:
    """Roles from words and parents; where they say nothing, from the text of the section with all below it."""
    for index, draft in enumerate(drafts):
        if draft.head is None:
            draft.role = roles.text_role(draft.text) if len(drafts) == 1 else Role.OTHER
            draft.base = draft.role
            continue
        above = drafts[draft.parent] if draft.parent is not None else None
        style = draft.head.mark.style
        if above is not None and above.head is not None and above.head.mark.style == "question":
            draft.role = roles.heading_role(draft.heading, style, None, year) or above.base
        else:
            role = roles.heading_role(draft.heading, style, above.role if above is not None else None, year)
            if role is Role.LEADERSHIP and above is None and _after_plan(drafts, index):
                role = None
            draft.role = role or roles.text_role(_all_text(drafts, index))
        draft.base = roles.text_role(_all_text(drafts, index)) if style == "question" else draft.role


def _after_plan(drafts: Sequence[Draft], index: int) -> bool:
    """Whether the heading before it of the same level is a plan: then 「加强党的建设」 is one as well."""
    before = next((at for at in range(index - 1, 0, -1) if drafts[at].level == drafts[index].level), None)
    duty = "第一责任" in drafts[index].heading or "负责人" in drafts[index].heading
    return before is not None and drafts[before].role is Role.PLAN and not duty


def _all_text(drafts: Sequence[Draft], index: int) -> str:
    """The text of a heading and of all headings below it, as much of it as is weighed."""
    texts: list[str] = []
    size = 0
    for at in range(index, len(drafts)):
        draft = drafts[at]
        if size > roles.SAMPLE or (texts and draft.level <= drafts[index].level):
            break
        texts.append(f"{draft.heading}\n{draft.text}")
        size += len(texts[-1])
    return "\n".join(texts)
