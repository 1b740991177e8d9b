"""Hostile inputs of every kind, one process each: a clear line and the right exit code, or a right result.

Never a traceback, never an escape on the terminal, never more than a gigabyte, never longer than its size allows.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.drills.batches import environment
from tests.drills.hostile import answers, places, settings, texts
from tests.drills.hostile.case import Case
from tests.drills.report import Row, none_of, within

AT_ONCE = 2
PATIENCE_S = 60.0
START_S, PER_MEGABYTE_S = 8.0, 4.0
"""Processor time of a command: what a start takes on a busy machine, and what reading, checking and writing take."""
MEMORY_MB = 1000
_ESCAPE = re.compile(rb"\x1b|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
_TRACE = re.compile(
    rb"Traceback|Exception ignored|sys\.excepthook|Fatal Python error|^\s+File \"", re.MULTILINE
)


class Ended(NamedTuple):
    """How one command ended."""

    case: Case
    code: int
    said: bytes
    """Both streams."""
    errors: bytes
    cpu_s: float
    memory_mb: float


def cases() -> list[Case]:
    """All hostile inputs."""
    return [*texts.cases(), *answers.cases(), *settings.cases(), *places.cases()]


def run() -> Sequence[Row]:
    """A row for each promise, over all inputs."""
    tried = cases()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ended = list(pool.map(_end, tried))
    return [
        none_of("hostile inputs with a traceback", _named(e for e in ended if _TRACE.search(e.said)), len(tried)),
        none_of("with another exit code than is right", list(_wrong(ended)), len(tried)),
        none_of("that fail without a word", _named(e for e in ended if _is_mute(e)), len(tried)),
        none_of("whose escapes reach the terminal", _named(e for e in ended if _escapes(e)), len(tried)),
        none_of("slower than their size allows", list(_slow(ended)), len(tried)),
        within("memory, the most of them", max(e.memory_mb for e in ended), MEMORY_MB, "MB"),
    ]  # fmt: skip


def _named(ended: Iterator[Ended]) -> list[str]:
    return [f"{one.case.name}: {one.errors[-120:].decode(errors='replace').strip()}" for one in ended]


def _wrong(ended: Sequence[Ended]) -> Iterator[str]:
    for one in ended:
        if one.code not in one.case.codes:
            yield f"{one.case.name}: {one.code}, not {' or '.join(map(str, sorted(one.case.codes)))}"


def _is_mute(one: Ended) -> bool:
    return one.code > 1 and not one.errors.strip() and not one.case.in_shell


def _escapes(one: Ended) -> bool:
    return bool(_ESCAPE.search(one.said)) and "FORCE_COLOR" not in one.case.environ


def _slow(ended: Sequence[Ended]) -> Iterator[str]:
    for one in ended:
        size = sum(map(len, one.case.files.values())) + len(one.case.stdin or b"")
        if one.cpu_s > START_S + size / 1e6 * PER_MEGABYTE_S:
            yield f"{one.case.name}: {one.cpu_s:.1f} s"


def _end(case: Case) -> Ended:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, data in case.files.items():
            path = folder / os.fsdecode(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return _ran(case, folder)


def _ran(case: Case, folder: Path) -> Ended:
    """The command under a watch of our own: what it used is known only of a process that is waited for by number."""
    words = [sys.executable, "-m", "govbrief", *case.words]
    if case.in_shell:
        words = ["sh", "-c", case.in_shell, "sh", *words]
    environ = environment(folder) | {k: v.replace("{here}", str(folder)) for k, v in case.environ.items()}
    out, err = folder / "out.stream", folder / "err.stream"
    given = folder / "in.stream"
    given.write_bytes(case.stdin or b"")
    with out.open("wb") as stdout, err.open("wb") as stderr, given.open("rb") as stdin:
        closing = ["sh", "-c", 'exec "$@" <&-', "sh"] if case.stdin is None else []
        child = subprocess.Popen(  # noqa: S603 - our own program
            [*closing, *words], cwd=folder, env=environ, stdin=stdin, stdout=stdout, stderr=stderr
        )
        used = _waited(child)
    errors = err.read_bytes()
    cpu_s, memory_mb = (used.ru_utime + used.ru_stime, used.ru_maxrss / 1024) if used else (PATIENCE_S, 0.0)
    return Ended(case, child.returncode, out.read_bytes() + errors, errors, cpu_s, memory_mb)


def _waited(child: "subprocess.Popen[bytes]") -> "os.resource.struct_rusage | None":  # type: ignore[name-defined]
    """What the child used; None for one that had to be killed."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return used
        time.sleep(0.01)
    child.kill()
    child.wait()
    child.returncode = -9
    return None
