"""What each sentence of a report is for, in invented reports whose sentences were marked by hand."""

import re
import tomllib
from pathlib import Path

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "told.toml"
DOCUMENTS = [one["rows"].strip().split("\n") for one in tomllib.loads(CORPUS.read_text("utf-8"))["document"]]
ROLES = {"S": "shortcoming", "A": "achievement", "P": "plan"}
OWN_LINE = re.compile(r"[\u4e00-\u9fff]{1,4}：|[（(一二三四五六]")


def composed(rows: list[str]) -> tuple[str, list[tuple[str, int, str]]]:
    """The report's text, and for each sentence what it is for, where its middle stands, and its words."""
    text = ""
    said: list[tuple[str, int, str]] = []
    for row in rows:
        mark, _, words = row.partition(" ")
        begins = mark in "TH/" or OWN_LINE.match(words)
        text += "\n" if begins and text and not text.endswith("\n") else ""
        if mark in ROLES:
            said.append((ROLES[mark], len(text) + len(words) // 2, words))
        text += words + ("\n" if mark in "TH" else "")
    return text, said


@pytest.mark.parametrize("rows", DOCUMENTS, ids=[rows[0][2:] for rows in DOCUMENTS])
def test_every_sentence_has_its_role(rows):
    """Problems are shortcomings without the word; named inside a task they are a plan, in praise an achievement."""
    text, said = composed(rows)
    outline = split_report(report_of(Extracted(text), "a.txt", text.encode(), "utf-8"))
    found = {
        span: section.role.value
        for section in outline.sections
        for span in (section.span, *(sentence.span for sentence in section.sentences))
    }
    for role, middle, words in said:
        inside = [span for span in found if span.start <= middle < span.end]
        assert found[min(inside, key=lambda span: span.end - span.start)] == role, words
