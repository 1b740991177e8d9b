"""Invented reports in the layouts that offices publish, each beside the outline that a reader expects of it."""

from pathlib import Path

import pytest

from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief_schemas.report import Outline

DOCUMENTS = sorted(
    path.with_suffix(".txt") for path in (Path(__file__).resolve().parents[1] / "documents").glob("*.outline")
)


def rows(outline: Outline) -> str:
    """An outline as the expected files write it: metadata, a line per section, the noise."""
    report = outline.report
    facts = ("title", "issuer", "year", "kind", "published", "number")
    lines = [f"{name}: {getattr(report, name).value if getattr(report, name) else '-'}" for name in facts]
    lines.append("")
    for section in outline.sections:
        said = "".join(sentence.text for sentence in section.sentences)
        name = section.heading or f"… {said[:20]}"
        voice = f" | {section.speaker}" if section.speaker else ""
        lines.append(f"{'  ' * (section.level - 1)}{section.role.value} | {name} | {len(said)}{voice}")
    lines.append("")
    lines.extend(f"noise: {span.of(report.text)}" for span in outline.noise)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_outline(path):
    """Metadata, headings, levels, roles, sizes and noise are those that stand in the expected file."""
    expected = path.with_suffix(".outline").read_text(encoding="utf-8")
    assert rows(split_report(load_report(str(path)))) == expected


def test_there_are_enough_documents():
    """The layouts of this folder are the gate of the structure part: it must not shrink."""
    assert len(DOCUMENTS) >= 60
