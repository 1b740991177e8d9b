"""Owns `summarize --engine ray`: the work of `briefing.py`, report by report, in the workers of a cluster."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from govbrief.base.briefs import load_brief
from govbrief.base.errors import PipelineError, UsageError
from govbrief.base.files import file_names, require_writable
from govbrief.base.prices import FREE
from govbrief.batch.rayactors import ClusterLedger, ClusterPace
from govbrief.batch.raydata import Cluster, SharedPlan, require_ray, spread
from govbrief.batch.reportrun import FILE, ReportRun, RunState, made, unmade
from govbrief.cli.finished import Finished, Recipe
from govbrief.cli.interrupts import ends_as_ctrl_c
from govbrief.cli.job import Job, ledger_path, recipe_of, validate_args
from govbrief.cli.outcome import exit_code, tell_skipped
from govbrief.cli.running import tell_batch
from govbrief.cli.writing import BriefFiles
from govbrief.methods import load_set
from govbrief.model.budget import Budget
from govbrief.model.purse import NOTHING
from govbrief.names.glossary import load_glossary
from govbrief.read.folders import expand_sources
from govbrief.read.load import is_address, load_report
from govbrief.sets.prompts import PromptSet
from govbrief.views.export import TABLE_FORMATS, require_formats, write_tables
from govbrief.views.progress import Progress
from govbrief.views.remarks import plural
from govbrief.write.desk import Silent
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report


@dataclass(frozen=True, slots=True)
class ClusterJob:
    """A job as a worker gets it: it runs in another folder, maybe on another machine."""

    job: Job
    """All its paths but those of the sources are absolute."""
    formats: tuple[str, ...]
    recipe: Recipe
    folder: Path
    """Where the command was typed: what sources' relative paths start from."""

    @contextmanager
    def open(
        self, ledger: ClusterLedger | None, pace: ClusterPace
    ) -> Iterator[Callable[[str, str], Awaitable[ReportRun]]]:
        """The work on one source, with what a worker keeps open for all of its sources."""
        from govbrief.batch.many import brief_all
        from govbrief.model.connect import open_source
        from govbrief.run import Means

        job = self.job
        prompts = load_set(job.settings.prompt_set)
        files = BriefFiles(job, self.formats, Finished(job.out, ledger, self.recipe))
        with open_source(job.settings, prompts.name, replay=job.replay, ledger=ledger) as answers:
            paced = replace(answers, limiter=pace)
            means = Means(paced, prompts, load_glossary(job.glossary), Silent(), strict=job.strict)

            async def work(source: str, stem: str) -> ReportRun:
                def save(report: Report, brief: Brief) -> ReportRun:
                    files.write(report, brief, stem)
                    return made(brief)

                try:
                    report = self._read(source)
                except PipelineError as error:
                    return unmade(source, error)
                if not job.again and (before := files.finished.briefs([report])):
                    return made(before[source], before=True)
                result = (await brief_all([report], means, save)).get(0)
                run = result if isinstance(result, ReportRun) else unmade(source, result)
                spent = answers.purse.by_report.pop(source, NOTHING)
                return replace(run, tokens_in=spent.tokens_in, tokens_out=spent.tokens_out)

            yield work

    def _read(self, source: str) -> Report:
        """The report, under the name that the user gave it."""
        place = source if is_address(source) else str(self.folder / source)
        report = load_report(place, allow_url=self.job.allow_url, force=self.job.force)
        return replace(report, source=source)


def run_on_cluster(job: Job, cluster: Cluster) -> int:
    """Make the briefs on a cluster and give the exit code; interrupted, what is done is told and kept.

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
    prompts = _require_openable(job)
    sources, skipped = expand_sources(job.sources, out)
    tell_skipped(skipped, quiet=job.quiet)
    names = file_names(sources, (FILE.partition(".")[0],))
    require_writable(out)
    progress = Progress(quiet=job.quiet)
    began = datetime.now(UTC)
    recipe = recipe_of(job, prompts.id, formats)
    found = _spread(ClusterJob(_absolute(job), formats, recipe, Path.cwd()), names, cluster, progress)
    files = BriefFiles(job, formats, Finished(out, None, recipe))
    runs = [found.get(source) or _left(source, files.paths(names[source]), began) for source in sources]
    runs = [replace(run, usd=_cost(job, run)) for run in runs]
    before = sum(run.state is RunState.BEFORE for run in runs)
    if before:
        progress.say(f"{plural(before, 'brief')} finished before; --again makes them again")
    briefs = (load_brief(out / f"{names[run.source]}.json") for run in runs if run.has_brief)
    for path in write_tables(briefs, out, tables):
        progress.say(f"wrote {path}")
    tell_batch(job, runs, prompts, began, {"budget_used_up": False, "skipped": list(skipped)})
    return exit_code(runs)


def _spread(
    work: ClusterJob, names: Mapping[str, str], cluster: Cluster, progress: Progress
) -> dict[str, ReportRun]:
    """What became of each source that a worker was done with; interrupted, those of until then."""
    found: dict[str, ReportRun] = {}
    with progress, suppress(KeyboardInterrupt), ends_as_ctrl_c():
        progress.expect(len(names))
        with closing(spread(names, work.open, _plan(work.job), cluster)) as results:
            for source, run in results:
                found[source] = run
                progress.report_done(source)
    return found


def _left(source: str, paths: Sequence[Path], began: datetime) -> ReportRun:
    """A source of which no worker told: its brief may be written all the same, and only the telling cut off."""
    try:
        if min(path.stat().st_mtime for path in paths) >= began.timestamp():
            written = next(path for path in paths if path.suffix == ".json")
            return replace(made(load_brief(written)), source=source)
    except FileNotFoundError:
        pass
    return unmade(source, None)


def _cost(job: Job, run: ReportRun) -> Decimal | None:
    """What the tokens of a report cost, in US dollars; None where nobody knows."""
    price = FREE if job.replay else job.settings.price
    return None if price is None else price.of(run.tokens_in, run.tokens_out)


def _absolute(job: Job) -> Job:
    """The job with paths that mean the same in every folder; a set that is a name stays one."""
    settings, forms = job.settings, job.forms
    if settings.prompts and Path(settings.prompts).is_dir():
        settings = replace(settings, prompts=str(Path(settings.prompts).absolute()))
    return replace(
        job,
        settings=settings,
        forms=replace(forms, template=forms.template and forms.template.absolute()),
        out=job.out and job.out.absolute(),
        replay=job.replay and job.replay.absolute(),
        ledger=job.ledger and job.ledger.absolute(),
        glossary=job.glossary and job.glossary.absolute(),
    )


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


def _require_openable(job: Job) -> PromptSet:
    """The job's prompt set, once all that every worker opens has been opened here.

    Raises:
        PipelineError: prompts, terms, recordings or the model's name are missing or wrong: a worker would fail too.
    """
    from govbrief.model.connect import open_source

    prompts = load_set(job.settings.prompt_set)
    load_glossary(job.glossary)
    with open_source(job.settings, prompts.name, replay=job.replay):
        return prompts


def _plan(job: Job) -> SharedPlan:
    from govbrief.model.connect import limiter_of, shown_address

    path = ledger_path(job)
    return SharedPlan(
        place=f"{shown_address(job.settings.base_url)} {job.settings.model_name}",
        limiter=limiter_of(job.settings),
        ledger=path,
    )
