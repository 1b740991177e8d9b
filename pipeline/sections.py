"""Owns the tree of sections: passages and headings to an Outline; must not know size budgets."""

from dataclasses import dataclass, field

from pipeline import roles
from pipeline.headings import Found, read_heading
from pipeline.noise import is_noise_line
from pipeline.passages import Passage
from pipeline.sentences import split_sentences
from schemas.report import Outline, Report, Role, Section, Sentence, Span

_BLANK = "\ufeff \t\r\f\v\u3000\xa0"


@dataclass
class _Draft:
    """A section while its body is still being read."""

    heading: str
    number: str
    level: int
    role: Role
    start: int
    end: int
    path: tuple[str, ...]
    sentences: list[Sentence] = field(default_factory=list)


def split_report(report: Report) -> Outline:
    """The report's sections in document order, its noise, and the labels no one should count."""
    passages, noise = _read(report)
    drafts: list[_Draft] = []
    labels: list[Span] = []
    stack: list[tuple[str, _Draft]] = []
    for passage in passages:
        found = read_heading(passage)
        body = passage
        if found is not None:
            drafts.append(_open(found, passage, stack))
            labels.append(passage.span(0, len(found.mark.text)))
            body = passage.cut(found.body)
        elif roles.is_shortcoming(passage.text):
            drafts.append(_unheaded(passage, stack, Role.SHORTCOMING))
        elif not drafts or drafts[-1].heading == "":
            drafts.append(_unheaded(passage, stack, stack[-1][1].role if stack else Role.OTHER))
        if body.text:
            drafts[-1].sentences.extend(split_sentences(body))
            drafts[-1].end = body.span().end
    return Outline(report, tuple(_close(draft) for draft in drafts), tuple(noise), tuple(labels))


def _read(report: Report) -> tuple[list[Passage], list[Span]]:
    passages: list[Passage] = []
    noise: list[Span] = []
    start = 0
    title = report.title.value if report.title else None
    for line in report.text.split("\n"):
        clean = line.strip(_BLANK)
        if clean:
            at = start + len(line) - len(line.lstrip(_BLANK))
            span = Span(at, at + len(clean))
            if clean == title or is_noise_line(clean):
                noise.append(span)
            else:
                passages.append(Passage.of_span(report.text, span))
        start += len(line) + 1
    return passages, noise


def _open(found: Found, passage: Passage, stack: list[tuple[str, _Draft]]) -> _Draft:
    styles = [style for style, _ in stack]
    if found.mark.style in styles:
        del stack[styles.index(found.mark.style) :]
    parent = stack[-1][1] if stack else None
    heading = passage.text[: found.end]
    span = passage.span(0, found.end)
    draft = _Draft(
        heading,
        found.mark.text,
        len(stack) + 1,
        roles.heading_role(heading, parent.role if parent else None),
        span.start,
        span.end,
        tuple(above.heading for _, above in stack),
    )
    stack.append((found.mark.style, draft))
    return draft


def _unheaded(passage: Passage, stack: list[tuple[str, _Draft]], role: Role) -> _Draft:
    span = passage.span()
    path = tuple(above.heading for _, above in stack[:1])
    return _Draft("", "", len(path) + 1, role, span.start, span.end, path)


def _close(draft: _Draft) -> Section:
    return Section(
        draft.heading,
        draft.number,
        draft.level,
        draft.role,
        Span(draft.start, draft.end),
        draft.path,
        tuple(draft.sentences),
    )
