"""Owns the tree of sections: paragraphs and headings to an Outline; must not know size budgets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline import roles
from pipeline.headings import Head, find_markers
from pipeline.leads import lead_headings
from pipeline.levels import heading_levels
from pipeline.passages import Passage
from pipeline.repair import Paragraph, read_body
from pipeline.runs import numbered_headings
from pipeline.sentence_roles import Paragraphs, sentence_roles
from pipeline.sentences import split_sentences
from pipeline.splits import split_paragraphs
from pipeline.unnumbered import unnumbered_headings
from schemas.report import Outline, Report, Role, Section, Sentence, Span


@dataclass
class _Draft:
    """A heading with its body while the rest is still being read."""

    head: Head | None
    line: Passage | None
    level: int = 1
    parent: int | None = None
    role: Role = Role.OTHER
    paragraphs: list[list[Sentence]] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return self.line.text[: self.head.end] if self.line is not None and self.head is not None else ""

    @property
    def number(self) -> str:
        return (
            self.line.text[: self.head.mark.size] if self.line is not None and self.head is not None else ""
        )

    @property
    def text(self) -> str:
        return "".join(sentence.text for paragraph in self.paragraphs for sentence in paragraph)


def split_report(report: Report) -> Outline:
    """The report's sections in document order, its noise, and the labels that no one should count."""
    body = read_body(report.text, report.title.value if report.title else None)
    paragraphs = split_paragraphs(body.paragraphs)
    heads: dict[int, Head] = dict(numbered_headings(paragraphs))
    heads.update(unnumbered_headings(paragraphs, heads))
    heads.update(lead_headings(paragraphs, heads))
    drafts = _read(paragraphs, heads)
    _place(drafts)
    year = int(report.year.value) if report.year else None
    _assign_roles(drafts, year)
    sections = tuple(section for index in range(len(drafts)) for section in _close(drafts, index, year))
    labels = [
        Span(passage.span(mark.start, mark.end).start, passage.span(mark.start, mark.end).end)
        for passage in (paragraph.passage for paragraph in paragraphs)
        for mark in find_markers(passage.text)
    ]
    return Outline(report, sections, tuple(body.noise), tuple(labels))


def _read(paragraphs: Sequence[Paragraph], heads: dict[int, Head]) -> list[_Draft]:
    """Headings in order, each with the sentences under it; a first draft without heading holds the preamble."""
    drafts = [_Draft(None, None)]
    for index, paragraph in enumerate(paragraphs):
        head = heads.get(index)
        rest = paragraph.passage
        if head is not None:
            drafts.append(_Draft(head, paragraph.passage))
            rest = paragraph.passage.cut(head.body)
        if rest.text:
            whole = (Sentence(rest.span(), rest.text),)
            drafts[-1].paragraphs.append(list(whole if paragraph.is_table else split_sentences(rest)))
        elif head is not None:
            drafts[-1].paragraphs.append([])
    return drafts


def _place(drafts: Sequence[_Draft]) -> None:
    """Level and parent of every headed draft."""
    marks = [draft.head.mark for draft in drafts if draft.head is not None]
    for draft, (level, parent) in zip(drafts[1:], heading_levels(marks), strict=True):
        draft.level = level
        draft.parent = None if parent is None else parent + 1


def _assign_roles(drafts: Sequence[_Draft], year: int | None) -> None:
    """Roles from words and parents; where they say nothing, from the text of the section with all below it."""
    for index, draft in enumerate(drafts):
        if draft.head is None:
            if len(drafts) == 1:
                draft.role = roles.text_role(draft.text)
            continue
        above = drafts[draft.parent] if draft.parent is not None else None
        asked = above is not None and above.head is not None and above.head.mark.style == "question"
        role = roles.heading_role(
            draft.heading,
            draft.head.mark.style,
            above.role if above is not None and not asked else None,
            year,
        )
        told = draft.parent if asked and draft.parent is not None else index
        draft.role = role if role is not None else roles.text_role(_all_text(drafts, told))


def _all_text(drafts: Sequence[_Draft], index: int) -> str:
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


def _close(drafts: Sequence[_Draft], index: int, year: int | None) -> list[Section]:
    """The section of a draft, and the unheaded ones that its sentences of another role become."""
    draft = drafts[index]
    base = draft.role
    if draft.head is not None and draft.head.mark.style == "question":
        base = roles.text_role(_all_text(drafts, index))
    path = _path(drafts, index)
    parts: list[tuple[Role, list[Sentence]]] = []
    if draft.line is not None:
        parts.append((draft.role, []))
    kinds = sentence_roles(Paragraphs(draft.paragraphs, base, year))
    for paragraph, sentence_kinds in zip(draft.paragraphs, kinds, strict=True):
        for sentence, role in zip(paragraph, sentence_kinds, strict=True):
            if not parts or parts[-1][0] is not role:
                parts.append((role, []))
            parts[-1][1].append(sentence)
    found: list[Section] = []
    for role, sentences in parts:
        if not found and draft.head is not None and draft.line is not None:
            span = draft.line.span(0, draft.head.end)
            end = sentences[-1].span.end if sentences else span.end
            found.append(
                Section(
                    draft.heading,
                    draft.number,
                    draft.level,
                    role,
                    Span(span.start, end),
                    path,
                    tuple(sentences),
                )
            )
        else:
            inner = (*path, draft.heading) if draft.heading else path
            span = Span(sentences[0].span.start, sentences[-1].span.end)
            found.append(Section("", "", len(inner) + 1, role, span, inner, tuple(sentences)))
    return found


def _path(drafts: Sequence[_Draft], index: int) -> tuple[str, ...]:
    above: list[str] = []
    parent = drafts[index].parent
    while parent is not None:
        above.append(drafts[parent].heading)
        parent = drafts[parent].parent
    return tuple(reversed(above))
