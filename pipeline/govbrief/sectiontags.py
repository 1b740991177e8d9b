"""Owns how a section of a report is called in a few characters; how a page shows that is the views'."""

from govbrief_schemas.report import Outline

_AROUND_NUMBER = "、.．。,， \t　"


def section_tag(outline: Outline, index: int) -> str:
    """The numbers of a section and of the headings above it, as a page cites it: 一(三), 五2.

    A paragraph without a heading of its own is marked as one of its section's: 一¶. Empty where nothing is numbered.
    """
    section = outline.sections[index]
    above = [s.number for name in section.path for s in outline.sections if s.heading == name][
        : len(section.path)
    ]
    own = section.number if section.heading else "¶"
    return (
        "".join(number.strip(_AROUND_NUMBER) for number in (*above, own)) if above or section.number else ""
    )
