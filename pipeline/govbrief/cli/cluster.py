"""Owns `summarize --engine ray`: the work of `briefing.py`, report by report, in the workers of a cluster."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from govbrief.base.briefs import load_brief
from govbrief.base.errors import PipelineError, UsageError
from govbrief.base.files import file_names, require_writable, write_atomically
from govbrief.batch.actors import ClusterLedger, ClusterPace
from govbrief.batch.raydata import Cluster, SharedPlan, require_ray, spread
from govbrief.batch.reportrun import FILE, ReportRun, State, made, unmade
from govbrief.cli.finished import Finished
from govbrief.cli.job import Job, ledger_path, recipe_of, validate_args
from govbrief.cli.outcome import exit_code
from govbrief.cli.running import tell_batch
from govbrief.methods import load_set
from govbrief.model.budget import Budget
from govbrief.model.purse import NOTHING
from govbrief.names.glossary import load_glossary
from govbrief.read.folders import expand_sources
from govbrief.read.load import load_report
from govbrief.views.export import TABLE_FORMATS, require_formats, write_tables
from govbrief.views.progress import Progress
from govbrief.views.remarks import plural
from govbrief.write.desk import Silent
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report


@dataclass(frozen=True, slots=True)
class ClusterJob:
    """A job as a worker gets it."""

    job: Job
    formats: tuple[str, ...]
    folder: Path
    """Where the command was typed: what relative paths start from."""

    @contextmanager
    def open(
        self, ledger: ClusterLedger | None, pace: ClusterPace
    ) -> Iterator[Callable[[str, str], Awaitable[ReportRun]]]:
        """The work on one source, with what a worker keeps open for all of its sources."""
        from govbrief.batch.many import brief_all
        from govbrief.model.connect import open_source
        from govbrief.run import Means

        job, out = self.job, self.folder / (self.job.out or "")
        prompts = load_set(job.settings.prompt_set)
        finished = Finished(out, ledger, recipe_of(job, prompts.id, self.formats))

        def save(report: Report, brief: Brief, stem: str) -> ReportRun:
            paths = [out / f"{stem}.{extension}" for extension in self.formats]
            for path, extension in zip(paths, self.formats, strict=True):
                write_atomically(path, job.forms.write(brief, extension, report.text))
            finished.note(report, brief, paths)
            return made(brief)

        with open_source(job.settings, prompts.name, replay=job.replay, ledger=ledger) as answers:
            means = Means(
                replace(answers, limiter=pace),
                prompts,
                load_glossary(job.glossary),
                Silent(),
                strict=job.strict,
            )

            async def work(source: str, stem: str) -> ReportRun:
                try:
                    report = load_report(str(self.folder / source), force=job.force)
                except PipelineError as error:
                    return unmade(source, error)
                report = replace(report, source=source)
                if not job.again and (before := finished.briefs([report])):
                    return made(before[source], before=True)
                results = await brief_all([report], means, lambda report, brief: save(report, brief, stem))
                result = results.get(0)
                run = result if isinstance(result, ReportRun) else unmade(source, result)
                spent = answers.purse.by_report.pop(source, NOTHING)
                return replace(run, tokens_in=spent.tokens_in, tokens_out=spent.tokens_out)

            yield work


def run_on_cluster(job: Job, cluster: Cluster) -> int:
    """Make the briefs on a cluster and give the exit code.

    Raises:
        PipelineError: nothing could be done at all.
    """
    asked = validate_args(job)
    out = _require_fitting(job)
    require_ray()
    tables = [name for name in asked if name in TABLE_FORMATS]
    # what is finished is told by its JSON
    formats = tuple(dict.fromkeys((*(name for name in asked if name not in TABLE_FORMATS), "json")))
    require_formats(tables)
    job.forms.require_usable(formats, out)
    sources = expand_sources(job.sources, out)
    names = file_names(sources, (FILE.partition(".")[0],))
    require_writable(out)
    progress = Progress(quiet=job.quiet)
    work = ClusterJob(job, formats, Path.cwd())
    began = datetime.now(UTC)
    found: dict[str, ReportRun] = {}
    with progress:
        progress.expect(len(sources))
        for source, run in spread(names, work.open, _plan(job), cluster):
            found[source] = run
            progress.report_done(source)
    runs = [found.get(source) or unmade(source, None) for source in sources]
    before = sum(run.state is State.BEFORE for run in runs)
    if before:
        progress.say(f"{plural(before, 'brief')} finished before; --again makes them again")
    briefs = (load_brief(out / f"{names[run.source]}.json") for run in runs if run.has_brief)
    for path in write_tables(briefs, out, tables):
        progress.say(f"wrote {path}")
    tell_batch(job, runs, load_set(job.settings.prompt_set), began)
    return exit_code(runs)


def _require_fitting(job: Job) -> Path:
    """The folder for the briefs; a cluster writes nowhere else.

    Raises:
        UsageError: something of the job cannot be spread.
    """
    if job.out is None or job.one_file or "-" in job.sources:
        raise UsageError("--engine ray works from files into a folder", hint="give one: --out out")
    if job.budget != Budget():
        raise UsageError(
            "--budget holds for one process", hint="leave --engine ray out, or bound the key at the provider"
        )
    if job.record:
        raise UsageError(
            "--engine ray cannot record", hint="leave --record out: the ledger keeps every answer"
        )
    if job.settings.embedded and not job.replay:
        raise UsageError(
            "--engine ray asks a server, and none is named",
            hint="give --base-url and --model; the embedded model uses every core of one machine already",
        )
    return job.out


def _plan(job: Job) -> SharedPlan:
    from govbrief.model.connect import limiter_of, shown_address

    path = ledger_path(job)
    return SharedPlan(
        place=f"{shown_address(job.settings.base_url)} {job.settings.model_name}",
        limiter=limiter_of(job.settings),
        ledger=path and path.absolute(),
    )
