"""Owns what a table's rows tell: each number with the head of its column, the label of its row and its unit.

「指标 | 2022年 | 2023年」「税收收入 | 8000 | 9000」 under 「（单位：万元）」
    -> 「税收收入：2022年8000万元，2023年9000万元。」
「地区 户籍人口（万人） 性别比」「福田区 124.88 93.91」   -> 「福田区：户籍人口124.88万人，性别比93.91。」
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from govbrief.read.structure.headings import read_mark
from govbrief.read.structure.passages import SourcePassage
from govbrief.read.structure.repair import Paragraph
from govbrief.read.structure.tables import UNIT, is_caption, is_number
from govbrief_schemas.report import Sentence, Span, TableCell

_EDGE = re.compile(r"[|｜\t]")
_BLANK = re.compile(r"\s+")
_WIDE = re.compile(r" {2,}|\u3000{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:[-—~至]?\d*[月季度年]?)?|[一二三四1-4]季度|\d{1,2}月")
_SAID_UNIT = re.compile(r"(?:计量)?单位\s*[:：]\s*([^\s，,；;。)）]{1,12})")
_HELD_UNIT = re.compile(
    r"[（(\[]\s*(?:单位[:：])?([^（）()\[\]=＝]{1,10})\s*[)）\]]|[、,，/]\s*([%％‰])$|([%％‰])$|[±＋+]\s*([%％])"
)
_RATE = re.compile(r"率|比重|占比|比例|指数|排名|位次|序号|增速|增长|增幅|同比|比上年|±|性别比")
"""Columns that no unit of the table's amounts belongs to."""
_COUNTED = re.compile(r"(?<=[\u4e00-\u9fff])([件户人家项次起])数$")
"""A head that says what it counts: 「制发件数」, 「从业人数」."""
_EMPTY_HEADS = frozenset({"绝对数", "数值", "指标值", "数量", "总量", "本期", "实绩", "绝对值"})
_MAX_CELLS = 40
_MIN_WIDE = 3


class _Part(NamedTuple):
    """One cell as the page shows it."""

    text: str
    span: Span


class _Heads(NamedTuple):
    """What the rows above say of the columns."""

    texts: list[str]
    units: list[str]
    unit: str
    """The unit that the caption gives to all of them."""
    stub: str = ""
    """The label of the next row where it stands on a line of its own."""


class ToldRow(NamedTuple):
    """What the paragraphs of the tables tell."""

    sentences: dict[int, Sentence]
    """By index of the paragraph."""
    cells: list[TableCell]


def tell_rows(paragraphs: Sequence[Paragraph]) -> ToldRow:
    """The sentence of every row that holds numbers, and those numbers with their units."""
    sentences: dict[int, Sentence] = {}
    found: list[TableCell] = []
    for is_table, group in groupby(enumerate(paragraphs), key=lambda pair: pair[1].is_table):
        if is_table:
            for index, sentence, cells in _tell_block([(at, one.passage) for at, one in group]):
                sentences[index] = sentence
                found.extend(cells)
    return ToldRow(sentences, found)


def _tell_block(
    block: Sequence[tuple[int, SourcePassage]],
) -> Iterator[tuple[int, Sentence, list[TableCell]]]:
    """The rows of one table, or of several one after the other."""
    heads = _Heads([], [], "")
    above: list[list[_Part]] = []
    usual = _usual_lead(block)
    for index, passage in block:
        if is_caption(passage.text):
            heads = _Heads([], [], _unit_of_caption(passage.text) or ("" if heads.texts else heads.unit))
            above = []
            continue
        for parts in _split_heads(_parts(passage), usual if len(passage.starts) > 1 else None):
            if _is_head(parts):
                above.append(parts)
                heads = _read_heads(above, heads.unit)
            elif row := _row(parts, heads):
                above = []
                yield index, Sentence(Span(parts[0].span.start, passage.span().end), _sentence(row)), row


def _usual_lead(block: Sequence[tuple[int, SourcePassage]]) -> int:
    """How many cells stand before the first number in most rows whose cells are lines of their own."""
    leads = [_lead(_parts(passage)) for _, passage in block if len(passage.starts) > 1]
    return max(set(leads), key=leads.count, default=1)


def _lead(parts: Sequence[_Part]) -> int:
    return next((at for at, part in enumerate(parts) if is_number(part.text)), len(parts))


def _split_heads(parts: list[_Part], usual: int | None) -> list[list[_Part]]:
    """A row, after the heads of columns that a converter put in front of it, one cell a line."""
    if usual is None:
        return [parts]
    wide = [part for part in parts if len(part.text.split()) >= _MIN_WIDE]
    if wide and _is_head(parts):
        rest = [part for part in parts if part not in wide]
        return [
            *([_Part(text, part.span) for text in part.text.split()] for part in wide),
            *([rest] if rest else []),
        ]
    extra = _lead(parts) - usual
    return [parts[:extra], parts[extra:]] if extra > 1 and extra < len(parts) else [parts]


def _parts(passage: SourcePassage) -> list[_Part]:
    """The cells of a row: lines of their own, between edges or tabs, or between blanks."""
    text = passage.text
    if len(passage.starts) > 1:
        edges = [*passage.starts, len(text)]
        return [_part(passage, start, end) for start, end in pairwise(edges)][:_MAX_CELLS]
    pattern = _EDGE if _EDGE.search(text) else _WIDE if _WIDE.search(text) else _BLANK
    found: list[_Part] = []
    at = 0
    for match in pattern.finditer(text):
        found.append(_part(passage, at, match.start()))
        at = match.end()
    found.append(_part(passage, at, len(text)))
    if pattern.pattern == _BLANK.pattern:
        return _with_label(found)[:_MAX_CELLS]
    if text[:1] in "|｜":
        del found[0]
    if text[-1:] in "|｜":
        found.pop()
    return found[:_MAX_CELLS]


def _with_label(parts: list[_Part]) -> list[_Part]:
    """The cells of a row that only blanks part: a label may hold a blank, as in 「3 岁以下 29.80」."""
    first = next(
        (at for at in range(len(parts)) if all(is_number(part.text) for part in parts[at:])), len(parts)
    )
    if first < 2 or not parts[0].text[:1].isdigit():  # noqa: PLR2004 - one cell is a label already
        return parts
    label = " ".join(part.text for part in parts[:first])
    return [_Part(label, Span(parts[0].span.start, parts[first - 1].span.end)), *parts[first:]]


def _part(passage: SourcePassage, start: int, end: int) -> _Part:
    piece = passage.cut(start, end)
    return _Part(piece.text, piece.span() if piece.text else passage.span(start, max(end, start + 1)))


def _is_head(parts: Sequence[_Part]) -> bool:
    """Whether a row heads columns: no numbers but years in it."""
    return not any(
        is_number(part.text) and re.search(r"\d", part.text) and not _YEAR.fullmatch(part.text)
        for part in parts
    )


def _read_heads(rows: Sequence[Sequence[_Part]], unit: str) -> _Heads:
    """The columns' heads from the rows above them; lines with one cell each are one row."""
    joined = [_joined(row) for row in rows]
    stub = ""
    if all(len(row) == 1 for row in joined):
        joined = [_joined([_Part(row[0], Span(0, 0)) for row in joined])]
    elif len(joined[-1]) == 1:
        stub = joined.pop()[0]
    texts = joined[-1]
    for upper in reversed(joined[:-1]):
        if len(upper) == len(texts):
            texts = [high + low for high, low in zip(_spread(upper), texts, strict=True)]
        elif len(upper) > len(texts):
            texts = upper
    split = [_split_unit(text) for text in texts]
    return _Heads([text for text, _ in split], [unit for _, unit in split], unit, stub)


def _joined(row: Sequence[_Part]) -> list[str]:
    """Texts of a row, one in brackets on a line of its own joined to the one above it."""
    texts: list[str] = []
    for part in row:
        if texts and re.fullmatch(r"[（(][^（）()]{1,12}[)）]", part.text):
            texts[-1] += part.text
        else:
            texts.append(part.text)
    return texts


def _spread(row: Sequence[str]) -> list[str]:
    """Texts of an upper row, merged cells filled from the left; its first column stays as it is."""
    found: list[str] = []
    for at, text in enumerate(row):
        found.append(text or (found[-1] if at > 1 else ""))
    return found


def _row(parts: Sequence[_Part], heads: _Heads) -> list[TableCell]:
    """The numbers of a row."""
    labels = [part.text for part in parts if part.text and not is_number(part.text)] or [heads.stub]
    mark = read_mark(labels[0])
    numbered = mark is not None and not labels[0][mark.size - 1].isdigit()
    label, held = _split_unit(labels[0][mark.size :] if mark is not None and numbered else labels[0])
    own = next((_plain_unit(text) for text in labels[1:] if UNIT.fullmatch(text)), held)
    shift = len(heads.texts) - len(parts)
    first = next((at for at, part in enumerate(parts) if is_number(part.text)), 0)
    cells: list[TableCell] = []
    for at, part in enumerate(parts):
        if not is_number(part.text) or not re.search(r"\d", part.text):
            continue
        column = at + shift if shift >= 0 or len(heads.texts) + 1 == len(parts) else -1
        head = heads.texts[column] if 0 <= column < len(heads.texts) else ""
        of_head = heads.units[column] if 0 <= column < len(heads.units) else ""
        bare = re.fullmatch(r"[-+−–—\d０-９.,，．\s]+", part.text) is not None
        ours = own if at == first or (head and not _RATE.search(head)) else ""
        unit = (of_head or ours or _shared(heads, head)) if bare else ""
        cells.append(TableCell(part.span, part.text, label, head, unit))
    return cells


def _shared(heads: _Heads, head: str) -> str:
    """The caption's unit, which belongs to every column that does not say a rate or a rank."""
    return "" if _RATE.search(head) else heads.unit


def _sentence(row: Sequence[TableCell]) -> str:
    """The row told in words."""
    told = "，".join(f"{'' if one.head in _EMPTY_HEADS else one.head}{one.text}{one.unit}" for one in row)
    return f"{row[0].label}：{told}。" if row[0].label else f"{told}。"


def _split_unit(text: str) -> tuple[str, str]:
    """A head without its unit, and the unit: 「户籍人口（万人）」 -> 户籍人口, 万人."""
    text = re.sub(r"\s+", "", text)
    held = _HELD_UNIT.search(text)
    said = next(filter(None, held.groups()), "") if held is not None else ""
    counted = _COUNTED.search(text)
    if counted is not None:
        return text, counted[1]
    if held is None or not UNIT.fullmatch(said):
        return text, ""
    return (text[: held.start()] + text[held.end() :]).strip("±+＋、,，/"), _plain_unit(said)


def _unit_of_caption(text: str) -> str:
    """The unit that a caption states: 「（单位：万元）」, 「表1 人口（万人）」."""
    said = _SAID_UNIT.search(text)
    if said is not None:
        return _plain_unit(said[1])
    held = re.search(r"[（(]([^（）()]{1,8})[)）]\s*$", text)
    return _plain_unit(held[1]) if held is not None and UNIT.fullmatch(held[1]) else ""


def _plain_unit(unit: str) -> str:
    return unit.strip().replace("％", "%") if UNIT.fullmatch(unit.strip()) else ""
