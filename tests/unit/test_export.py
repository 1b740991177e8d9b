"""Promises of the tables: typed, exact, safe to open, and the same rows in every format."""

import csv
import io
import json
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govbrief.base.errors import UsageError
from govbrief.cli.app import app
from govbrief.views.export import TABLE_FORMATS, TABLES, build_tables, table_text, write_tables
from govbrief.views.export.writers import BOM
from govbrief_schemas.brief import Status
from tests.documents.any_brief import NASTY
from tests.documents.brief import BRIEF
from tests.documents.told_brief import told_brief

BRIEFS = (
    BRIEF,
    told_brief("甲市", 2023, "审结行政复议案件61件,纠错率9.5%。", figures=[("61件", "审结行政复议案件")]),
)


def table(name, briefs=BRIEFS):
    """One table."""
    (made,) = build_tables(briefs, [name])
    return made


def read_csv(text):
    """The rows of a CSV text as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_every_column(name):
    """A table is rectangular, and its column names are its own."""
    made = table(name)
    names = [column.name for column in made.columns]
    assert len(set(names)) == len(names)
    assert made.rows
    assert all(len(row) == len(names) for row in made.rows)


def test_a_figure_keeps_value_unit_status_and_indicator():
    """What the brief knows of a figure stands in its row, the indicator that it was mapped to included."""
    rows = read_csv(table_text(table("figures"), "csv"))
    (row,) = [row for row in rows if row["issuer"] == "甲市"]
    assert (row["measure"], row["zh"], row["year"], row["status"]) == (
        "审结行政复议案件",
        "61件",
        "2023",
        Status.RESULT,
    )
    assert (row["indicator"], row["evidence"]) == ("reconsideration_concluded", "61件")


def test_indicators_are_one_row_a_value():
    """The third table holds every value that could be mapped, with the sentence that it stands in."""
    rows = [row for row in read_csv(table_text(table("indicators"), "csv")) if row["issuer"] == "甲市"]
    assert [(row["indicator"], row["value"], row["unit"]) for row in rows] == [
        ("reconsideration_concluded", "61", "件"),
        ("reconsideration_correction_rate", "9.5", "%"),
    ]
    assert {row["evidence"] for row in rows} == {"审结行政复议案件61件,纠错率9.5%。"}


def test_csv_opens_in_a_spreadsheet():
    """The byte order mark comes first, lines end as spreadsheets write them, and every text is quoted."""
    text = table_text(table("items"), "csv")
    assert text.startswith(BOM)
    assert text.count("\r\n") == len(table("items").rows) + 1
    assert '"achievement"' in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", "\r=", " ="])
def test_no_cell_is_a_formula(start):
    """Text that a spreadsheet would run begins with an apostrophe; numbers are left alone."""
    text = f'{start}HYPERLINK("http://x.cn";"a")'
    brief = told_brief("甲市", 2023, f"{text}-3件;审结行政复议案件61件。", figures=[("-3件", text)])
    for name in TABLES:
        rows = read_csv(table_text(table(name, [brief]), "csv"))
        assert rows
        for row in rows:
            assert not any(cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize("nasty", NASTY)
def test_foreign_text_stays_in_its_cell(nasty):
    """No text of a report adds a row or a column, or carries a control character, in any text format."""
    brief = told_brief(
        f"甲{nasty}", 2023, f"审结行政复议案件61件{nasty}。", figures=[(f"61件{nasty}", nasty)]
    )
    for made in build_tables([brief]):
        rows = read_csv(table_text(made, "csv"))
        assert [len(row) for row in rows] == [len(made.columns)] * len(made.rows)
        lines = table_text(made, "jsonl").splitlines()
        assert len(lines) == len(made.rows)
        assert all(str(cell or "").isprintable() for line in lines for cell in json.loads(line).values())


def test_json_lines_keep_types():
    """Numbers are numbers while a double holds them exactly, longer ones strings, the unknown null."""
    exact = [
        (Decimal("9.5"), 9.5),
        (Decimal(61), 61),
        (Decimal("1234567890.1234567890"), "1234567890.1234567890"),
    ]
    for value, shown in exact:
        figure = BRIEF.figures[0].model_copy(update={"value": str(value)})
        brief = BRIEF.model_copy(update={"figures": (figure,)})
        (line,) = table_text(table("figures", [brief]), "jsonl").splitlines()
        assert json.loads(line)["value"] == shown
    strange = BRIEF.model_copy(update={"figures": (BRIEF.figures[0].model_copy(update={"value": "NaN"}),)})
    assert json.loads(table_text(table("figures", [strange]), "jsonl"))["value"] is None


def test_parquet_opens_in_a_data_frame(tmp_path):
    """Decimals are exact, whole numbers whole, and the rows those of the other formats."""
    parquet = import_module("pyarrow.parquet")
    paths = write_tables(BRIEFS, tmp_path, TABLE_FORMATS)
    assert [path.name for path in paths] == [f"{name}.{form}" for name in TABLES for form in TABLE_FORMATS]
    read = parquet.read_table(tmp_path / "indicators.parquet")
    rows = [row for row in read.to_pylist() if row["issuer"] == "甲市"]
    assert [(row["value"], row["told_year"]) for row in rows] == [(Decimal(61), 2023), (Decimal("9.5"), 2023)]
    assert parquet.read_table(tmp_path / "items.parquet").num_rows == len(table("items").rows)
    assert not list(tmp_path.glob(".*"))


def test_parquet_without_its_package_says_what_to_do(tmp_path, monkeypatch):
    """The message names the extra; nothing is written."""

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("govbrief.views.export.writers.import_module", missing)
    with pytest.raises(UsageError, match="pyarrow") as caught:
        write_tables(BRIEFS, tmp_path, ["csv", "parquet"])
    assert "govbrief[parquet]" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_the_command_writes_a_folder_of_tables(tmp_path):
    """Briefs in a folder, beside files that are none, become a file for each table and format."""
    (tmp_path / "a.json").write_text(BRIEF.model_dump_json(by_alias=True), "utf-8")
    (tmp_path / "run.json").write_text("{}", "utf-8")
    out = tmp_path / "tables"
    result = CliRunner().invoke(app, ["export", str(tmp_path), "--out", str(out), "--format", "csv,jsonl"])
    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(
        f"{name}.{form}" for name in TABLES for form in ("csv", "jsonl")
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--format", "xls", "--table", "items"], "'xls' is not known"),
        (["--table", "cats"], "'cats' is not known"),
        ([], "need --out"),
        (["--table", "items", "--format", "parquet"], "need --out"),
    ],
)
def test_the_command_says_what_is_wrong(tmp_path, arguments, complaint):
    """Unknown names and what cannot go to standard output are a wrong use, told with what is known."""
    path = tmp_path / "a.json"
    path.write_text(BRIEF.model_dump_json(by_alias=True), "utf-8")
    result = CliRunner().invoke(app, ["export", str(path), *arguments])
    assert isinstance(result.exception, UsageError)
    assert complaint in str(result.exception)


def test_the_page_names_every_column():
    """docs/exports.md lists the columns of each table in their order."""
    page = Path("docs/exports.md").read_text(encoding="utf-8")
    for made in build_tables([]):
        assert f"| {made.name} | {' '.join(column.name for column in made.columns)} |" in page
