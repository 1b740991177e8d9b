"""Owns who issues a report: named in the title, under it, in the signature, by the speaker, by the page, or a place.

The finders stand in the order of trust; the first that finds something wins, and what the text does not say is None.
"""

import re

from govbrief_schemas.report import Fact, Span

_HEAD = 5000
_TAIL = 1500
_BLOCK = 260
"""Characters after the title that its block can hold: the issuing bodies, the meeting, the speaker."""

_ORGAN = (
    r"[\u4e00-\u9fff（）()]{2,24}?"
    r"(?:人民政府|政府|委员会|管委会|局|厅|委|办公室|院|调查队|街道办事处|中心|处)(?:办公室)?"
)
_TITLE_ORGAN = re.compile(rf"(?:关于)?({_ORGAN})(?=关于|工作报告|20\d\d|二[〇○０零])")
_TITLE_PLACE = re.compile(
    r"(?:关于)?(?:20\d\d年(?:度|上半年)?)?"
    r"((?![全本我])[\u4e00-\u9fff]{1,12}?(?:自治[州县区旗]|[省市县区州盟旗镇乡]|新区|开发区|街道))"
    r"(?=关于|20|二[〇○０零]|法治|政府|人民政府|国民经济|经济|统计|预算|财政|工作|上半年|前三季度|[一二三四]季度)"
)
_NOT_PLACE = re.compile(r"季|月|年|半|[全各]")
_LINE_ORGAN = re.compile(
    rf"^[ \t\u3000\xa0]*({_ORGAN}(?:[ \u3000、]+{_ORGAN})*)[ \t\u3000\xa0\r]*$", re.MULTILINE
)
_SPEAKER = re.compile(
    rf"^[ \t\u3000\xa0]*({_ORGAN})[ \u3000]?(?:党组书记、|党委书记、)?"
    r"代?(?:局长|主任|院长|检察长|厅长|区长|县长|市长|镇长|乡长)"
    r"[ \u3000\xa0]+[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,4}[ \t\r]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    rf"^[ \t\u3000\xa0]*({_ORGAN})[ \t\u3000\xa0\r]*\n\s*"
    r"(?:20\d\d|二[〇○０零])[\d\u4e00-\u9fff〇○ ]{1,12}[日月]?[ \t\r]*$",
    re.MULTILINE,
)
_ON_BEHALF = re.compile(r"代表((?![市县区省州旗])[\u4e00-\u9fff]{2,16}?人民政府)")
_LABEL = re.compile(
    r"(?:发布机构|发文机关|发文机构|发布单位|公开机构|制发机关|责任部门)\s*[:：]\s*([\u4e00-\u9fff（）()]{2,30}(?<!办公室)(?<!中心)(?<!网))"
)
_CONGRESS = re.compile(
    r"在([\u4e00-\u9fff]{2,12}?(?:自治[州县区旗]|[省市县区州旗镇乡]))第?[一二三四五六七八九十百\d]+届"
)
_SOURCE = re.compile(
    r"来源\s*[:：]\s*([\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|商报|新闻网|政府网)|[\u4e00-\u9fff]{2,20}?)"
    r"(?=微信|公众号|网站|[^\u4e00-\u9fff]|政法|$)"
)


def find_issuer(title: Fact | None, text: str) -> Fact | None:
    """The body or place that issues the report, as the text names it."""
    tail = max(0, len(text) - _TAIL)
    named = _in_title(_TITLE_ORGAN, title, text)
    if named is not None:
        return named
    if title is not None and title.span is not None:
        for pattern in (_LINE_ORGAN, _SPEAKER):
            found = pattern.search(text, title.span.end, title.span.end + _BLOCK)
            if found is not None:
                return _fact(found)
    signed = list(_SIGNED.finditer(text, tail))
    if signed:
        return _fact(signed[-1])
    for pattern in (_ON_BEHALF, _LABEL):
        found = pattern.search(text, 0, _HEAD)
        if found is not None:
            return _fact(found)
    return _in_title(_TITLE_PLACE, title, text) or _by_page(text, tail)


def _in_title(pattern: re.Pattern[str], title: Fact | None, text: str) -> Fact | None:
    """What the title names; the span is the whole title where blanks or a line's end stand inside it."""
    found = pattern.match(title.value) if title is not None else None
    if found is None or title is None or title.span is None or _NOT_PLACE.search(found[1]):
        return None
    if not text.startswith(title.value[: found.end()], title.span.start):
        return Fact(found[1], title.span)
    return _fact(found, title.span.start)


def _by_page(text: str, tail: int) -> Fact | None:
    """The congress that heard the report, else the source that the page gives."""
    found = (
        _CONGRESS.search(text, 0, _HEAD) or _SOURCE.search(text, 0, 2 * _HEAD) or _SOURCE.search(text, tail)
    )
    return _fact(found) if found is not None else None


def _fact(match: re.Match[str], offset: int = 0) -> Fact:
    return Fact(match[1], Span(match.start(1) + offset, match.end(1) + offset))
