"""Owns the second reading: all lines beside the sentences that they rest on, read once more as an editor would.

Whoever wrote a line saw a part of the report and was busy choosing. Read again, beside all others, what is false or
stiff is found, what repeats is joined, and what nobody would miss goes. The check has the last word: a line that it
likes less than the one it replaces is not taken.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from govbrief.write.desk import Desk
from govbrief.write.mend import mend
from govbrief.write.method import Checked, cost
from govbrief.write.shownlines import as_row, both, joined, one_line
from govbrief_schemas.answers import RevisedAnswer, RevisedItemsAnswer
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING, Item, Kind

EXPECTED = 0.45
"""Of the lines, those that an answer changes as a rule: for an estimate only."""


DROPPED = 0.25
"""Of the lines read at once, those that may go without another in their place: who drops more has not read as asked."""


async def revise(desk: Desk, lines: Sequence[Checked], at_once: int) -> tuple[Checked, ...]:
    """`lines` as an editor would hand them on; `at_once` of them are shown in one request, 0: none is read again."""
    if not at_once or not lines:
        return tuple(lines)
    parts = _parts(lines, at_once)
    read = await desk.together([_revise(desk, n, part) for n, part in enumerate(parts, 1)])
    return tuple(line for part in read for line in part)


def _parts(lines: Sequence[Checked], at_once: int) -> list[Sequence[Checked]]:
    """Parts of about equal size, kinds together: what repeats is of one kind."""
    kinds = tuple(Kind)
    ordered = sorted(lines, key=lambda line: (kinds.index(line.item.kind), line.item.section))
    number = -(-len(ordered) // at_once)
    size = -(-len(ordered) // number)
    return [ordered[start : start + size] for start in range(0, len(ordered), size)]


async def _revise(desk: Desk, number: int, lines: Sequence[Checked]) -> tuple[Checked, ...]:
    what = f"revise {number}"

    async def ask() -> tuple[Checked, ...]:
        answer = await desk.writer.ask(
            what,
            "revise.md",
            RevisedItemsAnswer,
            about="".join(s.text for line in lines for s in line.item.evidence),
            enums={"lines": tuple(line.item.id for line in lines)},
            rows={"items": max(1, round(len(lines) * EXPECTED))},
            lines=[_shown(desk, line.item) for line in lines],
        )
        return await _take(desk, lines, answer.items)

    return await desk.attempt(what, ask, tuple(lines))


def _shown(desk: Desk, item: Item) -> dict[str, Any]:
    section = desk.outline.sections[item.section]
    return {
        **as_row(item),
        "path": [heading for heading in (*section.path, section.heading) if heading],
        "role": section.role.value,
        "sentences": [sentence.text for sentence in item.evidence],
    }


async def _take(desk: Desk, lines: Sequence[Checked], rows: Sequence[RevisedAnswer]) -> tuple[Checked, ...]:
    """The lines with what `rows` change: each line is changed once, a shortcoming never goes and is never joined.

    Where more than a few lines would go, none does.
    """
    gone = {ident for row in rows if not _says(row) for ident in row.lines}
    if len(gone) > max(1, DROPPED * len(lines)):
        rows = [row for row in rows if _says(row)]
    left = {line.item.id: line for line in lines}
    replaced: dict[str, list[Checked]] = {}
    fresh: list[Item] = []
    for row in rows:
        parts = [left[ident] for ident in left if ident in row.lines]
        alone = any(part.item.kind is Kind.SHORTCOMING for part in parts)
        if not parts or (alone and (len(parts) > 1 or not _says(row))):
            continue
        for part in parts:
            del left[part.item.id]
        if _says(row):
            item = _reworded(joined([part.item for part in parts]), row)
            replaced[item.id] = parts
            fresh.append(item)
    checked = await mend(desk, fresh, desk.one_more)
    return (*left.values(), *(line for new in checked for line in _better(new, replaced[new.item.id])))


def _says(row: RevisedAnswer) -> bool:
    return bool(row.zh.strip() and row.en.strip())


def _better(new: Checked, old: Sequence[Checked]) -> Sequence[Checked]:
    """The new line, or those that it was to replace where the check has more against it."""
    worse = not new.is_result or cost(new.findings) > sum(cost(line.findings) for line in old)
    return old if worse else [new]


def _reworded(item: Item, row: RevisedAnswer) -> Item:
    """`item` with the words of `row`; what is told beside the line stays as far as the new words carry it."""
    zh, en = one_line(row.zh), one_line(row.en)
    lacks = item.kind is Kind.SHORTCOMING
    return replace(
        item,
        kind=item.kind if lacks or row.kind is None else Kind(row.kind),
        zh=zh,
        en=en,
        actor=both(row.actor) or item.actor,
        cause=(both(row.cause) or item.cause) if lacks else NOTHING,
        target=_kept(item.target, zh, en),
        by=_kept(item.by, zh, en),
    )


def _kept(aside: Bilingual, zh: str, en: str) -> Bilingual:
    return aside if aside.zh in zh and aside.en in en else NOTHING
