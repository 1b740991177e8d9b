"""Kills a worker of a Ray run, and looks at what was lost and what was paid twice."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.drills.report import Row
from tests.support.bad_server import BadServer, Reply, good

ROOT = Path(__file__).parents[2]
WORKERS = 2
AT_ONCE = 8
LATENCY_S = 0.4
SOURCES = sorted(
    str(path)
    for kind in ("law-*", "work-report-*", "bulletin-*", "dense-*", "audit-*", "letter-*")
    for path in (ROOT / "tests" / "documents").glob(f"{kind}.txt")
)
KILL_AFTER = 15
"""Requests after which a worker is killed: many reports are open then."""


@dataclass
class Counting:
    """A manner of a server that takes its time and knows how many requests it has in hand."""

    now: int = 0
    most: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, number: int, body: dict[str, Any]) -> Reply:
        """A sound answer, in a while."""
        self._add(1)
        time.sleep(LATENCY_S)
        self._add(-1)
        return good(number, body)

    def _add(self, one: int) -> None:
        with self._lock:
            self.now += one
            self.most = max(self.most, self.now)


def run() -> list[Row]:
    """The drill, with two workers on this machine; no rows where Ray, an extra, is not installed."""
    if find_spec("ray") is None:
        sys.stderr.write("workers: not tried, ray is not installed (pip install 'govbrief[ray]')\n")
        return []
    with tempfile.TemporaryDirectory() as folder:
        return _drill(Path(folder))


def _drill(place: Path) -> list[Row]:
    with BadServer(Counting()) as server, _summarizing(server, place / "quiet") as running:
        code = running.wait()
        needed = _asked(server)
    counting = Counting()
    with (
        BadServer(counting) as server,
        _summarizing(server, place / "killed", "--engine", "ray", "--workers", "2") as running,
    ):
        while len(server.requests) < KILL_AFTER and running.poll() is None:
            time.sleep(0.01)
        os.kill(_workers_of(running.pid)[0], signal.SIGKILL)
        lost = counting.now
        code_killed = running.wait()
        twice = (_asked(server) - needed).total()
    same = _briefs(place / "quiet") == _briefs(place / "killed")
    who = f"kill -9 of one of {WORKERS} Ray workers"
    return [
        Row(f"{who}: exit code", f"{code}, as undisturbed", f"{code_killed}", code == code_killed),
        Row(f"{who}: briefs but for times and usage", "the same", "the same" if same else "others", same),
        Row(f"{who}: requests paid twice", f"<= {lost} under way, of {needed.total()}", f"{twice}", twice <= lost),
        Row("requests at once, of all Ray workers", f"<= {AT_ONCE}", f"{counting.most}", counting.most <= AT_ONCE),
    ]  # fmt: skip


@contextmanager
def _summarizing(server: BadServer, out: Path, *options: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [
        *(sys.executable, "-m", "govbrief", "summarize", *SOURCES, "--out", str(out), "--quiet"),
        *("--base-url", server.url, "--model", "drill", "--concurrency", str(AT_ONCE), "--force", *options),
    ]
    paths = f"{ROOT / 'pipeline'}{os.pathsep}{ROOT / 'schemas'}"
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": paths}) as running:  # noqa: S603 - our own
        try:
            yield running
        finally:
            running.kill()


def _asked(server: BadServer) -> Counter[str]:
    return Counter(json.dumps(body) for _, _, body in server.requests)


def _workers_of(run: int) -> list[int]:
    """The processes that make briefs for the run with this process id; Ray names them so."""
    processes = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
    ours = [path for path in processes if _command(path).startswith("ray::MapWorker") and run in _above(path)]
    return [int(path.name) for path in ours]


def _command(process: Path) -> str:
    try:
        return (process / "cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _above(process: Path) -> list[int]:
    """The processes above one, the nearest first."""
    ids = []
    try:
        while process.name != "0":
            parent = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            ids.append(int(parent))
            process = process.with_name(parent)
    except OSError:
        pass
    return ids


def _briefs(folder: Path) -> dict[str, Any]:
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    # run.json beside them says what became of each
    briefs = {name: made for name, made in files.items() if "provenance" in made}
    for brief in briefs.values():
        del brief["provenance"]
    return briefs
