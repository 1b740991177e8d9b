"""Owns which lines are a table: rows of columns, or cells that a converter put one under the other.

「| 指标 | 单位 | 绝对数 |」                         -> a row
「地区生产总值」「亿元」「1234.5」「5.6」            -> cells, one a line
「一、地区生产总值」 between such cells              -> a cell, not a heading
"""

import re
from collections.abc import Sequence

from govbrief.read.structure.headings import MARKED
from govbrief.read.structure.lines import Line

MIN_CELLS = 6
"""Fewer short lines under each other may be a poster, a signature or a list."""
MAX_CELL = 30
_NUMERIC_SHARE = 0.25
_MAX_ROW = 400
_MAX_HEADS = 16
_MIN_COLUMNS = 3
_MIN_TABBED = 2
"""A tab inside a line is a column's edge: converters write one nowhere else."""
_MIN_EDGES = 2

_NUMBER = re.compile(
    r"[-+−±—–]?\s*(?:\d{1,3}(?: \d{3})+(?:\.\d+)?|[\d０-９][\d０-９,.，．]*)\s*(?:[%％‰]|倍|亿元|万元|元)?"
    r"|[-–—…·/]{1,3}|持平"
)
_COLUMNS = re.compile(r"\t|[|｜]| {2,}|\u3000{2,}")
_CAPTION = re.compile(
    r"^(?:附?[表图]\s*[\d一二三四五六七八九十]{1,3}(?:[\s:：-]|$)|[（(]?(?:计量)?单位\s*[:：])"
    r"|^[^。，；|\t]{2,40}[（(](?:计量)?单位\s*[:：][^（）()]{1,12}[)）]$"
)
UNIT = re.compile(
    r"[%％‰]|个?百分点|[十百千万亿]{0,3}(?:[元吨人户个件家辆台套米里亩升公顷平方立千瓦时次名所条项处座头只株篇部份张种床间栋宗起例位场期批岁年月日天倍度册]"
    r"|美元|公里|公斤|标准煤|标箱|港元){1,4}(?:/[\u4e00-\u9fff]{1,4})?"
)
_SENTENCE = re.compile(r"。|[，,；;].*[，,；;]")
_DATE = re.compile(r"\d\s*[年月日]")
_STOPS = re.compile(r"[。；;！？!?]|[，,：:]$")


def table_lines(lines: Sequence[Line]) -> list[bool]:
    """Which lines belong to tables; the lines are those of the body, so that a page number parts no table."""
    found = [is_row(line.text) or is_caption(line.text) for line in lines]
    for index in range(1, len(found) - 1):
        if not found[index] and found[index - 1] and found[index + 1]:
            found[index] = not _STOPS.search(lines[index].text)
    _fill_heads(lines, found)
    for index in range(1, len(found)):
        if found[index] and not found[index - 1] and _heads_row(lines[index - 1].text, lines[index].text):
            found[index - 1] = True
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_cell(lines[end].text):
            end += 1
        if end - start >= MIN_CELLS:
            for index in _exploded(lines, start, end):
                found[index] = True
        start = max(end, start + 1)
    return found


def _fill_heads(lines: Sequence[Line], found: list[bool]) -> None:
    """Make short lines between a caption and a row, or between two rows, part of the table: broken heads of columns."""
    last = -1
    for index, is_table in enumerate(found):
        if not is_table:
            continue
        between = range(last + 1, index)
        if (
            last >= 0
            and 1 < len(between) <= _MAX_HEADS
            and not is_caption(lines[index].text)
            and all(_is_cell(lines[at].text) and not MARKED.match(lines[at].text) for at in between)
        ):
            for at in between:
                found[at] = True
        last = index


def _heads_row(text: str, below: str) -> bool:
    """Whether a line holds as many words as the row under it has cells: the heads of its columns."""
    words = text.split()
    counts = len(words) >= _MIN_COLUMNS and len(words) == len(below.split())
    return (
        counts and not _SENTENCE.search(text) and max(map(len, words)) <= MAX_CELL and not MARKED.match(text)
    )


def is_row(text: str) -> bool:
    """Whether one line is a row of columns: three cells or more, one of them a number or a ruled edge between."""
    if len(text) > _MAX_ROW or _SENTENCE.search(text):
        return False
    cells = [cell.strip() for cell in _COLUMNS.split(text) if cell.strip()]
    if len(cells) >= _MIN_COLUMNS or (text.count("|") >= _MIN_EDGES and cells):
        return any(is_number(cell) for cell in cells) or "|" in text or "\t" in text
    if "\t" in text and len(cells) == _MIN_TABBED:
        return max(map(len, cells)) <= MAX_CELL
    cells = text.split()
    if re.search(r"[，；：]|[,;:](?!\d)", text):
        return False
    numbers = sum(is_number(cell) for cell in cells)
    return (
        len(cells) >= _MIN_COLUMNS
        and numbers >= 1
        and not _DATE.search(text)
        and max(map(len, cells)) <= MAX_CELL
    )


def is_row_of_figures(text: str) -> bool:
    """Whether a row of columns holds a figure; a bar of links looks like a row, and holds none."""
    return is_row(text) and any(
        is_number(cell.strip()) for cell in re.split(r"[|｜\s]+", text) if re.search(r"\d", cell)
    )


def is_caption(text: str) -> bool:
    """Whether a line names a table or chart, or gives its unit."""
    return len(text) <= 60 and _CAPTION.match(text) is not None and "。" not in text  # noqa: PLR2004


def is_number(text: str) -> bool:
    """Whether a cell holds a number, a dash for none, or a plain word for no change."""
    return _NUMBER.fullmatch(text) is not None


def rows(cells: Sequence[Line]) -> list[list[Line]]:
    """Cells that stand one a line, grouped: a row begins at a label after a number."""
    grouped: list[list[Line]] = []
    whole = True
    for index, cell in enumerate(cells):
        above = whole
        whole = is_row(cell.text) or is_caption(cell.text)
        if not grouped or whole or above or (not is_number(cell.text) and is_number(cells[index - 1].text)):
            grouped.append([])
        grouped[-1].append(cell)
    return grouped


def _is_cell(text: str) -> bool:
    return len(text) <= MAX_CELL and not _STOPS.search(text) and text[0] not in "，,、。；;：:）)”》"


def _exploded(lines: Sequence[Line], start: int, end: int) -> range:
    """The part of a run of short lines that is a table; empty when numbers are too few."""
    numeric = [index for index in range(start, end) if is_number(lines[index].text)]
    if len(numeric) < 2:  # noqa: PLR2004 - one number under a line is no column
        return range(0)
    first = max(start, numeric[0] - 8)
    last = numeric[-1] + 1
    if len(numeric) < (last - first) * _NUMERIC_SHARE:
        return range(0)
    return range(_after_heading(lines, first, numeric[0]), last)


def _after_heading(lines: Sequence[Line], first: int, number: int) -> int:
    """Where the header row begins: after a heading that a converter left right above the table."""
    for index in range(number - 1, first - 1, -1):
        following = lines[index + 1].text
        if MARKED.match(lines[index].text) and not (is_number(following) or UNIT.fullmatch(following)):
            return index + 1
    return first
