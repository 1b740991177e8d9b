"""Owns one `compare` as it is typed: what is shown and written of a comparison, and the exit code."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from govbrief.base.errors import UsageError
from govbrief.base.files import file_names, require_writable, write_atomically
from govbrief.cli.streams import tell
from govbrief.compare.runner import CompareJob, Comparing
from govbrief.read.load import load_report
from govbrief.views.matrix import print_comparison, print_plan
from govbrief.views.progress import Progress
from govbrief_schemas.comparison import Comparison, State
from govbrief_schemas.report import Report

DONE, REGRESSED, PARTLY = 0, 1, 5


@dataclass(frozen=True, slots=True)
class Display:
    """How a comparison is shown, and what it is held to."""

    html: Path | None = None
    junit: Path | None = None
    as_json: bool = False
    fail_on_regression: bool = False
    dry_run: bool = False
    quiet: bool = False
    allow_url: bool = False


def _load(sources: Sequence[str], *, allow_url: bool) -> dict[str, Report]:
    """The reports by id, which is the file's name; one that cannot be read ends the comparison.

    Raises:
        InputError: a report cannot be read: with fewer reports the figures would be other ones.
    """
    unique = tuple(dict.fromkeys(sources))
    names = file_names(unique)
    return {names[source]: load_report(source, allow_url=allow_url) for source in unique}


def show_compare(job: CompareJob, sources: Sequence[str], display: Display) -> int:
    """Run every set on every report, show what differs, and give the exit code.

    Raises:
        PipelineError: nothing could be compared at all.
    """
    if display.dry_run and job.replay:
        raise UsageError("--replay sends nothing, so there is nothing to count", hint="leave --dry-run out")
    comparing = Comparing(job)
    reports = _load(sources, allow_url=display.allow_url)
    for path in (display.html, display.junit):
        if path is not None:
            require_writable(path.parent)
    if display.dry_run:
        return _show_plan(comparing, reports, display)
    with Progress(quiet=display.quiet) as progress:
        comparison, errors = comparing.run(reports, progress)
    for error in errors[:-1]:
        tell(error)
    if errors and not any(case.figures for case in comparison.cases):
        raise errors[-1]
    for error in errors[-1:]:
        tell(error)
    _show(display, comparison)
    return _exit_code(display, comparison)


def _show_plan(comparing: Comparing, reports: Mapping[str, Report], display: Display) -> int:
    """Say what would be sent, column by column."""
    plans = comparing.plan(reports)
    if display.as_json:
        rows = {name: plan._asdict() for name, plan in plans.items()}
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
    else:
        print_plan(plans, Console())
    return DONE


def _show(display: Display, comparison: Comparison) -> None:
    """Files first, so that what is asked for is there even when the screen goes away."""
    if display.junit:
        from govbrief.compare.junit import to_junit

        write_atomically(display.junit, to_junit(comparison))
    if display.html:
        from govbrief.views.page import render_page

        write_atomically(display.html, render_page(comparison))
    if display.as_json:
        sys.stdout.write(comparison.model_dump_json(by_alias=True, indent=1) + "\n")
        return
    print_comparison(comparison, Console(), everything=display.fail_on_regression)


def _exit_code(display: Display, comparison: Comparison) -> int:
    """1 when the gate is asked for and not passed, 5 when a brief is missing, else 0."""
    if display.fail_on_regression and comparison.breaches:
        for breach in comparison.breaches:
            sys.stderr.write(f"govbrief: {breach.message.en} {breach.message.zh}\n")
        return REGRESSED
    missing = any(case.state is State.MISSING for case in comparison.cases)
    return PARTLY if missing else DONE
