"""Measures what a user waits for, against what govbrief promises: `python -m tests.bench.brief [REPORT]`.

The model's own time comes from the server's counters: what is left of the clock is govbrief's.
Exit status 1 when a promise is broken. Wants an idle machine.
"""
# ruff: noqa: T201, S310, S603  (prints its table; runs its own programs; asks its own server)

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from govbrief.base.settings import EMBEDDED_MODEL
from govbrief.model import server, weights

REPORT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("seeds/dalian-2023.txt")
GOVBRIEF = (sys.executable, "-m", "govbrief")
BUSY = re.compile(r"^llamacpp:(?:prompt|tokens_predicted)_seconds_total (\S+)$", re.MULTILINE)


class Ran(NamedTuple):
    """One finished program."""

    seconds: float
    megabytes: float
    """Largest resident size."""
    errors: str


def run(*arguments: str, **environment: str) -> Ran:
    """Run govbrief; findings to review (exit status 1) are no failure here."""
    begun = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [*GOVBRIEF, *arguments], stdout=subprocess.DEVNULL, stderr=errors, env=os.environ | environment
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read().decode()
    if process.returncode not in {0, 1}:
        sys.exit(f"govbrief {' '.join(arguments)}: exit status {process.returncode}\n{text}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Ran(time.monotonic() - begun, used.ru_maxrss * unit / 1e6, text)


def row(what: str, seen: float, unit: str, promised: float | None = None) -> bool:
    kept = promised is None or seen <= promised
    print(f"{what:<44} {seen:8.2f} {unit:<3}", end="")
    print("" if promised is None else f"  promised {promised:g} {unit}: {'kept' if kept else 'BROKEN'}")
    return kept


def small_things() -> list[bool]:
    """Start-up and a replayed brief, the middle of five runs each."""
    helps = sorted(run("--help") for _ in range(5))
    imports = subprocess.run(
        [sys.executable, "-X", "importtime", *GOVBRIEF[1:], "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    heavy = [name for name in ("openai", "instructor") if re.search(rf"\| +{name}$", imports, re.MULTILINE)]
    kept = [
        row("govbrief --help", helps[2].seconds, "s", 0.5),
        row("  of openai and instructor it imports", len(heavy), "", 0),
    ]
    if any(Path("cassettes").rglob(f"{REPORT.stem}.yaml")):
        replays = sorted(run("summarize", str(REPORT), "--replay", "cassettes", "--quiet") for _ in range(5))
        kept.append(row(f"replayed brief of {REPORT.stem}", replays[2].seconds, "s", 2))
        kept.append(row("  its memory", replays[2].megabytes, "MB", 300))
    return kept


def whole_brief() -> list[bool]:
    """A brief by the embedded model, started as govbrief starts it, with the server's counters on."""
    begun = time.monotonic()
    with (
        mock.patch.object(server, "TUNING", (*server.TUNING, "--metrics")),
        server.LocalServer(weights.require()) as local,
        tempfile.TemporaryDirectory() as folder,
    ):
        start_s = time.monotonic() - begun
        options = ("--model", EMBEDDED_MODEL, "--concurrency", "1", "--out", folder, "--quiet")
        keys = {"OPENAI_API_KEY": local.api_key, "OPENAI_BASE_URL": local.base_url}
        ran = run("summarize", str(REPORT), *options, **keys)
        request = urllib.request.Request(local.base_url.removesuffix("/v1") + "/metrics")
        request.add_header("Authorization", f"Bearer {local.api_key}")
        with urllib.request.urlopen(request) as answer:
            model_s = sum(float(value) for value in BUSY.findall(answer.read().decode()))
    row("starting the model", start_s, "s")
    row("the model busy", model_s, "s")
    return [
        row(f"brief of {REPORT.stem}, model start included", start_s + ran.seconds, "s", 240),
        row("  of it govbrief itself", (ran.seconds - model_s) / ran.seconds * 100, "%", 5),
        row("  its memory", ran.megabytes, "MB"),
    ]


if __name__ == "__main__":
    sys.exit(not all(small_things() + whole_brief()))
