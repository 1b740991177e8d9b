"""The five seeds against their reference annotations: what a person found, govbrief finds."""

import hashlib
import json
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govbrief.numbers.find import find_in_outline
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief_schemas.report import Outline, Role

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MANIFEST = tomllib.loads((SEEDS / "manifest.toml").read_text(encoding="utf-8"))["seed"]
NAMES = [entry["name"] for entry in MANIFEST]


@cache
def outline(name: str) -> Outline:
    return split_report(load_report(str(SEEDS / f"{name}.txt")))


@cache
def gold(name: str) -> dict[str, Any]:
    return json.loads((SEEDS / "annotations" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", MANIFEST, ids=NAMES)
def test_manifest_tells_the_truth(entry):
    """Each seed is byte for byte the document that the manifest describes, and its metadata is found."""
    data = (SEEDS / f"{entry['name']}.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    report = outline(entry["name"]).report
    assert report.text.encode() == data
    assert report.title.value == entry["title"]
    assert (report.issuer.value if report.issuer else "") == entry["issuer"]
    assert (report.publisher.value if report.publisher else "") == entry.get("publisher", "")
    assert (report.year.value, report.kind.value) == (str(entry["year"]), entry["kind"])


@pytest.mark.parametrize("name", NAMES)
def test_annotations_quote_their_seed(name):
    """Every annotated span holds the text that stands beside it."""
    text = outline(name).report.text
    spans = [row for rows in gold(name).values() if isinstance(rows, list) for row in rows]
    assert spans
    assert [s for s in spans if text[s["start"] : s["end"]] != s["text"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_roles(name):
    """Every annotated heading is found where it stands with its role, and nothing else is taken for one."""
    found = {s.span.start: s.role.value for s in outline(name).sections if s.heading}
    wanted = {h["start"]: h["role"] for h in gold(name)["headings"]}
    optional = {h["start"] for h in gold(name)["headings"] if h.get("optional")}
    repeated = {
        at
        for h in gold(name)["headings"]
        for at in found
        if at not in wanted and outline(name).report.text.startswith(h["text"], at)
    }
    assert {k: v for k, v in found.items() if k not in repeated | optional} == {
        k: v for k, v in wanted.items() if k not in optional
    }


@pytest.mark.parametrize("name", NAMES)
def test_shortcomings_and_plans_lie_in_their_sections(name):
    """Annotated sentences lie in a section of their role, and no shortcoming is seen where none is."""
    for key, role in (("shortcomings", Role.SHORTCOMING), ("plans", Role.PLAN)):
        sections = [s.span for s in outline(name).sections if s.role is role]
        for row in gold(name)[key]:
            middle = (row["start"] + row["end"]) // 2
            assert any(span.start <= middle < span.end for span in sections), row["text"]
    if not gold(name)["shortcomings"]:
        assert not [s for s in outline(name).sections if s.role is Role.SHORTCOMING]


@pytest.mark.parametrize("name", NAMES)
def test_noise_reaches_no_sentence(name):
    """Annotated noise is noise: no sentence shows it to the model."""
    shown = "".join(s.text for section in outline(name).sections for s in section.sentences)
    noise = outline(name).noise
    for row in gold(name)["noise"]:
        middle = (row["start"] + row["end"]) // 2
        assert any(span.start <= middle < span.end for span in noise), row["text"]
        assert len(row["text"].strip("| \n")) < 2 or row["text"] not in shown


@pytest.mark.parametrize("name", NAMES)
def test_quantities(name):
    """Every sampled amount is read with its exact value, and nothing annotated as no quantity is one."""
    amounts = [q for q in find_in_outline(outline(name)) if q.is_amount]
    for row in gold(name)["quantities"]:
        values = row["value"] if isinstance(row["value"], list) else [row["value"]]
        near = {q.value for q in amounts if q.span.start < row["end"] and row["start"] < q.span.end}
        assert {Decimal(str(v)) for v in values} <= near, row
    for row in gold(name)["not_quantities"]:
        inside = [q for q in amounts if row["start"] <= q.span.start and q.span.end <= row["end"]]
        assert inside == [], row
