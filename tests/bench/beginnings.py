"""Writes how the briefs of one report begin into README.md, from the recordings: `python -m tests.bench.beginnings`."""
# ruff: noqa: T201, S603  (prints what it writes; runs its own program)

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
SEED = "seeds/dalian-2023.txt"
SETS = ("default", "embedded")
PARTS = 4
"""Parts of a brief that are shown: head, summary, figures, shortcomings."""


def beginning(name: str) -> str:
    """The first parts of the brief that this set's recording gives, as a quotation."""
    command = [sys.executable, "-m", "govbrief", "summarize", SEED, "--prompts", name]
    ran = subprocess.run(
        [*command, "--replay", "cassettes", "--format", "md", "--quiet"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if not ran.stdout:
        sys.exit(ran.stderr)
    parts = re.split(r"(?m)^(?=## )", ran.stdout)[:PARTS]
    # a heading of the brief is none of README's
    lines = re.sub(r"(?m)^#+ (.+)$", r"**\1**", "".join(parts)).strip().splitlines()
    return "".join(f"> {line}".rstrip() + "\n" for line in lines)


def block(name: str) -> re.Pattern[str]:
    """What stands between the markers of a set."""
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)


def main() -> None:
    """Renew both beginnings."""
    page = README.read_text(encoding="utf-8")
    for name in SETS:
        text = beginning(name)
        print(text)
        page = block(name).sub(lambda _, text=text: text, page)
    README.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
