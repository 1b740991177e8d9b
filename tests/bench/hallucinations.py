"""Lists what the embedded model got wrong in the recorded cassettes: `python -m tests.bench.hallucinations [--write]`.

A request that sends an item back holds the item as the model wrote it and what the check said of it, so the cassettes
themselves are the list. With `--write` docs/hallucinations.md is renewed.
"""
# ruff: noqa: T201  (prints its list)

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from govbrief.sets.prompts import load_prompts

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "hallucinations.md"
HEAD = """# Wrong numbers that a real model wrote

Items of the recorded briefs of the five seeds that were sent back to the embedded model because of a number that it had
been free to write: what it had written, and what the check said. Made from the cassettes by
`python -m tests.bench.hallucinations --write`.
"""
WROTE_ZH = re.compile(r"^(?:zh|Sentence): (.*)$", re.MULTILINE)
WROTE_EN = re.compile(r"^(?:A wrong translation: |en: )(.*)$", re.MULTILINE)
COMPLAINT = re.compile(r"^- (.*)$", re.MULTILINE)
NUMBER = re.compile(r"“[^”]*[0-9一二三四五六七八九十百千万亿][^”]*”")
LONGEST = 220


class Wrong(NamedTuple):
    """One try of the model that was sent back because of a number."""

    seed: str
    """Prompt set and seed."""
    zh: str
    en: str
    complaints: tuple[str, ...]


def recorded() -> Iterator[Wrong]:
    """Every such try of the sets that leave numbers free, in the order of the cassettes."""
    for path in sorted((ROOT / "cassettes").glob("*/*.yaml")):
        if load_prompts(path.parent.name).locked:
            continue
        with path.open(encoding="utf-8") as stream:
            cassette = yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        for entry in cassette["interactions"]:
            asked = json.loads(entry["request"]["body"])["messages"][-1]["content"]
            zh, en = WROTE_ZH.search(asked), WROTE_EN.search(asked)
            said = asked[en.end() :] if en else ""
            complaints = tuple(c for c in COMPLAINT.findall(said) if NUMBER.search(c))
            if complaints and zh and en:
                yield Wrong(f"{path.parent.name}/{path.stem}", zh.group(1), en.group(1), complaints)


def _short(text: str) -> str:
    clean = re.sub(r"0{9,}", "000…", text).replace("|", "/")
    return clean if len(clean) <= LONGEST else f"{clean[:LONGEST]}…"


def page() -> str:
    """The list as Markdown."""
    rows = [HEAD]
    for wrong in recorded():
        rows += [f"- `{wrong.seed}` {_short(wrong.zh)}", f"  The model: {_short(wrong.en)}"]
        rows += [f"  - {_short(complaint)}" for complaint in wrong.complaints]
    return "\n".join(rows) + "\n"


def main() -> None:
    """Print the list, or write the page."""
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")


if __name__ == "__main__":
    main()
