"""Owns reading foreign formats in a child process, bounded in memory and time.

Parsers of PDF, Word and HTML are large programs fed with files from anywhere: what a bomb does to them, it does
to the child. `python -m govbrief.read.formats.child KIND` reads bytes on standard input and answers JSON.
"""

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from govbrief.read.formats.extracted import Extracted, FormatError

MEMORY = 1_000_000_000
SECONDS = 8
"""Of processor time, so that refusing a file takes less than ten seconds with all around it; on a busy machine
a sound file may take longer by the clock."""
PATIENCE = 30
"""By the clock, for a reader that waits and does not work."""
_REFUSED = 3


def read_foreign(kind: str, data: bytes) -> Extracted:
    """What the reader of `pdf`, `docx` or `html` makes of a file's bytes.

    Raises:
        FormatError: the reader refused, died, or took too much memory or time.
    """
    command = [sys.executable, "-m", __name__, kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            command,
            input=data,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env=child_environment(),
        )
    except subprocess.TimeoutExpired as exc:
        raise FormatError(f"reading it took more than {PATIENCE} seconds") from exc
    if done.returncode == _REFUSED:
        raise FormatError(done.stdout.decode("utf-8", "replace").strip())
    if done.returncode == -signal.SIGXCPU:
        raise FormatError(f"reading it took more than {SECONDS} seconds")
    if done.returncode < 0:
        limit = f"most likely for want of more than {MEMORY // 1_000_000} MB"
        raise FormatError(f"its reader was stopped by signal {-done.returncode}, {limit}")
    if done.returncode != 0:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise FormatError(f"its reader gave up (exit {done.returncode}) {last}".rstrip())
    answer = json.loads(done.stdout)
    for key in ("places", "styled"):
        answer[key] = [(start, what) for start, what in answer[key]]
    return Extracted(**answer)


def child_environment() -> dict[str, str]:
    """The environment in which a child finds this package, in a checkout and installed alike."""
    home = Path(__file__).resolve().parents[3]
    root = os.pathsep.join((str(home), str(home.parent / "schemas")))
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}


def _read(kind: str, data: bytes) -> Extracted:
    if kind == "pdf":
        from govbrief.read.formats.pdf import read_pdf  # noqa: PLC0415 - each child needs one reader

        return read_pdf(data)
    if kind == "docx":
        from govbrief.read.formats.docx import read_docx  # noqa: PLC0415

        return read_docx(data)
    from govbrief.read.formats.html import read_html  # noqa: PLC0415

    return read_html(data.decode("utf-8", "replace"))


def _bound() -> None:
    """Bound this process; a system without such bounds keeps the time limit of the parent."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def _main() -> int:
    _bound()
    try:
        found = _read(sys.argv[1], sys.stdin.buffer.read())
        answer = json.dumps(dataclasses.asdict(found))
    except FormatError as exc:
        sys.stdout.write(str(exc))
        return _REFUSED
    except (MemoryError, RecursionError) as exc:
        sys.stdout.write(f"it needs more memory than {MEMORY // 1_000_000} MB ({type(exc).__name__})")
        return _REFUSED
    sys.stdout.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
