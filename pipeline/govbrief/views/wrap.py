"""Owns breaking a line of mixed Chinese and English by display width.

Rich breaks at spaces only, which leaves holes before long Chinese runs and lets a line begin with a comma.
"""

from rich.cells import cell_len
from rich.text import Text

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…％%,.;:?!)]}·—⚠")
"""What may not begin a line."""
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")
"""What may not end one."""


def wrap(text: Text, width: int) -> list[Text]:
    """The text in lines of at most `width` columns, spaces at the breaks removed; at least one line."""
    lines = list(text.divide(_breaks(text.plain, width)))
    for line in lines:
        line.rstrip()
    return lines


def _breaks(plain: str, width: int) -> list[int]:
    """Offsets at which lines after the first begin."""
    found: list[int] = []
    if cell_len(plain) <= width:
        return found
    start = 0
    columns = 0
    candidate = 0
    for at, char in enumerate(plain):
        if at > start and _may_break(plain[at - 1], char):
            candidate = at
        columns += cell_len(char)
        if columns > width and char != " ":
            start = candidate if candidate > start else at
            if start > 0:
                found.append(start)
            columns = cell_len(plain[start : at + 1])
    return found


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or _is_wide(before) or _is_wide(after)


def _is_wide(char: str) -> bool:
    return cell_len(char) > 1
