"""What no report, file name or answer can do in any format: move a cursor, hide a character, run as a formula."""

import csv
import io
import json
import zipfile

from hypothesis import given, settings
from rich.console import Console

from govbrief.base.plain import UNSEEN, printable, to_json
from govbrief.cli.briefformats import Forms
from govbrief.views.export import TABLE_FORMATS, build_tables
from govbrief.views.export.writers import table_text
from govbrief.views.terminal import print_brief
from tests.documents.any_brief import briefs, texts

patient = settings(deadline=None, max_examples=40)
"""Each brief is written in seven formats."""


@given(briefs)
@patient
def test_no_format_holds_what_nobody_sees(brief):
    """No escape, no override, no hidden character: in JSON they are written as escapes that say the same."""
    for form in ("md", "html", "json"):
        assert not UNSEEN.search(str(Forms().write(brief, form, None))), form
    assert json.loads(str(Forms().write(brief, "json", None))) == json.loads(
        brief.model_dump_json(by_alias=True)
    )
    with zipfile.ZipFile(io.BytesIO(bytes(Forms().write(brief, "docx", None)))) as archive:  # type: ignore[arg-type]
        for name in ("word/document.xml", "docProps/core.xml"):
            assert not UNSEEN.search(archive.read(name).decode()), name
    stream = io.StringIO()
    print_brief(brief, Console(file=stream, width=80), "both", evidence=True)
    assert not UNSEEN.search(stream.getvalue())


@given(briefs)
@patient
def test_no_table_holds_a_formula(brief):
    """No cell of text begins as a spreadsheet begins what it runs."""
    for table in build_tables([brief]):
        for form in TABLE_FORMATS[:2]:
            told = table_text(table, form).removeprefix("\ufeff")
            assert not UNSEEN.search(told), form
        for row in csv.reader(io.StringIO(table_text(table, "csv").removeprefix("\ufeff"))):
            for column, cell in zip(table.columns, row, strict=True):
                assert column.type != "text" or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@given(texts)
def test_no_message_moves_a_cursor(text):
    """Of a message lines are kept, and nothing that a terminal obeys; JSON reads back the same."""
    assert not UNSEEN.search(printable(text))
    assert "\r" not in printable(text)
    told = to_json({"text": text})
    assert not UNSEEN.search(told)
    assert json.loads(told) == {"text": text}
