"""Owns tables to files: CSV for spreadsheets, JSON lines for programs, Parquet for data frames.

A spreadsheet runs what begins with = + - or @, so such text gets an apostrophe in front in CSV, and only there; every
text is quoted, because another locale splits at ; or tab.
"""

import json
from collections.abc import Callable, Sequence
from decimal import Context, Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from govbrief.errors import OutputError, UsageError
from govbrief.export.rows import TABLES, Cell, ColumnType, Table, build_tables
from govbrief.files import HINT, write_atomically
from govbrief_schemas.brief import Brief

BOM: Final = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for the locale's own encoding."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_DIGITS, _PLACES = 38, 10
"""Of a Parquet decimal: the widest there is; places for rates and money in 万元, fractions are rounded to them."""
_CONTEXT = Context(prec=_DIGITS)
_DOUBLE_DIGITS = 15
"""Digits that a JSON number keeps in every reader; longer values are strings."""


def table_text(table: Table, form: str) -> str:
    """The table as `csv` or `jsonl`."""
    return _TEXTS[form](table)


def require_formats(formats: Sequence[str]) -> None:
    """Try out what the formats need, so that hours of work do not end at a missing package.

    Raises:
        UsageError: Parquet is asked for and pyarrow is not installed.
    """
    if "parquet" in formats:
        _pyarrow()


def write_tables(
    briefs: Sequence[Brief], folder: Path, formats: Sequence[str], names: Sequence[str] = TABLES
) -> tuple[Path, ...]:
    """Write the tables into `folder`, a file for each and format, whole or not at all; the paths.

    Raises:
        UsageError: Parquet is asked for and pyarrow is not installed.
        OutputError: a file cannot be written.
    """
    require_formats(formats)
    written = []
    for table in build_tables(briefs, names) if formats else ():
        for form in formats:
            path = folder / f"{table.name}.{form}"
            if form == "parquet":
                _write_parquet(table, path)
            else:
                write_atomically(path, table_text(table, form))
            written.append(path)
    return tuple(written)


def _csv(table: Table) -> str:
    rows = ([column.name for column in table.columns], *table.rows)
    return BOM + "".join(",".join(map(_csv_cell, row)) + "\r\n" for row in rows)


def _csv_cell(cell: Cell) -> str:
    """Numbers bare and with all of their digits, text in quotes, nothing for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, int):
        return str(cell)
    safe = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return '"' + safe.replace('"', '""') + '"'


def _jsonl(table: Table) -> str:
    names = [column.name for column in table.columns]
    rows = (dict(zip(names, map(_json_cell, row), strict=True)) for row in table.rows)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _json_cell(cell: Cell) -> str | int | float | None:
    if not isinstance(cell, Decimal):
        return cell
    digits = cell.normalize().as_tuple().digits
    if len(digits) > _DOUBLE_DIGITS or abs(cell.adjusted()) > _DOUBLE_DIGITS:
        return f"{cell:f}"
    return int(cell) if cell == cell.to_integral_value() else float(cell)


_TEXTS: Final[dict[str, Callable[[Table], str]]] = {"csv": _csv, "jsonl": _jsonl}
TABLE_FORMATS: Final = (*_TEXTS, "parquet")


def _pyarrow() -> tuple[Any, Any]:
    """The packages `pyarrow` and `pyarrow.parquet`: an extra, slow to import, without type hints."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise UsageError(
            "Parquet needs the package pyarrow, which is not installed",
            hint="pip install 'govbrief[parquet]', or choose --format csv,jsonl",
        ) from error


def _write_parquet(table: Table, path: Path) -> None:
    arrow, parquet = _pyarrow()
    types = {
        ColumnType.TEXT: arrow.string(),
        ColumnType.WHOLE: arrow.int64(),
        ColumnType.NUMBER: arrow.decimal128(_DIGITS, _PLACES),
    }
    schema = arrow.schema([(column.name, types[column.type]) for column in table.columns])
    columns = [[_arrow_cell(row[index]) for row in table.rows] for index in range(len(table.columns))]
    data = arrow.table(columns, schema=schema)
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        parquet.write_table(data, part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written ({error.strerror or error})", hint=HINT) from error


def _arrow_cell(cell: Cell) -> Cell:
    """Decimals with the column's places; one too large for it is left out rather than wrong."""
    if not isinstance(cell, Decimal):
        return cell
    if cell.adjusted() >= _DIGITS - _PLACES:
        return None
    return cell.quantize(Decimal(1).scaleb(-_PLACES), context=_CONTEXT)
