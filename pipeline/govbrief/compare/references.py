"""Owns reference annotations: what a person found in a report, known by the report's own bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govbrief.base.errors import InputError
from govbrief_schemas.report import Report, Span

FOLDER = Path(__file__).resolve().parents[3] / "seeds" / "annotations"
"""The annotations of the seeds, in a checkout; an installed govbrief has none."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Sentences of one report that an item should tell; offsets into its raw text."""

    shortcomings: tuple[Span, ...]
    plans: tuple[Span, ...]


def find_references(reports: Mapping[str, Report], folder: Path | None = None) -> Mapping[str, Reference]:
    """The annotations of the reports that have some, by the key of the report.

    They are `folder/<name>.json`, or the seeds' own without `folder`. A file belongs to the report whose raw text holds
    every annotated text at its offsets, whatever the two are called: an annotation of other bytes is never used.

    Raises:
        InputError: `folder` does not exist, or a file in it is no annotation.
    """
    if folder is not None and not folder.is_dir():
        raise InputError(f"{folder}: no such folder of annotations", hint="see seeds/README.md for the form")
    found: dict[str, Reference] = {}
    for path in sorted((folder or FOLDER).glob("*.json")):
        rows = _read(path)
        for key, report in reports.items():
            if key not in found and _about(rows, report.text):
                found[key] = Reference(_spans(rows["shortcomings"]), _spans(rows["plans"]))
    return found


def _read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The lists of an annotation file, checked as far as they are used."""
    try:
        rows = {k: v for k, v in json.loads(path.read_text(encoding="utf-8")).items() if isinstance(v, list)}
        for row in (row for group in rows.values() for row in group):
            int(row["start"]), int(row["end"]), str(row["text"])
        rows["shortcomings"], rows["plans"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"{path}: not an annotation of a report ({type(error).__name__}: {error})"
        raise InputError(reason, hint="see seeds/README.md for the form") from error
    return rows


def _about(rows: Mapping[str, list[dict[str, Any]]], text: str) -> bool:
    """Whether every annotated text stands in `text` where the annotation says so."""
    spans = [row for group in rows.values() for row in group]
    return bool(spans) and all(text[row["start"] : row["end"]] == row["text"] for row in spans)


def _spans(rows: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(row["start"], row["end"]) for row in rows)
