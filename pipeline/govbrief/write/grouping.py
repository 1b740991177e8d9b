"""Owns what achievements are grouped under: the themes of rule-of-law reports, or a report's own top headings."""

from collections.abc import Collection, Sequence

from govbrief.write.sectiontags import bare_heading
from govbrief.write.weigh import is_silent
from govbrief_schemas.item import Item, Theme
from govbrief_schemas.report import Outline, Section, Span

BY_THEME = "rule-of-law annual report"
"""The kind of report whose readers expect the systems of the national outline."""
_THEMED = 0.5
"""Of the lines, the share with a theme from which a report of another kind is grouped by theme as well."""


def is_themed(outline: Outline, items: Sequence[Item]) -> bool:
    """Whether the lines are grouped by theme: a rule-of-law report, or one that speaks of the same things."""
    kind = outline.report.kind
    if kind is not None and kind.value == BY_THEME:
        return True
    themed = sum(item.theme is not Theme.OTHER for item in items)
    return themed > _THEMED * len(items)


def top_heading(outline: Outline, item: Item) -> str:
    """The highest heading above the item that is not the report's only one; empty where there is none."""
    section = outline.sections[item.section]
    path = (*section.path, section.heading) if section.heading else section.path
    tops = {(*s.path, s.heading)[0] for s in outline.sections if s.heading}
    depth = 1 if len(tops) <= _FEW and len(path) > 1 else 0
    return path[depth] if path else ""


def field_of(outline: Outline, item: Item) -> str:
    """What the item is about, as far as code can say: its theme, or the heading that it stands under."""
    if item.theme is not Theme.OTHER:
        return item.theme.value
    return bare_heading(outline.sections[item.section].heading or top_heading(outline, item))


_FEW = 3
"""Top headings from which on they say what the lines are about; fewer divide a report into past and future."""


def top_headings(outline: Outline, items: Sequence[Item]) -> list[str]:
    """The headings that the lines are grouped under, in their order; none where they are grouped by theme."""
    if is_themed(outline, items):
        return []
    return list(dict.fromkeys(name for item in items if (name := top_heading(outline, item))))


_NAMED = 8
"""Sections of which nothing is told whose English is asked for; of more, the longest."""


def silent_sections(outline: Outline, told: Collection[Span]) -> list[Section]:
    """The sections that say several things of which none is told, in their order."""
    return [section for section in outline.sections if is_silent(section.sentences, told)]


def silent_headings(outline: Outline, items: Sequence[Item]) -> list[str]:
    """The headings of silent sections of which the page has the English, in their order."""
    told = {sentence.span for item in items for sentence in item.evidence}
    silent = [section for section in silent_sections(outline, told) if section.heading]
    longest = sorted(silent, key=lambda section: -len(section.sentences))[:_NAMED]
    return [section.heading for section in silent if section in longest]
