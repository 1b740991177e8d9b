"""Owns Standpoint: whose text is checked, for when, and what its section is; words like 我市 and "the city" need it."""

import re
from dataclasses import dataclass

from govbrief_schemas.report import Outline, Role, Section, Sentence, Span


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Who speaks; empty or None where nobody knows, and then no rule guesses."""

    issuer: str = ""
    """Chinese name of who issued the report: 沈阳市司法局."""
    speaker: str = ""
    """Who speaks in the section, where it is somebody else: 沈阳市中级人民法院."""
    year: int | None = None
    """The year that the report covers."""
    planned: int | None = None
    """The year that its plans are for, where that is said."""
    role: Role = Role.OTHER
    """What the section is for."""
    cited: str = ""
    """The sentences that the text rests on: English may tell what they say besides."""
    dated: tuple[Span, ...] = ()
    """The headings above that name a year or a five-year plan: what they date needs none of its own."""

    @property
    def actor(self) -> str:
        """Who says “we” here."""
        return self.speaker or self.issuer

    @property
    def this_year(self) -> int | None:
        """The year that 今年 names in the cited sentences; None where they do not speak of it.

        None as well where nobody knows whether they look back or ahead.
        """
        if self.role is Role.OTHER and self.planned not in {None, self.year}:
            return None
        year = (self.planned or self.year) if self.role is Role.PLAN else self.year
        spoken = year is not None and (THIS_YEAR.search(self.cited) or f"{year}年" in self.cited)
        return year if spoken else None

    @property
    def is_known(self) -> bool:
        """True for the text of a report of which somebody is known to speak: its prose is official."""
        return bool(self.actor)


THIS_YEAR = re.compile(r"[今本]年|(?<!\d年)全年|年内")


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
        planned=outline.plan_year,
        role=known.role if known else Role.OTHER,
        dated=_dated(outline, known) if known else (),
    )


def _dated(outline: Outline, section: Section) -> tuple[Span, ...]:
    """Where the headings stand that date a section: its own and those above it, the nearest of each name."""
    names = {heading for heading in (*section.path, section.heading) if _YEAR.search(heading)}
    above = [one for one in outline.sections if one.heading in names and one.span.start <= section.span.start]
    last = {one.heading: one.span.start for one in above}
    return tuple(Span(start, start + len(heading)) for heading, start in last.items())


_YEAR = re.compile(r"\d{4}\s*年|十[一二三四五六七]五")


def dated_title(title: str, english: str, year: str) -> str:
    """A title as its English tells it: with the report's year, where the English adds that."""
    return f"{title}（{year}年）" if year in english and year not in title else title


def head_evidence(outline: Outline) -> tuple[Sentence, ...]:
    """What every sentence about the whole rests on besides the sentences it cites.

    Whose report it is (title, speakers), its year, and the headings that name that year or the one of its plans.
    """
    title, year = outline.report.title, outline.report.year
    found: list[Sentence] = []
    if title is not None and title.span is not None:
        speakers = dict.fromkeys(section.speaker for section in outline.sections if section.speaker)
        found.append(Sentence(title.span, "；".join((title.value, *speakers))))
    if year is not None:
        found.append(Sentence(year.span or Span(0, 0), f"{year.value}年"))
    if outline.plan_year is not None:
        # what 下一年度 in a heading means stands nowhere in numerals
        found.append(Sentence(Span(0, 0), f"{outline.plan_year}年"))
    years = [f"{told}年" for told in (outline.plan_year, year.value if year else None) if told]
    for section in outline.sections:
        if any(told in section.heading for told in years):
            start = section.span.start
            found.append(Sentence(Span(start, start + len(section.heading)), section.heading))
    return tuple(found)
