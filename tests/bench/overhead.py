"""Measures what govbrief adds to the model's own time, on many reports: `python -m tests.bench.overhead [PART...]`.

A loopback server answers after 0.2 s what a model answered to the seeds (recorded); the reports are copies of the
seeds with a mark in their title, so that no two requests are the same. PART is `calls` (CPU a call, and the wall
against the ideal ⌈calls / C⌉ × latency for C at once) or `memory` (many reports against few). Wants an idle machine for
the wall. Exit status 1 when a promise is broken.
"""
# ruff: noqa: T201, S310, S603  (prints its table; asks its own server; runs its own programs)

import json
import math
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import govbrief
from tests.bench.loopback import mark

LATENCY_S = 0.2
AT_ONCE = {1: 5, 8: 40, 64: 200}
"""Reports for each C: enough for the start-up of a second to weigh little."""
FEW, MANY = 20, 2000
CPU_MS, WALL, MEMORY = 3.0, 1.10, 1.20
"""What is promised: CPU a call, the wall against the ideal, the memory of many reports against few."""
SEEDS = sorted(Path("seeds").glob("*.txt"))


class Measured(NamedTuple):
    """One run."""

    wall_s: float
    cpu_s: float
    megabytes: float
    """Largest resident size."""
    calls: int
    most: int
    """Calls under way at once."""


@contextmanager
def loopback(latency_s: float) -> Iterator[str]:
    """The server's address."""
    command = [sys.executable, "-m", "tests.bench.loopback", str(latency_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield server.stdout.readline().strip()
        finally:
            server.kill()


def copies(folder: Path, number: int) -> None:
    """So many reports, each with a title of its own."""
    reports = [govbrief.load(path) for path in SEEDS]
    for n in range(number):
        report = reports[n % len(reports)]
        assert report.title
        assert report.title.span
        at = report.title.span.end
        text = report.text[:at] + mark(n) + report.text[at:]
        (folder / f"report-{n:05}.txt").write_text(text, encoding="utf-8")


def measure(number: int, at_once: int, latency_s: float = LATENCY_S, *options: str) -> Measured:
    """What one run over so many reports takes."""
    with tempfile.TemporaryDirectory() as place, loopback(latency_s) as url:
        folder = Path(place) / "in"
        folder.mkdir()
        copies(folder, number)
        command = [
            *(
                sys.executable,
                "-m",
                "govbrief",
                "summarize",
                str(folder),
                "--out",
                str(Path(place) / "out"),
                "--quiet",
            ),
            *(
                "--base-url",
                url,
                "--model",
                "claude",
                "--concurrency",
                str(at_once),
                "--format",
                "json",
                *options,
            ),
        ]
        begun = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        with urllib.request.urlopen(url) as answer:
            counts = json.load(answer)
        if process.returncode not in {0, 1} or counts["missed"]:
            sys.exit(f"exit status {process.returncode}, {counts['missed']} calls had no recorded answer")
        unit = 1 if sys.platform == "darwin" else 1024
        cpu_s = used.ru_utime + used.ru_stime
        return Measured(wall_s, cpu_s, used.ru_maxrss * unit / 1e6, counts["calls"], counts["most"])


def row(what: str, seen: float, promised: float | None = None) -> bool:
    kept = promised is None or seen <= promised
    print(f"{what:<60} {seen:9.2f}", end="")
    print("" if promised is None else f"  promised {promised:g}: {'kept' if kept else 'BROKEN'}")
    return kept


def calls() -> list[bool]:
    """CPU and wall a call."""
    idle = measure(1, 1, 0.0)
    kept = [row("CPU s of a run with one report, start-up included", idle.cpu_s)]
    for at_once, reports in AT_ONCE.items():
        ran = measure(reports, at_once)
        ideal = math.ceil(ran.calls / at_once) * LATENCY_S
        cpu_ms = 1000 * (ran.cpu_s - idle.cpu_s) / (ran.calls - idle.calls)
        what = f"{at_once} at once, {reports} reports, {ran.calls} calls"
        kept.append(row(f"{what}: CPU ms a call", cpu_ms, CPU_MS))
        kept.append(row(f"{what}: wall / ideal {ideal:.1f} s", ran.wall_s / ideal, WALL))
    return kept


def memory() -> list[bool]:
    """The memory of many reports against that of few."""
    few, many = (measure(number, 64, 0.0) for number in (FEW, MANY))
    kept = [row(f"{FEW} reports: MB", few.megabytes), row(f"{MANY} reports: MB", many.megabytes)]
    return [*kept, row("memory, many against few", many.megabytes / few.megabytes, MEMORY)]


def main() -> int:
    parts = {"calls": calls, "memory": memory}
    return int(not all(kept for name in sys.argv[1:] or parts for kept in parts[name]()))


if __name__ == "__main__":
    sys.exit(main())
