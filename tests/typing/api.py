"""How a program uses govbrief; checked by mypy, never run."""

from decimal import Decimal
from pathlib import Path

import govbrief


def titles(folder: Path) -> list[str]:
    """Titles of the reports in a folder."""
    outlines = [govbrief.outline(path) for path in folder.glob("*.txt")]
    return [outline.report.title.value for outline in outlines if outline.report.title]


def total(path: str) -> Decimal:
    """The sum of all money in a report."""
    money = (q for q in govbrief.numbers(path) if q.unit == "元")
    return sum((q.value for q in money), Decimal(0))


def doubts(path: str) -> list[str]:
    """What the check says of a brief made now."""
    try:
        brief: govbrief.Brief = govbrief.summarize(path, prompts="default", strict=False)
    except govbrief.ModelError as error:
        return [f"{error}: {error.hint}"]
    verified: govbrief.Verified = govbrief.check(brief, path)
    return [finding.message for _, finding in verified.doubts if finding.rule is not govbrief.Rule.TERM]


async def several(paths: list[str]) -> list[str]:
    """English headlines of several reports, made side by side."""
    made = await govbrief.asummarize_all(paths, settings=govbrief.Settings(model="m", base_url="http://x/v1"))
    return [one.headline.en for one in made if isinstance(one, govbrief.Brief)]
