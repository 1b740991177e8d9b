"""Owns the year that a report looks back on: stated by its headings or its title, or implied by when it was given.

「一、2025年和“十四五”时期工作回顾」                    -> 2025
「2026年辽宁省政府工作报告」, given in January 2026      -> 2025: a work report names the year it looks ahead to
「2021年12月27日在…第一次会议上」                       -> 2021: a congress in winter hears what the year brought
"""

import re

from govbrief_schemas.report import Fact, Span

WORK_REPORT = "government work report"
_HEARD = frozenset({WORK_REPORT, "work summary"})
"""Kinds that a congress hears: of governments, courts, procuratorates and standing committees."""
NEWS = frozenset({"press conference", "newspaper feature"})
"""Kinds that speak of the year they are published in; the years in their titles are targets."""
_HEAD = 5000
_BLOCK = 400
_CN = {char: str(index) for index, char in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "０": "0",
    "零": "0",
}
_REPUBLIC = 1911

_YEAR = re.compile(
    r"(20\d\d)\s*年(?!远景|目标)|((?:二|两)[〇○０零][〇○０零一二三四五六七八九]{2})年(?!远景|目标)|民[国國]\s*(1[0-2]\d)\s*年"
    r"|(?<!\d)(1[01]\d)\s*年(?=度|施政|工作|统计|年报|[上下]半年)|20\d\d\s*[-—–/]\s*(?:20)?(\d\d)\s*学?年"
)
_REPUBLIC_DATE = re.compile(r"民国\s*(1[01]\d)\s*年\s*\d{1,2}\s*月")
_LOOKS_BACK = re.compile(
    r"(?<![-—–至到])(20\d\d)\s*年?(?:以来)?(?:[和与及、][^。，；\n]{1,16}?)?的?(?:主要|重点|政府|全年|度|国民经济和社会)*"
    r"(?:工作|发展|法治政府建设|计划执行|预算执行)[^。\n]{0,14}?(?:回顾|总结|情况|成效|成果|成绩|成就|完成|举措)"
    r"|(?:回顾|总结|过去的?)\s*(20\d\d)\s*年(?!至|到|—|-|以来)"
)
_OPENING = re.compile(
    r"(?<![到至期])(20\d\d)\s*年(?=度?[，,是]|以来|末|底|[全我本][市县区省州局镇乡院]|上半年|前三季度|[一二三四]季度|1\s*[-—–至]\s*\d)"
)
_PART_OF_YEAR = re.compile(r"上半年|前三季度|[一二三四]季度|1\s*[-—–至]\s*\d{1,2}\s*月")
_FIRST_FIGURES = 3
"""Figures of a part of the year are published from its third month on; before that they may be last year's."""
_CONGRESS = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})\s*月\s*\d{1,2}\s*日[^\n]{0,30}(?:会|届)")
_WINTER = 10
"""A congress from that month on hears of its own year, one before it of the year before."""
_THIS_YEAR = re.compile(r"今年(?:以来|[，,]|[上前]|[一二三四]季度|\d)")


def find_year(text: str, title: Fact | None, kind: Fact | None, published: Fact | None) -> Fact | None:
    """The year looked back on: stated by the text, else implied by a date."""
    span = title.span if title is not None and title.span is not None else Span(0, 0)
    named = kind.value if kind is not None else ""
    if named in NEWS and published is not None and published.span is not None:
        return _published_year(published)
    return (
        _stated(text, title, span, named)
        or _announced(text, span, kind)
        or _opening(text, span)
        or _implied(text, span, named, published)
        or _dated(text, span)
    )


def _stated(text: str, title: Fact | None, span: Span, kind: str) -> Fact | None:
    """The year of a heading that looks back, else the title's unless it is a work report's."""
    named = _YEAR.search(title.value) if title is not None else None
    looks_back = _LOOKS_BACK.search(text, 0, _HEAD * 2)
    if looks_back is not None and (named is None or kind == WORK_REPORT):
        return Fact(looks_back[1] or looks_back[2], Span(*looks_back.span(1 if looks_back[1] else 2)))
    given = _given(text, span, kind, named)
    if given is not None:
        return given
    if named is not None:
        return Fact(_digits(named), _place_in_title(text, named, span))
    return None


def _announced(text: str, title: Span, kind: Fact | None) -> Fact | None:
    """The year in the sentence that announces what the report is."""
    if kind is None or kind.span is None or kind.value == WORK_REPORT or kind.span.start < title.end:
        return None
    start = max(text.rfind("。", 0, kind.span.start), kind.span.start - _BLOCK // 4, 0)
    year = re.compile(r"(20\d\d)\s*年")
    before = [*year.finditer(text, start, kind.span.start)][-1:]
    found = year.search(text, kind.span.start, kind.span.end) or (before[0] if before else None)
    return Fact(found[1], Span(*found.span(1))) if found is not None else None


def _opening(text: str, title: Span) -> Fact | None:
    """The year that the first sentence opens with."""
    found = _OPENING.search(text, title.end, title.end + _HEAD)
    return Fact(found[1], Span(*found.span(1))) if found is not None else None


def _given(text: str, title: Span, kind: str, named: re.Match[str] | None) -> Fact | None:
    """The year that a work report covers by when it was given: in spring the year before."""
    congress = _CONGRESS.search(text, title.start, title.end + _BLOCK) if kind in _HEARD else None
    if kind not in _HEARD:
        return None
    if congress is not None:
        year = int(congress[1]) - (int(congress[2]) < _WINTER)
        return Fact(str(year), Span(*congress.span(1)))
    if (
        kind == WORK_REPORT and named is not None and "工作" in named.string
    ):  # a 施政报告 is named after its own year
        return Fact(str(int(_digits(named)) - 1), _place_in_title(text, named, title))
    return None


def _implied(text: str, title: Span, kind: str, published: Fact | None) -> Fact | None:
    """The year of a date that can only stand in the year covered: of a winter meeting, of half-year figures."""
    congress = _CONGRESS.search(text, title.start, title.end + _BLOCK) if title.end else None
    if congress is not None and int(congress[2]) >= _WINTER:
        return Fact(congress[1], Span(*congress.span(1)))
    if published is None or published.span is None:
        return None
    if kind == WORK_REPORT:
        year = int(published.value[:4]) - (int(published.value[5:7]) < _WINTER)
        return Fact(str(year), Span(published.span.start, published.span.start + 4))
    part = _PART_OF_YEAR.search(text, title.start, title.end)
    speaks = _THIS_YEAR.search(text, title.end, title.end + _BLOCK)
    late = int(published.value[5:7]) >= _FIRST_FIGURES
    return _published_year(published) if late and (part or speaks) else None


def _dated(text: str, title: Span) -> Fact | None:
    """The year of the Republic that a date under the title gives: 「中華民國112年11月」."""
    found = _REPUBLIC_DATE.search(text, title.start, title.end + _BLOCK // 4)
    return Fact(str(int(found[1]) + _REPUBLIC), Span(*found.span(1))) if found is not None else None


def _published_year(published: Fact) -> Fact:
    start = published.span.start if published.span is not None else 0
    return Fact(published.value[:4], Span(start, start + 4))


def _digits(found: re.Match[str]) -> str:
    """The year in four figures: 2023, 二〇二三, 民國112年, the later one of 2022-23年度."""
    if found[1]:
        return found[1]
    if found[2]:
        return "20" + "".join(_CN[char] for char in found[2][2:])
    return f"20{found[5]}" if found[5] else str(int(found[3] or found[4]) + _REPUBLIC)


def _place_in_title(text: str, named: re.Match[str], title: Span) -> Span | None:
    """Where the title's year stands; the whole title where the text writes it otherwise."""
    if not title.end:
        return None
    at = text.find(named[0], title.start, title.end)
    group = next(i for i in range(1, 6) if named[i])
    start = at + named.start(group) - named.start()
    return Span(start, start + len(named[group])) if at >= 0 else title
