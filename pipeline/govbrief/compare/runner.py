"""Owns one `compare`: what is run, what is printed and written, and the exit code."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from govbrief.cli.job import file_names, tell
from govbrief.compare.assemble import Board, Result, assemble
from govbrief.compare.gate import Thresholds, read_thresholds
from govbrief.compare.measures import Yardstick
from govbrief.compare.prices import Price, read_prices
from govbrief.compare.references import find_references
from govbrief.compare.replay import Order, replay_all
from govbrief.errors import PipelineError, UsageError
from govbrief.files import require_writable, write_atomically
from govbrief.methods import load_set
from govbrief.names.glossary import Glossary, load_glossary
from govbrief.read.load import load_report
from govbrief.sets.prompts import PromptSet
from govbrief.settings import Settings
from govbrief.views.matrix import Plan, print_comparison, print_plan
from govbrief.views.progress import Progress
from govbrief_schemas.comparison import Column, Comparison, State
from govbrief_schemas.report import Report

DONE, REGRESSED, PARTLY = 0, 1, 5


@dataclass(frozen=True, slots=True)
class CompareJob:
    """What the user asked for."""

    sets: tuple[str, ...]
    """Names or folders."""
    sources: tuple[str, ...]
    settings: Settings
    models: tuple[str, ...] = ()
    """Every set is asked of every model; empty: the one of the settings."""
    baseline: str | None = None
    """A set as it was given, or a column's id; None is the first."""
    repeats: int = 1
    replay: Path | None = None
    html: Path | None = None
    junit: Path | None = None
    thresholds: Path | None = None
    prices: Path | None = None
    annotations: Path | None = None
    glossary: Path | None = None
    as_json: bool = False
    fail_on_regression: bool = False
    dry_run: bool = False
    quiet: bool = False
    allow_url: bool = False


@dataclass(frozen=True, slots=True)
class _Lane:
    """A column and what it is run with."""

    column: Column
    given: str
    """The set as the user named it."""
    prompts: PromptSet
    settings: Settings


def run_compare(job: CompareJob) -> int:
    """Run every set on every report, show what differs, and give the exit code.

    Raises:
        PipelineError: nothing could be compared at all.
    """
    _validate_args(job)
    thresholds, prices, glossary = _read_files(job)
    lanes = _lanes(job)
    reports = _load(job)
    yardstick = _yardstick(reports, job, glossary, prices)
    for path in (job.html, job.junit):
        if path is not None:
            require_writable(path.parent)
    if job.dry_run:
        return _dry_run(job, lanes, reports, glossary)
    comparison, errors = _compare(job, lanes, reports, yardstick, thresholds)
    for error in errors[:-1]:
        tell(error)
    if errors and not any(case.figures for case in comparison.cases):
        raise errors[-1]
    for error in errors[-1:]:
        tell(error)
    _show(job, comparison)
    return _exit_code(job, comparison)


def _validate_args(job: CompareJob) -> None:
    """The one place for rules between options."""
    if len(job.sets) * max(1, len(job.models)) < 2:  # noqa: PLR2004 - two columns at least
        hint = "name two sets, or one set and two models: --model A --model B"
        raise UsageError("nothing to compare with", hint=hint)
    if job.dry_run and job.replay:
        raise UsageError("--replay sends nothing, so there is nothing to count", hint="leave --dry-run out")


def _read_files(job: CompareJob) -> tuple[Thresholds, Mapping[str, Price], Glossary]:
    return read_thresholds(job.thresholds), read_prices(job.prices), load_glossary(job.glossary)


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


def _load(job: CompareJob) -> dict[str, Report]:
    """The reports by id, which is the file's name; one that cannot be read ends the comparison.

    Raises:
        InputError: a report cannot be read: with fewer reports the figures would be other ones.
    """
    sources = tuple(dict.fromkeys(job.sources))
    names = file_names(sources)
    return {names[source]: load_report(source, allow_url=job.allow_url) for source in sources}


def _yardstick(
    reports: Mapping[str, Report], job: CompareJob, glossary: Glossary, prices: Mapping[str, Price]
) -> Yardstick:
    by_hash = {report.sha256: report for report in reports.values()}
    return Yardstick(glossary, find_references(by_hash, job.annotations), prices)


def _compare(
    job: CompareJob,
    lanes: Sequence[_Lane],
    reports: Mapping[str, Report],
    yardstick: Yardstick,
    thresholds: Thresholds,
) -> tuple[Comparison, list[PipelineError]]:
    """The comparison, and what kept briefs from being made."""
    results, errors = _replay(job, lanes, reports) if job.replay else _ask(job, lanes, reports, yardstick)
    board = Board(tuple(lane.column for lane in lanes), reports, results)
    return assemble(board, yardstick, thresholds), errors


def _replay(
    job: CompareJob, lanes: Sequence[_Lane], reports: Mapping[str, Report]
) -> tuple[dict[tuple[str, str], Result], list[PipelineError]]:
    """Every brief from recorded answers."""
    places = {
        (ident, lane.column.id): Order(
            lane.given, lane.settings, report, job.replay or Path(), job.glossary, job.repeats
        )
        for lane in lanes
        for ident, report in reports.items()
    }
    done = replay_all(list(places.values()))
    results = {place: result for place, (result, _) in zip(places, done, strict=True)}
    return results, [error for _, errors in done for error in errors]


def _ask(
    job: CompareJob, lanes: Sequence[_Lane], reports: Mapping[str, Report], yardstick: Yardstick
) -> tuple[dict[tuple[str, str], Result], list[PipelineError]]:
    """Every brief from the model, column by column; what was asked before is answered from the cache."""
    # the model stack takes a second to import, so what can fail without it fails before
    from govbrief.compare.cache import Cache  # noqa: PLC0415
    from govbrief.compare.column import Asked, run_column  # noqa: PLC0415

    results: dict[tuple[str, str], Result] = {}
    errors: list[PipelineError] = []
    with Progress(quiet=job.quiet) as progress:
        for lane in lanes:
            asked = Asked(lane.prompts, lane.settings, yardstick.glossary, progress, Cache(lane.settings))
            column, failed = run_column(asked, reports, job.repeats)
            results |= {(report, lane.column.id): result for report, result in column.items()}
            errors += failed
    return results, errors


def _dry_run(
    job: CompareJob, lanes: Sequence[_Lane], reports: Mapping[str, Report], glossary: Glossary
) -> int:
    """Say what would be sent, column by column."""
    from govbrief.compare.cache import Cache  # noqa: PLC0415
    from govbrief.compare.column import Asked  # noqa: PLC0415
    from govbrief.compare.plan import Tally, count_requests  # noqa: PLC0415

    plans: dict[str, Plan] = {}
    for lane in lanes:
        tally = Tally()
        asked = Asked(lane.prompts, lane.settings, glossary, Progress(quiet=True), Cache(lane.settings))
        count_requests(asked, reports, job.repeats, tally)
        plans[lane.column.id] = Plan(tally.calls, tally.tokens_in, tally.tokens_out, tally.kept)
    if job.as_json:
        rows = {name: plan._asdict() for name, plan in plans.items()}
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
    else:
        print_plan(plans, Console())
    return DONE


def _show(job: CompareJob, comparison: Comparison) -> None:
    """Files first, so that what is asked for is there even when the screen goes away."""
    if job.junit:
        from govbrief.compare.junit import to_junit  # noqa: PLC0415

        write_atomically(job.junit, to_junit(comparison))
    if job.html:
        from govbrief.views.page import render_page  # noqa: PLC0415

        write_atomically(job.html, render_page(comparison))
    if job.as_json:
        sys.stdout.write(comparison.model_dump_json(by_alias=True, indent=1) + "\n")
        return
    print_comparison(comparison, Console(), everything=job.fail_on_regression)


def _exit_code(job: CompareJob, comparison: Comparison) -> int:
    """1 when the gate is asked for and not passed, 5 when a brief is missing, else 0."""
    if job.fail_on_regression and comparison.breaches:
        for breach in comparison.breaches:
            sys.stderr.write(f"govbrief: {breach.message.en} {breach.message.zh}\n")
        return REGRESSED
    missing = any(case.state is State.MISSING for case in comparison.cases)
    return PARTLY if missing else DONE
