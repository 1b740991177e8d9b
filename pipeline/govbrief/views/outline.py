"""Owns how an outline is shown: JSON for programs, a tree for people; must not know how it was found.

Text of the report is printed as it is, never as markup, and without control characters: a report could
otherwise color the screen or crash the printer.
"""

import re
from typing import TYPE_CHECKING, Any

from govbrief_schemas.report import Fact, Outline, Role, Section

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLORS = {
    Role.ACHIEVEMENT: "green",
    Role.SHORTCOMING: "red",
    Role.PLAN: "blue",
    Role.LEADERSHIP: "magenta",
    Role.OTHER: "bright_black",
}
_EXCERPT = 24
_NOISE_SHOWN = 12
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def outline_json(outline: Outline) -> dict[str, Any]:
    """The outline as `outline --json` prints it; offsets into the raw text."""
    report = outline.report
    return {
        "report": {
            "title": _value(report.title),
            "issuer": _value(report.issuer),
            "year": int(report.year.value) if report.year else None,
            "kind": _value(report.kind),
            "published": _value(report.published),
            "number": _value(report.number),
            "publisher": _value(report.publisher),
            "plan_year": outline.plan_year,
            "foreign": report.foreign,
        },
        "sections": [
            {
                "heading": section.heading,
                "number": section.number,
                "level": section.level,
                "role": section.role.value,
                "speaker": section.speaker,
                "year": section.year,
                "start": section.span.start,
                "end": section.span.end,
            }
            for section in outline.sections
        ],
        "noise": [{"start": span.start, "end": span.end} for span in outline.noise],
    }


def print_outline(outline: Outline, console: "Console") -> None:
    """What the report says of itself, the tree with roles and sizes, and what was taken as noise."""
    for line in _head(outline):
        console.print(line, highlight=False)
    console.print()
    for section in outline.sections:
        console.print(_row(section), highlight=False, no_wrap=True, overflow="ellipsis")
    console.print()
    for line in _foot(outline):
        console.print(line, highlight=False, no_wrap=True, overflow="ellipsis")


def plain(text: str) -> str:
    """Text of a report fit for a terminal: one line, no control characters."""
    return _CONTROLS.sub(" ", text)


def _head(outline: Outline) -> list["Text"]:
    from rich.text import Text  # noqa: PLC0415 - programs that ask for JSON need no rich

    report = outline.report
    facts = {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "kind": report.kind,
        "published": report.published,
        "number": report.number,
    }
    if report.publisher is not None:
        facts["publisher"] = report.publisher
    lines = [Text(f"{name:10}{plain(fact.value)}") for name, fact in facts.items() if fact is not None]
    missing = [name for name, fact in facts.items() if fact is None]
    if missing:
        lines.append(Text(f"not stated: {', '.join(missing)}", style="bright_black"))
    lines.extend(Text(f"not read: {part}", style="yellow") for part in report.unread)
    lines.extend(
        Text(f"page {page} read from its image ({sure:.0%} sure)", style="yellow")
        for page, sure in report.recognised
    )
    if report.foreign:
        lines.append(Text(f"no Chinese government report? {report.foreign}", style="yellow"))
    return lines


def _row(section: Section) -> "Text":
    """One section: role, indent by level, heading or the first words, size in characters."""
    from rich.text import Text  # noqa: PLC0415

    size = sum(len(sentence.text) for sentence in section.sentences)
    row = Text(f"{section.role.value:12}", style=COLORS[section.role])
    row.append("  " * (section.level - 1), style="default")
    if section.heading:
        row.append(plain(section.heading), style="bold")
    else:
        said = plain("".join(sentence.text for sentence in section.sentences[:2]))
        row.append(f"(no heading) {said[:_EXCERPT]}{'…' if len(said) > _EXCERPT else ''}", style="default")
    if section.speaker and section.speaker not in section.heading:
        row.append(f"  {plain(section.speaker)}", style="yellow")
    if size:
        row.append(f"  {size}", style="bright_black")
    return row


def _foot(outline: Outline) -> list["Text"]:
    """Counts by role, and the first lines of noise."""
    from rich.text import Text  # noqa: PLC0415

    sizes = dict.fromkeys(Role, 0)
    for section in outline.sections:
        sizes[section.role] += sum(len(sentence.text) for sentence in section.sentences)
    shares = ", ".join(f"{role.value} {size}" for role, size in sizes.items() if size)
    text = outline.report.text
    lines = [Text(f"{len(outline.sections)} sections; characters: {shares}")]
    lines.append(Text(f"{len(outline.noise)} pieces of noise left out{':' if outline.noise else ''}"))
    lines.extend(
        Text(f"  {plain(span.of(text))}", style="bright_black") for span in outline.noise[:_NOISE_SHOWN]
    )
    if len(outline.noise) > _NOISE_SHOWN:
        lines.append(Text(f"  and {len(outline.noise) - _NOISE_SHOWN} more", style="bright_black"))
    return lines


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None
