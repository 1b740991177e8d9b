"""Promises of the published JSON form of a brief."""

import json
from pathlib import Path

import govbrief_schemas.brief
from govbrief_schemas.brief import FORMAT, Brief
from tests.documents.brief import BRIEF

PUBLISHED = Path(govbrief_schemas.brief.__file__).with_name("brief.schema.json")


def test_published_schema_is_that_of_the_models():
    """`brief.schema.json` says what the models say; `make schema` renews it."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == Brief.model_json_schema(by_alias=True)


def test_brief_survives_json():
    """A brief written as JSON and read again is the same brief."""
    written = BRIEF.model_dump_json(by_alias=True)
    assert json.loads(written)["schema"] == FORMAT
    assert Brief.model_validate_json(written) == BRIEF


def test_json_holds_the_promised_keys():
    """The keys that other programs rely on are there, under their names."""
    brief = json.loads(BRIEF.model_dump_json(by_alias=True))
    assert {"schema", "report", "summary", "figures", "items", "coverage", "failures", "provenance"} <= set(
        brief
    )
    assert {"title", "issuer", "year", "kind", "source", "sha256"} <= set(brief["report"])
    assert {"zh", "en"} <= set(brief["summary"])
    assert {"measure", "value", "unit", "zh", "en", "evidence"} <= set(brief["figures"][0])
    item = brief["items"][1]
    assert {"id", "kind", "theme", "zh", "en", "section", "evidence", "findings"} <= set(item)
    assert {"start", "end", "text"} <= set(item["evidence"][0])
    assert {"verdict", "language", "seen", "expected", "message"} <= set(item["findings"][0])
    assert {"total", "used", "unused"} <= set(brief["coverage"]["quantities"])
    assert {"heading", "role", "items"} <= set(brief["coverage"]["sections"][0])
    assert {"section", "reason"} <= set(brief["failures"][0])
    made = {"govbrief", "model", "prompt_set", "prompt_set_id", "created"}
    cost = {"calls", "reasks", "tokens_in", "tokens_out", "seconds"}
    assert made | cost <= set(brief["provenance"])
