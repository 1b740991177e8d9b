"""Owns who issues a report: the organ that the title, the block under it, the speaker or the signature names.

The finders stand in the order of trust; the first that finds something wins, and what the text does not say is None.
A place is no issuer, nor is the site that shows the page: both only complete the name of an organ.

「四川省政府工作报告」                       -> 四川省人民政府
「我代表省人民政府…」 under 「辽宁省…报告」    -> 辽宁省人民政府
「国务院总理 …」「来源：中国政府网」          -> 国务院
"""

import re

from govbrief.read.structure.holders import fact_of, find_holder, find_publisher, find_source, shows_pages
from govbrief.read.structure.organs import (
    GOVERNMENT,
    HAN,
    ORGAN,
    PARTIES_OF_COURT,
    UNIT,
    complete_organ,
    government_of,
)
from govbrief_schemas.report import Fact, Span

_HEAD = 5000
_TAIL = 1500
_BLOCK = 260
"""Characters after the title that its block can hold: the issuing bodies, the meeting, the speaker."""

_TITLE_ORGAN = re.compile(
    rf"(?:20\d\d年度?)?(?:关于)?({ORGAN})(?=关于|工作报告|工作总结|20\d\d|二[〇○０零]|法治|推进|落实|上半年|(?:有关|主要)?负责人|新闻发言人|(?:局长|主任|厅长|院长|检察长|部长)(?:谈|就|做客|接受)|\d{{4}}|$)"
)
_TITLE_PLACE = re.compile(
    rf"(?:关于)?(?:(?:20\d\d|二[〇○０零][〇○０零一二三四五六七八九]{{2}})年(?:度|上半年|前三季度)?)?((?![全本我]){HAN}{{1,14}}?{UNIT})"
    r"(?=关于|20|二[〇○０零]|法治|政府|人民政府|国民经济|经济|统计|预算|财政|工作|上半年|前三季度|[一二三四]季度|推进|依法|本级|年度|第|召开|举行|举办|施政)"
)
_NOT_PLACE = re.compile(r"季度|月|年|上半|下半|^[全各]|[全各][省市县区镇乡]")
_LINE_ORGAN = re.compile(
    rf"^[ \t\u3000\xa0（(]*(?:来源[:：])?({ORGAN}(?:[ \u3000、]+{ORGAN})*)[ \t\u3000\xa0\r）)]*$",
    re.MULTILINE,
)
_LAST_ORGAN = re.compile(rf"(?:\A|\n)[ \t\u3000]*({ORGAN}|{HAN}{{2}}特别行政区)[ \t\r\u3000]*\n\s*\Z")
_OFFICE = r"(?:总理|主席|局长|主任|院长|检察长|厅长|省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|部长)"
_SPEAKER = re.compile(
    rf"(?:^|[ \u3000\xa0）)])({ORGAN}|{HAN}{{1,12}}?{UNIT})?[ \u3000]?(?:党(?:组|委|工委)书记[、，])?"
    rf"(?:代理|代)?({_OFFICE})[ \u3000\xa0:：]*{HAN}[\u4e00-\u9fff \u3000·]{{1,6}}[ \t\r）)]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    rf"^[ \t\u3000\xa0]*({ORGAN}|{HAN}{{4,18}})[ \t\u3000\xa0\r]*\n\s*"
    r"(?:20\d\d|二[〇○０零])[\d年月日〇○零一二三四五六七八九十 ]{1,12}[日月]?[ \t\r]*$",
    re.MULTILINE,
)
_ON_BEHALF = re.compile(
    rf"(?:代表|受)({GOVERNMENT}|{HAN}{{0,14}}?(?:{PARTIES_OF_COURT}))"
    r"(?=(?:的?委托)?[，,、 \u3000]*(?:向|报告|作|现|将|就|的?委托))"
)
_LABEL = re.compile(
    r"(?:发布机构|发文机关|发文机构|发布单位|公开机构|公开主体|制发机关|责任部门)\s*[:：]\s*([\u4e00-\u9fff（）()]{2,30})"
)
_CONGRESS = re.compile(
    rf"在(?:中国共产党)?({HAN}{{2,14}}?{UNIT})(?:第?[一二三四五六七八九十百\d]+届|人民代表大会)"
)
_ANNOUNCED = re.compile(rf"(?:现将|现就|报告|汇报)((?![全本我该]){HAN}{{1,10}}?{UNIT})(?=20\d\d年|关于)")
_STATISTICS = frozenset({"statistical bulletin", "economic report"})
_PRESS, _PAPER = "press conference", "newspaper feature"


def find_issuer(title: Fact | None, text: str, kind: str | None, *, mainland: bool = True) -> Fact | None:
    """The organ that issues the report, complete where the text tells of which place it is."""
    tail = max(0, len(text) - _TAIL)
    place = _in_title(_TITLE_PLACE, title, text) or _congress(text) or _announced_place(text)
    found = _of_news(title, text, kind) if kind in {_PRESS, _PAPER} else _named(title, text, tail)
    found = found or (_above(title, text) if place is None else None)
    if found is not None:
        return Fact(
            complete_organ(found.value, place.value if place is not None else "", text)
            if mainland
            else found.value,
            found.span,
        )
    if not mainland:
        return Fact(f"{place.value}政府", place.span) if place is not None else find_source(text)
    return _governed(place, kind) or find_source(text)


def _of_news(title: Fact | None, text: str, kind: str | None) -> Fact | None:
    """Who calls a press conference, the organ whose head answers, or the paper that a feature stands in."""
    if kind == _PAPER:
        return find_publisher(text) or find_source(text)
    return _in_title(_TITLE_ORGAN, title, text) or find_holder(text) or find_source(text)


def _named(title: Fact | None, text: str, tail: int) -> Fact | None:
    """The organ as a part of the text names it, surest part first."""
    begin = title.span.end if title is not None and title.span is not None else 0
    found = _in_title(_TITLE_ORGAN, title, text) or (_in_block(text, begin) if begin else None)
    if found is not None:
        return found
    behalf = _ON_BEHALF.search(text, 0, begin + _HEAD)
    if behalf is not None:
        return fact_of(behalf)
    signed = list(_SIGNED.finditer(text, tail))
    return fact_of(signed[-1]) if signed else _labelled(text)


def _above(title: Fact | None, text: str) -> Fact | None:
    """The organ on the line right above a title that names neither organ nor place."""
    start = title.span.start if title is not None and title.span is not None else 0
    found = _LAST_ORGAN.search(text, max(0, start - _BLOCK), start)
    if found is None or shows_pages(found[1]):
        return None
    organ = fact_of(found)
    return organ._replace(value=f"{organ.value}政府") if organ.value.endswith("特别行政区") else organ


def _in_block(text: str, begin: int) -> Fact | None:
    """The organ on a line under the title, or the one that the speaker named there heads."""
    line = _LINE_ORGAN.search(text, begin, begin + _BLOCK)
    if line is not None and not shows_pages(line[1]):
        return fact_of(line)
    speaker = _SPEAKER.search(text, begin, begin + _BLOCK)
    if speaker is not None and (organ := _organ_of(speaker)):
        return Fact(organ, Span(speaker.start(1), speaker.end(1)))
    return None


def _labelled(text: str) -> Fact | None:
    """The organ that the page's table of metadata names; a government's office stands for its government."""
    label = _LABEL.search(text, 0, _HEAD)
    if label is None or shows_pages(label[1]):
        return None
    organ = re.sub(r"(?<=政府)办公[室厅]$", "", label[1])
    return Fact(organ, Span(label.start(1), label.start(1) + len(organ)))


def _organ_of(speaker: re.Match[str]) -> str:
    """The organ that a speaker heads: 国务院总理 -> 国务院, 辽宁省省长 -> 辽宁省人民政府; empty where none is named."""
    named = speaker[1] or ""
    if re.fullmatch(ORGAN, named):
        return named
    if not named or speaker[2] not in {
        "省长",
        "市长",
        "区长",
        "县长",
        "州长",
        "旗长",
        "盟长",
        "镇长",
        "乡长",
        "主席",
    }:
        return ""
    return f"{named}人民政府"


def _governed(place: Fact | None, kind: str | None) -> Fact | None:
    """Whose report it is where only a place is named: its government's, of figures its statistics bureau's."""
    if place is None:
        return None
    if kind in _STATISTICS:
        return Fact(f"{place.value}统计局", place.span)
    return Fact(government_of(place.value), place.span)


def _congress(text: str) -> Fact | None:
    """The place of the congress that heard the report."""
    found = _CONGRESS.search(text, 0, _HEAD)
    return fact_of(found) if found is not None else None


def _announced_place(text: str) -> Fact | None:
    """The place of which a report without title says that it tells: 「现将青溪县2022年…情况报告如下」."""
    found = _ANNOUNCED.search(text, 0, _HEAD // 2)
    return fact_of(found) if found is not None else None


def _in_title(pattern: re.Pattern[str], title: Fact | None, text: str) -> Fact | None:
    """What the title names; the span is the whole title where blanks or a line's end stand inside it."""
    found = pattern.match(title.value) if title is not None else None
    if found is None or title is None or _NOT_PLACE.search(found[1]):
        return None
    if title.span is None or not text.startswith(title.value[: found.end()], title.span.start):
        return Fact(found[1], title.span)
    return fact_of(found, title.span.start)
