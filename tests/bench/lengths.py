"""How long briefs are against their reports: `python -m tests.bench.lengths [BRIEF.json ...]`, or of all recordings.

Characters of the Markdown without evidence, in both languages, for one of the report's; and the median of a line's
Chinese for one of the characters that it rests on.
"""
# ruff: noqa: T201, S603  (prints its table; runs its own program)

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from govbrief.base.briefs import parse_brief
from govbrief.views.markdown import to_markdown
from govbrief_schemas.brief import Brief
from tests.bench.sets import ROOT, recorded


def row(name: str, brief: Brief, source: Path) -> str:
    """One brief's figures as a line."""
    chars = len(source.read_bytes().decode("utf-8", "replace"))
    page = len(to_markdown(brief))
    lines = [len(item.zh) / sum(len(one.text) for one in item.evidence) for item in brief.items]
    return f"{name:44} {chars:6} {len(brief.items):4} {page:6} {page / chars:5.2f} {median(lines):5.2f}"


def briefs_of(prompts: str, folder: Path) -> list[Path]:
    """The briefs of all seeds, made from the recordings of a set."""
    seeds = [f"seeds/{path.name}" for path in sorted((ROOT / "seeds").glob("*.txt"))]
    command = [sys.executable, "-m", "govbrief", "summarize", *seeds, "--replay", "cassettes", "--quiet"]
    subprocess.run(
        [*command, "--prompts", prompts, "--out", str(folder), "--format", "json"], cwd=ROOT, check=False
    )
    return sorted(folder.glob("*.json"))


def main() -> None:
    """Print a line for each brief."""
    print(f"{'brief':44} {'source':>6} {'lines':>4} {'page':>6} {'ratio':>5} {'cond.':>5}")
    if sys.argv[1:]:
        made = [("", Path(name)) for name in sys.argv[1:]]
        _print(made)
        return
    for prompts in recorded():
        with TemporaryDirectory() as folder:
            _print([(prompts, path) for path in briefs_of(prompts, Path(folder)) if path.name != "run.json"])


def _print(made: list[tuple[str, Path]]) -> None:
    for prompts, path in made:
        brief = parse_brief(path.read_text("utf-8"), path)
        print(row(f"{prompts} {path.stem}".strip(), brief, ROOT / brief.report.source))


if __name__ == "__main__":
    main()
