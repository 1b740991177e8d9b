"""Prints how well the project's own documents are read in every layout: `python -m tests.bench.reading [LAYOUT...]`.

The annotations are `tests/documents/*.outline` (headings, roles, levels, noise) and `tests/corpus` (heads of reports,
what single sentences are for). They were read by hand and describe the plain text; a layout is held to the same.
"""
# ruff: noqa: T201  (prints its table)

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from govbrief.numbers.find import find_in_outline
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief.read.traditional import simplified
from govbrief_schemas.report import Outline
from tests.support.layouts import LAYOUTS, extracted

TESTS = Path(__file__).resolve().parents[1]
FACTS = ("kind", "issuer", "title", "year")
COLUMNS = (
    "head P",
    "head R",
    "role",
    "role/all",
    "short R",
    "short P",
    "noise R",
    "noise P",
    "amount R",
    "false",
    *FACTS,
)
_ROW = re.compile(r" *(\w+) \| (?!… )(.+?) \| \d+")


class Annotated(NamedTuple):
    """A document and what a reader says of it."""

    text: str
    heads: list[tuple[str, str]]
    """Headings without blanks, in simplified characters, each with its role."""
    facts: dict[str, str]
    """Those of its head that are annotated; empty for what the text does not state."""
    noise: list[str]
    lacking: list[str]
    """Sentences that tell a shortcoming, where sentences are annotated."""
    other: list[str]
    """Sentences that tell something else."""


def packed(text: str) -> str:
    """Text without blanks, in simplified characters, as layouts have it in common."""
    return simplified("".join(text.split()))


def documents() -> Iterable[Annotated]:
    """Every annotated document."""
    for path in sorted((TESTS / "documents").glob("*.outline")):
        lines = path.read_text(encoding="utf-8").split("\n")
        rows = [match for line in lines if (match := _ROW.match(line)) is not None]
        facts = {name: value for name, _, value in (line.partition(": ") for line in lines[:4])}
        yield Annotated(
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            [(packed(row[2]), row[1]) for row in rows],
            {name: packed("" if value == "-" else value) for name, value in facts.items()},
            [packed(line[7:]) for line in lines if line.startswith("noise: ")],
            [],
            [],
        )
    for head in tomllib.loads((TESTS / "corpus" / "heads.toml").read_text(encoding="utf-8"))["document"]:
        yield Annotated(
            head["text"].strip() + "\n", [], {name: packed(head[name]) for name in FACTS}, [], [], []
        )
    for one in tomllib.loads((TESTS / "corpus" / "told.toml").read_text(encoding="utf-8"))["document"]:
        rows = [row.partition(" ") for row in one["rows"].strip().split("\n")]
        text = "".join(f"\n{words}\n" if mark in "TH/" else words for mark, _, words in rows)
        lacking = [packed(words) for mark, _, words in rows if mark == "S"]
        other = [packed(words) for mark, _, words in rows if mark in "AP"]
        yield Annotated(text.lstrip("\n") + "\n", [], {}, [], lacking, other)


def outline(name: str, text: str) -> Outline:
    """The outline of a text in a layout."""
    found = extracted(name, LAYOUTS[name](text)) if name in LAYOUTS else Extracted(text)
    return split_report(report_of(found, name, b"", "utf-8"))


def measured(name: str, one: Annotated) -> dict[str, float]:
    """The figures of a document in a layout; what it has nothing to measure for is left out."""
    found = outline(name, one.text)
    return {
        **_headings(one, found),
        **_sentences(one, found),
        **_noise(one, found, name),
        **_facts(one, found),
    } | (_amounts(outline("", one.text), found) if one.heads else {})


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _headings(one: Annotated, found: Outline) -> dict[str, float]:
    if not one.heads:
        return {}
    sections = [
        (packed(section.heading), section.role.value) for section in found.sections if section.heading
    ]
    named, said = Counter(head for head, _ in one.heads), Counter(head for head, _ in sections)
    both = sum((named & said).values())
    right = sum((Counter(one.heads) & Counter(sections)).values())
    return {
        "head P": _share(both, said.total()),
        "head R": _share(both, named.total()),
        "role": _share(right, both),
        "role/all": _share(right, named.total()),
    }


def _sentences(one: Annotated, found: Outline) -> dict[str, float]:
    if not one.other:
        return {}
    lacking = packed(
        "".join(
            section.heading + "".join(sentence.text for sentence in section.sentences)
            for section in found.sections
            if section.role.value == "shortcoming"
        )
    )
    told = sum(words.rstrip("。") in lacking for words in one.lacking)
    wrong = sum(words in lacking for words in one.other)
    return (
        {"short R": _share(told, len(one.lacking)), "short P": _share(told, told + wrong)}
        if one.lacking
        else {}
    )


def _noise(one: Annotated, found: Outline, name: str) -> dict[str, float]:
    if name or not one.heads:
        return {}
    said = [packed(span.of(found.report.text)) for span in found.noise]
    both = sum((Counter("".join(one.noise)) & Counter("".join(said))).values())
    return {"noise R": _share(both, len("".join(one.noise))), "noise P": _share(both, len("".join(said)))}


def _facts(one: Annotated, found: Outline) -> dict[str, float]:
    stated = {name: fact.value if (fact := getattr(found.report, name)) else "" for name in FACTS}
    return {name: float(packed(stated[name]) == value) for name, value in one.facts.items()}


def _amounts(plain: Outline, found: Outline) -> dict[str, float]:
    known, read = (
        Counter((q.value, q.unit) for q in find_in_outline(o) if q.is_amount) for o in (plain, found)
    )
    both = sum((known & read).values())
    return {"amount R": _share(both, known.total()), "false": 1 - _share(both, read.total())}


def main(names: list[str]) -> None:
    """Print a row for the plain text and for each layout: means over the documents that define a figure."""
    corpus = list(documents())
    print(f"{len(corpus)} documents")
    print(f"{'':16}" + "".join(f"{column:>9}" for column in COLUMNS))
    for name in names or ["", *LAYOUTS]:
        rows = [measured(name, one) for one in corpus]
        means = {
            key: mean(row[key] for row in rows if key in row)
            for key in COLUMNS
            if any(key in row for row in rows)
        }
        print(
            f"{name or 'plain text':16}"
            + "".join(f"{means[c]:9.3f}" if c in means else f"{'-':>9}" for c in COLUMNS)
        )


if __name__ == "__main__":
    main(sys.argv[1:])
