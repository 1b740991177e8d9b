"""A batch that is killed, interrupted, out of disk or without a server: the next run ends it and pays nothing twice.

`GOVBRIEF_DRILL_KILLS=100` tries more moments.
"""

import os
import random
import resource
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.drills.batches import ROOT as CHECKOUT
from tests.drills.batches import Counting, briefs_in, command, environment, start, write_reports
from tests.drills.report import Row, none_of
from tests.support.bad_server import BadServer

REPORTS, AT_ONCE, EACH = 20, 4, 6
LATENCY_S = 0.1
KILLS = int(os.environ.get("GOVBRIEF_DRILL_KILLS", "20"))
FILE_BYTES = 400_000
"""What a file may hold where the disk is full."""
PATIENCE_S = 300.0


class Batch:
    """One batch with a folder, a server and what was paid twice."""

    def __init__(self, folder: Path, reports: Sequence[Path], latency_s: float = LATENCY_S) -> None:
        """Nothing runs yet."""
        self.folder = folder
        self.out = folder / "out"
        self.manner = Counting(latency_s)
        self.server = BadServer(self.manner)
        self._reports = reports

    def words(self) -> list[str]:
        """The command, the same each time."""
        return command(self._reports, self.out, self.server.url, AT_ONCE)

    def finish(self) -> int:
        """Run to the end; the exit code."""
        done = subprocess.run(  # noqa: S603 - our own program
            self.words(),
            cwd=CHECKOUT,
            env=environment(self.folder),
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return done.returncode

    def stop(self, after: int, how: signal.Signals, wait_s: float = 0.0) -> bool:
        """Start it and stop it so many requests later; whether it was still running then."""
        running = start(self.words(), self.folder)
        wanted = len(self.server.times) + after
        while running.poll() is None and len(self.server.times) < wanted:
            time.sleep(0.005)
        time.sleep(wait_s)
        was_running = running.poll() is None
        running.send_signal(how)
        running.communicate(timeout=PATIENCE_S)
        return was_running


def run() -> Sequence[Row]:
    """Every way in which a batch ends early."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        reports = write_reports(folder / "reports", REPORTS)
        whole = Batch(folder / "whole", reports)
        with whole.server:
            code = whole.finish()
        briefs = briefs_in(whole.out)
        rows = [none_of("briefs missing, undisturbed", range(REPORTS - len(briefs)), REPORTS)]
        rows += _killed(folder, reports, briefs)
        for name, disturb in (
            ("Ctrl-C", lambda batch: batch.stop(REPORTS * 2, signal.SIGINT)),
            ("Ctrl-C in the last second", lambda batch: batch.stop(REPORTS * EACH - AT_ONCE, signal.SIGINT)),
            ("SIGHUP", lambda batch: batch.stop(REPORTS * 2, signal.SIGHUP)),
            ("SIGTERM", lambda batch: batch.stop(REPORTS * 2, signal.SIGTERM)),
            ("a full disk", _full_disk),
        ):
            rows += _disturbed(name, Batch(folder / name, reports), disturb, briefs, code)
        rows += _server_died(folder / "died", reports, briefs)
    return rows


def _killed(folder: Path, reports: Sequence[Path], briefs: dict[str, str]) -> list[Row]:
    """Kill -9 again and again, each time a little further, until nothing is left to do."""
    chance = random.Random(14)  # noqa: S311 - no secret
    kills = number = twice = 0
    other: list[str] = []
    while kills < KILLS:
        batch = Batch(folder / f"killed-{number}", reports)
        number += 1
        with batch.server:
            while kills < KILLS and batch.stop(chance.randrange(12), signal.SIGKILL, chance.random() * 0.4):
                kills += 1
            batch.finish()
        other += _differing(batch, briefs)
        twice += batch.manner.twice
    what = f"kill -9 at {kills} random moments of batches of {REPORTS} reports, {AT_ONCE} requests at once"
    return [
        none_of(f"briefs that differ: {what}", other, REPORTS * number),
        _paid_twice(what, twice, kills),
    ]


def _disturbed(
    name: str, batch: Batch, disturb: Callable[[Batch], object], briefs: dict[str, str], code: int
) -> list[Row]:
    """One disturbance, and the same command again."""
    with batch.server:
        disturb(batch)
        again = batch.finish()
    what = f"{name} in the middle of a batch of {REPORTS}"
    other = _differing(batch, briefs) + ([f"exit code {again}"] if again != code else [])
    return [
        none_of(f"briefs that differ: {what}", other, REPORTS),
        _paid_twice(what, batch.manner.twice),
    ]


def _full_disk(batch: Batch) -> None:
    """A run whose files may not grow beyond a size."""

    def little_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))

    subprocess.run(  # noqa: S603 - our own program, and no thread of ours forks
        batch.words(),
        cwd=CHECKOUT,
        env=environment(batch.folder),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
        preexec_fn=little_space,
    )


def _server_died(folder: Path, reports: Sequence[Path], briefs: dict[str, str]) -> list[Row]:
    """The server goes away in the middle, and is there again for the second run, at the same address."""
    batch = Batch(folder, reports)
    with batch.server as server:
        running = start(batch.words(), folder)
        while running.poll() is None and len(server.times) < REPORTS * 2:
            time.sleep(0.005)
    running.communicate(timeout=PATIENCE_S)
    port = int(batch.server.url.rpartition(":")[2].partition("/")[0])
    with BadServer(batch.manner, port=port):
        batch.finish()
    what = f"the server dies in the middle of a batch of {REPORTS}"
    return [
        none_of(f"briefs that differ: {what}", _differing(batch, briefs), REPORTS),
        _paid_twice(what, batch.manner.twice),
    ]


def _paid_twice(what: str, twice: int, times: int = 1) -> Row:
    """Each time no more than was under way."""
    most = AT_ONCE * times
    return Row(f"requests paid twice: {what}", f"<= {most}, those in flight", f"{twice}", held=twice <= most)


def _differing(batch: Batch, briefs: dict[str, str]) -> list[str]:
    """Names of briefs that are not those of an undisturbed run."""
    found = briefs_in(batch.out)
    return [name for name in briefs if found.get(name) != briefs[name]]
