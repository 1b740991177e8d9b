"""Owns the general method: whole sections in, condensed lines in both languages out.

Sections are shown whole and numbered, neighbours together as far as the budget reaches. One request asks for what was
left out, one for the whole; a long report's lines are condensed once more. All lines are read once more beside their
sentences, and what the check refuses goes back.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import Field, ValidationError

from govbrief.checking.check import check_pair
from govbrief.numbers.find import find_quantities
from govbrief.sets.method_form import Limits, MethodForm, SentBack, ToldAgain
from govbrief.write.allowance import (
    body_chars,
    is_long,
    lines_allowed,
    lines_asked,
    plans_told_whole,
    rows_allowed,
    share_lines,
)
from govbrief.write.desk import Desk
from govbrief.write.leftout import left_out
from govbrief.write.mend import mend
from govbrief.write.merge import merge_lines
from govbrief.write.method import Checked, Whole
from govbrief.write.revise import revise
from govbrief.write.shownlines import THEMES, as_items, numbered
from govbrief.write.whole import write_whole
from govbrief_schemas.answers import ANSWERS, ItemsAnswer
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Chunk, Role

TOO_MANY = 1.7
"""From this many times the allowance on, a short report's lines are condensed once more: few plans are told whole
beside it. Those of a long one are, as soon as they are more than the allowance.
"""


class CondenseLimits(Limits):
    """Bounds of the general method."""

    evidence: int = Field(ge=1)
    """Sentences that one line may rest on."""
    figures: int = Field(ge=0)
    """Rows of the table, at most."""
    read_at_once: int = Field(ge=0)
    """Lines that one request reads once more beside their sentences; 0: none is read again."""


class CondenseExample(ToldAgain):
    """One worked example, shown as an earlier turn of the conversation."""

    source: str
    """Sentences, one a line; they are numbered S1, S2 ... as in a request."""
    answer: str
    """What the model answers to them, as JSON."""


def _fault(example: CondenseExample) -> str:
    """What is wrong with an example; its numbers and words pass the check that answers are put to."""
    try:
        answer = ItemsAnswer.model_validate_json(example.answer)
    except ValidationError as error:
        return f"its answer is not of the form: {' '.join(str(error).split())[:200]}"
    sentences = {f"S{n}": text for n, text in enumerate(example.source.splitlines(), 1)}
    for item in answer.items:
        if unknown := [ident for ident in item.sentences if ident not in sentences]:
            return f"it cites {unknown[0]}, which its source does not have"
        cited = "".join(sentences[ident] for ident in item.sentences)
        carried = {(q.value, q.unit) for q in find_quantities(cited, "zh")}
        for quantity in find_quantities(item.zh, "zh"):
            if (quantity.value, quantity.unit) not in carried:
                return f"zh says {quantity.text!r}, which the cited sentences do not hold"
        doubts = [f for f in check_pair(item.zh, item.en) if f.verdict is not Verdict.SUPPORTED]
        if doubts:
            return doubts[0].message
    return ""


def _spoken(example: CondenseExample) -> tuple[str, ...]:
    answer = ItemsAnswer.model_validate_json(example.answer)
    told = (text for item in answer.items for text in (item.zh, item.en))
    return (*example.source.splitlines(), *told)


SENT_BACK = {
    "ItemsAnswer": SentBack(0.35, 0.19, 0.10),
    "RevisedItemsAnswer": SentBack(0.14, 0.08, 0.04),
    "WholeAnswer": SentBack(0.60, 0.73, 0.60),
}
"""As recorded of the five seeds with a capable model: every third request for lines sends a line or two back, three of
five heads go back whole, with what was wrong.
"""

_REPORT = frozenset({"report", "terms"})


class Condense:
    """The general method at work on one report."""

    form: ClassVar[MethodForm] = MethodForm(
        name="condense",
        files={
            "system.md": frozenset(),
            "items.md": _REPORT | {"sections", "most", "themes", "evidence", "plans_whole"},
            "again.md": _REPORT | {"lines"},
            "leftout.md": _REPORT | {"lines", "sections", "shortcomings", "silent", "themes", "most"},
            "merge.md": _REPORT | {"lines", "themes", "most"},
            "revise.md": _REPORT | {"lines"},
            "whole.md": _REPORT
            | {
                "title",
                "issuer",
                "speakers",
                "items",
                "numbers",
                "figures",
                "absent",
                "groups",
                "planned",
                "complaints",
                "first",
            },
        },
        limits=CondenseLimits,
        example=CondenseExample,
        answers=ANSWERS,
        fault=_fault,
        spoken=_spoken,
        sent_back=SENT_BACK,
    )

    def __init__(self, desk: Desk) -> None:
        """A method at work on the report of `desk`."""
        self._desk = desk
        limits = desk.writer.prompts.settings.limits
        assert isinstance(limits, CondenseLimits)  # noqa: S101 - the set was read with this method's form
        self._limits = limits
        self._chars = body_chars(desk.outline)
        self._lines = lines_allowed(self._chars)

    async def items(self, chunks: Sequence[Chunk]) -> tuple[Checked, ...]:
        """Checked lines of all sections; what was left out is asked for once, and too many are condensed again."""
        desk = self._desk
        groups = join_chunks(chunks, desk.chunk_chars)
        shares = share_lines(lines_asked(self._chars), groups)
        whole = plans_told_whole(chunks)
        numbers = range(len(groups))
        found = await desk.together([
            self._group(n, groups[n], shares[n], plans_whole=whole) for n in numbers
        ])
        lines = tuple(line for group in found for line in group)
        lines += await left_out(desk, chunks, lines, self._lines)
        room = self._lines * (1 if is_long(self._chars) else TOO_MANY)
        bounded = (Kind.ACHIEVEMENT,) if whole else (Kind.ACHIEVEMENT, Kind.PLAN)
        if sum(line.item.kind in bounded for line in lines) > room:
            lines = await merge_lines(desk, lines, self._lines, bounded)
        lines = await revise(desk, lines, self._limits.read_at_once)
        return tuple(sorted(lines, key=lambda line: line.item.evidence[0].span))

    async def whole(self, items: Sequence[Checked]) -> Whole:
        """Headline, summary, titles and figures."""
        rows = rows_allowed(self._chars, self._limits.figures)
        return await write_whole(self._desk, items, rows)

    async def _group(
        self, number: int, group: Sequence[Chunk], lines: int, *, plans_whole: bool
    ) -> tuple[Checked, ...]:
        headings = [chunk.heading_path[-1] for chunk in group if chunk.heading_path]
        what = headings[0] if headings else group[0].sentences[0].text[:20]
        if len(headings) > 1:
            what += f" … {headings[-1]}"
        return await self._desk.attempt(
            what, lambda: self._ask(number, group, lines, plans_whole=plans_whole), ()
        )

    async def _ask(
        self, number: int, group: Sequence[Chunk], lines: int, *, plans_whole: bool
    ) -> tuple[Checked, ...]:
        desk = self._desk
        shown = numbered(group, desk.outline)
        answer = await desk.writer.ask(
            f"items {number + 1}",
            "items.md",
            ItemsAnswer,
            about=shown.text,
            enums={"sentences": tuple(shown.by_id), "theme": THEMES},
            rows={"items": lines},
            turns=example_turns(desk),
            sections=shown.sections,
            most=lines,
            themes=THEMES,
            evidence=self._limits.evidence,
            plans_whole=plans_whole and any(chunk.role is Role.PLAN for chunk in group),
        )
        items = as_items(desk, f"items {number + 1}", f"{number:02}", answer.items, shown)
        return await mend(desk, items, self._limits.reasks)


def example_turns(desk: Desk) -> tuple[tuple[str, str], ...]:
    """The set's examples as earlier turns: their sentences as a request shows them, and the answer."""
    turns: list[tuple[str, str]] = []
    for example in desk.writer.prompts.settings.examples:
        assert isinstance(example, CondenseExample)  # noqa: S101 - the set was read with this method's form
        lines = "\n".join(f"[S{n}] {text}" for n, text in enumerate(example.source.splitlines(), 1))
        answer: Mapping[str, Any] = json.loads(example.answer)
        turns.append((lines, json.dumps(answer, ensure_ascii=False)))
    return tuple(turns)


def join_chunks(chunks: Sequence[Chunk], budget_chars: int) -> tuple[tuple[Chunk, ...], ...]:
    """Neighbouring chunks together as far as the budget reaches; each stands in exactly one group."""
    groups: list[list[Chunk]] = []
    size = 0
    for chunk in chunks:
        chars = sum(len(sentence.text) for sentence in chunk.sentences)
        if groups and size + chars <= budget_chars:
            groups[-1].append(chunk)
            size += chars
        else:
            groups.append([chunk])
            size = chars
    return tuple(tuple(group) for group in groups)
