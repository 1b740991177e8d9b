"""Owns what a report says of itself: title, issuer, year covered, kind, publication date, document number.

Each fact is read from the text with its span, or it is None. The year is the one the report looks back on:
a work report given in January 2024 covers 2023.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lines import Line, split_lines
from pipeline.titles import find_title
from pipeline.wordlists import any_of, read_words
from schemas.report import Fact, Span

KINDS = tuple(read_words("kinds"))
"""The kinds of report, in English."""

HEAD = 5000
"""Characters at the start of a text that can hold its metadata block, its title and its first paragraph."""
_TAIL = 1500

_YEAR = re.compile(r"(20\d\d)\s*年")
_LOOKS_BACK = re.compile(
    r"(20\d\d)\s*年?(?:以来)?(?:的)?(?:主要|重点|政府|全年|度)*(?:工作|经济社会发展|法治政府建设|计划执行|预算执行)[^。\n]{0,14}?(?:回顾|总结|情况|成效|完成|举措)"
    r"|(?:回顾|总结|过去的?)\s*(20\d\d)\s*年(?!至|到|—|-|以来)"
)
_NEWS = frozenset({"press conference", "newspaper feature"})
"""Kinds that speak of the year they are published in; the years in their titles are targets."""
_ORGAN = r"[\u4e00-\u9fff（）()]{0,24}?(?:人民政府|政府|委员会|局|厅|委|办公室|院|调查队|管委会|街道办事处|中心|处)"
_LABEL = re.compile(
    r"(?:发布机构|发文机关|发文机构|发布单位|公开机构|制发机关|责任部门)\s*[:：]\s*([\u4e00-\u9fff（）()]{2,30})"
)
_SOURCE = re.compile(
    r"来源\s*[:：]\s*([\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|商报|新闻网|政府网)|[\u4e00-\u9fff]{2,20}?)(?=微信|公众号|网站|[^\u4e00-\u9fff]|政法|$)"
)
_ON_BEHALF = re.compile(r"代表([\u4e00-\u9fff]{2,16}?人民政府)")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:自治[州县区旗]|[省市县区州盟旗镇乡]|新区|开发区|街道)(?=关于|20|二[〇○０零]|法治|政府工作|国民经济|经济|统计|预算|财政)"
)
_DATE = r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})"
_PUBLISHED = re.compile(rf"(?:发布|公布|公开|发表|更新)(?:时间|日期)\s*[:：]\s*{_DATE}")
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
    kind = _kind(title, text)
    published = _published(text, head, title)
    return Metadata(
        title=title,
        issuer=_issuer(title, text, head),
        year=_year(title, text, published if kind is not None and kind.value in _NEWS else None),
        kind=kind,
        published=published,
        number=_number(text, head, title),
    )


def _fact(match: re.Match[str], group: int = 0, offset: int = 0) -> Fact:
    return Fact(match[group].strip(), Span(match.start(group) + offset, match.end(group) + offset))


def _title_start(title: Fact | None) -> int:
    return title.span.start if title is not None and title.span is not None else 0


def _issuer(title: Fact | None, text: str, head: Sequence[Line]) -> Fact | None:
    """Who reports: named in the title, in the signature, by the speaker, by the page, or as a place."""
    if title is not None:
        organ = re.match(rf"({_ORGAN})(?=关于|20\d\d|二[〇○０零])", title.value)
        if organ is not None:
            return _fact(organ, 1, _title_start(title))
    signed = _signature(text)
    if signed is not None:
        return signed
    for pattern in (_ON_BEHALF, _LABEL):
        found = pattern.search(text[:HEAD])
        if found is not None:
            return _fact(found, 1)
    if title is not None:
        place = _PLACE.match(title.value)
        if place is not None:
            return _fact(place, 0, _title_start(title))
    source = _SOURCE.search(text[: HEAD * 2]) or _SOURCE.search(text[-_TAIL:])
    if source is None:
        return None
    return _fact(source, 1, 0 if text.startswith(source[0], source.start()) else max(0, len(text) - _TAIL))


def _signature(text: str) -> Fact | None:
    """A body's name on a line of its own with a date under it, near the end."""
    offset = max(0, len(text) - _TAIL)
    found = None
    for found in re.finditer(
        rf"^[ \t\u3000\xa0]*({_ORGAN})[ \t\u3000\xa0]*\r?\n\s*(?:20\d\d|二[〇○０零])[\d\u4e00-\u9fff〇○\s]{{1,12}}[日月]?\s*$",
        text[offset:],
        re.MULTILINE,
    ):
        pass
    return _fact(found, 1, offset) if found is not None else None


def _year(title: Fact | None, text: str, news_date: Fact | None) -> Fact | None:
    """The year looked back on: stated as such, else the title's (a work report's is a year ahead), else the text's first."""
    if news_date is not None and news_date.span is not None:
        return Fact(news_date.value[:4], Span(news_date.span.start, news_date.span.start + 4))
    looks_back = _LOOKS_BACK.search(text[: HEAD * 2])
    if looks_back is not None and (
        title is None or "政府工作报告" in title.value or not _YEAR.search(title.value)
    ):
        return _fact(looks_back, 1 if looks_back[1] else 2)
    if title is not None and "政府工作报告" not in title.value:
        stated = _YEAR.search(title.value)
        if stated is not None:
            return _fact(stated, 1, _title_start(title))
    start = title.span.end if title is not None and title.span is not None else 0
    opening = re.compile(r"(20\d\d)\s*年(?=[，,是]|以来|全[市县区省州]|，)").search(text, start, start + HEAD)
    return _fact(opening, 1) if opening is not None else None


def _kind(title: Fact | None, text: str) -> Fact | None:
    """The kind that the title names, else the head of the text."""
    kinds = read_words("kinds")
    if title is not None:
        for kind, words in kinds.items():
            found = re.search(any_of(words), title.value)
            if found is not None:
                return Fact(
                    kind, Span(found.start() + _title_start(title), found.end() + _title_start(title))
                )
    for kind in (*sorted(_NEWS, reverse=True), *kinds):
        found = re.search(any_of(kinds[kind]), text[:HEAD]) if kind != "report" else None
        if found is not None:
            return Fact(kind, Span(found.start(), found.end()))
    return None


def _published(text: str, head: Sequence[Line], title: Fact | None) -> Fact | None:
    """The date that the page calls its publication date, else a bare date beside the title."""
    found = _PUBLISHED.search(text[: HEAD * 4])
    if found is not None:
        return _date(found, 0)
    near = _title_start(title)
    for line in head:
        if title is not None and abs(line.start - near) > 300:  # noqa: PLR2004 - the title block is shorter
            continue
        bare = _BARE_DATE.match(line.text)
        if bare is not None:
            return _date(bare, line.start)
    return None


def _date(found: re.Match[str], offset: int) -> Fact | None:
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004
        return None
    return Fact(f"{year}-{month:02}-{day:02}", Span(found.start(1) + offset, found.end(3) + offset))


def _number(text: str, head: Sequence[Line], title: Fact | None) -> Fact | None:
    """A document number on a short line near the title; the body's references to other documents do not count."""
    stop = _title_start(title) + 400
    for line in head:
        if line.start > stop:
            return None
        found = _NUMBER.search(line.text) if len(line.text) <= 60 else None  # noqa: PLR2004
        if found is not None:
            return _fact(found, 0, line.start)
    return None
