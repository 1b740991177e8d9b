"""Owns the form of a glossary file: Term, and reading terms from TOML or CSV.

Both forms have the same fields; an error names the file and the line (CSV) or the entry (TOML).
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from govbrief.base.errors import PromptError

_FIELDS = ("zh", "en", "also", "source", "note", "unless")
_LISTS = frozenset({"also", "unless"})
_HINT = "an entry needs zh and en; also, source, note and unless are optional (docs/glossary.md)"

_Rows = Iterable[tuple[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Term:
    """One settled term."""

    zh: str
    en: str
    """The form that the model is told to use."""
    also: tuple[str, ...] = ()
    """English forms that count as the same term."""
    source: str = ""
    """Who uses this English: an official text, an agency's English site, or common usage."""
    note: str = ""
    unless: tuple[str, ...] = ()
    """Longer Chinese strings that hold `zh` and are something else: 市委 in 市委托."""

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every English form that is not a departure, the preferred one first."""
        return (self.en, *self.also)


class Placed(NamedTuple):
    """A term and where it stands, for messages."""

    place: str
    term: Term


def read_terms(path: Path, text: str) -> tuple[Placed, ...]:
    """The terms of a glossary file with content `text`; CSV when the name ends in .csv, else TOML.

    Raises:
        PromptError: the file or an entry is not well formed.
    """
    rows, sources = _csv_rows(path, text) if path.suffix.lower() == ".csv" else _toml_rows(path, text)
    return tuple(Placed(place, _term(place, row, sources, path.name)) for place, row in rows)


def _toml_rows(path: Path, text: str) -> tuple[_Rows, Mapping[str, str]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{path}: not TOML: {error}", hint=_HINT) from error
    unknown = sorted(set(data) - {"term", "sources"})
    if unknown:
        raise PromptError(f"{path}: unknown key {unknown[0]!r}; expected [[term]] entries", hint=_HINT)
    rows, sources = data.get("term", []), data.get("sources", {})
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PromptError(f"{path}: `term` must be a list of entries", hint=_HINT)
    if not isinstance(sources, dict) or not all(isinstance(value, str) for value in sources.values()):
        raise PromptError(f"{path}: `sources` must map a short name to a text", hint=_HINT)
    return [(f"{path}: entry {n} ({row.get('zh', 'no zh')})", row) for n, row in enumerate(rows, 1)], sources


def _csv_rows(path: Path, text: str) -> tuple[_Rows, Mapping[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = sorted({"zh", "en"} - set(reader.fieldnames or ()))
        if missing:
            raise PromptError(f"{path}:1: the header has no column {', '.join(missing)}", hint=_HINT)
        return list(_csv_entries(path, reader)), {}
    except csv.Error as error:
        raise PromptError(f"{path}:{reader.reader.line_num}: not CSV: {error}", hint=_HINT) from error


def _csv_entries(path: Path, reader: "csv.DictReader[str]") -> Iterator[tuple[str, dict[str, Any]]]:
    for row in reader:
        place = f"{path}:{reader.line_num}"
        if None in row:
            raise PromptError(
                f"{place}: more cells than the header has", hint='quote a cell that holds a comma: "a, b"'
            )
        cells = {name: (value or "").strip() for name, value in row.items()}
        lists = {
            name: [part.strip() for part in cells[name].split(";") if part.strip()]
            for name in _LISTS & set(cells)
        }
        yield place, {**cells, **lists}


def _term(place: str, row: Mapping[str, Any], sources: Mapping[str, str], default_source: str) -> Term:
    unknown = sorted(set(row) - set(_FIELDS))
    if unknown:
        raise PromptError(f"{place}: unknown field {unknown[0]!r}; expected {', '.join(_FIELDS)}", hint=_HINT)
    for name in ("zh", "en"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise PromptError(f"{place}: {name} is missing or empty", hint=_HINT)
    for name in sorted(_LISTS & set(row)):
        if not isinstance(row[name], list) or not all(
            isinstance(form, str) and form.strip() for form in row[name]
        ):
            raise PromptError(f"{place}: {name} must be a list of texts", hint=_HINT)
    for name in sorted({"source", "note"} & set(row)):
        if not isinstance(row[name], str):
            raise PromptError(f"{place}: {name} must be a text", hint=_HINT)
    source = row.get("source") or default_source
    return Term(
        zh=row["zh"].strip(),
        en=row["en"].strip(),
        also=tuple(form.strip() for form in row.get("also", ())),
        source=sources.get(source, source),
        note=row.get("note", "").strip(),
        unless=tuple(longer.strip() for longer in row.get("unless", ())),
    )
