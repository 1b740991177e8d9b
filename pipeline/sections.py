"""Owns the tree of sections: paragraphs and headings to an Outline; must not know size budgets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline import roles
from pipeline.contents import contents_lines
from pipeline.headings import Head, find_markers
from pipeline.leads import lead_headings
from pipeline.levels import heading_levels
from pipeline.passages import Passage
from pipeline.repair import Paragraph, read_body
from pipeline.runs import numbered_headings
from pipeline.sentence_roles import Paragraphs, sentence_roles
from pipeline.sentences import split_sentences
from pipeline.splits import split_paragraphs
from pipeline.unnumbered import in_glossary, unnumbered_headings
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
    """The report's sections in document order, its noise, its frame, and the labels that no one should count."""
    body = read_body(report.text, report.title.value if report.title else None)
    paragraphs = split_paragraphs(body.paragraphs)
    heads = find_headings(paragraphs)
    contents = contents_lines(paragraphs, heads)
    drafts = _read(paragraphs, heads, contents)
    _place(drafts)
    year = _pivot_year(report)
    _assign_roles(drafts, year)
    sections = tuple(section for index in range(len(drafts)) for section in _close(drafts, index, year))
    labels = tuple(
        paragraph.passage.span(mark.start, mark.end)
        for paragraph in paragraphs
        for mark in find_markers(paragraph.passage.text)
    )
    frame = sorted([*body.frame, *(paragraphs[index].passage.span() for index in contents)])
    return Outline(report, sections, tuple(body.noise), labels, tuple(frame))


def find_headings(paragraphs: Sequence[Paragraph]) -> dict[int, Head]:
    """Paragraph index to the heading that it begins with, whatever its sort."""
    numbered = dict(numbered_headings(paragraphs))
    unnumbered = unnumbered_headings(paragraphs, numbered)
    heads = {
        index: head for index, head in numbered.items() if not in_glossary(index, unnumbered, paragraphs)
    }
    heads.update(unnumbered)
    heads.update(lead_headings(paragraphs, heads))
    return heads


def _pivot_year(report: Report) -> int | None:
    """The year that targets lie beyond: the one looked back on, else the one before the publication."""
    if report.year is not None:
        return int(report.year.value)
    return int(report.published.value[:4]) - 1 if report.published is not None else None


def _read(paragraphs: Sequence[Paragraph], heads: dict[int, Head], contents: set[int]) -> list[_Draft]:
    """Headings in order, each with the sentences under it; a first draft without heading holds the preamble."""
    drafts = [_Draft(None, None)]
    for index, paragraph in enumerate(paragraphs):
        if index in contents:
            continue
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
        if role is Role.LEADERSHIP and above is None and _after_plan(drafts, index):
            role = None
        told = draft.parent if asked and draft.parent is not None else index
        draft.role = role if role is not None else roles.text_role(_all_text(drafts, told))


def _after_plan(drafts: Sequence[_Draft], index: int) -> bool:
    """Whether the heading before it of the same level is a plan: then 「加强党的建设」 is one as well."""
    before = next((at for at in range(index - 1, 0, -1) if drafts[at].level == drafts[index].level), None)
    duty = "第一责任" in drafts[index].heading or "负责人" in drafts[index].heading
    return before is not None and drafts[before].role is Role.PLAN and not duty


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
