"""Owns tables to files: CSV for spreadsheets, JSON lines for programs, Parquet for data frames.

A spreadsheet runs what begins with = + - or @, so such text gets an apostrophe in front in CSV, and only there; every
text is quoted, because another locale splits at ; or tab.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from decimal import Context, Decimal
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final

from govbrief.base.errors import UsageError
from govbrief.base.files import written_whole
from govbrief.views.export.exportrows import TABLES, Cell, ColumnType, Table, TableColumn, build_tables
from govbrief_schemas.brief import Brief

TableWriter = Callable[[Table], object]
"""Writes more rows of one table."""
TOGETHER: Final = 100
"""Briefs whose rows are written at once; of Parquet they are a row group."""
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
    briefs: Iterable[Brief], folder: Path, formats: Sequence[str], names: Sequence[str] = TABLES
) -> tuple[Path, ...]:
    """Write the tables into `folder`, a file for each and format, whole or not at all; the paths.

    Briefs are taken a few at a time, so that those of thousands need not be in memory together.

    Raises:
        UsageError: Parquet is asked for and pyarrow is not installed.
        OutputError: a file cannot be written.
    """
    require_formats(formats)
    if not formats:
        return ()
    paths = {(name, form): folder / f"{name}.{form}" for name in names for form in formats}
    waiting = iter(briefs)
    with ExitStack() as files:
        writers = {
            (table.name, form): files.enter_context(_WRITERS[form](paths[table.name, form], table.columns))
            for table in build_tables((), names)
            for form in formats
        }
        while some := [*islice(waiting, TOGETHER)]:
            for table in build_tables(some, names):
                for form in formats:
                    writers[table.name, form](table)
    return tuple(paths.values())


def _csv(table: Table) -> str:
    return _csv_head(table.columns) + _csv_rows(table)


def _csv_head(columns: Sequence[TableColumn]) -> str:
    return BOM + _csv_line([column.name for column in columns])


def _csv_rows(table: Table) -> str:
    return "".join(map(_csv_line, table.rows))


def _csv_line(cells: Sequence[Cell]) -> str:
    return ",".join(map(_csv_cell, cells)) + "\r\n"


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


@contextmanager
def _text_writer(
    head: Callable[[Sequence[TableColumn]], str],
    rows: Callable[[Table], str],
    path: Path,
    columns: Sequence[TableColumn],
) -> Iterator[TableWriter]:
    with written_whole(path) as stream:
        stream.write(head(columns).encode())
        yield lambda table: stream.write(rows(table).encode("utf-8", errors="replace"))


@contextmanager
def _parquet_writer(path: Path, columns: Sequence[TableColumn]) -> Iterator[TableWriter]:
    arrow, parquet = _pyarrow()
    types = {
        ColumnType.TEXT: arrow.string(),
        ColumnType.WHOLE: arrow.int64(),
        ColumnType.NUMBER: arrow.decimal128(_DIGITS, _PLACES),
    }
    schema = arrow.schema([(column.name, types[column.type]) for column in columns])
    with written_whole(path) as stream, parquet.ParquetWriter(stream, schema) as writer:

        def write(table: Table) -> None:
            cells = [[_arrow_cell(row[index]) for row in table.rows] for index in range(len(columns))]
            writer.write_table(arrow.table(cells, schema=schema))

        yield write


_WRITERS: Final[dict[str, Callable[[Path, Sequence[TableColumn]], AbstractContextManager[TableWriter]]]] = {
    "csv": partial(_text_writer, _csv_head, _csv_rows),
    "jsonl": partial(_text_writer, lambda _: "", _jsonl),
    "parquet": _parquet_writer,
}


def _arrow_cell(cell: Cell) -> Cell:
    """Decimals with the column's places; one too large for it is left out rather than wrong."""
    if not isinstance(cell, Decimal):
        return cell
    if cell.adjusted() >= _DIGITS - _PLACES:
        return None
    return cell.quantize(Decimal(1).scaleb(-_PLACES), context=_CONTEXT)
