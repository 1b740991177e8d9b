"""Owns raw text to paragraphs in reading order: broken lines joined, page turns, chrome and second copies passed over.

Nothing is rewritten: a paragraph is a Passage over the raw text, so every later find has raw offsets.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from govbrief.read.structure.cutnumbers import is_cut_number, is_cut_unit, is_number_alone
from govbrief.read.structure.frame import FrameKind, classify
from govbrief.read.structure.headings import CN, MARKED
from govbrief.read.structure.lines import Line, columns, idle_blanks, split_at, split_lines
from govbrief.read.structure.noise import inline_noise
from govbrief.read.structure.oneline import part_chrome
from govbrief.read.structure.passages import SourcePassage
from govbrief.read.structure.repeats import mark_repeats, mark_teaser
from govbrief.read.structure.tables import rows
from govbrief_schemas.report import Span

_END = re.compile(r"[。！？；：!?;:…][”’」』）)]*$")
_OPEN_END = re.compile(r"[，,、（(“‘《〈—]$")
_CLOSING = re.compile(r"^[，,、。；;：:”’》〉）)％%！？]")
_BULLET = re.compile(r"[——●■◆▶►★•▪①-⑳【]")
_BARE_MARK = re.compile(rf"0[1-9]|[{CN}]{{1,3}}、|[（(][{CN}]{{1,3}}[)）]|第[{CN}]{{1,3}}[部章](?:分)?")
_NAMES = re.compile(r"[\u4e00-\u9fff·《》（）() \u3000]{2,28}[:：]")
_OFFICE = re.compile(r"主持人|记者|发言人|[局厅部省市州县区司处院所校行]长|主任|书记")
_MIN_SPEAKERS = 2
_LONG = 60
_WIDEST = 240
_SHORT = 24
_FEW_LINES = 6
_MIN_BROKEN = 2
_WRAPPED_SHARE = 0.1
"""Of the lines of a wrapped text a third to a half end in the middle of a sentence, of a short one fewer."""
_MIN_INDENTED = 2
_SLIPS = 0.3
"""Of the lines after a full one so many may be indented: headings that fill their line."""
_FULL = 0.82
"""A line shorter than this share of the text's width ends its paragraph."""


class Paragraph(NamedTuple):
    """One paragraph in reading order."""

    passage: SourcePassage
    is_table: bool
    packed: bool = False
    """Whether it is part of a line that held several headings: they may run into their bodies."""
    styled: int = 0
    """The level of a heading that the file itself sets; 0 for any other paragraph."""


class Body(NamedTuple):
    """What is left to read, and what is passed over."""

    paragraphs: list[Paragraph]
    noise: list[Span]
    frame: list[Span]


class _Layout(NamedTuple):
    """How lines end."""

    width: int = 0
    """Columns in a full line of a text that was wrapped at a fixed width; 0 when it was not."""
    size: int = 0
    """Characters in a full line, for converters that count them."""
    indents: bool = False
    """Whether an indent tells where a paragraph begins."""
    speakers: frozenset[str] = frozenset()
    """Lines that only name who speaks; what they say stands on the next."""
    styled: Mapping[int, int] = {}
    """Where lines begin that the file sets as headings, with their levels."""

    def fills(self, text: str) -> bool:
        """Whether a line goes on to the edge of the page."""
        return columns(text) >= self.width * _FULL or len(text) >= self.size * _FULL


def read_body(
    raw: str, title: str | None, place: Span | None = None, styled: Sequence[tuple[int, int]] = ()
) -> Body:
    """Paragraphs of the body, spans of chrome, and spans of the report's own frame.

    `place` is the title's span; `styled` says where lines begin that the file sets as headings, and their levels.
    """
    lines = part_chrome(split_lines(raw))
    if place is not None:
        lines = part_chrome(split_at(lines, place.start, place.end))
    levels = dict(styled)
    kinds = classify(lines, title, frozenset(levels))
    mark_repeats(lines, kinds)
    mark_teaser(lines, kinds)
    noise = [
        Span(line.start, line.end) for line, kind in zip(lines, kinds, strict=True) if kind is FrameKind.NOISE
    ]
    frame = [
        Span(line.start, line.end) for line, kind in zip(lines, kinds, strict=True) if kind is FrameKind.FRAME
    ]
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not FrameKind.NOISE:
            noise.extend(Span(line.start + start, line.start + end) for start, end in inline_noise(line.text))
    paragraphs: list[Paragraph] = []
    inside = [line for line, kind in zip(lines, kinds, strict=True) if kind is FrameKind.BODY]
    layout = _layout(inside)._replace(speakers=_speaker_lines(inside), styled=levels)
    for group, is_table in _groups(lines, kinds, layout):
        passage = (
            SourcePassage.of_spans(raw, [Span(line.start, line.end) for line in group])
            if is_table
            else _passage(raw, group)
        )
        if passage.text:
            level = levels.get(group[0].start, 0) if len(passage.text) <= _LONG else 0
            paragraphs.append(Paragraph(passage, is_table, styled=level))
    return Body(paragraphs, sorted(noise), frame)


def _passage(raw: str, group: Sequence[Line]) -> SourcePassage:
    """The lines of one paragraph as one passage, without idle blanks and bylines."""
    spans: list[Span] = []
    for line in group:
        at = line.start
        for start, end in sorted([*idle_blanks(line.text), *inline_noise(line.text)]):
            if line.start + start > at:
                spans.append(Span(at, line.start + start))
            at = max(at, line.start + end)
        spans.append(Span(at, line.end))
    whole = SourcePassage.of_spans(raw, spans)
    return whole if len(spans) == 1 else whole.cut(0)


def _groups(
    lines: Sequence[Line], kinds: Sequence[FrameKind], layout: _Layout
) -> list[tuple[list[Line], bool]]:
    """Lines grouped to paragraphs, and whether each is a row of a table."""
    groups: list[tuple[list[Line], bool]] = []
    table: list[Line] = []
    skipped = False
    for index, line in enumerate(lines):
        if kinds[index] is FrameKind.TABLE:
            table.append(line)
            continue
        if kinds[index] is not FrameKind.BODY:
            skipped = True
            continue
        if table:
            groups.extend((row, True) for row in rows(table))
            table = []
        following = (
            lines[index + 1].text if index + 1 < len(lines) and kinds[index + 1] is FrameKind.BODY else ""
        )
        if (
            groups
            and not groups[-1][1]
            and _goes_on(groups[-1][0][-1], line, following, layout, skipped=skipped)
        ):
            groups[-1][0].append(line)
        else:
            groups.append(([line], False))
        skipped = False
    groups.extend((row, True) for row in rows(table))
    return groups


def _goes_on(above: Line, line: Line, following: str, layout: _Layout, *, skipped: bool) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    text = line.text
    near = skipped or not line.gap
    if _parts(above, line, layout):
        return False
    if _CLOSING.match(text) or (_BARE_MARK.fullmatch(above.text) and len(text) <= _LONG and "。" not in text):
        return True
    said = above.text in layout.speakers and text not in layout.speakers
    if said or is_number_alone(above.text, text, following) or _is_cut(above.text, text, near=near):
        return True
    full = layout.width > 0 and layout.fills(above.text)
    if _END.search(above.text):
        ends = _END.search(text) is not None or layout.fills(text)
        return full and layout.indents and ends and not line.indented and not line.gap
    if layout.width and not _OPEN_END.search(above.text):
        return full and not (layout.indents and line.indented) and near
    running = skipped or (not line.gap and len(text) > 1 and re.search(r"[，,。]", text) is not None)
    return _OPEN_END.search(above.text) is not None or (running and len(above.text) >= _LONG)


def _is_cut(above: str, text: str, *, near: bool) -> bool:
    return is_cut_unit(above, text) or (near and (is_cut_number(above, text) or _closes_bracket(above, text)))


def _parts(above: Line, line: Line, layout: _Layout) -> bool:
    """Whether a line surely begins something: a heading that the file sets, a number, a bullet."""
    if line.start in layout.styled or above.start in layout.styled:
        return True
    bare = _BARE_MARK.fullmatch(above.text) and len(line.text) <= _LONG and "。" not in line.text
    return not bare and (MARKED.match(line.text) or _BULLET.match(line.text)) is not None


def _closes_bracket(above: str, text: str) -> bool:
    """Whether a bracket that the line above opens closes early in this one: 「（数据来源：」「市统计局）」."""
    opened = above.rfind("（")
    return (
        opened >= max(0, above.rfind("）"))
        and len(above) - opened <= _LONG
        and 0 < text.find("）", 0, _SHORT) < (text.find("（") if "（" in text else _LONG)
    )


def _speaker_lines(lines: Sequence[Line]) -> frozenset[str]:
    """Lines that name who speaks and end in a colon: an office, the press, or a name that returns."""
    counts = Counter(line.text for line in lines if _NAMES.fullmatch(line.text))
    if len(counts) < _MIN_SPEAKERS:
        return frozenset()
    return frozenset(text for text, count in counts.items() if count > 1 or _OFFICE.search(text))


def _short_layout(lines: Sequence[Line]) -> _Layout:
    """How a text of few lines was wrapped: paragraphs are indented, and full lines have others below them."""
    width = max((columns(line.text) for line in lines), default=0)
    above = [upper.text for upper, line in pairwise(lines) if not (line.indented or MARKED.match(line.text))]
    found = _Layout(width, max((len(line.text) for line in lines), default=0), indents=True)
    parted = sum(line.indented for line in lines) >= _MIN_INDENTED
    slips = sum(not found.fills(text) for text in above)
    if not (above and parted and _SHORT < width <= _WIDEST and slips <= len(above) * _SLIPS):
        return _Layout()
    return found


def _layout(lines: Sequence[Line]) -> _Layout:
    """How the text was wrapped, if it was."""
    long = [line.text for line in lines if columns(line.text) > _SHORT]
    if len(long) < _FEW_LINES:
        return _short_layout(lines)
    place = int(len(long) * 0.97)
    found = _Layout(sorted(map(columns, long))[place], sorted(map(len, long))[place])
    broken = sum(
        found.fills(line.text) and not (_END.search(line.text) or MARKED.match(line.text)) for line in lines
    )
    if found.width > _WIDEST or broken < max(_MIN_BROKEN, len(long) * _WRAPPED_SHARE):
        return _short_layout(lines)
    after = [
        below.indented
        for above, below in pairwise(lines)
        if found.fills(above.text) and not _END.search(above.text)
    ]
    meant = any(line.indented for line in lines) and sum(after) <= len(after) * _SLIPS
    return found._replace(indents=meant)
