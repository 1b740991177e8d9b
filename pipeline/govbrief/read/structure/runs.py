"""Owns which possible headings are headings: siblings are judged together, as a run of one style.

A run whose items have nothing under them is a list; a run of 「…:指…」 is a glossary; a run of long sentences
full of figures is numbered prose. A lone 「3.」 that continues nothing is a sentence that begins with a number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govbrief.read.structure.headings import HeadingLine, read_head, read_mark
from govbrief.read.structure.packed import glued_end, name_end
from govbrief.read.structure.repair import Paragraph

FLOATING = frozenset({"clause", "nth", "circled"})
"""Styles that mark sentences as often as sections: one of them alone heads nothing."""

_FIGURE = re.compile(r"(?<![\d.,])\d[\d.,]*\s*(?:[%％]|个百分点|[万亿]|[件项个人家户次名条起宗吨亩元公])")
_GLOSSARY = re.compile(
    r"^.{1,40}?(?:[:：](?:是|即|系|特)?指|[:：].{0,40}?(?:是指|指的是|简称|即指)|[，,]?是指)"
)
_PROSE = re.compile(r"^(?:我们|全年|截至|目前|累计|20\d\d年[^，,。]{0,24}[，,])")
_LONG_LEAD = 60
_RUNS_ON = re.compile(
    rf"{_FIGURE.pattern}|.(?:一是|一要|20\d\d年[，,是]|今后五年[，,]|个别|少数|有的|我[市县区局镇]将)"
)
_MAX_GAP = 2
_SHORT_LEAD = 30
"""A first sentence of a packed line no longer than this may well be the heading alone."""


class RunEntry(NamedTuple):
    """A possible heading and the paragraph it begins."""

    at: int
    head: HeadingLine


@dataclass
class _Run:
    """Entries of one style whose numbers go up."""

    entries: list[RunEntry] = field(default_factory=list)


def numbered_headings(paragraphs: Sequence[Paragraph]) -> dict[int, HeadingLine]:
    """Paragraph index to the numbered heading it begins with."""
    entries = [
        RunEntry(at=index, head=head)
        for index, paragraph in enumerate(paragraphs)
        if not paragraph.is_table and (head := _head(paragraph)) is not None
    ]
    possible = {entry.at: entry.head for entry in entries}
    accepted: dict[int, HeadingLine] = {}
    for run in _runs(entries):
        if _is_heading_run(run, paragraphs, possible):
            accepted.update((entry.at, entry.head) for entry in run.entries)
    return accepted


def _head(paragraph: Paragraph) -> HeadingLine | None:
    """The heading that a paragraph could begin with; one of a packed line ends where its body seems to begin."""
    text = paragraph.passage.text
    head = read_head(text)
    mark = head.mark if head is not None else read_mark(text)
    if not paragraph.packed or mark is None or mark.style in FLOATING:
        return head
    stop = head.end if head is not None else len(text)
    end = name_end(text, mark.size, stop)
    lead = text[mark.size : stop]
    ends = head is not None and (not head.closed or (len(lead) <= _SHORT_LEAD and not _RUNS_ON.search(lead)))
    if not end and not ends:
        end = glued_end(text, mark.size, stop)
    return HeadingLine(mark, end, end, closed=False) if end else head


def _runs(entries: Sequence[RunEntry]) -> list[_Run]:
    """Entries grouped: the next number of the same style goes on, anything else begins a new run."""
    done: list[_Run] = []
    current: dict[str, _Run] = {}
    for entry in entries:
        mark = entry.head.mark
        run = current.get(mark.style)
        step = mark.value - run.entries[-1].head.mark.value if run is not None else 0
        if run is None or not 0 <= step <= _MAX_GAP or (step == 0 and mark.value == 1):
            run = _Run()
            current[mark.style] = run
            done.append(run)
        run.entries.append(entry)
    return done


def _is_heading_run(run: _Run, paragraphs: Sequence[Paragraph], possible: dict[int, HeadingLine]) -> bool:
    entries = run.entries
    texts = [paragraphs[entry.at].passage.text for entry in entries]
    leads = [text[entry.head.mark.size : entry.head.end] for text, entry in zip(texts, entries, strict=True)]
    glossary = sum(
        _GLOSSARY.match(text[entry.head.mark.size : entry.head.mark.size + 120]) is not None
        for text, entry in zip(texts, entries, strict=True)
    )
    if glossary * 2 >= len(entries):
        return False
    packed = [paragraphs[entry.at].packed for entry in entries]
    if sum(_is_prose(lead, packed=one) for lead, one in zip(leads, packed, strict=True)) * 2 > len(entries):
        return False
    style = entries[0].head.mark.style
    if len(entries) == 1:
        return _is_lone_heading(entries[0], leads[0], paragraphs, possible)
    judged = entries if style in FLOATING else entries[:-1]
    with_body = sum(_has_body(entry, paragraphs, possible) for entry in judged)
    if style in FLOATING:
        return with_body * 3 >= len(judged) * 2 and sum(map(len, leads)) <= 46 * len(leads)
    return with_body * (3 if style in {"cn", "formal", "part"} else 2) >= len(judged)


def _is_lone_heading(
    entry: RunEntry, lead: str, paragraphs: Sequence[Paragraph], possible: dict[int, HeadingLine]
) -> bool:
    """One number without siblings: only the first of a style that was meant to go on."""
    mark = entry.head.mark
    if mark.style in FLOATING or not _has_body(entry, paragraphs, possible):
        return False
    if mark.style in {"part", "formal", "cn"}:
        return len(lead) <= _LONG_LEAD
    return mark.value == 1 and len(lead) <= 40  # noqa: PLR2004 - a heading without siblings has no other sign


def _is_prose(lead: str, *, packed: bool = False) -> bool:
    """Whether a lead tells something rather than naming it; in a `packed` line any figure tells."""
    return (
        (packed and _FIGURE.search(lead) is not None)
        or len(lead) > _LONG_LEAD
        or len(_FIGURE.findall(lead)) >= 2  # noqa: PLR2004
        or (_FIGURE.search(lead) is not None and len(lead) > 24)  # noqa: PLR2004
        or (_PROSE.match(lead) is not None and len(lead) > 20)  # noqa: PLR2004 - 「全年收入情况」 names
    )


def _has_body(entry: RunEntry, paragraphs: Sequence[Paragraph], possible: dict[int, HeadingLine]) -> bool:
    """Whether text stands under a heading: in its own line, or in the next one."""
    text = paragraphs[entry.at].passage.text
    if len(text) - entry.head.body >= 5:  # noqa: PLR2004 - 「。」 and a stray mark are no body
        return True
    below = entry.at + 1
    if below >= len(paragraphs):
        return False
    head = possible.get(below)
    if head is not None:
        return head.mark.style != entry.head.mark.style
    under = paragraphs[below].passage.text
    return paragraphs[below].is_table or len(under) >= 12 or (len(under) >= 5 and under[-1] in "。；")  # noqa: PLR2004
