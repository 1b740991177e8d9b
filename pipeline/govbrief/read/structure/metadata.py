"""Owns what a report says of itself: title, issuer, year covered, kind, publication date, document number.

Each fact is read from the text with its span, or it is None. The year is the one that the report looks back
on: a work report given in January 2024 covers 2023.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.read.structure.holders import find_publisher
from govbrief.read.structure.issuer import find_issuer
from govbrief.read.structure.lines import Line, split_lines
from govbrief.read.structure.oneline import part_chrome
from govbrief.read.structure.pages import page_edges
from govbrief.read.structure.reportkind import find_kind
from govbrief.read.structure.titles import find_title
from govbrief.read.structure.years import find_year
from govbrief_schemas.report import Fact, Span

HEAD = 5000
"""Characters at the start of a text that can hold its metadata block, its title and its first paragraph."""
_BLOCK = 400
_MAX_NUMBER_LINE = 60
_MONTHS, _DAYS = 12, 31

_WIDE_BLANK = re.compile(r"[\u2000-\u200a]")
"""Web pages indent with these what others indent with U+3000."""

_DATE = r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})"
_PUBLISHED = re.compile(rf"(?:发布|公布|公开|发表|更新|^|[\s|])(?:时间|日期)\s*[:：]\s*{_DATE}", re.MULTILINE)
_BARE_DATE = re.compile(
    rf"^[（(]?\s*{_DATE}\s*日?(?:\s+\d{{1,2}}:\d\d(?::\d\d)?)?\s*[)）]?(?:\s*(?:稿件|信息|文章)?来源.*)?$"
)
_ENDS_IN_DATE = re.compile(rf"{_DATE}(?:\s+\d{{1,2}}:\d\d(?::\d\d)?)?(?:\s*发表于.{{0,8}})?$")
_GIVEN = re.compile(rf"[（(—–-]\s*{_DATE}\s*日\s*在?[^\n。]{{0,30}}(?:会议|大会|全会)")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[【（(]\s*20\d\d\s*[〕\]】)）]\s*第?\s*\d{1,5}\s*号")


class Metadata(NamedTuple):
    """The facts; None where the text does not state one."""

    title: Fact | None = None
    issuer: Fact | None = None
    year: Fact | None = None
    kind: Fact | None = None
    published: Fact | None = None
    number: Fact | None = None
    publisher: Fact | None = None


def read_metadata(text: str, *, mainland: bool = True) -> Metadata:
    """Facts that the head of a text, its headings and its signature state.

    Without `mainland` a city's government is its 市政府, as in Hong Kong, Macao and Taiwan.
    """
    if _WIDE_BLANK.search(text, 0, HEAD):
        text = _WIDE_BLANK.sub("\u3000", text)
    lines = part_chrome(split_lines(text[: HEAD * 4]))
    edges = page_edges(lines)
    head = [line for index, line in enumerate(lines) if index not in edges.noise]
    title = find_title(text, head)
    span = title.span if title is not None and title.span is not None else Span(0, 0)
    kind = find_kind(text, title)
    named = kind.value if kind is not None else None
    published = _published(text, head, span)
    issuer = find_issuer(title, text, named, mainland=mainland)
    publisher = find_publisher(text)
    return Metadata(
        title=title,
        issuer=issuer,
        year=find_year(text, title, kind, published),
        kind=kind,
        published=published,
        number=_number(head, span),
        publisher=None if publisher is None or (issuer and issuer.value == publisher.value) else publisher,
    )


def _fact(match: re.Match[str], group: int = 0, offset: int = 0) -> Fact:
    return Fact(match[group], Span(match.start(group) + offset, match.end(group) + offset))


def _published(text: str, head: Sequence[Line], title: Span) -> Fact | None:
    """The page's publication date, else when a congress heard the report, else a bare date beside the title."""
    found = _PUBLISHED.search(text, 0, HEAD * 4)
    if found is not None:
        return _date(found, 0)
    given = _GIVEN.search(text, title.start, title.end + _BLOCK) if title.end else None
    if given is not None:
        return _date(given, 0)
    for line in head:
        bare = (
            _BARE_DATE.match(line.text) if not title.end or abs(line.start - title.start) <= _BLOCK else None
        )
        if bare is not None:
            return _date(bare, line.start)
    return next((date for line in head if (date := _beside(line, title)) is not None), None)


def _beside(line: Line, title: Span) -> Fact | None:
    """The date that ends a short line right under the title: 「国新网 2024-05-20 10:00」."""
    near = bool(title.end) and title.end <= line.start <= title.end + _BLOCK // 4
    found = _ENDS_IN_DATE.search(line.text) if near and len(line.text) <= _MAX_NUMBER_LINE else None
    return _date(found, line.start) if found is not None else None


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
