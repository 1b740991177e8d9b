"""Owns the grammar of numbered headings and list markers: what numbers a line, and where its heading ends.

    「一、主要工作和成效」                            -> 「一、」, fills the line
    「1.学习习近平法治思想不断深化。坚持把学习」       -> 「1.」, run-in: the heading ends before 。
    「2,深化“放管服”改革。提升」                     -> a slip of the pen, read as 2.
    「(一)总体要求 2024年政府工作的总体要求是:」      -> run-in after a blank
    「一、二、三产业」「1.5万人」「3月14日」           -> nothing

Whether a line that could be a heading is one is decided in `runs`, from its siblings.
"""

import re
from typing import NamedTuple

from govbrief_schemas.report import Span

CN = "一二三四五六七八九十"
_FIGURES = {char: index for index, char in enumerate("零一二三四五六七八九")}
FORMAL = "壹贰叁参肆伍陆柒捌玖拾"
_FIGURES |= {char: (0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9)[index + 1] for index, char in enumerate(FORMAL[:-1])}
MAX_HEADING = 110
"""Characters of the longest line that can still be a heading; `runs` is stricter on the average of siblings."""
_LENGTHS = range(2, MAX_HEADING + 1)
MAX_BLANK_LEAD = 46
"""A blank parts heading and body only when the heading before it is short."""

_NO_UNIT = (
    r"(?!(?!人[口民才力大均事社居文]|项目|户籍|家庭|日常|多[措元层]|年度|所有)"
    r"(?:[年月日号时点个项件家户人次万亿元吨所条名倍位余多]|百分点|公里|平方|美元|立方|公顷))"
)
"""A figure with one of these behind it is an amount and no number of a heading."""

STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第([{CN}百]{{1,4}}|\d{{1,2}})(?:部分|[章篇编节])[、:：,，\s]*")),
    ("formal", re.compile(rf"([{FORMAL}]{{1,3}})[ \u3000]?[、.．，,][ \u3000]*")),
    ("cn", re.compile(rf"([{CN}]{{1,3}})[ \u3000]?[、.．，,](?![{CN}]+(?:[、产线季级]|是))[ \u3000]*")),
    ("cn-paren", re.compile(rf"[（(][ \u3000]?([{CN}]{{1,3}})[ \u3000]?[)）][、.．,，]?[ \u3000]*")),
    ("circled", re.compile(r"([①-⑳])[、.．]?[ \u3000]*")),
    ("paren", re.compile(r"[（(][ \u3000]?(\d{1,2})[ \u3000]?[)）][、.．,，]?[ \u3000]*")),
    ("decimal", re.compile(rf"(?:\d{{1,2}}\.){{1,2}}(\d{{1,2}})[ \u3000]+(?=[\u4e00-\u9fff“]){_NO_UNIT}")),
    ("zero", re.compile(r"(0[1-9])(?=[\s、.．\u4e00-\u9fff“]|20\d\d年)[、.．]?\s*")),
    (
        "digit",
        re.compile(
            r"(\d{1,2})(?:[ \u3000]?(?:[、．.，,](?!(?!20\d\d年)[\d０-９])|[)）])[ \u3000]*"
            r"|[ \u3000]+(?=[\u4e00-\u9fff])"
            rf"{_NO_UNIT})"
        ),
    ),
    ("clause", re.compile(rf"([{CN}]{{1,2}})(?:是|要(?![素点闻件塞]))[,，:：]?")),
    ("nth", re.compile(rf"第([{CN}]{{1,2}})[,，、][ \u3000]?")),
)
"""Name and pattern of every way to number a heading; the order decides between patterns that both fit."""

_FIRST = frozenset(
    f"{CN}{FORMAL}百第（(0123456789０１２３４５６７８９" + "".join(map(chr, range(ord("①"), ord("⑳") + 1)))
)
"""What every mark begins with; most paragraphs are told from marks by their first character."""
MARKED = re.compile(
    rf"(?:[{CN}{FORMAL}]{{1,3}}[ \u3000]?[、.．，,]|[（(]\s?(?:[{CN}]{{1,3}}|\d{{1,2}})\s?[)）]|第[{CN}]+[章部]"
    rf"|\d{{1,2}}[.．、](?!(?!20\d\d年)\d)|[{CN}]是)"
)
"""A quick look at a line: whether it begins with a number or mark at all."""
_STOP = re.compile(r"[。！!？?]")
_SENTENCE_START = re.compile(
    r"20\d\d年|[全本我][市县区省局镇]|今年|一年来|上半年|全年|年末|过去|初步核算|坚持以"
)
_TELLS = re.compile(r"[，,：:；;]|^\D.*\d")
"""What a first sentence has and the second half of a heading lacks: a comma, or a figure further on."""
_BLANK = re.compile(r"[ \u3000\xa0]+")
_COLON = re.compile(r"[:：]")
_INNER_MARK = re.compile(
    rf"(?:(?<=[。；;：:，,！？ ])|^)"
    rf"(?:[（(][{CN}]{{1,3}}[)）]|[（(]\d{{1,2}}[)）]|[①-⑳]|[{CN}]{{1,2}}(?:是|要(?![素点闻件塞]))"
    rf"|\d{{1,2}}[.．、](?=[\u4e00-\u9fff“《]|20\d\d年)|[{CN}]{{1,3}}、(?![{CN}])|第[{CN}]{{1,2}}[,，])"
)


class HeadingMark(NamedTuple):
    """A number or mark in front of a heading or list item."""

    style: str
    value: int
    size: int
    """Characters of the mark, without the blanks behind it."""


class HeadingLine(NamedTuple):
    """A possible heading at the start of a paragraph."""

    mark: HeadingMark
    end: int
    """Where its text ends, closing punctuation left out."""
    body: int
    """Where the body begins; the length of the paragraph when the heading fills it."""
    closed: bool
    """Whether a full stop ends it."""


def read_mark(text: str) -> HeadingMark | None:
    """The number or mark that the text begins with."""
    if text[:1] not in _FIRST:
        return None
    for style, pattern in STYLES:
        match = pattern.match(text)
        if match is not None:
            return HeadingMark(style, _value(match[1]), len(match[0].rstrip(" \u3000\xa0\t")))
    return None


def read_head(text: str) -> HeadingLine | None:
    """The heading that the text could begin with, judged by the text alone."""
    mark = read_mark(text)
    if mark is None:
        return None
    stop = _STOP.search(text, mark.size)
    end = stop.start() if stop is not None else len(text)
    for parting in (
        _blank_end(text, mark, end, closed=stop is not None or text[-1:] in "：:"),
        _colon_end(text, mark, end),
    ):
        if parting is not None:
            return HeadingLine(mark, parting[0], parting[1], closed=False)
    lead = text[mark.size : end].strip()
    if len(lead) not in _LENGTHS or re.search(r"[；;]", lead) or (stop is None and lead[-1] in "，,、"):
        return None
    return HeadingLine(mark, end, end if stop is None else stop.end(), closed=stop is not None)


def find_markers(text: str) -> list[Span]:
    """Spans of list markers inside running text: 「一是」「(二)」「3.」「①」; the witness counts none of them."""
    return [Span(match.start(), match.end()) for match in _INNER_MARK.finditer(text)]


def _blank_end(text: str, mark: HeadingMark, stop: int, *, closed: bool) -> tuple[int, int] | None:
    """Where a heading ends that only a blank parts from its body."""
    if not closed:
        return None
    limit = min(stop, mark.size + MAX_BLANK_LEAD)
    best = None
    for match in _BLANK.finditer(text, mark.size + 2, limit):
        lead, rest = text[mark.size : match.start()].strip(), text[match.end() : stop]
        if len(lead) < 2 or re.search(r"[，,；;：:、。]$", lead) or len(rest) < 16:  # noqa: PLR2004
            continue
        sure = len(match[0]) > 1 or match[0] == "\u3000" or _SENTENCE_START.match(rest) is not None
        if (sure or _TELLS.search(rest)) and not re.search(r"[：:；;]", lead):
            best = (match.start(), match.end())
    return best


def _colon_end(text: str, mark: HeadingMark, stop: int) -> tuple[int, int] | None:
    """Where a heading ends that a colon parts from its body; 「一是:」 and glossary entries have none."""
    if mark.style in {"clause", "nth", "circled"}:
        return None
    match = _COLON.search(text, mark.size, min(stop, mark.size + 34))
    if match is None or match.start() - mark.size < 2 or 0 < len(text) - match.end() < 20:  # noqa: PLR2004
        return None
    if re.match(r"(?:是|即|系|特)?指|包括", text[match.end() : match.end() + 4]):
        return None
    return match.start(), match.end()


def _value(digits: str) -> int:
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if digits.isdigit():
        return int(digits)
    total = 0
    for char in digits:
        if char == "百":
            total = (total or 1) * 100
        elif char in "十拾":
            total = total - total % 10 + (total % 10 or 1) * 10
        else:
            total += _FIGURES[char]
    return total
