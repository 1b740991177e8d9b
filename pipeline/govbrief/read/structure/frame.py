"""Owns what stands around the body: chrome, title block, teaser, signature, captions, tables.

A line's place decides as much as its words: short lines above the title are navigation, below it they name
the meeting and the speaker, and after the last sentence they are a signature or links.
"""

import re
from collections.abc import Sequence
from enum import Enum

from govbrief.read.structure.headings import MARKED, read_mark
from govbrief.read.structure.lines import Line
from govbrief.read.structure.noise import is_label_cell, is_noise_line, is_page_number
from govbrief.read.structure.pages import page_edges
from govbrief.read.structure.tables import is_row_of_figures, table_lines

HEAD_LINES = 400
"""The body of a saved page begins within its first lines; an exploded menu has under three hundred."""
HEAD_LINE = 40
"""A longer line of the title block is running text."""
_TITLE_LINES = 4
_MARKS = 20
"""Blanks, dashes and note marks that a title's lines may hold besides its words."""
_SENT = 8
_FEW = 5
_RUNS = re.compile(r"(?=.{10})[^\[【（(]*[，,]")
"""Running text in a narrow column."""
_SLOGAN_CHARS = 400
"""More running text than this above the title is an article, not a slogan."""


class FrameKind(Enum):
    """What a line is."""

    BODY = "body"
    TABLE = "table"
    NOISE = "noise"
    FRAME = "frame"
    """Title, meeting, speaker, date, signature, caption, teaser: the report's own, but no part of its body."""


SENTENCE = re.compile(r"[。；！？;!?]|[，,].*[，,、]")
_SALUTATION = re.compile(r"^(?:各位|尊敬的|同志们|主任、|女士们).{0,40}[:：!！]$")
_BROKEN = re.compile(r"^[^:：]{4,}[，,]$")
_DATE = re.compile(
    r"^[（(]?\s*(?:20\d\d|二[〇○０零]..)\s*[-/.年]\s*[\d一二三四五六七八九十]{1,3}\s*[-/.月]\s*(?:[\d一二三四五六七八九十]{1,3}\s*日?)?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s*[)）]?$"
)
_BODY_NAME = re.compile(
    r"^[\u4e00-\u9fff（）()、\s]{2,40}(?:政府|委员会|委|局|厅|署|办公室|办|院|部|处|队|中心|所|会|街道|乡|镇|师|兵团)"
    r"(?:办公室)?(?:[（(].{1,8}[)）])?$"
)
_CAPTION = re.compile(
    r"^(?:图为|图[①-⑨一二三四]?[:：]|[（(]图|▲|△|↑|图片说明|制图|视频[:：])|摄[)）]?$|[（(].{0,14}[摄供图][)）]$"
)
_PERSON = re.compile(
    r"(?:长|主任|书记|代表)[ \u3000]+[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,4}$"
    r"|[:：]$|^[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}$"
)
_CREDIT = re.compile(r"(?:摄|摄影报道|供图|制图|供稿)[)）]?$")
_ROLE_LINE = re.compile(
    r"回顾|打算|安排|问题|不足|成效|下一?步|工作情况|总体要求|主要任务|目标任务|介绍情况|答记者问|发言"
)
_ATTACHED = re.compile(r"^(?:附\s*[件录表]|名词解释|注释?|附注|主要名词)")


def classify(
    lines: Sequence[Line], title: str | None, styled: frozenset[int] = frozenset()
) -> list[FrameKind]:
    """The kind of every line, in order; `styled` says where lines begin that the file sets as headings."""
    edges = page_edges(lines)
    kinds = [FrameKind.NOISE if is_noise_line(line.text) else FrameKind.BODY for line in lines]
    for index in range(1, len(lines)):
        counted = kinds[index - 1] is FrameKind.NOISE and re.search(r"[:：]\d*$", lines[index - 1].text)
        if counted and re.fullmatch(r"\d{1,7}", lines[index].text):
            kinds[index] = FrameKind.NOISE
    for index in edges.noise:
        kinds[index] = FrameKind.NOISE
    for index in edges.notes:
        kinds[index] = FrameKind.FRAME if kinds[index] is FrameKind.BODY else kinds[index]
    head = _mark_title(lines, kinds, title)
    body = _body_start(lines, kinds, head, styled)
    tail = _body_end(lines, kinds, body)
    _mark_head(lines, kinds, head, body)
    _mark_tail(lines, kinds, tail)
    inside = [index for index, kind in enumerate(kinds) if kind is FrameKind.BODY]
    for index, is_table in zip(inside, table_lines([lines[index] for index in inside]), strict=True):
        if is_table and lines[index].start not in styled:
            kinds[index] = FrameKind.TABLE
    for index in range(body, tail):
        _mark_middle(lines, kinds, index, title, body)
    return kinds


def is_sentence_like(text: str) -> bool:
    """Whether a line is running text and not a title, a cell or a link."""
    return (len(text) >= 24 and SENTENCE.search(text) is not None) or len(text) >= 70  # noqa: PLR2004


def _mark_title(lines: Sequence[Line], kinds: list[FrameKind], title: str | None) -> int:
    """Make the title FRAME; the line after it where the body follows, 0 when the text above is already body."""
    packed = _packed(title or "")
    end = 0
    running = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        size = _title_lines(lines, index, packed)
        if size:
            end = index + size
            kinds[index:end] = [FrameKind.FRAME] * size
        elif kinds[index] is FrameKind.BODY:
            running += len(line.text) if is_sentence_like(line.text) or "。" in line.text else 0
            if running > _SLOGAN_CHARS or (MARKED.match(line.text) and running):
                break
    return end


def _title_lines(lines: Sequence[Line], index: int, packed_title: str) -> int:
    """How many lines from here on are the title; 0 when they are not."""
    joined = ""
    for size, line in enumerate(lines[index : index + _TITLE_LINES] if packed_title else (), start=1):
        joined += line.text
        if len(joined) >= len(packed_title) + _MARKS:
            break
        if _packed(joined) == packed_title:
            return size
    return 0


def _packed(text: str) -> str:
    return re.sub(r"[\s——-]+|\[\d+\]", "", text)


def _body_start(lines: Sequence[Line], kinds: list[FrameKind], head: int, styled: frozenset[int]) -> int:
    """The first line of the body: running text, a salutation, or a numbered heading; chrome above it is marked."""
    narrow = _is_narrow(lines)
    for index in range(head, min(len(lines), head + HEAD_LINES)):
        text = lines[index].text
        if kinds[index] is FrameKind.BODY and is_noise_line(text, at_edge=True):
            kinds[index] = FrameKind.NOISE
        elif kinds[index] is FrameKind.BODY and (
            _opens_body(text) or lines[index].start in styled or (narrow and _RUNS.match(text))
        ):
            return index
    return head


def _is_narrow(lines: Sequence[Line]) -> bool:
    """Whether lines are those of a narrow column, where a sentence's first line is no longer than a title's."""
    sizes = sorted(len(line.text) for line in lines)
    return len(sizes) > _FEW and sizes[int(len(sizes) * 0.97)] <= HEAD_LINE // 2 + 4


def _opens_body(text: str) -> bool:
    if is_sentence_like(text) or _SALUTATION.match(text) or MARKED.match(text) or _BROKEN.search(text):
        return True
    if re.fullmatch(r"0[1-9]", text):
        return True
    mark = read_mark(text) if len(text) <= HEAD_LINE and not is_page_number(text) else None
    if mark is not None and mark.style == "digit" and mark.value == 1:
        return True
    return len(text) >= 10 and text[-1] in "。；;"  # noqa: PLR2004 - a short sentence is one all the same


def _body_end(lines: Sequence[Line], kinds: list[FrameKind], body: int) -> int:
    """The line after the last that is running text, a numbered heading or a number; chrome below it is marked."""
    for index in range(len(lines) - 1, body - 1, -1):
        text = lines[index].text
        if kinds[index] is FrameKind.BODY and is_noise_line(text, at_edge=True):
            kinds[index] = FrameKind.NOISE
        elif kinds[index] is not FrameKind.NOISE and _closes_body(text):
            return index + 1
    return len(lines)


def _closes_body(text: str) -> bool:
    if re.search(r"[。；！？;!?]$|[。！？!?][”’）)]$", text) or is_sentence_like(text) or MARKED.match(text):
        return True
    return is_row_of_figures(text) or (
        re.fullmatch(r"[-\d.,%]+", text) is not None and not is_page_number(text)
    )


def _mark_head(lines: Sequence[Line], kinds: list[FrameKind], head: int, body: int) -> None:
    """Above the title chrome, between title and body the title block; a heading right above the body is body."""
    last_label = -2
    for index in range(body):
        text = lines[index].text
        if kinds[index] is FrameKind.FRAME:
            continue
        if is_label_cell(text):
            kinds[index] = FrameKind.NOISE
            last_label = index
        elif kinds[index] is FrameKind.BODY:
            chrome = last_label == index - 1 or (index < head and not _is_formal(text))
            kinds[index] = FrameKind.NOISE if chrome else FrameKind.FRAME
    _keep_first_heading(lines, kinds, head, body)


def _keep_first_heading(lines: Sequence[Line], kinds: list[FrameKind], head: int, body: int) -> None:
    """Give back to the body what heads its first paragraph: a speaker's two lines, or one line below the title."""
    above = [index for index in range(max(head, body - 3), body) if kinds[index] is FrameKind.FRAME]
    named = next((index for index in above if _ROLE_LINE.search(lines[index].text)), None)
    if named is not None:
        above = [index for index in above if index >= named - 1]
    else:
        above = above[-1:] if head and above and above[-1] == body - 1 else []
    for index in above:
        text = lines[index].text
        if not _is_formal(text) and not _PERSON.search(text) and text != lines[head - 1].text:
            kinds[index] = FrameKind.BODY


def _is_formal(text: str) -> bool:
    """A date, the name of a body, a document number, or a line in brackets or after a dash."""
    return bool(
        _DATE.match(text)
        or _BODY_NAME.match(text)
        or re.search(r"[〔\[【（(]20\d\d[〕\]】)）]\s*\d+\s*号", text)
        or re.match(r"^[（(—–-].*", text)
        or re.search(r"(?:报告|公报|文件|决定|通知)$|在.{4,40}(?:会议|大会|全会)上[)）]?$", text)
        or (len(text) < HEAD_LINE and re.search(r"20\d\d-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d\d)?$", text))
    )


def _mark_tail(lines: Sequence[Line], kinds: list[FrameKind], tail: int) -> None:
    """After the last sentence: a signature and a list of annexes, then chrome."""
    chrome = False
    for index in range(tail, len(lines)):
        text = lines[index].text
        if kinds[index] is FrameKind.NOISE:
            chrome = True
        elif _DATE.match(text) or (_BODY_NAME.match(text) and not chrome):
            kinds[index] = FrameKind.FRAME
        elif chrome or _CREDIT.search(text):
            kinds[index] = FrameKind.NOISE
        elif not _ATTACHED.match(text):
            kinds[index] = FrameKind.FRAME


def _mark_middle(
    lines: Sequence[Line], kinds: list[FrameKind], index: int, title: str | None, body: int
) -> None:
    text = lines[index].text
    if kinds[index] is not FrameKind.BODY or len(text) > 60:  # noqa: PLR2004 - a caption is one line
        return
    above = next((i for i in range(index - 1, max(-1, index - 4), -1) if kinds[i] is not FrameKind.NOISE), -1)
    named = (
        above >= body
        and kinds[above] is FrameKind.FRAME
        and title is not None
        and _packed(lines[above].text) == _packed(title)
    )
    again = title is not None and (
        _packed(text) == _packed(title) or _is_attached(_packed(text), _packed(title))
    )
    if again or (named and not is_sentence_like(text)):
        kinds[index] = FrameKind.FRAME
    elif is_page_number(text) and _between_pages(lines, kinds, index):
        kinds[index] = FrameKind.NOISE
    elif _CAPTION.search(text):
        kinds[index] = FrameKind.NOISE if _CREDIT.search(text) and len(text) < 20 else FrameKind.FRAME  # noqa: PLR2004
    elif (_DATE.match(text) or _BODY_NAME.match(text)) and _is_signature(lines, index):
        kinds[index] = FrameKind.FRAME


def _is_attached(text: str, title: str) -> bool:
    """Whether a line is the title of what a notice sends out: 「关于印发2023年工作总结的通知」."""
    sends = re.search(r"(?:印发|转发|公布|发布|报送)", title)
    return sends is not None and len(text) >= _SENT and text.strip("《》") in title[sends.end() :]


def _between_pages(lines: Sequence[Line], kinds: Sequence[FrameKind], index: int) -> bool:
    """A bare number between two lines of running text numbers a page."""
    near = [
        i
        for i in range(max(0, index - 3), min(len(lines), index + 4))
        if kinds[i] is FrameKind.BODY and i != index
    ]
    return any(i < index for i in near) and all(len(lines[i].text) > 10 for i in near)  # noqa: PLR2004


def _is_signature(lines: Sequence[Line], index: int) -> bool:
    """A body's name with a date under it, or that date."""
    text = lines[index].text
    if _DATE.match(text):
        return index > 0 and _BODY_NAME.match(lines[index - 1].text) is not None
    below = [line.text for line in lines[index + 1 : index + 3]]
    if len(below) > 1 and _BODY_NAME.match(below[0]):
        del below[0]
    return bool(below) and _DATE.match(below[0]) is not None
