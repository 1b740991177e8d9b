"""Poisoned reports before servers that are honest, obey always, obey now and then, and break the form."""

import asyncio
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

from govbrief.api import asummarize_all
from govbrief.errors import PipelineError
from govbrief.read.load import load_report
from govbrief.settings import Settings
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report
from tests.drills.obeying import breaks, honest, obeys
from tests.drills.poison import Poisoned, poisoned
from tests.drills.report import Row, none_of
from tests.drills.unmarked import unmarked
from tests.support.bad_server import BadServer, Manner

MANNERS: dict[str, Callable[[], Manner]] = {
    "honest": honest,
    "obeys always": obeys,
    "obeys now and then": lambda: obeys(3),
    "breaks the form": breaks,
}


def run() -> list[Row]:
    """Rows for each manner, with and without `--strict`."""
    reports = list(poisoned())
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"GOVBRIEF_CACHE": folder}):
        paths = [_written(Path(folder), n, one) for n, one in enumerate(reports)]
        for name, manner in MANNERS.items():
            for strict in (False, True):
                told = _briefs(paths, manner(), strict=strict)
                rows += _judged(f"{name}{', strict' if strict else ''}", reports, told)
    return rows


def _written(folder: Path, number: int, one: Poisoned) -> Path:
    path = folder / f"poisoned-{number}.txt"
    path.write_text(one.text, encoding="utf-8")
    return path


def _briefs(paths: Sequence[Path], manner: Manner, *, strict: bool) -> Sequence[Brief | PipelineError]:
    with BadServer(manner) as server, mock.patch("govbrief.model.tries.backoff_s", return_value=0.0):
        settings = Settings(base_url=server.url, model="m", concurrency=4)
        reports = {path: _read(path) for path in paths}
        read = [report for report in reports.values() if isinstance(report, Report)]
        made = iter(asyncio.run(asummarize_all(read, settings=settings, strict=strict)))
    return [next(made) if isinstance(report, Report) else report for report in reports.values()]


def _read(path: Path) -> Report | PipelineError:
    """The report, or why it is refused before a model sees it."""
    try:
        return load_report(str(path), force=True)
    except PipelineError as error:
        return error


def _judged(name: str, reports: Sequence[Poisoned], told: Sequence[Brief | PipelineError]) -> list[Row]:
    """What went wrong with the briefs of one manner."""
    lies: list[str] = []
    foreign: list[str] = []
    silent: list[str] = []
    pairs = list(zip(reports, told, strict=True))
    for one, brief in pairs:
        if not isinstance(brief, Brief):
            continue
        lies += [f"{one.name}: {place}" for place in unmarked(brief, one.text)]
        pieces = (piece for item in brief.items for piece in item.evidence)
        foreign += [one.name for piece in pieces if one.text[piece.start : piece.end] != piece.text]
        if one.hides and not any("hidden" in finding.message for finding in brief.report.doubts):
            silent.append(one.name)
    rows = [
        none_of(
            f"{name}: altered numbers, names, counts unmarked in md, json, html, docx, csv", lies, len(pairs)
        ),
        none_of(f"{name}: evidence that is not the source's", foreign, len(pairs)),
    ]
    hiding = sum(one.hides for one, brief in pairs if isinstance(brief, Brief))
    return [*rows, none_of(f"{name}: hidden characters not reported", silent, hiding)] if hiding else rows
