"""Owns Markdown to plain text: marks and struck-out text are dropped, every line stays a line."""

import re

from govbrief.read.formats.extracted import Extracted, mark_heading, take_marks
from govbrief.read.formats.raised import raise_text

_RAISED = re.compile(r"<sup>([^<\n]{1,8})</sup>|\^\[?(\d{1,2})\]?\^|\[\^(\d{1,2})\](?!:)", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULES = (
    (re.compile(r"~~(?=\S)[^\n]*?\S~~|<(del|s|strike)>[^\n]*?</\1>", re.IGNORECASE), ""),
    (re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]*?\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
    (re.compile(r"</?(?:br|p|div|span|center|font)\b[^>\n]*>", re.IGNORECASE), ""),
)


def read_markdown(text: str) -> Extracted:
    """The text without its marks; note marks and exponents stay raised."""
    text = _RAISED.sub(lambda match: raise_text(match[1] or match[2] or match[3]), text)
    text = _HEADING.sub(lambda match: mark_heading(len(match[1])) + match[2], text)
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    text, styled = take_marks(text)
    return Extracted(text, styled=styled)
