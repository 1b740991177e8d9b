"""Owns writing the briefs of a job into its files: in one process and in the workers of a cluster alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govbrief.base.files import write_atomically
from govbrief.cli.finished import Finished
from govbrief.cli.job import Job
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report


@dataclass(frozen=True, slots=True)
class BriefFiles:
    """The files that briefs are written into; without `--out` there are none."""

    job: Job
    formats: Sequence[str]
    finished: Finished
    """Gets to know of each brief that is written."""

    def paths(self, stem: str) -> tuple[Path, ...]:
        """The files of the brief of that name, one for each format."""
        job = self.job
        if job.out is None:
            return ()
        return tuple(job.out if job.one_file else job.out / f"{stem}.{form}" for form in self.formats)

    def write(self, report: Report, brief: Brief, stem: str) -> tuple[Path, ...]:
        """Write the brief, each file whole or not at all, and note that it is finished; gives the files.

        Raises:
            OutputError: a file cannot be written.
        """
        paths = self.paths(stem)
        for path, form in zip(paths, self.formats, strict=bool(paths)):
            write_atomically(path, self.job.forms.write(brief, form, report.text))
        if paths:
            self.finished.note(report, brief, paths)
        return paths
