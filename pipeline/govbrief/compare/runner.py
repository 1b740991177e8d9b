"""Owns one comparison: which columns there are, and having every one made; must not know how it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govbrief.base.errors import PipelineError, UsageError
from govbrief.base.prices import Price, read_prices
from govbrief.base.settings import Settings
from govbrief.compare.assemble import Board, Result, assemble
from govbrief.compare.gate import Thresholds, read_thresholds
from govbrief.compare.measures import Yardstick
from govbrief.compare.references import find_references
from govbrief.compare.replay import Order, replay_all
from govbrief.methods import load_set
from govbrief.names.glossary import Glossary, load_glossary
from govbrief.sets.prompts import PromptSet
from govbrief.write.desk import Listener
from govbrief_schemas.comparison import Column, Comparison
from govbrief_schemas.report import Report

if TYPE_CHECKING:
    from govbrief.model.forecast import Forecast


@dataclass(frozen=True, slots=True)
class CompareJob:
    """What is compared with what, and by what it is measured."""

    sets: tuple[str, ...]
    """Names or folders."""
    settings: Settings = field(default_factory=Settings)
    models: tuple[str, ...] = ()
    """Every set is asked of every model; empty: the one of the settings."""
    baseline: str | None = None
    """A set as it was given, or a column's id; None is the first."""
    repeats: int = 1
    replay: Path | None = None
    """Folder of cassettes that everything is answered from."""
    thresholds: Path | None = None
    prices: Path | None = None
    annotations: Path | None = None
    glossary: Path | None = None


@dataclass(frozen=True, slots=True)
class _Lane:
    """A column and what it is run with."""

    column: Column
    given: str
    """The set as the user named it."""
    prompts: PromptSet
    settings: Settings


class Comparing:
    """A comparison whose sets and files are read and found sound."""

    def __init__(self, job: CompareJob) -> None:
        """Read what does not need a model.

        Raises:
            UsageError: nothing to compare with, or a file of thresholds, prices or terms that cannot be used.
            PromptError: a set cannot be used.
        """
        if len(job.sets) * max(1, len(job.models)) < 2:  # noqa: PLR2004 - two columns at least
            hint = "name two sets, or one set and two models: --model A --model B"
            raise UsageError("nothing to compare with", hint=hint)
        self._job = job
        self._thresholds: Thresholds = read_thresholds(job.thresholds)
        self._glossary: Glossary = load_glossary(job.glossary)
        self._prices: Mapping[str, Price] = {**job.settings.prices, **read_prices(job.prices)}
        self._lanes = _lanes(job)

    def run(
        self, reports: Mapping[str, Report], listener: Listener
    ) -> tuple[Comparison, list[PipelineError]]:
        """The comparison on `reports`, by id and in order, and what kept briefs from being made.

        Raises:
            InputError: annotations cannot be read.
            PipelineError: answers cannot be had at all: no such folder, no model.
        """
        by_hash = {report.sha256: report for report in reports.values()}
        yardstick = Yardstick(self._glossary, find_references(by_hash, self._job.annotations), self._prices)
        results, errors = self._replay(reports) if self._job.replay else self._ask(reports, listener)
        board = Board(tuple(lane.column for lane in self._lanes), reports, results)
        return assemble(board, yardstick, self._thresholds), errors

    def plan(self, reports: Mapping[str, Report]) -> "dict[str, Forecast]":
        """What would be sent, column by column; nothing is."""
        from govbrief.batch.dryrun import DryRun  # noqa: PLC0415
        from govbrief.compare.cache import Cache  # noqa: PLC0415 - the model stack
        from govbrief.compare.column import reseeded  # noqa: PLC0415
        from govbrief.model.forecast import Tally  # noqa: PLC0415

        plans: dict[str, Forecast] = {}
        for lane in self._lanes:
            tally, cache = Tally(), Cache(lane.settings)
            for number in range(self._job.repeats):
                dry = DryRun(lane.settings, reseeded(lane.prompts, number), self._glossary)
                for report in reports.values():
                    dry.count(report, tally, cache.known(report.source))
            plans[lane.column.id] = tally.forecast
        return plans

    def _replay(self, reports: Mapping[str, Report]) -> "_Results":
        """Every brief from recorded answers."""
        job = self._job
        places = {
            (ident, lane.column.id): Order(
                lane.given, lane.settings, report, job.replay or Path(), job.glossary, job.repeats
            )
            for lane in self._lanes
            for ident, report in reports.items()
        }
        done = replay_all(list(places.values()))
        results = {place: result for place, (result, _) in zip(places, done, strict=True)}
        return results, [error for _, errors in done for error in errors]

    def _ask(self, reports: Mapping[str, Report], listener: Listener) -> "_Results":
        """Every brief from the model, column by column; what was asked before is answered from the cache."""
        from govbrief.compare.cache import Cache  # noqa: PLC0415 - the model stack takes a second to import
        from govbrief.compare.column import AskedAs, run_column  # noqa: PLC0415

        results: dict[tuple[str, str], Result] = {}
        errors: list[PipelineError] = []
        for lane in self._lanes:
            asked = AskedAs(lane.prompts, lane.settings, self._glossary, listener, Cache(lane.settings))
            column, failed = run_column(asked, reports, self._job.repeats)
            results |= {(report, lane.column.id): result for report, result in column.items()}
            errors += failed
        return results, errors


_Results = tuple[dict[tuple[str, str], Result], list[PipelineError]]
"""By report and column, and the errors beside them."""


def _lanes(job: CompareJob) -> tuple[_Lane, ...]:
    """Every set with every model, the baseline first."""
    models = tuple(dict.fromkeys(job.models)) or (None,)
    asked: list[tuple[str, PromptSet, Settings]] = []
    for name in job.sets:
        prompts = load_set(name)
        asked += [(name, prompts, replace(job.settings, model=m) if m else job.settings) for m in models]
    ids = _unique([
        f"{prompts.name} @ {settings.model_name}" if len(models) > 1 else prompts.name
        for _, prompts, settings in asked
    ])
    wanted = job.baseline or job.sets[0]
    names = [{ident, given, prompts.name} for ident, (given, prompts, _) in zip(ids, asked, strict=True)]
    at = next((i for i, known in enumerate(names) if wanted in known), None)
    if at is None:
        raise UsageError(f"--baseline {wanted}: not among the sets", hint=f"one of: {', '.join(ids)}")
    lanes = [
        _Lane(_column(ident, prompts, settings, job.repeats, baseline=i == at), given, prompts, settings)
        for i, (ident, (given, prompts, settings)) in enumerate(zip(ids, asked, strict=True))
    ]
    return tuple(sorted(lanes, key=lambda lane: not lane.column.baseline))


def _column(ident: str, prompts: PromptSet, settings: Settings, runs: int, *, baseline: bool) -> Column:
    return Column(
        id=ident,
        prompt_set=prompts.name,
        prompt_set_id=prompts.id,
        about=prompts.about,
        model=settings.model_name,
        runs=runs,
        baseline=baseline,
    )


def _unique(names: Sequence[str]) -> list[str]:
    """The names, with a number behind each that came before: a set may be compared with itself."""
    return [f"{n} ({names[:i].count(n) + 1})" if n in names[:i] else n for i, n in enumerate(names)]
