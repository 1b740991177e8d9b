"""Owns the commands about prompt sets."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from govbrief.cli.options import JsonFlag

prompts_app = typer.Typer(
    no_args_is_help=True, help="Prompt sets: what there is, what differs, a new one. 提示集。"
)
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
    from govbrief.methods import FORMS
    from govbrief.sets.prompt_files import set_names
    from govbrief.sets.prompt_tools import describe
    from govbrief.views.promptsets import list_json, list_lines

    found = [describe(name, FORMS) for name in sets or set_names()]
    if as_json:
        print(json.dumps({"sets": list_json(found)}, ensure_ascii=False))
    else:
        print(*list_lines(found), sep="\n")


@prompts_app.command("show")
def prompts_show(name: SetName, *, as_json: JsonFlag = False) -> None:
    """Show every message and setting of a set, and its file. 显示提示集全文及出处。"""
    from govbrief.methods import FORMS
    from govbrief.sets.prompt_tools import describe
    from govbrief.views.promptsets import set_json, set_lines

    found = describe(name, FORMS)
    if as_json:
        print(json.dumps(set_json(found), ensure_ascii=False))
    else:
        print(*set_lines(found), sep="\n")


@prompts_app.command("diff")
def prompts_diff(a: SetName, b: SetName) -> None:
    """Compare messages and settings of two sets, line by line. 逐行比较两个提示集。"""
    from rich.console import Console

    from govbrief.methods import FORMS
    from govbrief.sets.prompt_tools import diff_sets
    from govbrief.views.promptsets import print_diff

    print_diff(diff_sets(a, b, FORMS), Console())


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
    from govbrief.methods import FORMS
    from govbrief.sets.prompt_tools import new_set

    print(new_set(dest, base, FORMS, copy=copy))
    print(f"try it 试用: govbrief summarize REPORT --prompts {dest.resolve()}", file=sys.stderr)
