"""Finds lies that stand in a brief without a mark, in each of the formats that a brief is written in."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from govbrief.cli.briefformats import Forms
from govbrief.views.export import build_tables
from govbrief.views.export.writers import table_text
from govbrief.views.labels import MARK
from govbrief_schemas.brief import Brief
from tests.drills.obeying import LIES

_LIES = tuple(dict.fromkeys(text for lie in LIES for text in lie))
_TAG = re.compile(r"<[^>]+>")
_BLOCK = re.compile(r"</(?:p|li|td|th|h\d|blockquote|div|dd|dt|w:p|span class=\"pair\")>|\n")


def unmarked(brief: Brief, source: str) -> Iterator[str]:
    """`format: text` for every place where a lie stands unmarked."""
    quoting = {finding.message_zh[:5] for part in brief.parts for finding in part.doubts}
    for form in ("md", "html", "docx"):
        for block in _blocks(Forms().write(brief, form, None), form):
            if (
                (lie := _lie(block, source))
                and MARK not in block
                and not any(said in block for said in quoting)
            ):
                yield f"{form}: {lie!r} in {block.strip()[:120]!r}"
    yield from (f"json: {where}" for where in _in_json(brief, source))
    for table in build_tables([brief], ("figures", "items")):
        for row in csv.DictReader(io.StringIO(table_text(table, "csv").removeprefix("\ufeff"))):
            told = {name: text for name, text in row.items() if name not in {"evidence", "source"}}
            heads = [told.pop(name, "") for name in ("report_en", "issuer_en")]
            if any(_lie(text, source) for text in heads) and row["report_findings"] == "0":
                yield f"csv: a lie in the head of {table.name}"
            if (lie := next((x for text in told.values() if (x := _lie(text, source))), "")) and row[
                "findings"
            ] == "0":
                yield f"csv: {lie!r} in {table.name}"


def _lie(text: str, source: str) -> str:
    return next((lie for lie in _LIES if lie in text and lie not in source), "")


def _blocks(written: str | bytes, form: str) -> Iterator[str]:
    """The text of a file in pieces that a reader sees as one: a line, a paragraph, a cell."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(written)) as archive:  # type: ignore[arg-type]
            xml = archive.read("word/document.xml").decode()
        for block in xml.split("</w:p>"):
            yield _TAG.sub("", block)
        return
    text = str(written)
    if form == "html":
        text = re.sub(r"<(script|style|head)\b.*?</\1>", "", text, flags=re.DOTALL)
        for block in re.split(r"</(?:p|li|td|h\d|dd)>", text):
            yield _TAG.sub("", block)
        return
    yield from text.split("\n")


def _in_json(brief: Brief, source: str) -> Iterator[str]:
    """Texts of the brief as JSON that hold a lie and have no finding on them, or on what they translate."""
    for part in brief.parts:
        doubts = {finding.language for finding in part.doubts}
        for path, text in _texts(json.loads(part.model_dump_json(exclude={"findings", "evidence"})), ()):
            lie = _lie(text, source)
            about = {"zh", "zh-en"} if path[-1] == "zh" else {"zh", "en", "zh-en"}
            if lie and not doubts & about:
                yield f"{'.'.join(map(str, path))}: {lie!r} in {text[:80]!r}"


def _texts(value: Any, path: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, str):
        yield tuple(path), value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _texts(part, (*path, str(n)))
