"""Owns a file, standard input or an address to a Report; must not know headings.

Plain text stays exactly as decoded: offsets count its characters, so not even a byte order mark is taken away.
Of other formats the raw text is what their reader gives.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from govbrief.base.errors import InputError
from govbrief.read.decode import decode_text, meta_charset
from govbrief.read.formats.extracted import Extracted, FormatError
from govbrief.read.formats.kinds import refused_kind, tell_format
from govbrief.read.formats.ocr import INSTALL, can_recognise
from govbrief.read.genre import foreign_reason
from govbrief.read.scans import read_scans
from govbrief.read.structure import metadata, reportkind
from govbrief.read.structure.lines import BLANKS
from govbrief.read.traditional import is_traditional, own_forms, restored, simplified
from govbrief_schemas.report import Fact, Place, Report, Span

MAX_BYTES = 100_000_000
"""The longest work reports are 0.2 MB as text, a PDF with pictures 30 MB."""
MAX_CHARS = 7_500_000
"""Twice a text of ten megabytes; what is longer would take more than ten seconds."""
MAX_LINES = 120_000
"""A text of ten megabytes has 60,000 lines, of short reports one after the other 95,000."""

KINDS = reportkind.KINDS

_FORMAT_HINT = "Open it in a program that shows it, save the text as .txt, and give that file."


def _silent(_: str) -> None:
    """Hear nothing."""


def load_report(
    source: str, *, allow_url: bool = False, force: bool = True, told: Callable[[str], None] = _silent
) -> Report:
    """Read a file, standard input for `-`, or an address into a Report with the metadata that its text states.

    `told` hears what takes long: which page is being read from its image.

    Raises:
        InputError: nothing there, nothing in it, a format or an encoding that is not known, too large, or, without
            `force`, no Chinese government report.
    """
    charset = ""
    if is_address(source):
        data, charset = _fetch(source, allow_url=allow_url)
    else:
        data = _read_bytes(source)
    if not data.strip():
        raise InputError(f"{source} is empty", hint="Give a file that holds the text of a report.")
    extracted, encoding = _extract(data, source, charset, told)
    report = report_of(extracted, source, data, encoding)
    if report.foreign and not force:
        raise InputError(
            f"{source} is no Chinese government report: {report.foreign}",
            hint="Add --force to read it all the same.",
        )
    return report


def is_address(source: str) -> bool:
    """Whether a source is a page of the web, not a file."""
    return re.match(r"https?://", source, re.IGNORECASE) is not None


def report_of(extracted: Extracted, source: str, data: bytes, encoding: str) -> Report:
    """The Report of an extracted text, with the metadata that it states."""
    text = extracted.text
    if not text.strip(BLANKS):
        raise InputError(f"{source} holds no text", hint="Give a file that holds the text of a report.")
    if len(text) > MAX_CHARS or text.count("\n") > MAX_LINES:
        raise InputError(
            f"{source} holds {len(text)} characters in {text.count(chr(10))} lines, more than any report",
            hint="Split it into its reports first.",
        )
    report = Report(
        text=text,
        source=source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        places=tuple(Place(start, label) for start, label in extracted.places),
        unread=tuple(extracted.unread),
        styled=_parts(extracted.styled),
        recognised=tuple(extracted.recognised),
        doubtful=tuple(Span(*pair) for pair in extracted.doubtful),
        foreign=foreign_reason(text),
        **_facts(text),
    )
    stated = {
        key: Fact(value, None) for key, value in extracted.stated.items() if getattr(report, key) is None
    }
    return replace(report, **stated)  # type: ignore[arg-type]  # keys are field names, see Extracted.stated


def _parts(styled: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The headings that a file sets, without the one of the first level that is its title."""
    first = [pair for pair in styled if pair[1] == 1]
    return tuple(pair for pair in styled if len(first) != 1 or pair[1] > 1)


def _facts(text: str) -> dict[str, Fact | None]:
    """The metadata that a text states, in the text's own script."""
    if not is_traditional(text):
        return metadata.read_metadata(text)._asdict()
    forms, plain = own_forms(text), simplified(text)
    found: dict[str, Fact | None] = metadata.read_metadata(plain, mainland="人民政府" in plain)._asdict()
    for name, fact in found.items():
        if fact is not None and name in {"title", "issuer", "number", "publisher"}:
            raw = fact.span.of(text) if fact.span is not None else ""
            found[name] = Fact(restored(fact.value, raw, forms), fact.span)
    return found


def _extract(data: bytes, source: str, charset: str, told: Callable[[str], None]) -> tuple[Extracted, str]:
    """The text of a file in whatever format, and the encoding it was read with."""
    kind = tell_format(data, source)
    refused = refused_kind(data)
    if refused or kind == "zip":
        raise InputError(f"{source} is {refused or 'an archive, not a Word file'}", hint=_FORMAT_HINT)
    if kind in {"pdf", "docx"}:
        return _with_scans(_foreign(kind, data, source), data, kind, source, told), kind
    if kind == "picture":
        return _with_scans(Extracted("\n", [(0, "page 1")], blank=[1]), data, kind, source, told), kind
    text, encoding = decode_text(data, source, charset or (meta_charset(data) if kind == "html" else ""))
    if kind == "html":
        return _foreign("html", text.encode("utf-8", "replace"), source), encoding
    if kind == "md":
        from govbrief.read.formats.markdowntext import read_markdown  # noqa: PLC0415 - few reports come in it

        return read_markdown(text), encoding
    return Extracted(text), encoding


def _with_scans(
    extracted: Extracted, data: bytes, kind: str, source: str, told: Callable[[str], None]
) -> Extracted:
    """The text with what its images show; refused when there is nothing else and no engine."""
    try:
        found = read_scans(extracted, data, kind, told)
    except FormatError as exc:
        raise InputError(f"{source}: {exc}", hint=_FORMAT_HINT) from exc
    if extracted.blank and not found.text.strip(BLANKS):
        what = "is a picture" if kind == "picture" else "is scanned: no page has a text layer"
        way = (
            "Nothing could be read from its images."
            if can_recognise()
            else f"{INSTALL} lets its pages be read."
        )
        raise InputError(f"{source} {what}", hint=way)
    return found


def _foreign(kind: str, data: bytes, source: str) -> Extracted:
    from govbrief.read.formats.child import read_foreign  # noqa: PLC0415 - plain text needs no child process

    try:
        return read_foreign(kind, data)
    except FormatError as exc:
        raise InputError(f"{source}: {exc}", hint=_FORMAT_HINT) from exc


def _fetch(address: str, *, allow_url: bool) -> tuple[bytes, str]:
    if not allow_url:
        raise InputError(
            f"{address} is an address, not a file",
            hint="Add --allow-url, or save the page and give the file.",
        )
    from govbrief.read.formats.web import fetch  # noqa: PLC0415 - the network stack is for those who ask for it

    try:
        page = fetch(address)
    except FormatError as exc:
        raise InputError(str(exc), hint="Open the page in a browser, save it, and give the file.") from exc
    return page.data, page.charset


def _read_bytes(source: str) -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == "-" else _read_file(Path(source), source)
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{source} is larger than {MAX_BYTES // 1_000_000} MB", hint="Split it into its reports first."
        )
    return data


def _read_file(path: Path, source: str) -> bytes:
    try:
        if path.is_dir():
            raise InputError(
                f"{source} is a directory", hint="Give the report files themselves, e.g. reports/*.txt."
            )
        if path.exists() and not path.is_file():
            raise InputError(f"{source} is not a regular file", hint="Give a file, or - for standard input.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as exc:
        raise InputError(f"no such file: {source}", hint="Check the path; - reads standard input.") from exc
    except (OSError, ValueError) as exc:
        raise InputError(f"cannot read {source}: {exc}", hint="Check the file's permissions.") from exc
