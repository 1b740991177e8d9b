"""Owns raw text to lines, and the blanks that mean nothing; later rules see lines, not newline characters."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.base.plain import UNSEEN

_WIDE = "".join(map(chr, range(0x2000, 0x200E)))
BLANKS = f" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\xad\u2028\u2029\u2060\u3000\ufeff{_WIDE}"
"""Stripped from both ends of a line: spaces of every width, marks of no width, line ends."""

_SPACED_NUMBER = re.compile(r"\d[ \xa0\u3000]+[\u4e00-\u9fff%％]")
_CLOSE_NUMBER = re.compile(r"\d[\u4e00-\u9fff%％]")
_BEFORE_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff“（，。、])[ \xa0\u3000]+(?=\d)(?!\d{1,2}[.．、](?!\d)|20\d\d[ \xa0\u3000]*年[，,是])"
)
"""Only where most numbers have blanks behind them as well: 「存在问题 2022年」 parts heading and body."""
_IDLE = re.compile(rf"[ \u3000\xa0]|{UNSEEN.pattern}")
_SPACED = re.compile(r"(?<!\S)[\u4e00-\u9fff](?:[ \u3000\xa0][\u4e00-\u9fff]){2,}(?![^\s:：])")
_TYPESET = re.compile(
    r"(?<=\d)(?:(?<!^\d)(?<!^\d\d)|(?=[ \xa0\u3000]+[年月日%％万亿]))"
    r"[ \xa0\u3000]+(?=[%％年月日个项件家户人次万亿元吨所条名倍位])"
    r"|(?<=[，；、])[ \xa0\u3000]+|(?<![ \xa0\u3000])[ \xa0\u3000]++(?=[，。；：、！？])"
)
"""Blanks that typesetting left inside a sentence: 「2023 年」「增长 5.2 %」「， 全年」."""
_MIN_REST = 60
"""A line with less beside the title is the title's own, with its date and its source."""


class Line(NamedTuple):
    """One line of the raw text without the blanks at its ends; never empty."""

    text: str
    start: int
    """Raw offset of the first character of `text`."""
    gap: bool
    """Whether an empty line stands before it."""
    indented: bool = False
    """Whether at least two blanks, or a wide one, stand before it in its line."""
    page: int = 0
    """How many page breaks stand before it."""

    @property
    def end(self) -> int:
        """Raw offset after the last character."""
        return self.start + len(self.text)


def split_lines(raw: str) -> list[Line]:
    """The lines that hold anything, in order."""
    lines: list[Line] = []
    offset = 0
    gap = False
    page = 0
    for whole in raw.splitlines(keepends=True):
        text = whole.strip(BLANKS)
        if text:
            lead = 0 if whole[0] == text[0] else len(whole) - len(whole.lstrip(BLANKS))
            lines.append(Line(text, offset + lead, gap, lead > 1 or whole[0] == "\u3000", page))
            gap = False
        elif whole != "\f":
            gap = True
        page += whole[-1] == "\f"
        offset += len(whole)
    return lines


def split_at(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """The lines with the one that holds this raw slice parted around it, so that a title stands alone."""
    found: list[Line] = []
    for line in lines:
        if not (line.start <= start < end <= line.end) or len(line.text) - (end - start) < _MIN_REST:
            found.append(line)
            continue
        for at, stop in ((line.start, start), (start, end), (end, line.end)):
            piece = line.text[at - line.start : stop - line.start]
            text = piece.strip(BLANKS)
            if text:
                lead = len(piece) - len(piece.lstrip(BLANKS))
                found.append(Line(text, at + lead, line.gap, line.indented, line.page))
    return found


def columns(text: str) -> int:
    """How wide a line is, in half-width columns: a Chinese character takes two, a figure one."""
    return len(text.encode("gbk", "replace"))


def _is_typeset(text: str) -> bool:
    """Whether a line sets blanks around its numbers."""
    spaced = len(_SPACED_NUMBER.findall(text))
    return spaced > 0 and spaced >= len(_CLOSE_NUMBER.findall(text))


def idle_blanks(text: str) -> list[tuple[int, int]]:
    """Index pairs of blanks inside a line that part nothing, in order, not overlapping."""
    if not _IDLE.search(text) or (text.isascii() and text.isprintable()):
        return []
    patterns = [UNSEEN, _TYPESET, *([_BEFORE_NUMBER] if _is_typeset(text) else [])]
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    for match in _SPACED.finditer(text):
        found.extend((at, at + 1) for at in range(match.start() + 1, match.end(), 2))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged
