"""Owns headings without a number: parts, annexes, speakers, questions, subheads of a newspaper, run-in leads.

A short line alone proves nothing; its words, its neighbours or its siblings must speak for it.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_words
from govbrief.read.structure.headings import HeadingLine, HeadingMark
from govbrief.read.structure.repair import Paragraph

MAX_LINE = 40
MAX_QUESTION = 240
_LONG = 40
_BODY = 24
_SENTENCE = 12
_MIN_SIBLINGS = 2

_SPACED_HEAD = re.compile(
    r"((?:[^\s，。；：！？、,;:!?|“”]{3,14}[ \u3000\xa0]){1,3})(?=(?:20\d\d年|[^\s\d]\S{4})\S{7})"
)
_ASKS = re.compile(
    r"[?？]$|(?:能否|可否|请问|请.{0,12}(?:介绍|谈谈|解读|说明)|如何|哪些|什么|怎样|怎么)[^。]*$"
)
_ASKED_BY = re.compile(
    r"^(?:(?:问|记者|[\u4e00-\u9fffA-Za-z·]{2,20}记者(?:提?问)?|网友)\s*[:：]"
    r"|[【\[](?:问|[\u4e00-\u9fffA-Za-z·]{0,20}记者(?:提?问)?|网友)[】\]])"
)
_THANKS = re.compile(r"[:：】\]](?:谢谢|感谢)[^?？]{0,24}$")
_PUNCTUATION = re.compile(r"[。；;！!？?：:]|[，,、]$")
_GLOSSARY = re.compile(r"解释|注释|释义|附注|说明|注\s*释")
_FRAMED = re.compile(r"【[^【】。；]{2,34}】")
_DOTTED = re.compile(r"([■◆●▶►★◇□○])[ \u3000]*[^。；！？]{2,34}")
_NOT_NAMED = re.compile(r"^[（(\[【·•▲△]|^\d[\d年月日\s:：./-]*$|20\d\d年\d{1,2}月\d{1,2}日$|[摄供]$")
"""A date, a caption or a line in brackets is no heading, however short."""


class _Words(NamedTuple):
    annex: re.Pattern[str]
    part: re.Pattern[str]
    speech: re.Pattern[str]
    answer: re.Pattern[str]


def unnumbered_headings(
    paragraphs: Sequence[Paragraph], numbered: dict[int, HeadingLine]
) -> dict[int, HeadingLine]:
    """Paragraph index to a heading without number; `Mark.style` says of which sort it is."""
    found: dict[int, HeadingLine] = {}
    lines: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if index in numbered or paragraph.is_table:
            continue
        text = paragraph.passage.text
        below = paragraphs[index + 1].passage.text if index + 1 < len(paragraphs) else ""
        style = _named_style(text, below, has_numbered_below=index + 1 in numbered)
        if style == "plain" and paragraph.styled:
            continue  # the file itself says of which level it is
        if style:
            found[index] = _whole_line(style, text)
        elif _is_plain_line(paragraphs, numbered, index):
            lines.append(index)
    found.update(_decorated(paragraphs, {*numbered, *found}))
    found.update(_plain_lines(paragraphs, lines, found, numbered))
    found.update(_spaced_heads(paragraphs, found, numbered))
    return found


def styled_headings(paragraphs: Sequence[Paragraph]) -> dict[int, HeadingLine]:
    """Paragraph index to the heading that the file itself sets there."""
    return {
        index: _whole_line(f"h{paragraph.styled}", paragraph.passage.text)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.styled and not paragraph.passage.text.endswith("。")
    }


def speech_lines(paragraphs: Sequence[Paragraph], heads: dict[int, HeadingLine]) -> set[int]:
    """Indexes of lines such as 「介绍情况」 that only say what the speaker named above them does."""
    return {
        index + 1
        for index, head in heads.items()
        if head.mark.style == "speaker" and _words().speech.fullmatch(paragraphs[index + 1].passage.text)
    }


def in_glossary(paragraphs: Sequence[Paragraph], unnumbered: dict[int, HeadingLine]) -> set[int]:
    """Indexes of the paragraphs under the heading of a glossary or of notes: their numbers count entries."""
    found: set[int] = set()
    annexes = sorted(index for index, head in unnumbered.items() if head.mark.style == "annex")
    for index, end in pairwise([*annexes, len(paragraphs)]):
        if _GLOSSARY.search(paragraphs[index].passage.text):
            found.update(range(index + 1, end))
    return found


def _whole_line(style: str, text: str) -> HeadingLine:
    end = len(text.rstrip("：: "))
    return HeadingLine(HeadingMark(style, 0, 0), end, len(text), closed=False)


def _named_style(text: str, below: str, *, has_numbered_below: bool) -> str:
    """The sort of a line that its words or the next line name."""
    words = _words()
    if len(text) <= MAX_LINE and below:
        if words.annex.fullmatch(text):
            return "annex"
        if words.speech.fullmatch(below) and not _PUNCTUATION.search(text):
            return "speaker"
        has_body = (
            len(below) >= _LONG or has_numbered_below or (len(below) >= _SENTENCE and below[-1] in "。；")
        )
        if has_body and words.part.fullmatch(text.rstrip("：: ")) and not re.match(r"[^：:]*[，。；]", text):
            return "plain"
    if len(text) <= MAX_QUESTION and (
        (_ASKED_BY.match(text) and not _THANKS.search(text))
        or (_ASKS.search(text) and words.answer.match(below) and not words.answer.match(text))
    ):
        return "question"
    return ""


def _is_plain_line(paragraphs: Sequence[Paragraph], numbered: dict[int, HeadingLine], index: int) -> bool:
    """Whether a paragraph is a short line between others that end in a full stop, with text under it."""
    text = paragraphs[index].passage.text
    if not 4 <= len(text) <= MAX_LINE or _PUNCTUATION.search(text) or index + 1 >= len(paragraphs):  # noqa: PLR2004
        return False
    if _NOT_NAMED.search(text):
        return False
    if index + 1 in numbered or paragraphs[index + 1].is_table or not re.search(r"[\u4e00-\u9fff]{3}", text):
        return False
    below = paragraphs[index + 1].passage.text
    above = paragraphs[index - 1].passage.text if index else "。"
    return len(below) >= _LONG and "。" in below and (above[-1] in "。！？”）)：:" or index - 1 in numbered)


def _decorated(paragraphs: Sequence[Paragraph], taken: set[int]) -> dict[int, HeadingLine]:
    """Lines in thick brackets or behind a sign that siblings share, with text under them."""
    rows: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs[:-1]):
        text = paragraph.passage.text
        dotted = _DOTTED.fullmatch(text)
        sign = dotted[1] if dotted is not None else "【" * bool(_FRAMED.fullmatch(text))
        above = paragraphs[index - 1].passage.text if index else ""
        below = paragraphs[index + 1].passage.text
        listed = dotted is not None and (above.startswith(sign) or below.startswith((sign, "【")))
        if index not in taken and not paragraph.is_table and sign and not listed:
            rows.setdefault(sign, []).append(index)
    return {
        index: _whole_line("framed" if sign == "【" else "bullet", paragraphs[index].passage.text)
        for sign, indexes in rows.items()
        if len(indexes) >= _MIN_SIBLINGS
        for index in indexes
    }


def _plain_lines(
    paragraphs: Sequence[Paragraph],
    lines: Sequence[int],
    found: dict[int, HeadingLine],
    numbered: dict[int, HeadingLine],
) -> dict[int, HeadingLine]:
    """Short lines that have siblings, or stand beside parts that their words name."""
    named = sum(head.mark.style == "plain" for head in found.values())
    if len(lines) + named < _MIN_SIBLINGS or (not numbered and not lines):
        return {}
    return {index: _whole_line("plain", paragraphs[index].passage.text) for index in lines}


def _spaced_heads(
    paragraphs: Sequence[Paragraph], found: dict[int, HeadingLine], numbered: dict[int, HeadingLine]
) -> dict[int, HeadingLine]:
    """Subheads that stand inside a newspaper's line: 「夯实法治根基 近年来,沈阳市」."""
    heads: dict[int, HeadingLine] = {}
    for index, paragraph in enumerate(paragraphs):
        if index in found or index in numbered or paragraph.is_table:
            continue
        match = _SPACED_HEAD.match(paragraph.passage.text)
        if match is not None and len(paragraph.passage.text) - match.end() >= _BODY:
            heads[index] = HeadingLine(
                HeadingMark("plain", 0, 0), len(match[1].rstrip()), match.end(), closed=False
            )
    return heads if len(heads) >= _MIN_SIBLINGS else {}


@cache
def _words() -> _Words:
    lists = read_words("headings")
    return _Words(
        re.compile(rf"{any_of(lists['annexes'])}\s*[:：]?.{{0,30}}"),
        re.compile(any_of(lists["parts"])),
        re.compile(any_of(lists["speeches"])),
        re.compile(
            rf"(?:答|[\u4e00-\u9fff、（）()]{{0,30}}{any_of(lists['offices'])}[\u4e00-\u9fff·]{{0,5}})\s*[:：]"
        ),
    )
