"""Owns a section while it is read: its heading and paragraphs, and how it is cut where sentences change role.

「16.信息公开。发布信息2835条。」            -> the section of 16.
「仍然存在一些问题和不足。…」 as the next paragraph -> a section without heading beside 16., under 16.'s parent
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govbrief.read.structure.headings import HeadingLine
from govbrief.read.structure.passages import SourcePassage
from govbrief.read.structure.roles import text_role
from govbrief.read.structure.sentence_roles import Paragraphs, sentence_roles
from govbrief_schemas.report import Role, Section, Sentence, Span


@dataclass
class SectionDraft:
    """A heading with its paragraphs; without a heading, the text above the first one."""

    head: HeadingLine | None
    line: SourcePassage | None
    level: int = 1
    parent: int | None = None
    """Index of the draft above."""
    role: Role = Role.OTHER
    base: Role = Role.OTHER
    """The role of its sentences where they have none of their own; an answer's, where the heading asks."""
    is_last: bool = True
    """Whether no sibling follows; then later paragraphs may speak for the parent."""
    paragraphs: list[list[Sentence]] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The heading as it is read; empty without one."""
        return self.line.text[: self.head.end] if self.line is not None and self.head is not None else ""

    @property
    def number(self) -> str:
        """The mark in front of the heading."""
        return (
            self.line.text[: self.head.mark.size] if self.line is not None and self.head is not None else ""
        )

    @property
    def text(self) -> str:
        """All sentences, one after the other."""
        return "".join(sentence.text for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def own_paragraphs(self) -> int:
        """How many paragraphs surely are its own: of a last run-in heading only the one that it opens."""
        run_in = self.head is not None and self.line is not None and self.head.body < len(self.line.text)
        return 1 if run_in and self.is_last else len(self.paragraphs)


_LEADS_THROUGH = re.compile(r"^主持人|记者$")
"""Who leads through a press conference or asks tells nothing of the report."""


class Setting(NamedTuple):
    """What of the report the roles of sentences depend on."""

    year: int | None
    """The year that targets lie beyond; None when the report states none."""
    is_bulletin: bool
    is_audit: bool


class Voices(NamedTuple):
    """Who speaks in a draft."""

    heading: str
    paragraphs: list[str]


def close_draft(
    drafts: Sequence[SectionDraft], index: int, setting: Setting, voices: Voices
) -> list[Section]:
    """The section of a draft, and the sections without heading that its sentences of another role become."""
    draft = drafts[index]
    above = path_of(drafts, index)
    inner = (*above, draft.heading) if draft.heading else above
    own = draft.own_paragraphs
    found: list[Section] = [_headed(draft, above, voices.heading)] if draft.heading else []
    beside = draft.base
    if draft.base is Role.LEADERSHIP and draft.parent is not None:
        beside = drafts[draft.parent].role
    for paragraphs, said, stated, path in (
        (draft.paragraphs[:own], voices.paragraphs[:own], draft.base, inner),
        (draft.paragraphs[own:], voices.paragraphs[own:], beside, above),
    ):
        spoken = _spoken(paragraphs, said) if draft.head is None else ""
        base = text_role(spoken) if spoken else stated
        if draft.heading and base is Role.OTHER:
            kinds: list[list[Role]] = [[base] * len(paragraph) for paragraph in paragraphs]
        else:
            only_open = setting.is_bulletin or (draft.head is None and len(drafts) > 1)
            kinds = sentence_roles(Paragraphs(paragraphs, base, setting.year, only_open, setting.is_audit))
        _append(found, paragraphs, kinds, said, path)
    return found


def _spoken(paragraphs: Sequence[Sequence[Sentence]], voices: Sequence[str]) -> str:
    """What people say who report something, above the first heading."""
    return "".join(
        sentence.text
        for paragraph, voice in zip(paragraphs, voices, strict=True)
        if voice and not _LEADS_THROUGH.search(voice)
        for sentence in paragraph
    )


def path_of(drafts: Sequence[SectionDraft], index: int) -> tuple[str, ...]:
    """Headings above a draft, highest first."""
    return tuple(drafts[at].heading for at in reversed(above_of(drafts, index)))


def above_of(drafts: Sequence[SectionDraft], index: int) -> list[int]:
    """Indexes of the drafts above one, nearest first."""
    above: list[int] = []
    parent = drafts[index].parent
    while parent is not None:
        above.append(parent)
        parent = drafts[parent].parent
    return above


def _headed(draft: SectionDraft, path: tuple[str, ...], voice: str) -> Section:
    span = (
        draft.line.span(0, draft.head.end)
        if draft.line is not None and draft.head is not None
        else Span(0, 0)
    )
    return Section(draft.heading, draft.number, draft.level, draft.role, span, path, (), voice)


def _append(
    found: list[Section],
    paragraphs: Sequence[Sequence[Sentence]],
    kinds: Sequence[Sequence[Role]],
    voices: Sequence[str],
    path: tuple[str, ...],
) -> None:
    """Put sentences to the last section while role and speaker stay, else open one without heading."""
    parts: list[tuple[Role, str, list[Sentence]]] = []
    if found:
        parts.append((found[-1].role, found[-1].speaker, list(found[-1].sentences)))
    for paragraph, roles, voice in zip(paragraphs, kinds, voices, strict=True):
        for sentence, said in zip(paragraph, roles, strict=True):
            role = Role.OTHER if _LEADS_THROUGH.search(voice) or (not voice and any(voices)) else said
            if not parts or parts[-1][0] is not role or parts[-1][1] != voice:
                parts.append((role, voice, []))
            parts[-1][2].append(sentence)
    for at, (role, voice, sentences) in enumerate(parts):
        if at == 0 and found:
            last = found[-1]
            end = sentences[-1].span.end if sentences else last.span.end
            span = Span(last.span.start, end)
            found[-1] = Section(
                last.heading, last.number, last.level, role, span, last.path, tuple(sentences), voice
            )
        else:
            span = Span(sentences[0].span.start, sentences[-1].span.end)
            found.append(Section("", "", len(path) + 1, role, span, path, tuple(sentences), voice))
