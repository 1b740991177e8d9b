"""Owns `summarize --dry-run`: what a batch would ask, take and cost; must not send anything or make a file."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console

from govbrief.batch.dryrun import DryRun
from govbrief.cli.finished import Finished, Recipe
from govbrief.cli.job import Job, ledger_path
from govbrief.model.connect import ledger_address
from govbrief.model.forecast import Forecast, Tally
from govbrief.model.ledger import Ledger, request_id
from govbrief.model.profile import profile_for
from govbrief.model.speed import speed_of
from govbrief.names.glossary import Glossary
from govbrief.sets.prompts import PromptSet
from govbrief.views.estimate import Estimate, print_estimate
from govbrief_schemas.report import Report

if TYPE_CHECKING:
    from govbrief.model.forecast import Known


def show_estimate(
    job: Job, reports: Sequence[Report], words: tuple[PromptSet, Glossary], recipe: Recipe
) -> int:
    """Print what the job would take, as a table or with `--format json` for programs, and give the exit code."""
    path = ledger_path(job)
    ledger = Ledger(path) if path and path.is_file() else None
    finished = Finished(job.out, ledger, recipe)
    done = {} if job.again else finished.briefs(reports)
    made = estimate(DryRun(job.settings, *words), reports, done, ledger)
    finished.close()
    if job.formats == "json":
        sys.stdout.write(json.dumps(made.as_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        print_estimate(made, Console())
    return 0


def estimate(
    dry: DryRun, reports: Sequence[Report], finished: Mapping[str, object], ledger: Ledger | None
) -> Estimate:
    """What is to be asked for each report; of those that are `finished`, nothing."""
    known = _known(ledger, ledger_address(dry.settings))
    rows: dict[str, Forecast] = {}
    for report in reports:
        tally = Tally()
        if report.source not in finished:
            dry.count(report, tally, known)
        rows[report.source] = tally.forecast
    return Estimate(
        rows=rows,
        finished=frozenset(finished),
        price=dry.settings.price,
        speed=speed_of(dry.settings, ledger.totals() if ledger else ()),
        at_once=dry.settings.concurrency or profile_for(dry.settings).requests_at_once,
        model=dry.settings.model_name,
    )


def _known(ledger: Ledger | None, address: str) -> "Known":
    def answer(body: Mapping[str, Any]) -> bytes | None:
        return ledger.answer(request_id(address, body)) if ledger else None

    return answer
