"""Owns one `summarize`: what is read, where results go, what is printed, and the exit code."""

import hashlib
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from govbrief.budget import Budget
from govbrief.cli.finished import Finished, Recipe
from govbrief.cli.forms import FORMATS, USUAL, Forms
from govbrief.cli.outcome import exit_code, last_of
from govbrief.cli.printing import print_briefs
from govbrief.cli.running import JobRun
from govbrief.errors import InputError, PipelineError, UsageError
from govbrief.export import TABLE_FORMATS, require_formats, write_tables
from govbrief.files import is_folder, require_writable
from govbrief.methods import load_set
from govbrief.model.ledger import FILE, Ledger
from govbrief.model.purse import Purse
from govbrief.names.glossary import load_glossary
from govbrief.plain import clean
from govbrief.prices import FREE, Price
from govbrief.read.folders import expand_sources
from govbrief.read.load import load_report
from govbrief.settings import Settings, config_path
from govbrief.spool import Spool
from govbrief.version import __version__

_FILE_LIKE = re.compile(r"\.[A-Za-z]{2,5}")
"""A suffix that nobody gives a folder; `out.2023` may be one."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the user asked for."""

    sources: tuple[str, ...]
    settings: Settings
    out: Path | None = None
    """A folder, or a file when its name ends in one of `FORMATS`."""
    formats: str | None = None
    """Comma-separated `FORMATS` and `TABLE_FORMATS`; None is `USUAL` with `out`, and the terminal view without."""
    replay: Path | None = None
    record: Path | None = None
    ledger: Path | None = None
    """Where answers are kept; None is a file in the folder `out`, where there is one."""
    again: bool = False
    """Whether finished briefs are made again."""
    dry_run: bool = False
    """Whether what would be asked is counted, and nothing sent."""
    budget: Budget = field(default_factory=Budget)
    glossary: Path | None = None
    forms: Forms = field(default_factory=Forms)
    strict: bool = False
    quiet: bool = False
    allow_url: bool = False
    force: bool = False
    """Whether a text that is no Chinese government report is read all the same."""

    @property
    def one_file(self) -> bool:
        """True when `out` is a file and not a folder."""
        return self.out is not None and self.out.suffix.lstrip(".") in FORMATS and not is_folder(self.out)


def run_job(job: Job) -> int:
    """Make the briefs, write or print them, and give the exit code.

    Raises:
        PipelineError: nothing could be done at all.
    """
    asked = validate_args(job)
    _validate_bounds(job)
    formats, tables = ([f for f in asked if f in known] for known in (FORMATS, TABLE_FORMATS))
    require_formats(tables)
    job.forms.require_usable(formats, job.out)
    reports, unread = _load_all(job)
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


def validate_args(job: Job) -> tuple[str, ...]:
    """The formats to write; the one place for rules between options."""
    formats = tuple(dict.fromkeys(f.strip() for f in job.formats.split(","))) if job.formats else ()
    for name in formats:
        if name not in {*FORMATS, *TABLE_FORMATS}:
            known = ", ".join((*FORMATS, *TABLE_FORMATS))
            raise UsageError(f"--format {name!r} is not known", hint=f"known: {known}")
    if {*TABLE_FORMATS}.intersection(formats) and (job.out is None or job.one_file):
        raise UsageError("tables hold all reports together and need a folder", hint="give one: --out out")
    if job.out is None:
        if len(formats) > 1:
            raise UsageError("two formats need --out", hint="give a folder: --out out")
        return formats
    if job.one_file:
        if len(job.sources) > 1:
            reason = f"--out {job.out} is one file for {len(job.sources)} reports"
            raise UsageError(reason, hint="give a folder: --out out")
        extension = job.out.suffix.lstrip(".")
        if formats not in {(), (extension,)}:
            raise UsageError(
                f"--format {job.formats} does not fit --out {job.out}",
                hint="give a folder, or leave --format out",
            )
        return (extension,)
    if _FILE_LIKE.fullmatch(job.out.suffix) and not is_folder(job.out):
        hint = f"give a folder, or a file that ends in .{' or .'.join(FORMATS)}"
        raise UsageError(f"--out {job.out} is no format known here", hint=hint)
    return formats or USUAL


def _validate_bounds(job: Job) -> None:
    """Rules for what is asked at all."""
    if job.dry_run and (job.replay or job.record):
        reason = "--dry-run counts what a server would be asked"
        raise UsageError(reason, hint="leave --replay and --record out")
    if job.budget == Budget():
        return
    if job.replay and not job.record:
        raise UsageError(
            "--budget bounds what a server is asked, and --replay asks none", hint="leave one out"
        )
    if job.budget.usd is not None and job.settings.price is None:
        model = job.settings.model_name
        raise UsageError(
            f"--budget in USD: what {model} costs at this address is not known",
            hint=f'tell it in {config_path(os.environ)}: [prices."{model}"] with in = and out =, US dollars per '
            "million tokens; or give the budget in tokens, e.g. --budget 2Mtok",
        )


def _price(job: Job, reports: int) -> Price | None:
    """What tokens cost, where somebody wants to know."""
    if job.replay and not job.record:
        return FREE
    return job.settings.price if reports > 1 or job.budget.usd is not None else None


def _load_all(job: Job) -> tuple[Spool, dict[str, PipelineError]]:
    """The reports that can be read; with several, a bad one does not stop the others."""
    reports = Spool()
    unread: dict[str, PipelineError] = {}
    for source in expand_sources(job.sources, job.out):
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


def ledger_path(job: Job) -> Path | None:
    """Where answers are kept; nowhere when they are recorded or replayed, or when nothing is written."""
    folder = None if job.out is None or job.one_file else job.out / FILE
    return None if job.replay or job.record else job.ledger or folder


def _ledger(job: Job) -> Ledger | None:
    path = ledger_path(job)
    return Ledger(path) if path else None


def recipe_of(job: Job, prompt_set_id: str, formats: Sequence[str]) -> Recipe:
    """What the briefs of this job are made with."""
    terms = job.glossary.read_bytes() if job.glossary else b""
    return Recipe(
        version=__version__,
        prompt_set_id=prompt_set_id,
        model=job.settings.model_name,
        glossary=hashlib.sha256(terms).hexdigest() if terms else "",
        forms=f"{job.forms} {sorted(formats)}",
        strict=job.strict,
    )


def _folders(job: Job) -> tuple[Path, ...]:
    """Where files will be written."""
    out = job.out.parent if job.out is not None and job.one_file else job.out
    return tuple(folder for folder in (out, job.record) if folder is not None)
