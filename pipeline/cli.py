"""Owns arguments, printing and exit codes of `govbrief`; must not know a regex, a prompt or an SDK type."""

import gc
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from pipeline.errors import PipelineError, UsageError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Chinese government reports to bilingual briefs in which every number is proven. "
    "政府报告双语摘要，数字逐一核对。",
    epilog="Exit codes: 0 all supported, 1 findings to review, 2 usage, 3 input, 4 model, 5 part of the work failed.",
)
model_app = typer.Typer(no_args_is_help=True, help="The embedded model's weights. 内置模型的权重文件。")
app.add_typer(model_app, name="model")
prompts_app = typer.Typer(
    no_args_is_help=True, help="Prompt sets: what there is, what differs, a new one. 提示集。"
)
app.add_typer(prompts_app, name="prompts")


class Lang(StrEnum):
    """Languages of a view."""

    BOTH = "both"
    ZH = "zh"
    EN = "en"


JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
JsonlFlag = Annotated[bool, typer.Option("--jsonl", help="Filter: one JSON object a line, in and out.")]
UrlFlag = Annotated[bool, typer.Option("--allow-url", help="Let SOURCE be a web address.")]
Endpoint = Annotated[
    str | None, typer.Option("--base-url", help="Server with an OpenAI-compatible chat API.")
]
ModelName = Annotated[str | None, typer.Option("--model", help="Model to ask for (GOVBRIEF_MODEL).")]
ModelFile = Annotated[Path | None, typer.Option("--model-file", help="Another GGUF for the embedded model.")]


@app.command()
def summarize(  # noqa: PLR0913 - one parameter per option
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Reports; - is standard input.")],
    *,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the briefs, or a file for a single one.")
    ] = None,
    formats: Annotated[str | None, typer.Option("--format", help="md, json, or both as md,json.")] = None,
    prompts: Annotated[
        str | None, typer.Option(help="Prompt set, by name or folder.  [default: default]")
    ] = None,
    model: ModelName = None,
    base_url: Endpoint = None,
    model_file: ModelFile = None,
    replay: Annotated[Path | None, typer.Option(help="Answer from the cassettes in this folder.")] = None,
    record: Annotated[
        Path | None,
        typer.Option(help="Write cassettes into this folder; with --replay, ask only for what is missing."),
    ] = None,
    glossary: Annotated[Path | None, typer.Option(help="Your own terms, added to the built-in ones.")] = None,
    lang: Annotated[Lang, typer.Option(help="Languages to show.")] = Lang.BOTH,
    concurrency: Annotated[
        int | None, typer.Option(help="Requests at once.  [default: 1 embedded, 8 else]")
    ] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds for one request.  [default: 300]")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out items with findings.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on stderr.")] = False,
    allow_url: UrlFlag = False,
) -> None:
    """Make bilingual briefs of reports. 生成双语摘要。"""
    from pipeline.job import Job, run_job
    from pipeline.model.settings import read_settings

    flags = {"model": model, "base_url": base_url, "model_file": model_file, "prompts": prompts}
    job = Job(
        sources=tuple(sources),
        settings=read_settings(flags | {"concurrency": concurrency, "timeout_s": timeout}),
        out=out,
        formats=formats,
        replay=replay,
        record=record,
        glossary=glossary,
        lang=lang.value,
        strict=strict,
        quiet=quiet,
        allow_url=allow_url,
    )
    sys.exit(run_job(job))


class _ManySources(TyperCommand):
    """Reads `--on a b c`, as a shell expands it, as `--on a --on b --on c`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - a class that typer keeps to itself
        spread: list[str] = []
        on = False
        for arg in args:
            option = arg.startswith("-") and arg != "-"
            on = arg == "--on" or (on and not option)
            if arg != "--on":
                spread += ["--on", arg] if on else [arg]
        return super().parse_args(ctx, spread)


@app.command(cls=_ManySources)
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
    glossary: Annotated[Path | None, typer.Option(help="Your own terms, added to the built-in ones.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count the requests and send none.")] = False,
    base_url: Endpoint = None,
    model_file: ModelFile = None,
    concurrency: Annotated[
        int | None, typer.Option(help="Requests at once.  [default: 1 embedded, 8 else]")
    ] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds for one request.  [default: 300]")] = None,
    as_json: JsonFlag = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on stderr.")] = False,
    allow_url: UrlFlag = False,
) -> None:
    """Run prompt sets on the same reports, side by side. 比较提示集。"""
    from pipeline.compare.run import CompareJob, run_compare
    from pipeline.model.settings import read_settings

    flags = {"base_url": base_url, "model_file": model_file, "concurrency": concurrency, "timeout_s": timeout}
    job = CompareJob(
        sets=tuple(sets),
        sources=tuple(on),
        settings=read_settings(flags | {"model": models[0] if models else None}),
        models=tuple(models or ()),
        baseline=baseline,
        repeats=repeats,
        replay=replay,
        html=html,
        junit=junit,
        thresholds=thresholds,
        prices=prices,
        annotations=annotations,
        glossary=glossary,
        as_json=as_json,
        fail_on_regression=fail_on_regression,
        dry_run=dry_run,
        quiet=quiet,
        allow_url=allow_url,
    )
    sys.exit(run_compare(job))


@app.command()
def outline(
    source: Annotated[str, typer.Argument(help="Report to take apart, or - for standard input.")],
    *,
    as_json: JsonFlag = False,
    allow_url: UrlFlag = False,
) -> None:
    """Show sections, levels, roles and noise. 列出章节、层级、性质与杂讯。"""
    from pipeline.load import load_report
    from pipeline.sections import split_report
    from pipeline.views.outline import outline_json, print_outline

    found = split_report(load_report(source, allow_url=allow_url))
    if as_json:
        print(json.dumps(outline_json(found), ensure_ascii=False))
        return
    from rich.console import Console

    print_outline(found, Console())


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

    rows = [filters.number_row(q) for q in find_in_outline(split_report(load_report(source or "-")))]
    if as_json:
        print(json.dumps({"numbers": rows}, ensure_ascii=False))
        return
    for row in rows:
        print(f"{row['start']}\t{row['text']}\t{row['value']}\t{row['unit']}\t{row['kind']}")


@app.command()
def check(
    brief: Annotated[
        Path | None, typer.Argument(help="A brief as JSON, or any Chinese or English text.")
    ] = None,
    source: Annotated[str | None, typer.Argument(help="The report it is about.")] = None,
    *,
    as_json: JsonFlag = False,
    jsonl: JsonlFlag = False,
    allow_url: UrlFlag = False,
) -> None:
    """Check a brief or a text against its source; no model. 重新核对摘要与原文。"""
    if jsonl:
        from pipeline import filters

        filters.answer_lines(sys.stdin.buffer, sys.stdout, filters.answer_check)
        return
    if brief is None or source is None:
        raise UsageError(
            "check needs BRIEF and SOURCE, or --jsonl", hint="govbrief check out/x.json seeds/x.txt"
        )
    from rich.console import Console

    from pipeline.load import load_report
    from pipeline.verify import verify
    from pipeline.views.verified import print_verified, verified_json

    found = verify(brief, load_report(source, allow_url=allow_url))
    if as_json:
        print(json.dumps(verified_json(found), ensure_ascii=False))
    else:
        print_verified(found, Console())
    sys.exit(1 if found.doubts else 0)


@app.command()
def doctor(
    *,
    as_json: JsonFlag = False,
    deep: Annotated[bool, typer.Option("--deep", help="Hash the model file again.")] = False,
    base_url: Endpoint = None,
    model_file: ModelFile = None,
) -> None:
    """Say what is installed, reachable or missing, and the fix. 检查安装与连接，并给出修复办法。"""
    from pipeline.doctor import print_checks, run_doctor
    from pipeline.model.settings import read_settings

    checks = run_doctor(read_settings({"base_url": base_url, "model_file": model_file}), deep=deep)
    sys.exit(print_checks(checks, as_json=as_json))


@model_app.command("fetch")
def model_fetch() -> None:
    """Bring the embedded model's weights (1.1 GB, once). 下载内置模型。"""
    from pipeline.model.fetch import fetch_with_progress

    print(fetch_with_progress())


@model_app.command("path")
def model_path() -> None:
    """Print where the verified weights are. 显示内置模型的位置。"""
    from pipeline.model.weights import require

    print(require())


SetName = Annotated[str, typer.Argument(metavar="SET", help="Prompt set, by name or folder.")]


@prompts_app.command("list")
def prompts_list(
    sets: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SET]...", help="Sets by name or folder.  [default: those of govbrief]"),
    ] = None,
    *,
    as_json: JsonFlag = False,
) -> None:
    """Name prompt sets and what each is for. 列出提示集及其用途。"""
    from pipeline.prompt_files import set_names
    from pipeline.prompt_tools import describe
    from pipeline.views.prompts import list_json, list_lines

    found = [describe(name) for name in sets or set_names()]
    if as_json:
        print(json.dumps({"sets": list_json(found)}, ensure_ascii=False))
    else:
        print(*list_lines(found), sep="\n")


@prompts_app.command("show")
def prompts_show(name: SetName, *, as_json: JsonFlag = False) -> None:
    """Show every message and setting of a set, and its file. 显示提示集全文及出处。"""
    from pipeline.prompt_tools import describe
    from pipeline.views.prompts import set_json, set_lines

    found = describe(name)
    if as_json:
        print(json.dumps(set_json(found), ensure_ascii=False))
    else:
        print(*set_lines(found), sep="\n")


@prompts_app.command("diff")
def prompts_diff(a: SetName, b: SetName) -> None:
    """Compare messages and settings of two sets, line by line. 逐行比较两个提示集。"""
    from rich.console import Console

    from pipeline.prompt_tools import diff_sets
    from pipeline.views.prompts import print_diff

    print_diff(diff_sets(a, b), Console())


@prompts_app.command("new")
def prompts_new(
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="Folder to make; its name names the set.")],
    *,
    base: Annotated[str, typer.Option("--from", help="Set to begin with, by name or folder.")] = "default",
    copy: Annotated[
        bool, typer.Option("--copy", help="Copy every file instead of extending that set.")
    ] = False,
) -> None:
    """Begin a set of your own. 新建提示集。"""
    from pipeline.prompt_tools import new_set

    print(new_set(dest, base, copy=copy))
    print(f"try it 试用: govbrief summarize REPORT --prompts {dest.resolve()}", file=sys.stderr)


def main() -> None:
    """Run the command line; a `PipelineError` becomes its message, its hint and its exit code."""
    # Imports allocate a few hundred thousand objects that live on; looking through them again and again for garbage
    # takes a fifth of the time of a replayed brief.
    gc.set_threshold(100_000)
    try:
        app()
    except PipelineError as error:
        print(f"govbrief: {error}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        sys.exit(error.exit_code)
