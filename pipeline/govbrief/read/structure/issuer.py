"""Owns who issues a report: the organ that the title, the block under it, the speaker or the signature names.

The finders stand in the order of trust; the first that finds something wins, and what the text does not say is None.
A place is no issuer, nor is the site that shows the page: both only complete the name of an organ.

「四川省政府工作报告」                       -> 四川省人民政府
「我代表省人民政府…」 under 「辽宁省…报告」    -> 辽宁省人民政府
「国务院总理 …」「来源：中国政府网」          -> 国务院
"""

import re

from govbrief_schemas.report import Fact, Span

_HEAD = 5000
_TAIL = 1500
_BLOCK = 260
"""Characters after the title that its block can hold: the issuing bodies, the meeting, the speaker."""

_HAN = r"[\u4e00-\u9fff]"
_UNIT = r"(?:自治[州县区旗]|特别行政区|新区|开发区|示范区|功能区|街道|[省市县区州盟旗镇乡])"
_GOVERNMENT = rf"(?:国务院|{_HAN}{{0,16}}?(?:人民政府|政府|管理委员会|管委会|办事处))"
_ORGAN = (
    r"(?:国务院|[\u4e00-\u9fff（）()]{1,26}?"
    r"(?:人民政府|政府|委员会|管委会|局|厅|委|办公室|院|调查队|街道办事处|中心|处|总工会|公司|大学|学院|银行)(?:办公室)?)"
)
_TITLE_ORGAN = re.compile(
    rf"(?:20\d\d年度?)?(?:关于)?({_ORGAN})(?=关于|工作报告|工作总结|20\d\d|二[〇○０零]|法治|推进|落实|上半年|(?:有关|主要)?负责人|新闻发言人|\d{{4}}|$)"
)
_TITLE_PLACE = re.compile(
    rf"(?:关于)?(?:(?:20\d\d|二[〇○０零][〇○０零一二三四五六七八九]{{2}})年(?:度|上半年|前三季度)?)?((?![全本我]){_HAN}{{1,14}}?{_UNIT})"
    r"(?=关于|20|二[〇○０零]|法治|政府|人民政府|国民经济|经济|统计|预算|财政|工作|上半年|前三季度|[一二三四]季度|推进|依法|本级|年度|第|召开|举行|举办|施政)"
)
_NOT_PLACE = re.compile(r"季度|月|年|上半|下半|^[全各]|[全各][省市县区镇乡]")
_LINE_ORGAN = re.compile(
    rf"^[ \t\u3000\xa0（(]*(?:来源[:：])?({_ORGAN}(?:[ \u3000、]+{_ORGAN})*)[ \t\u3000\xa0\r）)]*$",
    re.MULTILINE,
)
_OFFICE = r"(?:总理|主席|局长|主任|院长|检察长|厅长|省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|部长)"
_SPEAKER = re.compile(
    rf"(?:^|[ \u3000\xa0）)])({_ORGAN}|{_HAN}{{1,12}}?{_UNIT})?[ \u3000]?(?:党(?:组|委|工委)书记[、，])?"
    rf"(?:代理|代)?({_OFFICE})[ \u3000\xa0:：]*{_HAN}[\u4e00-\u9fff \u3000·]{{1,6}}[ \t\r）)]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    rf"^[ \t\u3000\xa0]*({_ORGAN}|{_HAN}{{4,18}})[ \t\u3000\xa0\r]*\n\s*"
    r"(?:20\d\d|二[〇○０零])[\d\u4e00-\u9fff〇○ ]{1,12}[日月]?[ \t\r]*$",
    re.MULTILINE,
)
_ON_BEHALF = re.compile(
    rf"(?:代表|受)({_GOVERNMENT})(?=(?:的?委托)?[，,、 \u3000]*(?:向|报告|作|现|将|就|的?委托))"
)
_LABEL = re.compile(
    r"(?:发布机构|发文机关|发文机构|发布单位|公开机构|公开主体|制发机关|责任部门)\s*[:：]\s*([\u4e00-\u9fff（）()]{2,30})"
)
_CONGRESS = re.compile(
    rf"在(?:中国共产党)?({_HAN}{{2,14}}?{_UNIT})(?:第?[一二三四五六七八九十百\d]+届|人民代表大会)"
)
_ANNOUNCED = re.compile(rf"(?:现将|现就|报告|汇报)((?![全本我该]){_HAN}{{1,10}}?{_UNIT})(?=20\d\d年|关于)")
_SOURCE = re.compile(
    r"来源\s*[:：]\s*([\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|商报|新闻网|政府网)|[\u4e00-\u9fff]{2,20}?)"
    r"(?=微信|公众号|网站|[^\u4e00-\u9fff]|政法|$)"
)
_SHOWS = re.compile(
    r"网|日报|晚报|时报|商报|早报|晨报|媒体|电视|广播|新华社|发布$|微信|客户端|本站|公众号|互联"
)
"""Who shows a page is not who issues what it shows."""
_HOUSE = re.compile(rf"((?:(?<!{_HAN})){_HAN}{{2,14}}?{_UNIT})(?:人民)?政府")
_BARE = re.compile(r"(?:自治[区州县旗]|[省市县区州盟旗镇乡])?(?:人民政府|政府|管委会)")
_HOSTS = re.compile(
    rf"({_ORGAN}(?:新闻办)?|{_HAN}{{0,10}}(?:新闻办|国新办))(?:召开|举行|举办)[^。\n]{{0,40}}?(?:发布会|通气会|吹风会|记者会)"
)
_GOVERNS = {
    "街道": "街道办事处",
    "新区": "新区管理委员会",
    "开发区": "开发区管理委员会",
    "示范区": "示范区管理委员会",
    "功能区": "功能区管理委员会",
    "特别行政区": "特别行政区政府",
}
_STATISTICS = frozenset({"statistical bulletin", "economic report"})
_NEWS = frozenset({"press conference", "newspaper feature"})


def find_issuer(title: Fact | None, text: str, kind: str | None, *, mainland: bool = True) -> Fact | None:
    """The organ that issues the report, complete where the text tells of which place it is."""
    tail = max(0, len(text) - _TAIL)
    place = _in_title(_TITLE_PLACE, title, text) or _congress(text) or _announced_place(text)
    shown = (_source(text, tail, news=True) or _host(text)) if kind in _NEWS else None
    found = shown or _named(title, text, tail)
    if found is not None:
        return Fact(_complete(found.value, place, text) if mainland else found.value, found.span)
    if not mainland:
        return (
            Fact(f"{place.value}政府", place.span) if place is not None else _source(text, tail, news=False)
        )
    return _governed(place, kind) or _source(text, tail, news=kind is None)


def _host(text: str) -> Fact | None:
    """The organ that calls a press conference."""
    found = _HOSTS.search(text, 0, _HEAD)
    return _fact(found) if found is not None else None


def _named(title: Fact | None, text: str, tail: int) -> Fact | None:
    """The organ as a part of the text names it, surest part first."""
    begin = title.span.end if title is not None and title.span is not None else 0
    found = _in_title(_TITLE_ORGAN, title, text) or (_in_block(text, begin) if begin else None)
    if found is not None:
        return found
    behalf = _ON_BEHALF.search(text, 0, begin + _HEAD)
    if behalf is not None:
        return _fact(behalf)
    signed = list(_SIGNED.finditer(text, tail))
    return _fact(signed[-1]) if signed else _labelled(text)


def _in_block(text: str, begin: int) -> Fact | None:
    """The organ on a line under the title, or the one that the speaker named there heads."""
    line = _LINE_ORGAN.search(text, begin, begin + _BLOCK)
    if line is not None and not _SHOWS.search(line[1]):
        return _fact(line)
    speaker = _SPEAKER.search(text, begin, begin + _BLOCK)
    if speaker is not None and (organ := _organ_of(speaker)):
        return Fact(organ, Span(speaker.start(1), speaker.end(1)))
    return None


def _labelled(text: str) -> Fact | None:
    """The organ that the page's table of metadata names; a government's office stands for its government."""
    label = _LABEL.search(text, 0, _HEAD)
    if label is None or _SHOWS.search(label[1]):
        return None
    organ = re.sub(r"(?<=政府)办公[室厅]$", "", label[1])
    return Fact(organ, Span(label.start(1), label.start(1) + len(organ)))


def _organ_of(speaker: re.Match[str]) -> str:
    """The organ that a speaker heads: 国务院总理 -> 国务院, 辽宁省省长 -> 辽宁省人民政府; empty where none is named."""
    named = speaker[1] or ""
    if re.fullmatch(_ORGAN, named):
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


def _complete(organ: str, place: Fact | None, text: str) -> str:
    """The organ with its place and in full, as far as the text tells of which place 「市政府」 is."""
    if organ == "国务院":
        return organ
    if _BARE.fullmatch(organ):
        level = organ[: -len("政府")].removesuffix("人民") if organ.endswith("政府") else ""
        home = place.value if place is not None and place.value.endswith(level) else _house(text, level)
        return _government(home) if home else organ
    if re.search(rf"{_UNIT}政府$", organ) and not organ.endswith("特别行政区政府"):
        return f"{organ.removesuffix('政府')}人民政府"
    return organ


def _government(place: str) -> str:
    """The government of a place: a county's is its people's government, a new area's its committee."""
    for unit, organ in _GOVERNS.items():
        if place.endswith(unit):
            return place.removesuffix(unit) + organ
    return f"{place}人民政府"


def _house(text: str, level: str) -> str:
    """The place whose government the page's own lines name, at the level that is looked for."""
    for start, end in ((0, _HEAD), (max(0, len(text) - _TAIL), len(text))):
        for match in _HOUSE.finditer(text, start, end):
            if match[1].endswith(level) and not re.search(r"代表|[全各我本该]|[省市县]委|和|在", match[1]):
                return match[1]
    return ""


def _governed(place: Fact | None, kind: str | None) -> Fact | None:
    """Whose report it is where only a place is named: its government's, of figures its statistics bureau's."""
    if place is None:
        return None
    if kind in _STATISTICS:
        return Fact(f"{place.value}统计局", place.span)
    return Fact(_government(place.value), place.span)


def _congress(text: str) -> Fact | None:
    """The place of the congress that heard the report."""
    found = _CONGRESS.search(text, 0, _HEAD)
    return _fact(found) if found is not None else None


def _announced_place(text: str) -> Fact | None:
    """The place of which a report without title says that it tells: 「现将青溪县2022年…情况报告如下」."""
    found = _ANNOUNCED.search(text, 0, _HEAD // 2)
    return _fact(found) if found is not None else None


def _source(text: str, tail: int, *, news: bool) -> Fact | None:
    """The source that the page gives: of news its paper, of anything else only an organ."""
    found = _SOURCE.search(text, 0, 2 * _HEAD) or _SOURCE.search(text, tail)
    if found is None or (not news and (_SHOWS.search(found[1]) or not re.fullmatch(_ORGAN, found[1]))):
        return None
    return None if re.search(r"网$|本站|互联", found[1]) else _fact(found)


def _in_title(pattern: re.Pattern[str], title: Fact | None, text: str) -> Fact | None:
    """What the title names; the span is the whole title where blanks or a line's end stand inside it."""
    found = pattern.match(title.value) if title is not None else None
    if found is None or title is None or _NOT_PLACE.search(found[1]):
        return None
    if title.span is None or not text.startswith(title.value[: found.end()], title.span.start):
        return Fact(found[1], title.span)
    return _fact(found, title.span.start)


def _fact(match: re.Match[str], offset: int = 0) -> Fact:
    return Fact(match[1], Span(match.start(1) + offset, match.end(1) + offset))
