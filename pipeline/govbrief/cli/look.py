"""Owns the commands that look at a text without a model: `outline`, `numbers`, `check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govbrief.base.errors import InputError, UsageError
from govbrief.base.plain import clean, to_json
from govbrief.cli.options import GlossaryFile, JsonFlag, JsonlFlag, UrlFlag

if TYPE_CHECKING:
    from govbrief.checking.verify import Verified
    from govbrief_schemas.report import Report


def outline(
    source: Annotated[str, typer.Argument(help="Report to take apart, or - for standard input.")],
    *,
    as_json: JsonFlag = False,
    allow_url: UrlFlag = False,
) -> None:
    """Show sections, levels, roles and noise. 列出章节、层级、性质与杂讯。"""
    from govbrief.read.load import load_report
    from govbrief.read.sections import split_report
    from govbrief.views.outline import outline_json, print_outline

    found = split_report(load_report(source, allow_url=allow_url, told=_to_stderr))
    if as_json:
        print(to_json(outline_json(found)))
        return
    from rich.console import Console

    print_outline(found, Console())


def _to_stderr(what: str) -> None:
    print(what, file=sys.stderr)


def numbers(
    source: Annotated[str | None, typer.Argument(help="Text file, or - for standard input.")] = None,
    *,
    as_json: JsonFlag = False,
    jsonl: JsonlFlag = False,
) -> None:
    """List every quantity of a text. 列出文中全部数字。"""
    from govbrief.cli import filters

    if jsonl:
        filters.answer_lines(sys.stdin.buffer, sys.stdout, filters.answer_numbers)
        return
    from govbrief.numbers.find import find_in_outline
    from govbrief.read.load import load_report
    from govbrief.read.sections import split_report

    rows = [
        filters.number_row(q)
        for q in find_in_outline(split_report(load_report(source or "-", told=_to_stderr)))
    ]
    if as_json:
        print(to_json({"numbers": rows}))
        return
    for row in rows:
        print(f"{row['start']}\t{clean(str(row['text']))}\t{row['value']}\t{row['unit']}\t{row['kind']}")


def check(  # noqa: PLR0913 - what a user may say
    brief: Annotated[
        Path | None, typer.Argument(help="A brief (json, md, html, docx), or any Chinese or English text.")
    ] = None,
    source: Annotated[str | None, typer.Argument(help="The report it is about.")] = None,
    *,
    as_json: JsonFlag = False,
    jsonl: JsonlFlag = False,
    allow_url: UrlFlag = False,
    glossary: GlossaryFile = None,
) -> None:
    """Check a brief or a text against its source; no model. 重新核对摘要与原文。"""
    if jsonl:
        from govbrief.cli import filters

        filters.answer_lines(sys.stdin.buffer, sys.stdout, filters.answer_check)
        return
    if brief is None or source is None:
        raise UsageError(
            "check needs BRIEF and SOURCE, or --jsonl", hint="govbrief check out/x.json seeds/x.txt"
        )
    from rich.console import Console

    from govbrief.read.load import load_report
    from govbrief.views.verified import print_verified, verified_json

    found = _verified(brief, load_report(source, allow_url=allow_url, told=_to_stderr), glossary)
    if as_json:
        print(to_json(verified_json(found)))
    else:
        print_verified(found, Console())
    sys.exit(1 if found.doubts else 0)


def _verified(brief: Path, report: "Report", glossary: Path | None) -> "Verified":
    """A printed brief in the form that its name says; anything else as the text that it holds."""
    from govbrief.checking.verify import verify, verify_stated
    from govbrief.views.reread import FORMS, reread

    try:
        stated = reread(brief) if brief.suffix in FORMS else None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"{brief}: cannot be read ({reason})", hint="give a brief as it was written"
        ) from error
    return verify(brief, report, glossary) if stated is None else verify_stated(stated, report, glossary)
