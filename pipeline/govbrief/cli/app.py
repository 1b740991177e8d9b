"""Owns the command line of `govbrief` as a whole: its commands, and how an error ends it."""

import gc
import sys
from typing import Annotated

import typer

from govbrief.base.errors import PipelineError
from govbrief.base.version import __version__
from govbrief.cli.comparing import ManySources, compare
from govbrief.cli.exporting import export
from govbrief.cli.keeping import ledger_app
from govbrief.cli.look import check, numbers, outline
from govbrief.cli.prompting import prompts_app
from govbrief.cli.setup import doctor, model_app
from govbrief.cli.sitefolder import site
from govbrief.cli.streams import settle_streams, tell, to_the_end
from govbrief.cli.summarize import summarize
from govbrief.cli.tracking import track

app = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    help="Chinese government reports to bilingual briefs in which every number is proven. "
    "政府报告双语摘要，数字逐一核对。",
    epilog="Exit codes: 0 all supported, 1 findings to review, 2 usage, 3 input, 4 model, 5 part of the work failed, "
    "6 stopped by the budget.",
)
app.command()(summarize)
app.command()(outline)
app.command()(numbers)
app.command()(check)
app.command(cls=ManySources)(compare)
app.command()(track)
app.command()(export)
app.command()(site)
app.add_typer(prompts_app, name="prompts")
app.add_typer(model_app, name="model")
app.add_typer(ledger_app, name="ledger")
app.command()(doctor)


def _version(value: bool) -> None:  # noqa: FBT001 - typer's form of a callback
    if value:
        print(f"govbrief {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version. 显示版本。")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; a `PipelineError` becomes its message, its hint and its exit code."""
    # Imports allocate a few hundred thousand objects that live on; looking through them again and again for garbage
    # takes a fifth of the time of a replayed brief.
    gc.set_threshold(100_000)
    settle_streams()
    try:
        with to_the_end():
            app()
    except PipelineError as error:
        tell(error)
        sys.exit(error.exit_code)
