"""Owns Markdown to plain text: marks and struck-out text are dropped, every line stays a line."""

import re

from govbrief.read.formats.extracted import Extracted, mark_heading, take_marks
from govbrief.read.formats.raised import raise_text

_RAISED = re.compile(r"<sup>([^<\n]{1,8})</sup>|\^\[?(\d{1,2})\]?\^|\[\^(\d{1,2})\](?!:)", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+([^\n]*)$", re.MULTILINE)
_STRUCK = re.compile(r"<(del|s|strike)>[^<\n]*(?:<(?!/?(?:del|s|strike)>)[^<\n]*)*</\1>", re.IGNORECASE)
_RULES = (
    (re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), ""),
    (re.compile(r"!\[[^\[\]\n]*\]\([^)\n]{0,500}\)"), ""),
    (re.compile(r"\[([^\[\]\n]+)\]\([^)\n]{0,500}\)"), r"\1"),
)
_WITHIN_LINES = (
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
    (re.compile(r"</?(?:br|p|div|span|center|font)\b[^<>\n]*>", re.IGNORECASE), ""),
)
"""No rule looks for its end beyond the next beginning, or beyond some hundred characters: a text of brackets that
never close takes no longer than another."""


def read_markdown(text: str) -> Extracted:
    """The text without its marks; note marks and exponents stay raised."""
    text = _RAISED.sub(lambda match: raise_text(match[1] or match[2] or match[3]), text)
    text = _HEADING.sub(
        lambda match: mark_heading(len(match[1])) + match[2].rstrip(" \t").rstrip("#").rstrip(" \t"), text
    )
    text = _STRUCK.sub("", _paired(text, "~~", kept=False))
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    for mark in ("**", "__"):
        text = _paired(text, mark, kept=True)
    for pattern, plain in _WITHIN_LINES:
        text = pattern.sub(plain, text)
    text, styled = take_marks(text)
    return Extracted(text, styled=styled)


def _paired(text: str, mark: str, *, kept: bool) -> str:
    """The text without pairs of a mark in one line, and without what stands between them unless it is `kept`.

    A mark opens before a character that is no blank, and closes behind one.
    """
    if mark not in text:
        return text
    return "\n".join(_paired_line(line, mark, kept=kept) for line in text.split("\n"))


def _paired_line(line: str, mark: str, *, kept: bool) -> str:
    pieces = line.split(mark)
    told, opened = [pieces[0]], -1
    for n, piece in enumerate(pieces[1:], 1):
        before = pieces[n - 1][-1:]
        if opened >= 0 and before and not before.isspace():
            inside = "".join(told[opened:])
            del told[opened:]
            told.append(inside.removeprefix(mark) if kept else "")
            opened = -1
            told.append(piece)
            continue
        if opened < 0 and piece[:1] and not piece[:1].isspace():
            opened = len(told)
        told += [mark + piece]
    return "".join(told)
