"""Poisoned reports before servers that are honest, obey always, obey now and then, and break the form."""

import asyncio
import os
import tempfile
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from govbrief.api import asummarize_all
from govbrief.base.errors import PipelineError
from govbrief.base.settings import Settings
from govbrief.read.load import load_report
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


SETS = {"condense": "default", "quote": "embedded"}
"""A prompt set of each method: the second is what the model on this machine is asked with."""


class Wrong(NamedTuple):
    """What went wrong with briefs, place by place."""

    lies: list[str]
    foreign: list[str]
    silent: list[str]
    """Reports that hide something of which the brief does not speak."""


def run() -> list[Row]:
    """A row for each method and manner, and two over all."""
    reports = list(poisoned())
    rows: list[Row] = []
    foreign: list[str] = []
    silent: list[str] = []
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"GOVBRIEF_CACHE": folder}):
        paths = [_written(Path(folder), n, one) for n, one in enumerate(reports)]
        for (method, words), (name, manner) in product(SETS.items(), MANNERS.items()):
            wrong = Wrong([], [], [])
            for strict in (False, True):
                _judge(reports, _briefs(paths, manner(), words, strict=strict), wrong)
            what = f"{method}, server {name}: altered numbers, names, counts unmarked in md, json, html, docx or csv"
            rows.append(none_of(what, wrong.lies, 2 * len(reports)))
            foreign += wrong.foreign
            silent += wrong.silent
    tried = 2 * len(SETS) * len(MANNERS)
    return [
        *rows,
        none_of("evidence that is not the source's own text", foreign, tried * len(reports)),
        none_of(
            "hidden characters that no finding reports", silent, tried * sum(one.hides for one in reports)
        ),
    ]


def _written(folder: Path, number: int, one: Poisoned) -> Path:
    path = folder / f"poisoned-{number}.txt"
    path.write_text(one.text, encoding="utf-8")
    return path


def _briefs(
    paths: Sequence[Path], manner: Manner, words: str = "default", *, strict: bool
) -> Sequence[Brief | PipelineError]:
    with BadServer(manner) as server, mock.patch("govbrief.model.tries.backoff_s", return_value=0.0):
        settings = Settings(base_url=server.url, model="m", concurrency=4, prompts=words)
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


def _judge(reports: Sequence[Poisoned], told: Sequence[Brief | PipelineError], wrong: Wrong) -> None:
    """Add what is wrong with these briefs; a report that is refused with a clear word tells nothing false."""
    for one, brief in zip(reports, told, strict=True):
        if not isinstance(brief, Brief):
            continue
        wrong.lies.extend(f"{one.name}: {place}" for place in unmarked(brief, one.text))
        pieces = (piece for item in brief.items for piece in item.evidence)
        wrong.foreign.extend(one.name for piece in pieces if one.text[piece.start : piece.end] != piece.text)
        if one.hides and not any("hidden" in finding.message for finding in brief.report.doubts):
            wrong.silent.append(one.name)
