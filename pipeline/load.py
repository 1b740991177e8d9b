"""Owns bytes to Report: the encoding is detected, the text stays exactly as decoded; must not know headings.

Offsets everywhere count characters of that text, so nothing is stripped or translated here, not even a
byte order mark or a carriage return.
"""

import codecs
import hashlib
import sys
import unicodedata
from pathlib import Path

from pipeline import metadata
from pipeline.errors import InputError
from schemas.report import Report

MAX_BYTES = 100_000_000
"""Refuses what is no report: the longest work reports are 0.2 MB, a year of a city's gazettes 20 MB."""

KINDS = metadata.KINDS

_SAMPLE = 200_000
_STRANGE_SHARE = 0.05
"""Share of characters no Chinese text uses; GB18030 decodes nearly every byte string, so its result is
judged. Reports have under 0.001; Big5, EUC-KR and compressed bytes read as GB18030 have over 0.1."""


def load_report(source: str, *, allow_url: bool = False) -> Report:
    """Read a file, or standard input for `-`, into a Report with the metadata its text states.

    Raises:
        InputError: nothing there, nothing in it, not text, or an encoding that is not known.
    """
    data = _read_bytes(source, allow_url=allow_url)
    text, encoding = decode_text(data, source)
    if not text.strip("\ufeff \t\r\n\u3000\xa0"):
        raise InputError(f"{source} is empty", hint="Give a file that holds the text of a report.")
    facts = metadata.read_metadata(text)
    return Report(
        text=text,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        **facts._asdict(),
    )


def decode_text(data: bytes, source: str) -> tuple[str, str]:
    """The text of the bytes and the encoding's name; UTF-8 wins over GB18030 where both fit.

    Raises:
        InputError: binary data, or neither UTF-8 nor GB18030.
    """
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            text = _try_decode(data, name)
            if text is not None:
                return text, name
    if b"\0" in data[:_SAMPLE]:
        raise InputError(
            f"{source} is not a text file: it holds NUL bytes",
            hint="Save the report as text (UTF-8 or GB18030) and try again.",
        )
    text = _try_decode(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    text = _try_decode(data, "gb18030")
    if text is not None and _is_plausible(text):
        return text, "gb18030"
    raise InputError(
        f"{source}: the encoding is neither UTF-8 nor GB18030",
        hint="Convert it first, e.g. iconv -f BIG5 -t UTF-8 report.txt > report-utf8.txt.",
    )


def _read_bytes(source: str, *, allow_url: bool) -> bytes:
    if source.startswith(("http://", "https://")):
        raise InputError(f"{source} is an address, not a file", hint=_url_hint(allow_url=allow_url))
    if source == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        data = _read_file(Path(source), source)
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{source} is larger than {MAX_BYTES // 1_000_000} MB",
            hint="Split the text into its reports first.",
        )
    return data


def _url_hint(*, allow_url: bool) -> str:
    return (
        "Save the page and give the file."
        if allow_url
        else "Add --allow-url, or save the page and give the file."
    )


def _read_file(path: Path, source: str) -> bytes:
    try:
        if path.is_dir():
            raise InputError(
                f"{source} is a directory", hint="Give the report files themselves, e.g. reports/*.txt."
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as exc:
        raise InputError(f"no such file: {source}", hint="Check the path; - reads standard input.") from exc
    except (OSError, ValueError) as exc:
        raise InputError(f"cannot read {source}: {exc}", hint="Check the file's permissions.") from exc


def _try_decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_plausible(text: str) -> bool:
    """Whether a GB18030 decoding reads like Chinese text, judged by its first characters."""
    sample = text[:_SAMPLE]
    strange = sum(1 for char in sample if _is_strange(char))
    return strange <= len(sample) * _STRANGE_SHARE


def _is_strange(char: str) -> bool:
    if char < "\x80":
        return char < " " and char not in "\t\r\n\f\v"
    if "\u4e00" <= char <= "\u9fa5" or "\u2010" <= char <= "\u33ff" or "\uff00" <= char <= "\uffef":
        return False
    return unicodedata.category(char) in {"Co", "Cn", "Cc", "Cs"} or "\u3400" <= char
