"""Owns one `summarize`: what is read, where results go, what is printed, and the exit code."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from govbrief.base.errors import InputError, PipelineError
from govbrief.base.files import require_writable
from govbrief.base.plain import clean
from govbrief.base.prices import FREE, Price
from govbrief.batch.spool import Spool
from govbrief.cli.briefformats import FORMATS
from govbrief.cli.finished import Finished
from govbrief.cli.job import Job, ledger_path, recipe_of, validate_args, validate_bounds
from govbrief.cli.outcome import exit_code, last_of, tell_skipped
from govbrief.cli.printing import print_briefs
from govbrief.cli.running import JobRun
from govbrief.methods import load_set
from govbrief.model.ledger import Ledger
from govbrief.model.purse import Purse
from govbrief.names.glossary import load_glossary
from govbrief.read.folders import expand_sources
from govbrief.read.load import load_report
from govbrief.views.export import TABLE_FORMATS, require_formats, write_tables


def run_job(job: Job) -> int:
    """Make the briefs, write or print them, and give the exit code.

    Raises:
        PipelineError: nothing could be done at all.
    """
    asked = validate_args(job)
    validate_bounds(job)
    formats, tables = ([f for f in asked if f in known] for known in (FORMATS, TABLE_FORMATS))
    require_formats(tables)
    job.forms.require_usable(formats, job.out)
    sources = expand_sources(job.sources, job.out)
    tell_skipped(sources.skipped, quiet=job.quiet)
    reports, unread = _load_all(job, sources.files)
    prompts, glossary = load_set(job.settings.prompt_set), load_glossary(job.glossary)
    if job.dry_run:
        from govbrief.cli.estimating import show_estimate

        return show_estimate(job, reports, (prompts, glossary), recipe_of(job, prompts.id, formats))
    for folder in _folders(job):
        require_writable(folder)
    run = JobRun(
        job=job,
        formats=formats,
        keeps=job.out is None or len(reports) == 1 or (bool(tables) and "json" not in formats),
        reports=reports,
        unread=unread,
        finished=Finished(job.out, _ledger(job), recipe_of(job, prompts.id, formats)),
        skipped=sources.skipped,
        purse=Purse(job.budget, _price(job, len(reports))),
    )
    runs = run.make(prompts, glossary)
    if job.out is not None:
        for path in write_tables(run.made(), job.out, tables):
            run.say(f"wrote {path}")
    texts = {} if job.out else {report.source: report.text for report in reports}
    kept = [run.briefs[source] for source in reports.sources if source in run.briefs]
    print_briefs(kept, formats, texts, job.forms, written=job.out is not None)
    run.tell(runs, prompts)
    return exit_code(runs, run.stop)


def _price(job: Job, reports: int) -> Price | None:
    """What tokens cost, where somebody wants to know."""
    if job.replay and not job.record:
        return FREE
    return job.settings.price if reports > 1 or job.budget.usd is not None else None


def _load_all(job: Job, sources: Sequence[str]) -> tuple[Spool, dict[str, PipelineError]]:
    """The reports that can be read; with several, a bad one does not stop the others."""
    reports = Spool()
    unread: dict[str, PipelineError] = {}
    for source in sources:
        try:
            reports.append(
                load_report(
                    source, allow_url=job.allow_url, force=job.force, told=_hear(source, quiet=job.quiet)
                )
            )
        except InputError as error:
            unread[source] = error
    if not reports:
        raise last_of(list(unread.values()))
    return reports, unread


def _hear(source: str, *, quiet: bool) -> Callable[[str], None]:
    """What prints how far the reading of a report is, on standard error."""
    return lambda what: None if quiet else print(clean(f"{source}: {what}"), file=sys.stderr)


def _ledger(job: Job) -> Ledger | None:
    path = ledger_path(job)
    return Ledger(path) if path else None


def _folders(job: Job) -> tuple[Path, ...]:
    """Where files will be written."""
    out = job.out.parent if job.out is not None and job.one_file else job.out
    return tuple(folder for folder in (out, job.record) if folder is not None)
