"""Owns the arguments of `govbrief compare`."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from govbrief.cli.options import (
    Concurrency,
    Endpoint,
    GlossaryFile,
    JsonFlag,
    ModelFile,
    QuietFlag,
    Timeout,
    UrlFlag,
)


class ManySources(TyperCommand):
    """Reads `--on a b c`, as a shell expands it, as `--on a --on b --on c`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - a class that typer keeps to itself
        """Parse with every value of `--on` given an option of its own."""
        spread: list[str] = []
        on = False
        for arg in args:
            option = arg.startswith("-") and arg != "-"
            on = arg == "--on" or (on and not option)
            if arg != "--on":
                spread += ["--on", arg] if on else [arg]
        return super().parse_args(ctx, spread)


def compare(  # noqa: PLR0913 - one parameter per option
    sets: Annotated[list[str], typer.Argument(metavar="SET...", help="Prompt sets, by name or folder.")],
    *,
    on: Annotated[list[str], typer.Option(metavar="SOURCE...", help="Reports, as many as you like.")],
    replay: Annotated[
        Path | None, typer.Option(help="Answer from DIR/<set>/<report>.yaml; nothing is sent.")
    ] = None,
    baseline: Annotated[
        str | None, typer.Option(help="The set to compare with.  [default: the first]")
    ] = None,
    models: Annotated[
        list[str] | None, typer.Option("--model", help="Model to ask; several give a column each.")
    ] = None,
    repeats: Annotated[int, typer.Option(min=1, help="Runs of each set, with other seeds.")] = 1,
    html: Annotated[Path | None, typer.Option(help="Write the page: one file, no network.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write JUnit XML for a build server.")] = None,
    fail_on_regression: Annotated[
        bool, typer.Option("--fail-on-regression", help="Exit 1 when a threshold is not kept.")
    ] = False,
    thresholds: Annotated[Path | None, typer.Option(help="TOML file: what may pass.")] = None,
    prices: Annotated[Path | None, typer.Option(help="TOML file: what a model's tokens cost.")] = None,
    annotations: Annotated[Path | None, typer.Option(help="Folder of reference annotations.")] = None,
    glossary: GlossaryFile = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count the requests and send none.")] = False,
    base_url: Endpoint = None,
    model_file: ModelFile = None,
    concurrency: Concurrency = None,
    timeout: Timeout = None,
    as_json: JsonFlag = False,
    quiet: QuietFlag = False,
    allow_url: UrlFlag = False,
) -> None:
    """Run prompt sets on the same reports, side by side. 比较提示集。"""
    from govbrief.base.settings import read_settings
    from govbrief.cli.compared import Display, show_compare
    from govbrief.compare.runner import CompareJob

    flags = {"base_url": base_url, "model_file": model_file, "concurrency": concurrency, "timeout_s": timeout}
    job = CompareJob(
        sets=tuple(sets),
        settings=read_settings(flags | {"model": models[0] if models else None}),
        models=tuple(models or ()),
        baseline=baseline,
        repeats=repeats,
        replay=replay,
        thresholds=thresholds,
        prices=prices,
        annotations=annotations,
        glossary=glossary,
    )
    display = Display(
        html=html,
        junit=junit,
        as_json=as_json,
        fail_on_regression=fail_on_regression,
        dry_run=dry_run,
        quiet=quiet,
        allow_url=allow_url,
    )
    sys.exit(show_compare(job, on, display))
