"""Owns the re-ask: what the check refuses goes back with the exact complaints, all of a request at once."""

from collections.abc import Sequence

from govbrief.write.desk import Desk
from govbrief.write.method import Checked, complaints, cost
from govbrief.write.shownlines import as_row, worded
from govbrief_schemas.answers import AgainItemsAnswer
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Item


def assess(desk: Desk, item: Item, tries: int = 1) -> Checked:
    """The item with what the check finds; no result where it repeats the prompt."""
    findings = desk.check(item)
    leaked = any(f.rule is Rule.ECHO and f.verdict is not Verdict.SUPPORTED for f in findings)
    return Checked(item, findings, tries, is_result=not leaked)


async def mend(desk: Desk, items: Sequence[Item], reasks: int) -> tuple[Checked, ...]:
    """The best of the tries at each item: the first without a complaint, else the one with the mildest findings.

    What a try has not made better is not asked again: the same question would get the same answer. A re-ask without a
    usable answer, or interrupted, ends the tries; what the items have stays, with their findings.
    """
    best = {item.id: assess(desk, item) for item in items}
    refused = [one for one in best.values() if complaints(one.findings)]
    for tries in range(2, reasks + 2):
        if not refused:
            break
        desk.reasks += len(refused)
        again = await desk.again(_ask_again(desk, refused))
        if again is None:
            break
        refused = []
        for item in again:
            now = assess(desk, item, tries)
            if _badness(now) < _badness(best[item.id]):
                best[item.id] = now
                refused += [now] if complaints(now.findings) else []
    return tuple(best.values())


def _badness(one: Checked) -> tuple[bool, int]:
    return not one.is_result, cost(one.findings)


async def _ask_again(desk: Desk, refused: Sequence[Checked]) -> list[Item]:
    by_id = {one.item.id: one.item for one in refused}
    lines = [
        {
            **as_row(one.item),
            "sentences": [sentence.text for sentence in one.item.evidence],
            "complaints": messages(complaints(one.findings)),
        }
        for one in refused
    ]
    about = "".join(s.text for item in by_id.values() for s in item.evidence)
    answer = await desk.writer.ask(
        "again",
        "again.md",
        AgainItemsAnswer,
        about=about,
        enums={"id": tuple(by_id)},
        rows={"items": len(lines)},
        lines=lines,
    )
    return [
        worded(by_id[row.id], row)
        for row in answer.items
        if row.id in by_id and row.zh.strip() and row.en.strip()
    ]


def messages(findings: Sequence[Finding]) -> list[str]:
    """Each complaint once, in words."""
    return list(dict.fromkeys(finding.message for finding in findings))
