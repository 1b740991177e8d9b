"""Owns a run of `summarize`: briefs made, written where they belong, and what became of each report."""

import gc
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from govbrief.base.briefs import load_brief
from govbrief.base.errors import BudgetError, PipelineError
from govbrief.base.files import file_names, require_name, write_atomically
from govbrief.base.version import __version__
from govbrief.batch.reportrun import FILE, ReportRun, made, to_json, unmade
from govbrief.batch.spool import Spool
from govbrief.cli.finished import Finished
from govbrief.cli.interrupts import run_to_the_end
from govbrief.cli.job import Job
from govbrief.cli.writing import BriefFiles
from govbrief.model.purse import NOTHING, Purse
from govbrief.names.glossary import Glossary
from govbrief.sets.prompts import PromptSet
from govbrief.views.progress import Progress
from govbrief.views.remarks import plural
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report

WARM = 8
"""Reports after which all dictionaries and caches are in use."""
COLLECT_EVERY = 20_000
"""Objects after which garbage is looked for; what one report leaves is as many."""


@dataclass
class JobRun:
    """One job under way."""

    job: Job
    formats: Sequence[str]
    keeps: bool
    """Whether briefs are kept after they are written: a batch of thousands does without."""
    reports: Spool
    unread: Mapping[str, PipelineError]
    """Why sources could not be read."""
    skipped: Sequence[str]
    """Files of folders that nothing reads."""
    finished: Finished
    purse: Purse
    briefs: dict[str, Brief] = field(default_factory=dict)
    """By source, of those that are kept."""
    runs: dict[str, ReportRun] = field(default_factory=dict)
    """By source."""

    def __post_init__(self) -> None:
        """The names of files follow from all reports together."""
        self._names = file_names(self.reports.sources, (FILE.partition(".")[0],) if self.is_batch else ())
        self._progress = Progress(
            quiet=self.job.quiet, spent=lambda: str(self.purse) if self.purse.spent.calls else ""
        )
        self._files = BriefFiles(self.job, self.formats, self.finished)
        self._began = datetime.now(UTC)

    @property
    def is_batch(self) -> bool:
        """Whether there is more than one report, and a folder for the briefs."""
        return self.job.out is not None and not self.job.one_file and len(self.reports) + len(self.unread) > 1

    @property
    def stop(self) -> BudgetError | None:
        """What says that the budget is used up; None while it is not."""
        return self.purse.error() if self.purse.used_up else None

    def make(self, prompts: PromptSet, glossary: Glossary) -> tuple[ReportRun, ...]:
        """What became of each source: first those that could not be read, then the reports in order."""
        # the model stack takes a second to import, so what can fail without it fails before
        from govbrief.batch.many import brief_all
        from govbrief.model.connect import open_source
        from govbrief.run import Means

        job, progress = self.job, self._progress
        for report in () if job.again else self.reports:
            for brief in self.finished.briefs([report]).values():
                self._note(brief, before=True)
        if self.runs:
            progress.say(f"{plural(len(self.runs), 'brief')} finished before; --again makes them again")
        todo = self.reports.without(self.runs)
        self._try_names()
        if todo:
            progress.expect(len(todo))
            with (
                progress,
                open_source(
                    job.settings,
                    prompts.name,
                    replay=job.replay,
                    record=job.record,
                    ledger=self.finished.ledger,
                    purse=self.purse,
                    progress=progress.say,
                ) as answers,
            ):
                means = Means(answers, prompts, glossary, progress, strict=job.strict)
                results = run_to_the_end(brief_all(todo, means, self._save))
            for number, source in enumerate(todo.sources):
                result = results.get(number)
                if result is None or isinstance(result, PipelineError):
                    self.runs[source] = unmade(source, result)
        self.finished.close()
        unread = tuple(unmade(source, error) for source, error in self.unread.items())
        return (*unread, *(self._with_cost(self.runs[source]) for source in self.reports.sources))

    def _try_names(self) -> None:
        """Know before anything is sent that what comes back can be written."""
        out = self.job.out
        if out is not None:
            longest = max(self._names.values(), key=lambda name: len(name.encode()), default="")
            ending = max(self.formats, key=len, default="")
            require_name(out if self.job.one_file else out / f"{longest}.{ending}")

    def _save(self, report: Report, brief: Brief) -> bool:
        """Write the brief where it belongs; files come one by one and whole."""
        for path in self._files.write(report, brief, self._names[report.source]):
            self._progress.say(f"wrote {path}")
        self._note(brief)
        if len(self.runs) == WARM:
            # what is loaded by now stays; from here on a collection looks at the reports alone, and is quick and often
            gc.freeze()
            gc.set_threshold(COLLECT_EVERY)
        return True

    def _note(self, brief: Brief, *, before: bool = False) -> None:
        self.runs[brief.report.source] = made(brief, before=before)
        if self.keeps:
            self.briefs[brief.report.source] = brief

    def _with_cost(self, run: ReportRun) -> ReportRun:
        spent = self.purse.by_report.get(run.source, NOTHING)
        cost = self.purse.cost(spent)
        return replace(run, tokens_in=spent.tokens_in, tokens_out=spent.tokens_out, usd=cost)

    def say(self, text: str) -> None:
        """Print a line for whoever waits."""
        self._progress.say(text)

    def made(self) -> Iterator[Brief]:
        """The briefs, those that are not kept read back one by one."""
        for source in self.reports.sources:
            if source in self.briefs:
                yield self.briefs[source]
            elif self.job.out is not None and self.runs[source].has_brief:
                yield load_brief(self.job.out / f"{self._names[source]}.json")

    def tell(self, runs: Sequence[ReportRun], prompts: PromptSet) -> None:
        """Of a batch, write what became of each report, and show it."""
        if self.is_batch:
            about = {"budget_used_up": self.purse.used_up, "skipped": list(self.skipped)}
            tell_batch(self.job, runs, prompts, self._began, about)


def tell_batch(
    job: Job, runs: Sequence[ReportRun], prompts: PromptSet, began: datetime, more: Mapping[str, object]
) -> None:
    """Write into the folder of the briefs what became of each report, with `more` about the run, and show it."""
    about = {
        "govbrief": __version__,
        "model": None if job.replay and not job.record else job.settings.model_name,
        "prompt_set": prompts.name,
        "prompt_set_id": prompts.id,
        "began": began.isoformat(timespec="seconds"),
        "seconds": round(time.time() - began.timestamp(), 1),
        **more,
    }
    write_atomically((job.out or Path()) / FILE, to_json(runs, **about))
    if not job.quiet:
        from rich.console import Console

        from govbrief.views.batchtable import print_runs

        print_runs(runs, Console(file=sys.stderr))
