"""Owns what a report says of itself: title, issuer, year covered, kind, publication date, document number.

Each fact is read from the text with its span, or it is None. The year is the one that the report looks back
on: a work report given in January 2024 covers 2023.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.datafiles import any_of, read_words
from govbrief.read.structure.issuer import find_issuer
from govbrief.read.structure.lines import Line, split_lines
from govbrief.read.structure.titles import find_title
from govbrief_schemas.report import Fact, Span

KINDS = tuple(read_words("kinds"))
"""The kinds of report, in English."""

HEAD = 5000
"""Characters at the start of a text that can hold its metadata block, its title and its first paragraph."""
_BLOCK = 400
_MAX_NUMBER_LINE = 60
_MONTHS, _DAYS = 12, 31

_YEAR = re.compile(r"(20\d\d)\s*年")
_LOOKS_BACK = re.compile(
    r"(20\d\d)\s*年?(?:以来)?的?(?:主要|重点|政府|全年|度)*"
    r"(?:工作|发展|法治政府建设|计划执行|预算执行)[^。\n]{0,14}?(?:回顾|总结|情况|成效|成果|完成|举措)"
    r"|(?:回顾|总结|过去的?)\s*(20\d\d)\s*年(?!至|到|—|-|以来)"
)
_OPENING = re.compile(
    r"(?<![到至期])(20\d\d)\s*年(?=[，,是]|以来|全[市县区省州]|上半年|前三季度|[一二三四]季度|1\s*[-—–至]\s*\d)"
)
_PART_OF_YEAR = re.compile(r"上半年|前三季度|[一二三四]季度|1\s*[-—–至]\s*\d{1,2}\s*月")
_FIRST_FIGURES = 3
"""Figures of a part of the year are published from its third month on; before that they may be last year's."""
_MEETING = re.compile(r"(20\d\d)\s*年\s*1[0-2]\s*月\s*\d{1,2}\s*日[^\n]{0,30}会")
"""A congress at the end of a year hears what that year brought."""
_NEWS = frozenset({"press conference", "newspaper feature"})
"""Kinds that speak of the year they are published in; the years in their titles are targets."""
_DATE = r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})"
_PUBLISHED = re.compile(rf"(?:发布|公布|公开|发表|更新|^|[\s|])(?:时间|日期)\s*[:：]\s*{_DATE}", re.MULTILINE)
_BARE_DATE = re.compile(
    rf"^[（(]?\s*{_DATE}\s*日?(?:\s+\d{{1,2}}:\d\d(?::\d\d)?)?\s*[)）]?(?:\s*(?:稿件|信息|文章)?来源.*)?$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[【（(]\s*20\d\d\s*[〕\]】)）]\s*第?\s*\d{1,5}\s*号")


class Metadata(NamedTuple):
    """The facts; None where the text does not state one."""

    title: Fact | None = None
    issuer: Fact | None = None
    year: Fact | None = None
    kind: Fact | None = None
    published: Fact | None = None
    number: Fact | None = None


def read_metadata(text: str) -> Metadata:
    """Facts that the head of a text, its headings and its signature state."""
    head = split_lines(text[: HEAD * 4])
    title = find_title(text, head)
    span = title.span if title is not None and title.span is not None else Span(0, 0)
    kind = _kind(text, title)
    published = _published(text, head, span)
    news = published if kind is not None and kind.value in _NEWS else None
    return Metadata(
        title=title,
        issuer=find_issuer(title, text),
        year=_year(text, span, news) or _implied_year(text, span, published),
        kind=kind,
        published=published,
        number=_number(head, span),
    )


def _fact(match: re.Match[str], group: int = 0, offset: int = 0) -> Fact:
    return Fact(match[group], Span(match.start(group) + offset, match.end(group) + offset))


def _year(text: str, title: Span, news: Fact | None) -> Fact | None:
    """The year looked back on: stated, else the title's unless it is a work report's, else the first sentence's."""
    if news is not None and news.span is not None:
        return Fact(news.value[:4], Span(news.span.start, news.span.start + 4))
    stated = _YEAR.search(text, title.start, title.end)
    looks_ahead = "政府工作报告" in title.of(text)
    looks_back = _LOOKS_BACK.search(text, 0, HEAD * 2)
    if looks_back is not None and (stated is None or looks_ahead):
        return _fact(looks_back, 1 if looks_back[1] else 2)
    if stated is not None and not looks_ahead:
        return _fact(stated, 1)
    opening = _OPENING.search(text, title.end, title.end + HEAD)
    return _fact(opening, 1) if opening is not None else None


def _implied_year(text: str, title: Span, published: Fact | None) -> Fact | None:
    """The year of a date that can only stand in the year covered: of a meeting in winter, of half-year figures."""
    meeting = _MEETING.search(text, title.start, title.end + _BLOCK) if title.end else None
    if meeting is not None:
        return _fact(meeting, 1)
    part = _PART_OF_YEAR.search(text, title.start, title.end)
    if (
        part is None
        or published is None
        or published.span is None
        or int(published.value[5:7]) < _FIRST_FIGURES
    ):
        return None
    return Fact(published.value[:4], Span(published.span.start, published.span.start + 4))


def _kind(text: str, title: Fact | None) -> Fact | None:
    """The kind that the title names; else news by its head, and the rest only where there is no title."""
    kinds = read_words("kinds")
    if title is not None and title.span is not None:
        for kind, words in kinds.items():
            found = re.search(any_of(words), title.value)
            if found is not None:
                exact = text.startswith(title.value[: found.end()], title.span.start)
                span = Span(title.span.start + found.start(), title.span.start + found.end())
                return Fact(kind, span if exact else title.span)
    for kind in (*sorted(_NEWS, reverse=True), *(kinds if title is None else ())):
        found = re.compile(any_of(kinds[kind])).search(text, 0, HEAD) if kind != "report" else None
        if found is not None:
            return Fact(kind, Span(found.start(), found.end()))
    return None


def _published(text: str, head: Sequence[Line], title: Span) -> Fact | None:
    """The date that the page calls its publication date, else a bare date beside the title."""
    found = _PUBLISHED.search(text, 0, HEAD * 4)
    if found is not None:
        return _date(found, 0)
    for line in head:
        bare = (
            _BARE_DATE.match(line.text) if not title.end or abs(line.start - title.start) <= _BLOCK else None
        )
        if bare is not None:
            return _date(bare, line.start)
    return None


def _date(found: re.Match[str], offset: int) -> Fact | None:
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS):
        return None
    return Fact(f"{year}-{month:02}-{day:02}", Span(found.start(1) + offset, found.end(3) + offset))


def _number(head: Sequence[Line], title: Span) -> Fact | None:
    """A document number on a short line near the title; the body's references to other documents do not count."""
    for line in head:
        if line.start > title.end + _BLOCK:
            return None
        found = _NUMBER.search(line.text) if len(line.text) <= _MAX_NUMBER_LINE else None
        if found is not None:
            return _fact(found, 0, line.start)
    return None
