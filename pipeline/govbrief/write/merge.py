"""Owns the second level of a long report: many lines condensed to those of a brief, each still resting on sentences."""

from collections.abc import Sequence

from govbrief.write.desk import Desk
from govbrief.write.grouping import field_of
from govbrief.write.mend import mend
from govbrief.write.method import Checked
from govbrief.write.shownlines import THEMES, as_row, joined, worded
from govbrief_schemas.answers import MergedItemsAnswer
from govbrief_schemas.item import Item, Kind


async def merge_lines(
    desk: Desk, lines: Sequence[Checked], allowed: int, kinds: Sequence[Kind]
) -> tuple[Checked, ...]:
    """`lines`, those of `kinds` merged and weighed until about `allowed` are left; the others stay as they are.

    One request for each kind. A kind whose request fails keeps its lines.
    """
    named = tuple(line for line in lines if line.item.kind not in kinds)
    groups = [(kind, [line for line in lines if line.item.kind is kind]) for kind in kinds]
    told = len(lines) - len(named)
    merged = await desk.together([
        _merge(desk, kind, some, max(1, round(allowed * len(some) / told))) for kind, some in groups if some
    ])
    return (*named, *(line for group in merged for line in group))


async def _merge(desk: Desk, kind: Kind, lines: Sequence[Checked], most: int) -> tuple[Checked, ...]:
    if len(lines) <= most:
        return tuple(lines)
    by_id = {line.item.id: line for line in lines}

    async def ask() -> tuple[Checked, ...]:
        answer = await desk.writer.ask(
            f"merge {kind.value}",
            "merge.md",
            MergedItemsAnswer,
            about="".join(line.item.zh for line in lines),
            enums={"lines": tuple(by_id), "theme": THEMES},
            rows={"items": most},
            themes=THEMES,
            lines=[as_row(line.item) | {"field": field_of(desk.outline, line.item)} for line in lines],
            most=most,
        )
        kept: dict[str, Checked] = {}
        fresh: list[Item] = []
        for row in answer.items:
            parts = [by_id[ident].item for ident in by_id if ident in row.lines]
            if not parts or parts[0].id in kept or any(item.id == parts[0].id for item in fresh):
                continue
            if len(parts) == 1 or not row.zh.strip() or not row.en.strip():
                kept[parts[0].id] = by_id[parts[0].id]
            else:
                fresh.append(worded(joined(parts), row))
        # an answer that names none of the lines weighs none of them
        return (*kept.values(), *await mend(desk, fresh, desk.one_more)) or tuple(lines)

    return await desk.attempt(f"merge {kind.value}", ask, tuple(lines))
