"""Hostile texts and addresses: a megabyte of any one character, and addresses that hide a private one."""

import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar
from unittest import mock

from govbrief.base.errors import InputError
from govbrief.checking.check import check_pair, check_text, index_source
from govbrief.numbers.find import find_in_outline
from govbrief.read.formats.extracted import FormatError
from govbrief.read.formats.web import fetch
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from tests.drills.report import Row, none_of, within

T = TypeVar("T")

TITLE, HEADING, BODY = "某市2023年法治政府建设年度报告", "一、主要做法", "全市共办理行政复议案件1726件。"
CHARACTERS = {
    "blank": " ", "wide blank": "\u3000", "tab": "\t", "line break": "\n", "digit": "7", "listing comma": "、",
    "comma": "，",     "full stop": "。", "semicolon": "；", "colon": "：", "bracket": "（", "closing bracket": "）",
    "square bracket": "[", "quote": "“", "closing quote": "”", "title mark": "《", "closing title mark": "》",
    "letter": "a", "capital": "A",
    "numeral": "一", "ten thousand": "万", "character": "的", "city": "市", "year": "年", "dash": "—", "hyphen": "-",
    "dot": ".", "percent": "%", "slash": "/", "star": "*", "zero width": "\u200b", "tag": "\U000e0031",
    "right to left": "\u202e", "Arabic": "٣", "Hebrew": "א", "combining mark": "\u0332", "emoji": "😀", "circled": "①",
    "raised": "²", "private": "\ue000", "no character": "\ufffd", "control": "\x01", "apostrophe": "'",
    "wide digit": "７",
}  # fmt: skip
TURNS = {
    "two by turns": "1、", "points by turns": "1.", "percent by turns": "5%", "numbers by turns": "第一",
    "titles by turns": "《a》", "blanks by turns": "1 ",
}  # fmt: skip
MEGABYTE, BAR_S = 1_000_000, 2.0
"""Of UTF-8: what grows with the square of a text takes minutes for so much of it."""
A_PAGE = 20_000
"""Of UTF-8, of two characters by turns: some ten thousand numbers, each of which is held against the others near it."""
PRIVATE = """
127.0.0.1 127.1.2.3 10.0.0.1 172.16.0.1 172.31.255.254 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 192.0.0.8
192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.88.99.1
192.0.0.170 ::1 :: ::127.0.0.1 ::10.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1
64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 64:ff9b::808:808 2002:7f00:1:: 2002:a00:1::
2002:c0a8:101::1 2002:a9fe:a9fe:: 2001:0:1::1 2001:0:7f00:1:: 2001:db8::1 2001:10::1 2001:20::1 3fff::1 5f00::1
fc00::1 fd00::1 fd12:3456:789a::1 fe80::1 fe80::1%lo fec0::1 feff::1 ff02::1 ff0e::1 100::1 100:0:0:1::1 1::1 ::2
4000::1 8000::1 e000::1
""".split()  # noqa: SIM905 - a list of quoted numbers reads worse
FORMS = (
    "ftp://example.com/a", "file:///etc/passwd", "gopher://127.0.0.1/", "http://user@example.com/", "http:///path",
    "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0/", "http://[::1]/",
    "http://[::]/", "http://[fe80::1%25lo]/", "http://127.0.0.1:22/", "http://[::ffff:7f00:1]/", "http://①②⑦.⓪.⓪.①/",
)  # fmt: skip


def run() -> list[Row]:
    """Times, then addresses."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            _slowest(Path(folder), classes, size, what)
            for classes, size, what in (
                (CHARACTERS, MEGABYTE, "a megabyte of one character"),
                (TURNS, A_PAGE, "twenty kilobytes of two characters by turns"),
            )
        ]
    asked: list[str] = []
    reached = [address for address in (*map(_as_url, PRIVATE), *FORMS) if not _refused(address, asked)]
    rows.append(
        none_of("private and odd addresses that are asked", [*reached, *asked], len(PRIVATE) + len(FORMS))
    )
    return rows


def _slowest(folder: Path, classes: Mapping[str, str], size: int, what: str) -> Row:
    """The slowest step over all classes."""
    longest, where = max(
        (seconds, f"{name}, {step}")
        for name, run in classes.items()
        for step, seconds in _steps(folder, run * (size // len(run.encode())))
    )
    return within(f"{what}, {len(classes)} classes, each step (slowest: {where})", longest, BAR_S, "s")


def _steps(folder: Path, run: str) -> Iterator[tuple[str, float]]:
    """How long each step takes with the characters in a sentence, in processor time."""
    path = folder / "hostile.txt"
    text = f"{TITLE}\n\n{HEADING}\n{BODY}{run}件。\n二、下一步\n加强监督。\n"
    path.write_text(text, encoding="utf-8")
    try:
        report, seconds = _taken(lambda: load_report(str(path)))
    except InputError:  # a million lines are refused in words
        return
    yield "reading", seconds
    outline, seconds = _taken(lambda: split_report(report))
    yield "outline", seconds
    yield "numbers", _taken(lambda: find_in_outline(outline))[1]
    source, seconds = _taken(lambda: index_source(outline))
    yield "index", seconds
    yield "check of a text", _taken(lambda: check_text(text, "zh", source))[1]
    yield "check of a pair", _taken(lambda: check_pair(f"办理5{run}件。", f"There were 5 {run} cases."))[1]


def _taken(step: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    return step(), time.process_time() - begun


def _as_url(number: str) -> str:
    return f"http://[{number.replace('%', '%25')}]/" if ":" in number else f"http://{number}/"


def _refused(address: str, asked: list[str]) -> bool:
    """Whether nothing is sent to the address; what a socket is opened to is put down."""

    def connect(place: tuple[str, int], **_: object) -> socket.socket:
        asked.append(f"{address}: {place}")
        raise OSError("no socket in this drill")

    with mock.patch("socket.create_connection", connect):
        try:
            fetch(address)
        except (FormatError, InputError):
            return True
    return False
