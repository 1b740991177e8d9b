"""Owns having the briefs of one column made, by the code that `summarize` runs; must not know what is measured."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from govbrief.base.errors import PipelineError, ReplayError
from govbrief.base.settings import Settings
from govbrief.batch.many import brief_all
from govbrief.compare.assemble import Result, Run
from govbrief.compare.cache import Cache
from govbrief.model.cassettes import cassette_path, read_cassettes
from govbrief.model.connect import Source, open_source
from govbrief.model.recall import Recall, nothing_recorded, recorded_model
from govbrief.names.glossary import Glossary
from govbrief.run import Means
from govbrief.sets.prompts import PromptSet
from govbrief.write.desk import INTERRUPTED, Listener
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report

Made = dict[str, Brief | PipelineError]
"""By the report's id."""


@dataclass(frozen=True, slots=True)
class AskedAs:
    """One column as it is run."""

    prompts: PromptSet
    settings: Settings
    """With the column's model."""
    glossary: Glossary
    progress: Listener
    cache: Cache
    replay: Path | None = None
    """Answers come from `replay/<set>/<report>.yaml` and from nowhere else."""

    def means(self, source: Source, prompts: PromptSet) -> Means:
        """What the briefs are made with."""
        return Means(source, prompts, self.glossary, self.progress)


def reseeded(prompts: PromptSet, run: int) -> PromptSet:
    """The set with the seed of run number `run`, counted from 0; the same set otherwise."""
    if not run:
        return prompts
    settings = prompts.settings.model_copy(update={"seed": prompts.settings.seed + run})
    return replace(prompts, settings=settings)


def run_column(
    asked: AskedAs, reports: Mapping[str, Report], repeats: int
) -> tuple[dict[str, Result], list[PipelineError]]:
    """What every report gave, and the errors that kept briefs from being made.

    In a replay, runs beyond the first are those that are recorded.

    Raises:
        PipelineError: the answers cannot be had at all: no such folder, no model.
    """
    runs: dict[str, list[Run]] = {ident: [] for ident in reports}
    errors: dict[str, PipelineError] = {}
    for number in range(repeats):
        prompts = reseeded(asked.prompts, number)
        before = asked.cache.sent.copy()
        for ident, made in _make(asked, prompts, reports).items():
            if isinstance(made, Brief):
                source = reports[ident].source
                sent = asked.cache.sent[source] - before[source]
                live = made.provenance.calls and sent >= made.provenance.calls
                runs[ident].append(Run(made, made.provenance.server_seconds if live else None))
            elif not (number and isinstance(made, ReplayError)):
                errors[ident] = made
    results = {
        ident: Result(tuple(done), "" if done else str(errors.get(ident, "not made")))
        for ident, done in runs.items()
    }
    return results, list(errors.values())


def _make(asked: AskedAs, prompts: PromptSet, reports: Mapping[str, Report]) -> Made:
    """One run over all reports."""
    if asked.replay is not None:
        return _replayed(asked, prompts, reports, asked.replay)
    made: Made = {}
    kept = {
        i: r for i, r in reports.items() if asked.settings.embedded and asked.cache.path(r.source).is_file()
    }
    if kept:
        # the embedded model takes seconds to start: not for answers that are all here
        made = _brief(asked.means(asked.cache.offline(prompts.name), prompts), kept)
    rest = {i: r for i, r in reports.items() if not isinstance(made.get(i), Brief)}
    if rest:
        with open_source(
            asked.settings, prompts.name, transport=asked.cache.live, progress=asked.progress.say
        ) as source:
            made |= _brief(asked.means(source, prompts), rest)
    return made


def _replayed(asked: AskedAs, prompts: PromptSet, reports: Mapping[str, Report], folder: Path) -> Made:
    """One run from cassettes; a report without one of its own is not looked for in the others'.

    It is missing, unless nothing has to be asked about it.
    """
    paths = {ident: cassette_path(folder, prompts.name, report.source) for ident, report in reports.items()}
    alone = {ident: report for ident, report in reports.items() if not paths[ident].is_file()}
    found = {ident: report for ident, report in reports.items() if ident not in alone}
    with open_source(asked.settings, prompts.name, replay=folder) as source:
        made = _brief(asked.means(source, prompts), found)
        for ident, report in alone.items():
            silent = replace(source, askers=partial(_unrecorded, asked.settings, paths[ident]))
            made |= _brief(asked.means(silent, prompts), {ident: report})
    return made


def _unrecorded(settings: Settings, path: Path, report: str) -> Recall:
    """What answers for a report that has no cassette; its model is the one that the others of the set name."""
    del report
    missing = ReplayError(
        f"{path}: no such cassette", hint="record it: govbrief summarize REPORT --prompts SET --record DIR"
    )
    others = path.parent if any(path.parent.glob("*.yaml")) else None
    recorded = recorded_model(read_cassettes(others)) if others else None
    return nothing_recorded(settings.model or recorded or settings.model_name, missing)


def _brief(means: Means, reports: Mapping[str, Report]) -> Made:
    """A brief or an error for each report.

    Raises:
        PipelineError: interrupted; the answers so far are kept.
    """
    results = tuple(asyncio.run(brief_all(list(reports.values()), means, lambda _, brief: brief)).values())
    if len(results) < len(reports) or any(isinstance(r, Brief) and _interrupted(r) for r in results):
        raise PipelineError("interrupted", hint="run it again: the answers so far are kept")
    return dict(zip(reports, results, strict=True))


def _interrupted(brief: Brief) -> bool:
    return any(failure.reason == INTERRUPTED for failure in brief.failures)
