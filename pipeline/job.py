"""Owns one `summarize`: what is read, where results go, what is printed, and the exit code."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InputError, ModelError, PipelineError, UsageError
from pipeline.files import write_atomically
from pipeline.load import load_report
from pipeline.settings import Settings
from schemas.brief import Brief
from schemas.report import Report

if TYPE_CHECKING:
    from pipeline.labels import Lang

FORMATS = ("md", "json")
DONE, REVIEW, PARTLY = 0, 1, 5


@dataclass(frozen=True, slots=True)
class Job:
    """What the user asked for."""

    sources: tuple[str, ...]
    settings: Settings
    out: Path | None = None
    """A folder, or a file when its name ends in one of `FORMATS`."""
    formats: str | None = None
    """Comma-separated `FORMATS`; None is `md,json` with `out`, and the terminal view without."""
    replay: Path | None = None
    record: Path | None = None
    glossary: Path | None = None
    lang: "Lang" = "both"
    strict: bool = False
    quiet: bool = False
    allow_url: bool = False


def run_job(job: Job) -> int:
    """Make the briefs, write or print them, and give the exit code.

    Raises:
        PipelineError: nothing could be done at all.
    """
    formats = _validate_args(job)
    reports, unread = _load_all(job)
    names = _names([r.source for r in reports])
    if job.out is not None:
        _probe(job.out, job.out if job.out.suffix else job.out / "x")
    from pipeline.connect import open_source
    from pipeline.glossary import load_glossary
    from pipeline.prompts import load_prompts
    from pipeline.render import to_markdown
    from pipeline.run import brief_all
    from pipeline.terminal import Progress

    prompts, glossary = load_prompts(job.settings.prompts), load_glossary(job.glossary)
    writers: dict[str, Callable[[Brief], str]] = {
        "md": lambda brief: to_markdown(brief, job.lang),
        "json": lambda brief: brief.model_dump_json(by_alias=True, indent=1) + "\n",
    }

    progress = Progress(quiet=job.quiet)

    def save(report: Report, brief: Brief) -> None:
        if job.out is None:
            return
        for extension in formats:
            path = job.out if job.out.suffix else job.out / f"{names[report.source]}.{extension}"
            write_atomically(path, writers[extension](brief))
            progress.say(f"wrote {path}")

    with (
        progress,
        open_source(
            job.settings, prompts.name, replay=job.replay, record=job.record, progress=progress.say
        ) as source,
    ):
        results = asyncio.run(
            brief_all(reports, source, prompts, glossary, progress, save, strict=job.strict)
        )
    briefs = [r for r in results if isinstance(r, Brief)]
    _print(briefs, formats, writers, job)
    return _exit_code(briefs, [*unread, *(r for r in results if isinstance(r, ModelError))], len(reports))


def _validate_args(job: Job) -> tuple[str, ...]:
    """The formats to write; the one place for rules between options."""
    formats = tuple(f.strip() for f in job.formats.split(",")) if job.formats else ()
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"--format {name!r}", hint=f"known: {', '.join(FORMATS)}")
    if job.out is None:
        if len(formats) > 1:
            raise UsageError("two formats need --out", hint="give a folder: --out out")
        return formats
    if job.out.suffix.lstrip(".") in FORMATS and not job.out.is_dir():
        if len(job.sources) > 1:
            raise UsageError(f"--out {job.out} is one file for {len(job.sources)} reports", hint="give a folder")
        extension = job.out.suffix.lstrip(".")
        if formats and formats != (extension,):
            raise UsageError(f"--format {job.formats} does not fit --out {job.out}")
        return (extension,)
    return formats or FORMATS


def _load_all(job: Job) -> tuple[list[Report], list[PipelineError]]:
    """The reports that can be read; with several, a bad one does not stop the others."""
    reports: list[Report] = []
    unread: list[PipelineError] = []
    for source in job.sources:
        try:
            reports.append(load_report(source, allow_url=job.allow_url))
        except InputError as error:
            if len(job.sources) == 1:
                raise
            unread.append(error)
    if not reports:
        raise unread[0]
    return reports, unread


def _names(sources: Sequence[str]) -> dict[str, str]:
    """A file name for each source, without extension; equal stems get their folder's name in front."""
    stems = {source: Path(source).stem or "stdin" for source in sources}
    doubled = {stem for stem in stems.values() if list(stems.values()).count(stem) > 1}
    return {
        source: f"{Path(source).resolve().parent.name}-{stem}" if stem in doubled else stem
        for source, stem in stems.items()
    }


def _probe(out: Path, example: Path) -> None:
    """Fail before the model is asked, not after, when `out` cannot be written."""
    probe = example.parent / ".govbrief-probe"
    write_atomically(probe, "")
    probe.unlink(missing_ok=True)


def _print(
    briefs: Sequence[Brief],
    formats: Sequence[str],
    writers: dict[str, Callable[[Brief], str]],
    job: Job,
) -> None:
    """To stdout: the chosen format, or the terminal view."""
    if job.out is None and formats:
        for brief in briefs:
            sys.stdout.write(writers[formats[0]](brief))
        return
    from rich.console import Console

    from pipeline.terminal import print_brief

    if job.out is None or len(briefs) == 1:
        for brief in briefs:
            print_brief(brief, Console(), job.lang)


def _exit_code(briefs: Sequence[Brief], errors: Sequence[PipelineError], asked: int) -> int:
    """0 all supported, 1 findings to review, 5 part failed; an error that left nothing is raised."""
    if not briefs and errors:
        raise errors[-1]
    for error in errors:
        print(f"govbrief: {error}" + (f"\n  {error.hint}" if error.hint else ""), file=sys.stderr)
    if errors or len(briefs) < asked or any(b.failures for b in briefs):
        return PARTLY
    return REVIEW if any(b.doubts for b in briefs) else DONE
