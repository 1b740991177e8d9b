"""Owns how an outline is shown: JSON for programs, a tree for people; must not know how it was found."""

from typing import TYPE_CHECKING, Any

from schemas.report import Fact, Outline

if TYPE_CHECKING:
    from rich.console import Console


def outline_json(outline: Outline) -> dict[str, Any]:
    """The outline as `outline --json` prints it; offsets into the raw text."""
    report = outline.report
    return {
        "report": {
            "title": _value(report.title),
            "issuer": _value(report.issuer),
            "year": int(report.year.value) if report.year else None,
            "kind": _value(report.kind),
        },
        "sections": [
            {
                "heading": section.heading,
                "number": section.number,
                "level": section.level,
                "role": section.role.value,
                "start": section.span.start,
                "end": section.span.end,
            }
            for section in outline.sections
        ],
        "noise": [{"start": span.start, "end": span.end} for span in outline.noise],
    }


def print_outline(outline: Outline, console: "Console") -> None:
    """The tree with roles and sizes, and what was taken as noise."""
    from rich.text import Text  # noqa: PLC0415 - programs that ask for JSON need no rich

    for section in outline.sections:
        size = sum(len(sentence.text) for sentence in section.sentences)
        indent = "  " * (section.level - 1)
        console.print(Text(f"{indent}{section.heading or '(no heading)'}  [{section.role.value}] {size}"))


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None
