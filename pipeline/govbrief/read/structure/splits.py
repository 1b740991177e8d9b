"""Owns lines that hold more than one paragraph: headings inside a line, paragraphs that only blanks part.

「一、主要成效(一)依法行政。全年…。(二)强化监督。」  -> three paragraphs
「…落地落实。 提升服务质量 擦亮法治名片 “我来一趟」   -> parted after 。
「包括(一)制定规章;(二)清理文件。」                  -> one: a list inside a sentence
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govbrief.read.structure.headings import CN, FORMAL, read_mark
from govbrief.read.structure.leads import first_lead, glued_leads
from govbrief.read.structure.packed import (
    first_item,
    glued_annexes,
    glued_end,
    glued_frames,
    glued_marks,
    glued_rows,
    glued_turns,
    is_packed,
)
from govbrief.read.structure.repair import Paragraph

_MANY_BLANKS = 3
_LONG = 200
_SHORT_TALK = 80
"""A shorter line holds one question or one answer."""
_SLIP = 2
_SHORTEST = 4
"""Characters of the shortest lead that a heading can run into."""
_BLANK_BREAK = re.compile(r"(?<=[。！？?!”’])[ \xa0\u3000\t]+(?=\S)")
_INDENT_BREAK = re.compile(
    r"(?<=[。！？”’：:])[ \xa0\t]*\u3000{2,}(?=\S)|(?<=\S)(?:\u3000{2,}|[ \xa0]{2,})(?=[^\s|]{15})"
)
_MARK = re.compile(
    rf"(?:[{CN}]{{1,3}}、|[{FORMAL}]{{1,2}}、|[（(]\s?(?:[{CN}]{{1,3}}|\d{{1,2}})\s?[)）]|\d{{1,2}}[.．、](?!(?!20\d\d年)\d)"
    rf"|(?<!\d)0[1-9](?![年月日时分号点])|第[{CN}]{{1,2}}(?:部分|[章编篇](?=[ \u3000])))"
    r"(?=[ \u3000]?(?:[\u4e00-\u9fff“《]|20\d\d[ \u3000]?年))"
)
_ENDS = "。！？!?"
_HOLDS = "，,；;：:、—-（(《“‘第"


class _Token(NamedTuple):
    paragraph: int
    at: int
    style: str
    value: int
    soft: bool = False
    """After a colon: a heading only when the next of its row stands after a full stop."""
    sure: bool = False
    """After a full stop: a slip may have left out its neighbour."""


def split_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same text with a paragraph for every heading that stands inside a line."""
    parted: list[Paragraph] = []
    for paragraph in paragraphs:
        parted.extend([paragraph] if paragraph.is_table or paragraph.styled else _at_blanks(paragraph))
    tokens: list[_Token] = []
    for index, paragraph in enumerate(parted):
        if not paragraph.is_table and not paragraph.styled:
            tokens.extend(_tokens(index, paragraph.passage.text, packed=_holds_heads(paragraph)))
    cuts: dict[int, list[int]] = {}
    for token in _in_sequence(tokens):
        if token.at > 0:
            cuts.setdefault(token.paragraph, []).append(token.at)
    found: list[Paragraph] = []
    for index, paragraph in enumerate(parted):
        found.extend(_cut(paragraph, cuts[index]) if index in cuts else [paragraph])
    return [
        part
        for paragraph, below in pairwise([*found, None])
        if paragraph is not None
        for part in _at_rows(paragraph, below.passage.text if below is not None else "")
    ]


def _at_rows(paragraph: Paragraph, below: str) -> list[Paragraph]:
    """Parted at the items of a row, and behind its heading at the leads of its text; `below` is the next text."""
    text = paragraph.passage.text
    if paragraph.is_table or not _holds_heads(paragraph):
        return [paragraph]
    mark = read_mark(text)
    rows = glued_rows(text) or (first_item(text) if below.startswith("二是") else first_lead(text, below))
    if not rows and (rows := glued_leads(text, headed=mark is not None)) and mark is not None:
        first = text.find("。")
        inner = glued_end(text, mark.size, first)
        rows = [inner, *rows] if inner and first - inner >= _SHORTEST and text[inner] not in "，," else rows
    return _cut(paragraph, rows) if rows else [paragraph]


def _cut(paragraph: Paragraph, cuts: Sequence[int]) -> list[Paragraph]:
    edges = [0, *cuts, len(paragraph.passage.text)]
    parts = [paragraph.passage.cut(start, end) for start, end in pairwise(edges)]
    packed = paragraph.packed or is_packed(paragraph.passage.text)
    return [Paragraph(part, is_table=False, packed=packed) for part in parts if part.text]


def _at_blanks(paragraph: Paragraph) -> list[Paragraph]:
    """Parted where an indent stands inside the line, or at every blank after a full stop when there are many."""
    text = paragraph.passage.text
    cuts = [match.end() for match in _INDENT_BREAK.finditer(text)]
    if len(text) >= _SHORT_TALK:
        cuts = sorted({*cuts, *glued_turns(text), *glued_annexes(text), *glued_frames(text)})
    if len(text) >= _LONG:
        blanks = [match.end() for match in _BLANK_BREAK.finditer(text)]
        if len(blanks) >= _MANY_BLANKS:
            cuts = sorted({*cuts, *blanks})
    return _cut(paragraph, cuts) if cuts else [paragraph]


def _holds_heads(paragraph: Paragraph) -> bool:
    return paragraph.packed or is_packed(paragraph.passage.text)


def _tokens(index: int, text: str, *, packed: bool) -> list[_Token]:
    """Marks that stand where a heading could begin: the start, after a full stop or a blank, glued to a word."""
    first = read_mark(text)
    loose = set(glued_marks(text)) if packed else set()
    found = [_Token(index, 0, first.style, first.value)] if first is not None else []
    if text.startswith("附"):
        return found
    for match in _MARK.finditer(text, 1):
        if first is not None and match.start() < first.size:
            continue
        before = text[max(0, match.start() - 60) : match.start()].rstrip(" \u3000\xa0\t")
        blank = text[match.start() - 1] in " \u3000\xa0\t"
        mark = read_mark(text[match.start() : match.start() + 12])
        if mark is None or not before:
            continue
        ends = before[-1] in _ENDS or (before[-1] in "”’）)" and before[-2:-1] in _ENDS)
        glued = (
            first is not None
            and mark.style == "cn-paren"
            and mark.value == 1
            and first.style in {"cn", "part"}
        )
        glued = glued and match.start() <= 40 and not re.search(r"[。，,；：]", before)  # noqa: PLR2004
        begins = blank and mark.style in {"cn", "part"} and mark.value == 1 and before[-1] in "：:"
        soft = before[-1] in "：:" and mark.value == 1
        glued = glued or match.start() in loose
        if ends or glued or begins or soft or (blank and before[-1] not in _HOLDS):
            found.append(_Token(index, match.start(), mark.style, mark.value, soft and not begins, ends))
    return found


def _in_sequence(tokens: Sequence[_Token]) -> list[_Token]:
    """Tokens whose neighbour of the same style carries the number before or after."""
    by_style: dict[str, list[_Token]] = {}
    for token in tokens:
        by_style.setdefault(token.style, []).append(token)
    kept: list[_Token] = []
    for same in by_style.values():
        for index, token in enumerate(same):
            above = same[index - 1].value if index else None
            below = same[index + 1] if index + 1 < len(same) else None
            step = below.value - token.value if below is not None else 0
            leads = step == 1 or (step == _SLIP and token.sure and below is not None and below.sure)
            if token.soft:
                leads = leads and below is not None and below.paragraph <= token.paragraph + 1
            slipped = above == token.value - _SLIP and token.sure and index > 0 and same[index - 1].sure
            if leads or ((above == token.value - 1 or slipped) and not token.soft):
                kept.append(token)
    return sorted(kept, key=lambda token: (token.paragraph, token.at))
