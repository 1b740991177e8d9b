"""The heads of invented reports of many genres and places are read as a reader takes them."""

import tomllib
from pathlib import Path

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "heads.toml"
HEADS = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["document"]
FACTS = ("title", "issuer", "year", "kind")


@pytest.mark.parametrize("head", HEADS, ids=[head["id"] for head in HEADS])
def test_head(head):
    """Each fact is found as the corpus tells it, and nothing is found where the text states nothing."""
    text = head["text"].lstrip("\n")
    report = report_of(Extracted(text), "a.txt", text.encode(), "utf-8")
    found = {name: fact.value if (fact := getattr(report, name)) else "" for name in FACTS}
    assert found == {name: head[name] for name in FACTS}
    assert not report.foreign
