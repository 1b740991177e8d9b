"""Owns cutting a text into slots: each number with the words in front of it and behind it in its clause."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govbrief_schemas.quantity import Quantity, QuantityKind

_STOP = re.compile(r"[，,；;。：:！？!?（）()]")
_ASIDE = re.compile(r"[（(][^（）()\d。]{0,30}[)）]")
"""Brackets without a number: 民主法治示范村（社区）, 审结（含上年结转）."""
_TITLES = re.compile(r"(?:(?:《[^《》]{1,80}》|“[^“”]{1,20}”)[、和及与]?)+等")
"""《甲条例》等地方性法规4件 counts the regulations."""
_DATES = re.compile(
    r"(?:截至|截止到?)?(?:20\d\d年(?:度|底|末)?|\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?)(?:[-—－至到](?=\d))?|[-—－至到](?=\d{1,2}月)"
)
"""今年1月至5月全市出庭率: when it was says nothing of what is counted."""
_ENDS = frozenset("。！？!?")
_SPACE = re.compile(r"\s+")


class NumberSlot(NamedTuple):
    """A number in its clause, or a clause without a number."""

    lead: str
    """From the start of the clause, or from the number before."""
    quantity: Quantity | None
    trail: str
    """To the end of the clause, or to the next number."""
    begins: bool
    """Whether a new sentence begins here."""
    first: bool
    """Whether it is the first slot of its clause."""
    aside: bool
    """Whether it stands between brackets."""


def cut_slots(text: str, quantities: Sequence[Quantity]) -> Iterator[NumberSlot]:
    """The slots of a text in reading order; what is no amount, and how long something took, stays part of the words."""
    amounts = [one for one in quantities if one.is_amount and one.kind is not QuantityKind.DURATION]
    begins, depth = True, 0
    for start, end in _clauses(text, amounts):
        inside = [one for one in amounts if start <= one.span.start < end]
        walls = [start, *(one.span.end for one in inside)]
        nexts = [*(one.span.start for one in inside), end]
        if not inside and text[start:end].strip():
            yield NumberSlot(_words(text[start:end]), None, "", begins, first=True, aside=depth > 0)
            begins = False
        for index, one in enumerate(inside):
            lead = _words(text[walls[index] : nexts[index]])
            trail = _words(text[one.span.end : nexts[index + 1]])
            yield NumberSlot(lead, one, trail, begins, first=index == 0, aside=depth > 0)
            begins = False
        stop = text[end : end + 1]
        begins = begins or stop in _ENDS
        depth = max(0, depth + (stop in {"（", "("}) - (stop in {"）", ")"}))


def _words(piece: str) -> str:
    return _SPACE.sub("", _DATES.sub("", _TITLES.sub("", _ASIDE.sub("", piece))))


def _clauses(text: str, amounts: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Where each clause starts and ends; the commas of 1,234 and of brackets without a number end none."""
    start = 0
    whole = [one.span for one in amounts] + [match.span() for match in _ASIDE.finditer(text)]
    for stop in _STOP.finditer(text):
        if any(low <= stop.start() < high for low, high in whole):
            continue
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)
