"""Owns making foreign text harmless to show: one line, no control or invisible characters.

Reports and models may hold terminal escapes, bidirectional overrides and hidden tag characters; what a reader
sees must be what a program reads. Offsets of raw text do not apply to the result.
"""

import json
import re
import unicodedata
from typing import Any

_SPACES = frozenset({"Zs", "Zl", "Zp"})
_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
# Not controls by their category, yet seen by nobody: joiners, fillers, variation selectors, unassigned tag characters.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)

UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
"""Runs of what nobody sees and a program reads: controls, joiners, overrides, fillers, selectors, tags."""
_LAST_TWO = 0xFFFE
"""The last two code points of every plane are no characters; XML refuses them."""


def clean(text: str) -> str:
    r"""The visible text on one line, runs of white space as one space.

    >>> clean("赋权 31项\n收回5项\x1b[31m")
    '赋权 31项 收回5项[31m'
    """
    return " ".join(visible(text).split())


def seen(text: str) -> str:
    """The text without what nobody sees; its lines and blanks are kept."""
    return UNSEEN.sub("", text)


def printable(text: str) -> str:
    """The text for a terminal, line by line: without what moves its cursor, turns its colours or its writing."""
    return "\n".join(visible(line) for line in text.split("\n"))


def to_json(value: Any, indent: int | None = None) -> str:  # noqa: ANN401 - any value that JSON knows
    """The value as JSON that is safe to look at: what nobody sees is written as an escape."""
    return escape_unseen(json.dumps(value, ensure_ascii=False, indent=indent))


def escape_unseen(text: str) -> str:
    """JSON with whatever nobody sees in its strings as escapes; it says the same."""
    return UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def visible(text: str) -> str:
    """The visible text with its white space, line breaks as spaces: for a piece of a line."""
    shown = _UNSEEN.sub("", text)
    return shown if shown.isprintable() else "".join(map(_visible, shown))


def _visible(char: str) -> str:
    if " " <= char <= "~":
        return char
    category = unicodedata.category(char)
    if category in _SPACES or char in _BREAKS:
        return " "
    if category in {"Cc", "Cf"}:
        return ""
    unsound = category == "Cs" or ord(char) & _LAST_TWO == _LAST_TWO or "\ufdd0" <= char <= "\ufdef"
    return "\ufffd" if unsound else char
