"""Owns pages that are pictures: recognised line by line in a child process, each line with how sure the engine is.

The engine is the extra `ocr` (rapidocr; its wheel holds its models, ONNX runs them on the processor). The child gets
the file on standard input and answers a JSON object a page, so that progress can be told and a bomb harms only it.
"""

import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, NamedTuple

from govbrief.read.formats.child import child_environment
from govbrief.read.formats.extracted import FormatError

INSTALL = 'pip install "govbrief[ocr]"'
"""The one command that lets pages without text be read."""
SURE = 0.97
"""From this score on a line is taken as read. Of 245 lines of ten scans (tilted, grey, stamped, blurred, 150 and 200
dpi) 102 of the 106 with figures are above it, and none of these has a wrong figure."""
SECONDS_A_PAGE = 240
MEMORY = 6_000_000_000


class ScanLine(NamedTuple):
    """One line as the engine reads it."""

    text: str
    score: float
    """How sure the engine is, 0 to 1."""


class Scan(NamedTuple):
    """One recognised page, in reading order."""

    page: int
    """Counted from 1."""
    lines: list[ScanLine]

    @property
    def score(self) -> float:
        """The mean of the lines, by their length."""
        size = sum(len(line.text) for line in self.lines)
        return sum(line.score * len(line.text) for line in self.lines) / size if size else 0.0


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return (
        importlib.util.find_spec("rapidocr") is not None
        and importlib.util.find_spec("onnxruntime") is not None
    )


def recognise(data: bytes, kind: str, pages: Sequence[int], told: Callable[[str], None]) -> Iterator[Scan]:
    """The pages of a PDF, or the one of a picture, as the engine reads them; `told` hears of each before it is read.

    Raises:
        FormatError: the picture cannot be opened, or the engine died or took too long.
    """
    command = [sys.executable, "-m", "govbrief.read.formats.scanner", kind, *map(str, pages)]
    with subprocess.Popen(  # noqa: S603 - our own module, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**child_environment(), "OMP_NUM_THREADS": str(os.cpu_count() or 1)},
    ) as child:
        watch = threading.Timer(SECONDS_A_PAGE * max(1, len(pages)), child.kill)
        watch.daemon = True
        watch.start()
        try:
            yield from _answers(child, data, pages, told)
        finally:
            watch.cancel()
            child.kill()


def _answers(
    child: "subprocess.Popen[bytes]", data: bytes, pages: Sequence[int], told: Callable[[str], None]
) -> Iterator[Scan]:
    stdin, stdout = _pipes(child)
    writer = threading.Thread(target=_feed, args=(stdin, data), daemon=True)
    writer.start()
    for count, page in enumerate(pages, 1):
        told(f"page {page} has no text layer: reading its image ({count} of {len(pages)})")
        line = stdout.readline()
        if not line:
            raise FormatError(f"page {page} cannot be read from its image: the engine gave up")
        answer = json.loads(line)
        if "error" in answer:
            raise FormatError(f"page {page} cannot be read from its image: {answer['error']}")
        yield Scan(page, [ScanLine(text, score) for text, score in answer["lines"]])


def _pipes(child: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if child.stdin is None or child.stdout is None:
        raise FormatError("the engine has no pipes")
    return child.stdin, child.stdout


def _feed(stdin: IO[bytes], data: bytes) -> None:
    try:
        stdin.write(data)
        stdin.close()
    except OSError:
        return  # the child is gone; the reader says so
