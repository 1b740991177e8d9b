"""Owns how a second check is shown: counts by verdict, then what a reader must look at.

Places and texts come from a brief that anybody may have written, so they are cleaned before they are printed.
"""

from typing import Any

from rich.console import Console
from rich.text import Text

from govbrief.base.plain import clean
from govbrief.checking.verify import Verified
from govbrief.views import labels
from govbrief.views.labels import MARK, each, say, show
from govbrief.views.remarks import tally
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.finding import NUMBER_RULES, Finding

_NOTHING_TO_CHECK = say("没有可核对的内容。", "Nothing to check.")


def print_verified(found: Verified, console: Console) -> None:
    """Print the counts, then each doubt with its place, in Chinese and English."""
    counts = [
        f"{show(labels.VERDICTS[verdict], 'both')} {number}" for verdict, number in tally(found.findings)
    ]
    if counts:
        _line(console, " · ".join(counts))
        _line(console, show(_looked_at(found), "both"))
    doubts = found.doubts
    if not doubts:
        _line(console, show(labels.NO_DOUBTS if counts else _NOTHING_TO_CHECK, "both"), "green")
    for place, finding in doubts:
        verdict = show(labels.VERDICTS[finding.verdict], "both")
        _line(console, f"{MARK} {clean(place)}: {verdict}", "yellow")
        for text in _messages(finding):
            _line(console, f"    {text}")


def _looked_at(found: Verified) -> Bilingual:
    """What was compared and what was not, so that nobody takes silence for a proof."""
    numbers = sum(finding.rule in NUMBER_RULES for finding in found.findings)
    return say(
        f"核对范围：数字{numbers}处；{found.compared}段中英对照的层级、地名、机关、文件、时态、正反与术语；"
        f"另有{found.alone}段只核对数字与书名。文采与完整性未核对。",
        f"Looked at: {numbers} numbers; in {found.compared} texts in both languages levels, places, organs, "
        f"documents, tense, opposites and terms; of {found.alone} more only numbers and titles. "
        "Not looked at: style, completeness.",
    )


def _messages(finding: Finding) -> tuple[str, ...]:
    return each(say(clean(finding.message_zh), clean(finding.message)), "both")


def _line(console: Console, text: str, style: str = "") -> None:
    """One line as it is: neither markup nor wrapping, so that programs can read it too."""
    console.print(Text(text, style=style), soft_wrap=True)


def verified_json(found: Verified) -> dict[str, Any]:
    """The same for programs: `ok`, `counts` by verdict, and every finding with its place."""
    return {
        "ok": not found.doubts,
        "compared": found.compared,
        "alone": found.alone,
        "counts": {verdict.value: number for verdict, number in tally(found.findings)},
        "findings": [
            {"place": place, **_row(finding)} for place, findings in found.places for finding in findings
        ],
    }


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "verdict": finding.verdict.value,
        "rule": finding.rule.value,
        "language": finding.language,
        "seen": finding.seen,
        "expected": finding.expected,
        "message": finding.message,
        "message_zh": finding.message_zh,
        "start": finding.start,
        "end": finding.end,
    }
