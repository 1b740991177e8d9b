"""Writes the table of all prompt sets into README.md, from the recordings: `python -m tests.bench.sets [--write]`.

Only sets that are recorded stand in it; a report that is not recorded for one of them is shown as missing.
"""
# ruff: noqa: T201, S603  (prints its table; runs its own program)

import re
import subprocess
import sys
from pathlib import Path

from govbrief.sets.prompt_files import set_names
from govbrief.views.matrix import value_text
from govbrief_schemas.comparison import Comparison, State
from govbrief_schemas.measure import Form

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- sets -->\n).*?(?=<!-- /sets -->)", re.DOTALL)
BASELINE = "plain"
COSTS = frozenset({"seconds", "cost"})


def recorded() -> list[str]:
    """The sets that have cassettes, the baseline first."""
    names = [name for name in set_names() if any((ROOT / "cassettes" / name).glob("*.yaml"))]
    return sorted(names, key=lambda name: (name != BASELINE, name))


def compared(sets: list[str]) -> Comparison:
    """The comparison of these sets on the seeds."""
    seeds = [f"seeds/{path.name}" for path in sorted((ROOT / "seeds").glob("*.txt"))]
    command = [sys.executable, "-m", "govbrief", "compare", *sets, "--on", *seeds]
    ran = subprocess.run(
        [*command, "--replay", "cassettes", "--json", "--quiet"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if not ran.stdout:
        sys.exit(ran.stderr)
    return Comparison.model_validate_json(ran.stdout)


def table(comparison: Comparison) -> str:
    """Markdown: measures down, sets across."""
    totals = {total.column: total.figures for total in comparison.totals}
    names = [column.id for column in comparison.columns]
    done = [
        sum(c.column == name and c.state is not State.MISSING for c in comparison.cases) for name in names
    ]
    rows = [
        ["", *names],
        ["---", *["--:"] * len(names)],
        ["报告 reports", *(f"{n}/{len(comparison.reports)}" for n in done)],
    ]
    for measure in comparison.measures:
        if measure.id in COSTS:
            continue
        values = [getattr(totals[name], measure.id) if totals[name] else None for name in names]
        cells = [value_text(value, measure.form) for value in values]
        if measure.form is Form.SHARE or any(values):
            rows.append([f"{measure.label.zh} {measure.label.en}", *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def block() -> str:
    """What stands between the markers of README.md."""
    sets = recorded()
    if len(sets) < 2:
        return ""
    return table(compared(sets))


if __name__ == "__main__":
    text = block()
    print(text, end="")
    if "--write" in sys.argv:
        README.write_text(BLOCK.sub(lambda _: text, README.read_text(encoding="utf-8")), encoding="utf-8")
