"""Owns headings without number that open a paragraph: a row of siblings, each a short sentence before its body.

「经济运行稳中有进。全市地区生产总值达到…」「创新动能加快集聚。全社会研发…」「改革开放纵深推进。…」 -> three headings
「——这五年,综合实力迈上新台阶。地区生产总值从…」                                          -> 「——」 and its lead
「我们召开了会议。会上…」                                                              -> nothing: it tells
"""

import re
from collections.abc import Sequence

from govbrief.read.structure.headings import MAX_HEADING, HeadingLine, HeadingMark
from govbrief.read.structure.repair import Paragraph

_MIN_ROW = 3
_SURE_ROW = 4
_MIN_DASHED = 2
_HABIT = 6
"""Leads in sure rows from which on a report is taken to open its paragraphs so; tried on seven work reports."""
_LEAD = range(4, 34)
_BODY = 18
_COMMAS = 2
_GLUED = range(4, 17)
_GLUED_BODY = 45
"""Characters from one lead to the next in a text without line ends; short sentences of prose stand closer."""

_STOP = re.compile(r"[。：:！；;？?]")
_BEHIND_HEADING = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+([^。，；：\s]{4,16})。(?=.{18})")
_FIRST_SENTENCE = re.compile(r"([^。，；：\s]{4,16})。(?=.{18})")
_OPEN_END = re.compile(r"[的得]$|(?<![高基阵用园林耕土产腹洼要])地$")
_INTRODUCED = 150
_DASH = re.compile(r"[—–-]{1,2}\s*")
_TELLS = re.compile(
    r"^(?:我们|我[市县区省局镇乡]|本[市县区局]|全[市县区省州年]|各位|同志们|同时|此外|另外|对此|为此|今年|去年|过去|回顾|一年来|五年来|总的|总体|但|面对|在|下一?步|当前|目前"
    r"|近年|为了?|这|其中|截至|自(?!然|主|贸|信|觉)|到(?!位)|经(?!济|营|贸|开)|据|如(?!期)|特别|尤其|首先|其次|再次|最后|主任|以上|现|特此|记者|“|《)|[\d了]|(?:如下|以下)"
)


def lead_headings(paragraphs: Sequence[Paragraph], taken: dict[int, HeadingLine]) -> dict[int, HeadingLine]:
    """Paragraph index to the lead that heads it; only rows of siblings count.

    Where a report opens most of its paragraphs so, two under a heading are a row as well.
    """
    rows = _rows(paragraphs, taken)
    sure = [
        row
        for row in rows
        if _is_row([lead for _, lead in row], [paragraphs[at].passage.text for at, _ in row])
    ]
    found = {at: head for row in sure for at, head in row}
    if sum(head.mark.size == 0 for head in found.values()) >= _HABIT:
        for row in rows:
            if len(row) > 1 and _is_under_heading(row[0][0], paragraphs, taken):
                found.update(row)
    return found


def glued_leads(text: str, *, headed: bool) -> list[int]:
    """Where the leads after the first begin in a text that lost its line ends; each has its body behind.

    「扩大有效投资。实施项目120个，…。激发消费潜力。发放消费券…。稳定外贸外资。…」 -> the second and the third.
    The first sentence is a lead too, or, in a `headed` text, a heading that the first lead runs into.
    """
    starts: list[int] = []
    at = 0
    for stop in re.finditer(r"。", text):
        lead = text[at : stop.start()]
        near = starts and at - starts[-1] < _GLUED_BODY
        names = len(lead) in _GLUED and "，" not in lead and not _tells(lead, dashed=False)
        if (headed and at == 0) or (names and not near):
            starts.append(at)
        at = stop.end()
    return starts[1:] if len(starts) >= _MIN_ROW and starts[0] == 0 else []


def first_lead(text: str, below: str) -> list[int]:
    """Where the first lead of a row stands behind the heading on its line, with a blank between them.

    「（一）扩大内需，稳定增长 扩大有效投资。实施…」 above 「激发消费潜力。发放…」 -> 扩大有效投资
    """
    found = _BEHIND_HEADING.search(text, 0, MAX_HEADING)
    after = _FIRST_SENTENCE.match(below)
    if found is None or after is None:
        return []
    names = all(not _tells(lead, dashed=False) for lead in (found[1], after[1]))
    return [found.start(1)] if names else []


def _rows(
    paragraphs: Sequence[Paragraph], taken: dict[int, HeadingLine]
) -> list[list[tuple[int, HeadingLine]]]:
    """Leads that follow one another, paragraph by paragraph."""
    rows: list[list[tuple[int, HeadingLine]]] = []
    for index, paragraph in enumerate(paragraphs):
        head = _lead(paragraph) if index not in taken else None
        if head is None:
            continue
        goes_on = rows and rows[-1][-1][0] == index - 1 and rows[-1][-1][1].mark.size == head.mark.size
        if goes_on:
            rows[-1].append((index, head))
        else:
            rows.append([(index, head)])
    return rows


def _is_under_heading(first: int, paragraphs: Sequence[Paragraph], taken: dict[int, HeadingLine]) -> bool:
    """Whether a heading stands right above, at most one paragraph or a few introducing words between."""
    for index in range(first - 1, max(-1, first - 3), -1):
        if index in taken:
            introduced = len(paragraphs[index].passage.text) - taken[index].body
            return introduced <= _INTRODUCED and taken[index].mark.style not in {"clause", "nth", "lead"}
    return False


def _lead(paragraph: Paragraph) -> HeadingLine | None:
    """A short opening sentence that names what the paragraph tells."""
    if paragraph.is_table:
        return None
    text = paragraph.passage.text
    dash = _DASH.match(text)
    begin = dash.end() if dash is not None else 0
    stop = _STOP.search(text, begin, begin + _LEAD.stop + 1)
    if stop is None or stop[0] != "。":
        return None
    lead = text[begin : stop.start()]
    body = len(text) - stop.end()
    if len(lead) not in _LEAD or body < max(_BODY, len(lead)) or _tells(lead, dashed=begin > 0):
        return None
    return HeadingLine(HeadingMark("lead", 0, begin), stop.start(), stop.end(), closed=True)


def _tells(lead: str, *, dashed: bool) -> bool:
    """Whether a first sentence tells something; a dash already says that it names."""
    if dashed:
        return re.search(r"\d|了$", lead) is not None
    return (
        _TELLS.search(lead) is not None
        or _OPEN_END.search(lead) is not None
        or len(re.findall(r"[，,]", lead)) > _COMMAS
    )


def _is_row(leads: Sequence[HeadingLine], texts: Sequence[str]) -> bool:
    """Whether leads are siblings: dashed, or many, or alike in length or first words."""
    if not leads:
        return False
    if leads[0].mark.size > 0:
        return len(leads) >= _MIN_DASHED
    if len(leads) < _MIN_ROW:
        return False
    sizes = [lead.end for lead in leads]
    alike = max(sizes) - min(sizes) <= 4 or len({text[:2] for text in texts}) == 1  # noqa: PLR2004
    return len(leads) >= _SURE_ROW or alike
