"""Owns what a page prints twice: the whole article, or a teaser above it whose lines stand in the body.

The first copy is the one that is read, because evidence should point at what a reader meets first.
"""

import re
from collections.abc import Sequence

from govbrief.read.structure.frame import FrameKind
from govbrief.read.structure.headings import read_mark
from govbrief.read.structure.lines import Line

MIN_REPEAT = 40
"""Shorter lines may rightly stand twice: 「(一)加强组织领导」 opens two parts of many reports."""
MIN_TEASER = 20
"""A shorter phrase of a preamble may well return in the body."""
_TEASER_LINES = 60
_BODY_LINES = 3000


def mark_repeats(lines: Sequence[Line], kinds: list[FrameKind]) -> None:
    """Make second copies FRAME: a long line that was read before, and known lines of any length beside it."""
    seen: set[str] = set()
    known: list[int] = []
    copying = False
    for index, line in enumerate(lines):
        if kinds[index] not in {FrameKind.BODY, FrameKind.TABLE}:
            continue
        packed = re.sub(r"\s+", "", line.text)
        if packed not in seen:
            seen.add(packed)
            known.clear()
            copying = False
            continue
        known.append(index)
        copying = copying or len(packed) >= MIN_REPEAT
        if copying:
            for at in known:
                kinds[at] = FrameKind.FRAME
            known.clear()


def mark_teaser(lines: Sequence[Line], kinds: list[FrameKind]) -> None:
    """Make lines above the first heading FRAME when a longer line of the body says them again."""
    first = next(
        (i for i, line in enumerate(lines) if kinds[i] is FrameKind.BODY and read_mark(line.text)), 0
    )
    above = [i for i in range(min(first, _TEASER_LINES)) if kinds[i] is FrameKind.BODY]
    if not above:
        return
    body = "\n".join(line.text for i, line in enumerate(lines[:_BODY_LINES]) if kinds[i] is FrameKind.BODY)
    for index in above:
        said = lines[index].text.rstrip("。！!.…")
        if len(said) < MIN_TEASER:
            continue
        again = body.find(said, body.find(lines[index].text) + len(lines[index].text))
        if again >= 0 and (
            body[again - 1 : again] != "\n" or body[again + len(said) + 1 : again + len(said) + 2] != "\n"
        ):
            kinds[index] = FrameKind.FRAME
