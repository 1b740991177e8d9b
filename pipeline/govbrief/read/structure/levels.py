"""Owns the level of every heading, from the order of styles in this document; no style has a level of its own.

一、 (一) 1.                     -> 1 2 3
张三局长 / 一、 一是 / 李四主任 / 一、 -> 1 2 3 1 2: numbering that restarts belongs under what stands between
1. (1) (2) 2.                    -> 1 2 2 1
"""

from collections.abc import Sequence
from dataclasses import dataclass

from govbrief.read.structure.headings import HeadingMark

_RANK = {
    "annex": 0,
    "part": 1,
    "speaker": 2,
    "question": 2,
    "h1": -2,
    "h2": -1,
    "h3": 2,
    "h4": 3,
    "h5": 4,
    "h6": 5,
    "plain": 3,
    "formal": 3,
    "cn": 4,
    "zero": 4,
    "cn-paren": 5,
    "digit": 6,
    "decimal": 6,
    "framed": 3,
    "bullet": 7,
    "lead": 7,
    "paren": 7,
    "circled": 8,
}
"""The usual order, used only where the document's own numbering leaves the question open."""


@dataclass
class _Open:
    """A heading that is still open, outermost first."""

    style: str
    value: int
    index: int


def heading_levels(marks: Sequence[HeadingMark]) -> list[tuple[int, int | None]]:
    """For every heading in order its level, 1 the highest, and the index of its parent."""
    going_on = _going_on(marks)
    stack: list[_Open] = []
    levels: list[tuple[int, int | None]] = []
    for index, mark in enumerate(marks):
        _close(stack, mark, index, going_on)
        levels.append((len(stack) + 1, stack[-1].index if stack else None))
        stack.append(_Open(mark.style, mark.value, index))
    return levels


def _close(stack: list[_Open], mark: HeadingMark, index: int, going_on: Sequence[int]) -> None:
    """Close what the new heading ends."""
    if mark.style in {"annex", "part"}:
        del stack[next((i for i, above in enumerate(stack) if above.style in {mark.style, "plain"}), 0) :]
        return
    styles = [above.style for above in stack]
    if mark.style in styles:
        del stack[styles.index(mark.style) :]
        return
    if mark.style in {"speaker", "question"}:
        other = next((i for i, style in enumerate(styles) if style in {"speaker", "question"}), None)
        if other is not None:
            del stack[other:]
            return
    while stack and _ends(stack[-1], mark, index, going_on):
        stack.pop()


def _ends(above: _Open, mark: HeadingMark, index: int, going_on: Sequence[int]) -> bool:
    """Whether an open heading of another style cannot hold the new one."""
    if mark.style in {"clause", "nth"}:
        return False
    if above.style in {"clause", "nth"}:
        return True
    if going_on[above.index] > index:
        return False
    if mark.style == "plain":
        return above.style not in {"speaker", "part", "annex"}
    return _RANK[mark.style] < _RANK[above.style]


def _going_on(marks: Sequence[HeadingMark]) -> list[int]:
    """For every heading the index of the next of its style with a higher number; -1 when the count restarts."""
    following = [-1] * len(marks)
    latest: dict[str, int] = {}
    for index, mark in enumerate(marks):
        last = latest.get(mark.style)
        if last is not None and mark.value > marks[last].value:
            following[last] = index
        latest[mark.style] = index
        if mark.style in {"speaker", "part", "annex", "question"}:
            latest = {mark.style: index}
    return following
