"""Owns blanks inside numbers: a copy without them, and the way back to raw offsets.

PDF and web text break numbers apart: `三 百 五`, `1 234 567`, `4. 5%`. Only blanks that cannot separate two
numbers go.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from govbrief.numbers.numerals import ZH_NUMERAL

_LEFT = f"{ZH_NUMERAL}点點又之"
_RIGHT = f"{ZH_NUMERAL}点點又之分个個折成负負多余几幾"
_HAN = r"[\u4e00-\u9fff]"
_GAP = re.compile(
    rf"""(?=[ \u3000\u00a0\u2009\u202f])(?:
     (?<=[{_LEFT}])[ \u3000]+(?=[{_RIGHT}])                            # 三 百 五
    |(?<=分)[ \u3000]+(?=[之点點])|(?<=[个個])[ \u3000]+(?=百\s*分)     # 百分 之, 个 百分点
    |(?<=[之又])[ \u3000]+(?=\d)|(?<=[\d又])[ \u3000]+(?=又|分\s*之)    # 3 又 2 分 之 1
    |(?<=\d)[\u00a0\u2009\u202f](?=\d{{3}}(?!\d))                     # thin blanks between thousands
    |(?<=[万萬亿億千百])[ ](?=\d{{1,4}}[千百十万萬])|(?<=[余多])[ ](?=[万亿千百]) # 7万 5千, 十余 万
    |(?<=\d)[ ]+(?=\.\d)                                             # 4 .5
    |(?<=\d)[ ](?=\.[ ]\d{{1,2}}[ ]?(?:%|[\u4e00-\u9fff]))|(?<=\d[ ]\.)[ ](?=\d)  # 5 . 6 万吨
    |(?:(?<={_HAN}\d\.)|(?<={_HAN}\d\d\.)|(?<={_HAN}\d\d\d\.))[ ]+(?=\d{{1,2}}\s?(?:%|个百|万|亿))
    )""",
    re.VERBOSE,
)
_GROUPS = re.compile(r"(?<![\d.,年月日%])(?<!\d )\d{1,3}(?: \d{3})++(?=(?:\.\d+)?\s?[\u4e00-\u9fff%])")
_COUNTED = "(?= ?[个名家项件人户万亿次起部元亩吨处条%])"
_SPREAD = re.compile(rf"(?:(?<={_HAN})|(?<={_HAN} ))\d(?: \d)++{_COUNTED}")
"""共有 1 2 家: single digits set apart, with a measure word behind them."""
_ANY_BLANK = re.compile(r"[^\s][ \u3000\u00a0\u2009\u202f]+[^\s]")


class Squeezed(NamedTuple):
    """A text without some of its characters."""

    text: str
    starts: tuple[int, ...]
    """Offsets in `text` at which a removed piece stood, ascending, 0 first."""
    shifts: tuple[int, ...]
    """What to add to an offset at or behind each of `starts`."""

    def raw(self, at: int) -> int:
        """The raw offset of the character at `at`."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def raw_end(self, end: int) -> int:
        """The raw offset behind the character before `end`."""
        return self.raw(end - 1) + 1 if end else 0


def cut(text: str, pieces: Iterable[tuple[int, int]]) -> Squeezed:
    """The text without the pieces, which are ascending and do not overlap."""
    kept: list[str] = []
    starts, shifts = [0], [0]
    at = length = 0
    for start, end in pieces:
        kept.append(text[at:start])
        length += start - at
        at = end
        if starts[-1] == length:
            shifts[-1] = at - length
        else:
            starts.append(length)
            shifts.append(at - length)
    kept.append(text[at:])
    return Squeezed("".join(kept), tuple(starts), tuple(shifts))


def squeeze(text: str) -> Squeezed | None:
    """The text without the blanks inside its numbers; None when it has none."""
    if not _ANY_BLANK.search(text):
        return None
    pieces = [match.span() for match in _GAP.finditer(text)]
    for match in (*_GROUPS.finditer(text), *_SPREAD.finditer(text)):
        pieces += [
            (match.start() + at, match.start() + at + 1) for at, char in enumerate(match[0]) if char == " "
        ]
    return cut(text, sorted(set(pieces))) if pieces else None
