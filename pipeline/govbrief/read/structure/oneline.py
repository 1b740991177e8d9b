"""Owns chrome that a scraper put on one line with the report: menus and labels in front, credits and links behind.

「首页 政务公开 大坪县2023年…报告 发布日期：2024-02-20 来源：县司法局 2023年，大坪县…」
    -> 「首页 政务公开」「大坪县2023年…报告」「发布日期：2024-02-20 来源：县司法局」「2023年，大坪县…」
「…计划开展培训6期。 责任编辑：张三 打印 关闭」  -> 「…计划开展培训6期。」「责任编辑：张三 打印 关闭」
"""

import re
from collections.abc import Sequence
from enum import Enum

from govbrief.read.structure.lines import BLANKS, Line
from govbrief.read.structure.noise import is_noise_line

_LONG = 120
"""A shorter line is chrome as a whole or not at all."""
_EDGE = 30
"""Lines at either end of a text that are looked at."""
_HEAD = 900
_WORD, _CHROME = 10, 60
_SURE = 0.4
"""Share of the words before a cut that must be known as chrome: a site's menu has entries of its own."""
_TOKEN = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]\d[\d:：/.-]*(?=[\u4e00-\u9fff])(?![年月日])|\S+")
"""A label's count may run into the text: 「访问量:432市委、市政府：」."""
_TEXT = re.compile(r"[。；！？，,;]")
_VALUE = re.compile(r"[\d:：./年月日-]{1,16}|[|｜>＞»/·•\[\]【】]+")
_TITLE = re.compile(
    r"(?=.{8,60}$)(?=.*(?:20\d\d|关于|政府工作)).*(?:报告|公报|总结|情况|汇报|要点|年报)(?:[（(].{1,12}[)）])?$"
)
_STOP = re.compile(r"[。！？][”’）)]*")


class _Sort(Enum):
    """What a run of characters between blanks may be."""

    CHROME = "chrome"
    VALUE = "value"
    """A date, a count or a sign, as labels have them behind."""
    WORD = "word"
    """Short enough for an entry of a menu."""
    TEXT = "text"


def part_chrome(lines: Sequence[Line]) -> list[Line]:
    """The lines, with what is chrome in a long one as lines of its own."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        looked_at = len(line.text) > _LONG and (index < _EDGE or index >= len(lines) - _EDGE)
        found.extend(_cut(line, sorted({*_front(line.text), *_back(line.text)})) if looked_at else [line])
    return found


def _front(text: str) -> list[int]:
    """Where chrome in front of a text is to be parted: around a title in it, and behind it."""
    titles: list[tuple[int, int]] = []
    words = sure = end = 0
    waits = False
    for match in _TOKEN.finditer(text, 0, _HEAD):
        token = match[0]
        if _TITLE.match(token) and not _TEXT.search(token):
            titles.append(match.span())
            end = match.start() if sure else end
            continue
        sort = _sort(token)
        if sort is _Sort.TEXT:
            break
        words += sort is not _Sort.VALUE
        sure += sort is _Sort.CHROME
        end = match.end() if waits or sort is _Sort.CHROME else end
        waits = token[-1] in ":：" if sort is _Sort.CHROME else waits and sort is _Sort.VALUE
    if not sure or sure < words * _SURE:
        return []
    return [end, *(at for pair in titles for at in pair)]


def _sort(token: str) -> _Sort:
    if _VALUE.fullmatch(token):
        return _Sort.VALUE
    if len(token) > _CHROME or _TEXT.search(token):
        return _Sort.TEXT
    if is_noise_line(token, at_edge=True):
        return _Sort.CHROME
    return _Sort.WORD if len(token) <= _WORD else _Sort.TEXT


def _back(text: str) -> list[int]:
    """Where chrome begins behind the last full stop, if it does."""
    stops = list(_STOP.finditer(text, max(0, len(text) - _HEAD)))
    begin = stops[-1].end() if stops else len(text)
    for match in _TOKEN.finditer(text, begin):
        token = match[0]
        if len(token) > _CHROME or _TEXT.search(token):
            return []
        if is_noise_line(token):
            return [match.start()]
    return []


def _cut(line: Line, cuts: Sequence[int]) -> list[Line]:
    """The pieces of a line between the cuts, blanks at their ends left out."""
    found: list[Line] = []
    for start, end in zip((0, *cuts), (*cuts, len(line.text)), strict=True):
        piece = line.text[start:end]
        text = piece.strip(BLANKS)
        if text:
            lead = len(piece) - len(piece.lstrip(BLANKS))
            found.append(line._replace(text=text, start=line.start + start + lead))
    return found
