"""Bytes to reports: encodings, standard input, and what is refused with which words."""

import io
import sys

import pytest

from govbrief.base.errors import InputError
from govbrief.read import load
from govbrief.read.load import load_report

TEXT = "青岚县2023年法治政府建设情况报告\r\n\r\n　2023年,全县办理案件3200件。\n一、主要工作\n"
TRADITIONAL = "石嶺市政府施政報告\n一、執行成果\n辦理里民活動中心整建12處，落實各項業務檢討。\n" * 4


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TEXT.encode(), "utf-8", TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", "\ufeff" + TEXT),
        (TEXT.encode("gb18030"), "gb18030", TEXT),
        (TEXT.encode("utf-16"), "utf-16", TEXT),
        (TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
        (TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
        (TRADITIONAL.encode("big5"), "big5hkscs", TRADITIONAL),
        (TRADITIONAL.encode("gb18030"), "gb18030", TRADITIONAL),
    ],
    ids=[
        *("utf-8", "utf-8 with mark", "gb18030", "utf-16", "utf-16-le", "utf-16-be"),
        *("big5", "traditional in gb18030"),
    ],
)
def test_encodings(tmp_path, data, encoding, text):
    """UTF-8, GB18030 and UTF-16 are told apart, and the text stays exactly as decoded."""
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    report = load_report(str(path))
    assert (report.encoding, report.text) == (encoding, text)


@pytest.mark.parametrize(
    "said", [b'<?xml version="1.0" encoding="gb2312"?>', b'<meta charset="gb2312">', b""]
)
def test_pages_say_their_encoding(tmp_path, said):
    """A page's prolog or meta tag, or else its bytes, tell the encoding."""
    body = "<p>全年办理案件3200件，群众满意。</p>" * 9
    path = tmp_path / "a.html"
    path.write_bytes(said + f"<html><body>{body}</body></html>".encode("gb18030"))
    assert "全年办理案件3200件" in load_report(str(path)).text


def test_standard_input(monkeypatch):
    """A dash reads standard input."""
    stdin = io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    report = load_report("-")
    assert (report.source, report.text) == ("-", TEXT)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        ("\ufeff\u3000\n".encode(), "holds no text"),
        (b"\x7fELF\0\0\0", "NUL bytes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 text}", "rich text"),
        (b"PK\x03\x04rest", "archive"),
        (TEXT.encode()[:-2], "neither UTF-8"),
        (b"report\x01\x02\x03\x04" * 50, "control characters"),
    ],
    ids=[
        *("nothing", "blanks", "mark", "program", "doc", "rtf"),
        *("archive", "cut off", "control characters"),
    ],
)
def test_refused(tmp_path, data, words):
    """What cannot be read is refused with the file's name, the reason and a way out."""
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        load_report(str(path))
    assert str(path) in str(caught.value)
    assert caught.value.hint
    assert caught.value.exit_code == 3


def test_missing_and_directory(tmp_path):
    """A path that leads nowhere, or to a folder, says so."""
    with pytest.raises(InputError, match="no such file"):
        load_report(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="is a directory"):
        load_report(str(tmp_path))
    with pytest.raises(InputError, match="cannot read"):
        load_report("a\0b")


def test_too_large(tmp_path, monkeypatch):
    """A file beyond the limits is refused before it is parsed."""
    path = tmp_path / "report.txt"
    path.write_text("增长。\n" * 50, encoding="utf-8")
    monkeypatch.setattr(load, "MAX_BYTES", 100)
    with pytest.raises(InputError, match="larger than"):
        load_report(str(path))
    monkeypatch.setattr(load, "MAX_BYTES", 10_000)
    monkeypatch.setattr(load, "MAX_LINES", 10)
    with pytest.raises(InputError, match="more than any report"):
        load_report(str(path))


def test_address_needs_leave():
    """An address is fetched only with --allow-url."""
    with pytest.raises(InputError, match="is an address") as caught:
        load_report("https://www.example.gov.cn/report.html")
    assert "--allow-url" in caught.value.hint
