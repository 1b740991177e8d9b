"""Owns what a report says of itself: title, issuer, year covered, kind, publication date, document number.

Each fact is read from the text with its span, or it is None; nothing is guessed.
"""

import re
from typing import NamedTuple

from schemas.report import Fact, Span

KINDS = {
    "法治政府建设": "rule-of-law annual report",
    "政府工作报告": "government work report",
    "统计公报": "statistical bulletin",
    "国民经济和社会发展计划": "development plan report",
    "预算执行": "budget report",
    "新闻发布会": "press conference",
    "工作总结": "work summary",
}
"""What a title says -> the kind of report in English; the first match wins."""

_HEAD_LINES = 60
_TITLE = re.compile(r"(报告|公报|总结|情况|要点|讲话|通报|工作汇报)$")
_YEAR = re.compile(r"(20\d\d)\s*年")


class Metadata(NamedTuple):
    """The facts; None where the text does not state one."""

    title: Fact | None = None
    issuer: Fact | None = None
    year: Fact | None = None
    kind: Fact | None = None
    published: Fact | None = None
    number: Fact | None = None


def read_metadata(text: str) -> Metadata:
    """Facts that the first lines and the signature of a text state."""
    title = _title(text)
    if title is None:
        return Metadata(published=_published(text))
    return Metadata(
        title=title,
        issuer=_issuer(title),
        year=_year(title, text),
        kind=_kind(title),
        published=_published(text),
    )


def _title(text: str) -> Fact | None:
    start = 0
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        clean = line.strip("\ufeff \t\r\u3000\xa0|")
        if 6 <= len(clean) <= 60 and _TITLE.search(clean) and not re.search(r"[:：。]", clean):
            at = start + line.index(clean)
            return Fact(clean, Span(at, at + len(clean)))
        start += len(line) + 1
    return None


def _issuer(title: Fact) -> Fact | None:
    match = re.match(r"(.{2,20}?)(关于|20\d\d|\(|（)", title.value)
    if match is None or title.span is None:
        return None
    return Fact(match[1], Span(title.span.start, title.span.start + len(match[1])))


def _year(title: Fact, text: str) -> Fact | None:
    for value, offset in ((title.value, title.span.start if title.span else 0), (text[:5000], 0)):
        match = _YEAR.search(value)
        if match is not None:
            return Fact(match[1], Span(offset + match.start(1), offset + match.end(1)))
    return None


def _kind(title: Fact) -> Fact | None:
    for word, kind in KINDS.items():
        at = title.value.find(word)
        if at >= 0 and title.span is not None:
            return Fact(kind, Span(title.span.start + at, title.span.start + at + len(word)))
    return None


def _published(text: str) -> Fact | None:
    match = re.search(
        r"(?:发布|公布|印发|成文)(?:时间|日期)\s*[:：]\s*(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})",
        text[:5000],
    )
    if match is None:
        return None
    return Fact(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", Span(match.start(1), match.end(3)))
