"""Owns the command `export`: briefs as tables."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from govbrief.base.errors import UsageError
from govbrief.cli.options import QuietFlag


def export(
    briefs: Annotated[
        list[Path], typer.Argument(metavar="BRIEF...", help="Briefs as JSON, or folders that hold them.")
    ],
    *,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the tables.  [default: one table to stdout]")
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", help="csv, jsonl, parquet, or several: csv,parquet.")
    ] = "csv",
    tables: Annotated[
        str, typer.Option("--table", help="figures, items, indicators, or several.")
    ] = "figures,items,indicators",
    quiet: QuietFlag = False,
) -> None:
    """Write figures, items and indicators of briefs as tables. 导出表格。"""
    from govbrief.base.briefs import load_briefs
    from govbrief.views.export import TABLE_FORMATS, TABLES, build_tables, table_text, write_tables

    forms, names = _chosen(formats, TABLE_FORMATS, "--format"), _chosen(tables, TABLES, "--table")
    if out is None and (len(forms) > 1 or len(names) > 1 or forms == ("parquet",)):
        raise UsageError(
            "several tables, several formats, or Parquet need --out",
            hint="give a folder (--out tables), or one table as text (--table figures --format csv)",
        )
    read = load_briefs(briefs)
    if out is None:
        (table,) = build_tables(read, names)
        sys.stdout.write(table_text(table, forms[0]))
        return
    for path in write_tables(read, out, forms, names):
        if not quiet:
            print(f"wrote {path}", file=sys.stderr)


def _chosen(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """The names in a list with commas, each once."""
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    for name in names or (text,):
        if name not in known:
            raise UsageError(f"{option} {name!r} is not known", hint=f"known: {', '.join(known)}")
    return names
