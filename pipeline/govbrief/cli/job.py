"""Owns what the user asked `summarize` for, the rules between options, and what follows from them alone."""

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from govbrief.base.errors import UsageError
from govbrief.base.files import is_folder
from govbrief.base.settings import Settings, config_path
from govbrief.base.version import __version__
from govbrief.cli.briefformats import FORMATS, USUAL, Forms
from govbrief.cli.finished import Recipe
from govbrief.model.budget import Budget
from govbrief.model.ledger import FILE
from govbrief.views.export import TABLE_FORMATS

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


def validate_bounds(job: Job) -> None:
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


def ledger_path(job: Job) -> Path | None:
    """Where answers are kept; nowhere when they are recorded or replayed, or when nothing is written."""
    folder = None if job.out is None or job.one_file else job.out / FILE
    return None if job.replay or job.record else job.ledger or folder


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
