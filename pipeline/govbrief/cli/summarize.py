"""Owns the arguments of `govbrief summarize`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from govbrief.cli.options import (
    Concurrency,
    Endpoint,
    Engine,
    ForceFlag,
    GlossaryFile,
    Lang,
    ModelFile,
    ModelName,
    QuietFlag,
    Timeout,
    UrlFlag,
    known_formats,
    known_sets,
)
from govbrief.model.budget import FORMS, Budget, parse_budget


def summarize(  # noqa: PLR0913 - one parameter per option
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Reports, or folders of them; - is standard input."),
    ],
    *,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the briefs, or a file for a single one.")
    ] = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            autocompletion=known_formats,
            help="md, json, html, docx; as tables of all reports csv, jsonl, parquet; several as md,html,csv.",
        ),
    ] = None,
    prompts: Annotated[
        str | None,
        typer.Option(
            help="Prompt set, by name or folder.  [default: the one that fits the model]",
            autocompletion=known_sets,
        ),
    ] = None,
    model: ModelName = None,
    base_url: Endpoint = None,
    model_file: ModelFile = None,
    replay: Annotated[Path | None, typer.Option(help="Answer from the cassettes in this folder.")] = None,
    record: Annotated[
        Path | None,
        typer.Option(help="Write cassettes into this folder; with --replay, ask only for what is missing."),
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option(help="File that keeps every answer.  [default: .ledger.sqlite in the folder --out]"),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Make finished briefs again.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would ask, take and cost, and send nothing.")
    ] = False,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="AMOUNT", help=f"Spend no more than that: {FORMS}. Used up: exit 6; run again to go on."
        ),
    ] = None,
    glossary: GlossaryFile = None,
    lang: Annotated[Lang, typer.Option(help="Languages to show.")] = Lang.BOTH,
    concurrency: Concurrency = None,
    timeout: Timeout = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Print the source's own sentences below each line.")
    ] = False,
    template: Annotated[Path | None, typer.Option(help="Word document whose styles a docx takes.")] = None,
    engine: Annotated[
        Engine, typer.Option(help="What does the work: this process, or the workers of a Ray cluster.")
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(help="A running Ray cluster, e.g. auto.  [default: one on this machine, for this run]"),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes of the Ray cluster to use.  [default: its CPUs]")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out items with findings.")] = False,
    quiet: QuietFlag = False,
    allow_url: UrlFlag = False,
    force: ForceFlag = False,
) -> None:
    """Make bilingual briefs of reports. 生成双语摘要。"""
    from govbrief.base.errors import UsageError
    from govbrief.base.settings import read_settings
    from govbrief.cli.briefformats import Forms
    from govbrief.cli.briefing import run_job
    from govbrief.cli.job import Job

    flags = {"model": model, "base_url": base_url, "model_file": model_file, "prompts": prompts}
    job = Job(
        sources=tuple(sources),
        settings=read_settings(flags | {"concurrency": concurrency, "timeout_s": timeout}),
        out=out,
        formats=formats,
        replay=replay,
        record=record,
        ledger=ledger,
        again=again,
        dry_run=dry_run,
        budget=parse_budget(budget) if budget is not None else Budget(),
        glossary=glossary,
        forms=Forms(lang.value, evidence, template),
        strict=strict,
        quiet=quiet,
        allow_url=allow_url,
        force=force,
    )
    if engine is Engine.LOCAL or dry_run:
        if engine is Engine.LOCAL and (ray_address or workers):
            raise UsageError("--ray-address and --workers are for --engine ray", hint="add --engine ray")
        sys.exit(run_job(job))
    from govbrief.batch.raydata import Cluster
    from govbrief.cli.cluster import run_on_cluster

    sys.exit(run_on_cluster(job, Cluster(ray_address, workers)))
