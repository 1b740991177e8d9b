"""Owns the grammar of headings: which marks number one, where its text ends, which marks are list markers.

「一、主要工作和成效」                      -> mark 「一、」, full line
「1.学习习近平法治思想不断深化。坚持把学习」 -> mark 「1.」, run-in, the full stop not part of it
「2,深化“放管服”改革。提升」               -> a slip of the pen, read as 2.
"""

import re
from typing import NamedTuple

from pipeline.passages import Passage

_DIGITS = "一二三四五六七八九十百"
_NUMBERS = {char: index for index, char in enumerate("零一二三四五六七八九")}
MAX_FULL_LINE = 90
"""A full-line heading is shorter; 「严格落实…、…和…,…」 of two clauses seldom passes 60."""
MAX_RUN_IN = 60


class Mark(NamedTuple):
    """A number or mark in front of a heading or list item."""

    style: str
    value: int
    text: str


class Found(NamedTuple):
    """A heading in a passage: where its text ends and where the body begins."""

    mark: Mark
    end: int
    body: int


_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第([{_DIGITS}]+|\d+)[部章篇编节](?:分)?[、:：\s]*")),
    ("cn", re.compile(rf"([{_DIGITS}]{{1,3}})\s?[、.．，,](?![{_DIGITS}]+[、产])")),
    ("cn-paren", re.compile(rf"[（(]\s?([{_DIGITS}]{{1,3}})\s?[)）][、.．]?\s?")),
    ("circled", re.compile(r"([①-⑳])")),
    ("paren", re.compile(r"[（(]\s?(\d{1,2})\s?[)）][、.．]?\s?")),
    ("zero", re.compile(r"(0\d)(?=[\s\u4e00-\u9fff])\s*")),
    ("digit", re.compile(r"(\d{1,2})\s?(?:[、．，,.](?!\d)|[)）])\s?")),
    ("clause", re.compile(rf"([{_DIGITS}]{{1,2}})[是要](?!否|否则)")),
    ("nth", re.compile(rf"第([{_DIGITS}]{{1,2}})[,，、]\s?")),
)


def read_mark(text: str) -> Mark | None:
    """The number or mark that the text begins with."""
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match is not None:
            return Mark(style, _value(match[1]), match[0].rstrip())
    return None


def read_heading(passage: Passage) -> Found | None:
    """The numbered heading that a passage begins with, run-in or filling it."""
    text = passage.text
    mark = read_mark(text)
    if mark is None:
        return None
    begin = len(mark.text)
    stop = re.compile(r"[。！？!?:：]|$").search(text, begin)
    end = stop.start() if stop is not None else len(text)
    full_line = end == len(text)
    if end - begin < 2 or end - begin > (MAX_FULL_LINE if full_line else MAX_RUN_IN):
        return None
    if full_line and mark.style == "clause" and re.search(r"[;；,，]$", text):
        return None
    if full_line and re.search(r"[;；]", text):
        return None
    if not full_line and text[end] in ":：" and mark.style in {"clause", "nth"}:
        return None
    return Found(mark, end, min(end + 1, len(text)))


def _value(digits: str) -> int:
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if digits.isdigit():
        return int(digits)
    total = 0
    for char in digits:
        if char == "百":
            total = (total or 1) * 100
        elif char == "十":
            ones = total % 10
            total = total - ones + (ones or 1) * 10
        else:
            total += _NUMBERS[char]
    return total
