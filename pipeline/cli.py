"""Owns arguments, printing and exit codes of `govbrief`; must not know a regex, a prompt or an SDK type."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import PipelineError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Chinese government reports to bilingual briefs in which every number is proven. 政府报告双语摘要，数字逐一核对。",
)

JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
JsonlFlag = Annotated[bool, typer.Option("--jsonl", help="Filter: one JSON object a line, in and out.")]


@app.command()
def numbers(
    source: Annotated[str | None, typer.Argument(help="Text file, or - for standard input.")] = None,
    *,
    as_json: JsonFlag = False,
    jsonl: JsonlFlag = False,
) -> None:
    """List every quantity of a text. 列出文中全部数字。"""
    from pipeline import filters

    if jsonl:
        filters.answer_lines(sys.stdin.buffer, sys.stdout, filters.answer_numbers)
        return
    from pipeline.load import load_report
    from pipeline.quantities import find_in_outline
    from pipeline.sections import split_report

    report = load_report(source or "-")
    found = find_in_outline(split_report(report))
    rows = [filters.number_row(q) for q in found]
    if as_json:
        print(json.dumps({"numbers": rows}, ensure_ascii=False))
        return
    for row in rows:
        print(f"{row['start']}\t{row['text']}\t{row['value']}\t{row['unit']}\t{row['kind']}")


@app.command()
def outline(
    source: Annotated[str, typer.Argument(help="Report to take apart, or - for standard input.")],
    *,
    as_json: JsonFlag = False,
    allow_url: Annotated[bool, typer.Option("--allow-url", help="Let SOURCE be a web address.")] = False,
) -> None:
    """Show sections, levels, roles and noise. 列出章节、层级、性质与杂讯。"""
    from pipeline.load import load_report
    from pipeline.outline_view import outline_json, print_outline
    from pipeline.sections import split_report

    found = split_report(load_report(source, allow_url=allow_url))
    if as_json:
        print(json.dumps(outline_json(found), ensure_ascii=False))
        return
    from rich.console import Console

    print_outline(found, Console())


def main() -> None:
    """Run the command line; a `PipelineError` becomes its message, its hint and its exit code."""
    try:
        app()
    except PipelineError as error:
        print(f"govbrief: {error}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        sys.exit(error.exit_code)


_ = Path
