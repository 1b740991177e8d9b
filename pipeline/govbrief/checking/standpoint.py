"""Owns Standpoint: whose text is checked, for when, and what its section is; words like 我市 and "the city" need it."""

from dataclasses import dataclass

from govbrief_schemas.report import Outline, Role, Sentence


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Who speaks; empty or None where nobody knows, and then no rule guesses."""

    issuer: str = ""
    """Chinese name of who issued the report: 沈阳市司法局."""
    speaker: str = ""
    """Who speaks in the section, where it is somebody else: 沈阳市中级人民法院."""
    year: int | None = None
    """The year that the report covers."""
    role: Role = Role.OTHER
    """What the section is for."""
    cited: str = ""
    """The sentences that the text rests on: English may tell what they say besides."""

    @property
    def actor(self) -> str:
        """Who says “we” here."""
        return self.speaker or self.issuer

    @property
    def is_known(self) -> bool:
        """True for the text of a report of which somebody is known to speak: its prose is official."""
        return bool(self.actor)


NOBODY = Standpoint()
"""A pair of texts of which nothing else is known."""


def standpoint_of(outline: Outline, section: int | None = None) -> Standpoint:
    """The standpoint of a section of a report, or of the report as a whole."""
    report = outline.report
    known = outline.sections[section] if section is not None and section < len(outline.sections) else None
    return Standpoint(
        issuer=report.issuer.value if report.issuer else "",
        speaker=known.speaker if known else "",
        year=int(report.year.value) if report.year and report.year.value.isdecimal() else None,
        role=known.role if known else Role.OTHER,
    )


def head_evidence(outline: Outline) -> tuple[Sentence, ...]:
    """What every sentence about the whole rests on besides the sentences it cites: the title, and who speaks.

    They say whose report it is and of which year; empty without a title.
    """
    title = outline.report.title
    if title is None or title.span is None:
        return ()
    speakers = dict.fromkeys(section.speaker for section in outline.sections if section.speaker)
    return (Sentence(title.span, "；".join((title.value, *speakers))),)
