"""Owns telling a waiting person what is running and how long is left; writes to standard error only.

On a terminal a bar that goes away at the end; elsewhere (a log, CI) a plain line, one in ten seconds.
"""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, Task
from rich.progress import Progress as Bar
from rich.table import Column
from rich.text import Text

from govbrief.base.plain import clean

LINE_EVERY_S = 10.0
"""Between two plain lines: a log of a four-minute run stays under thirty lines."""
_REFRESH_HZ = 2
"""Enough for a clock; a faster bar would take time from the model on a small machine."""


class Progress:
    """A context manager; `add`, `started` and `done` may be called in any order and from concurrent tasks."""

    def __init__(
        self,
        *,
        quiet: bool = False,
        spent: Callable[[], str] = lambda: "",
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Say nothing at all when `quiet`; `spent` says what that took so far, and what is left to spend.

        `stream` is standard error unless given, `clock` in seconds.
        """
        self._stream = stream or sys.stderr
        self._clock = clock
        self._quiet = quiet
        self._spent = spent
        self._reports = self._reports_done = 0
        self._bar: Bar | None = None
        self._running: list[str] = []
        self._total = self._finished = 0
        self._began: float | None = None
        self._last_done = self._last_line = 0.0

    def __enter__(self) -> Self:
        """Show the bar, when there is a terminal to show it on."""
        self._last_line = self._clock()
        if not self._quiet and self._stream.isatty():
            self._bar = _make_bar(self._stream, self)
        if self._bar is not None:
            self._bar.start()
            self._bar.add_task("", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away; what stands on the screen is whole again, also after an error."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def expect(self, reports: int) -> None:
        """So many reports are coming, one after the other: their units are not known of yet."""
        self._reports = reports

    def report_done(self, report: str) -> None:  # noqa: ARG002 - a listener may want to know which
        """A report is over, whatever came of it."""
        self._reports_done += 1
        self._show()

    def add(self, total: int) -> None:
        """`total` more units of work are known of."""
        self._total += total
        self._show()

    def started(self, where: str) -> None:
        """Work on `where` begins."""
        if self._began is None:
            self._began = self._last_done = self._clock()
        self._running.append(clean(where))
        self._show()

    def done(self, where: str) -> None:
        """Work on `where` has ended, well or not."""
        name = clean(where)
        if name in self._running:
            self._running.remove(name)
        self._finished += 1
        self._last_done = self._clock()
        self._show()

    def say(self, text: str) -> None:
        """Print a line of its own, above the bar."""
        if self._quiet:
            return
        if self._bar is not None:
            self._bar.console.print(clean(text), markup=False, highlight=False)
        else:
            print(f"govbrief: {clean(text)}", file=self._stream, flush=True)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at the pace so far; None before any unit is done and when all are."""
        left = self._expected - self._finished
        if self._began is None or not self._finished or left <= 0:
            return None
        pace = (self._last_done - self._began) / self._finished
        waited = self._clock() - self._last_done
        return pace * (left - 1) + max(0.0, pace - waited)

    @property
    def _expected(self) -> float:
        """Units of all reports: those that are not begun have as many as the others have on average."""
        if self._reports_done == 0 or self._reports_done >= self._reports:
            return self._total
        return max(self._total, self._finished * self._reports / self._reports_done)

    def _show(self) -> None:
        if self._bar is not None:
            total = max(round(self._expected), self._total, self._finished) or None
            self._bar.update(self._bar.task_ids[0], total=total, completed=self._finished)
            return
        now = self._clock()
        if self._quiet or now - self._last_line < LINE_EVERY_S:
            return
        self._last_line = now
        print(f"govbrief: {self}", file=self._stream, flush=True)

    def __str__(self) -> str:
        """`12 of 31 done, about 1 min 40 s left: (三)坚持科学民主决策 (and 3 more)`."""
        words = f"{self._finished} of {max(self._total, self._finished)} done"
        if self._reports > 1:
            words = f"{self._reports_done} of {self._reports} reports, {words}"
        left = self.seconds_left
        if left is not None:
            words += f", about {duration(left)} left"
        if spent := self._spent():
            words += f" ({spent})"
        running = self.running
        return f"{words}: {running}" if running else words

    @property
    def running(self) -> str:
        """The section that has been running longest, and how many run beside it."""
        names = tuple(self._running)  # a copy, because the bar is drawn by a thread of its own
        if len(names) < 2:  # noqa: PLR2004 - one or none
            return "".join(names)
        return f"{names[0]} (and {len(names) - 1} more)"


def duration(seconds: float) -> str:
    """A time that a person plans with: `5 s`, `1 min 40 s`, `12 min`, `1 h 05 min`."""
    whole = max(1, round(seconds))
    if whole < 60:  # noqa: PLR2004 - seconds of a minute
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 10:  # noqa: PLR2004 - beyond ten minutes nobody counts seconds
        return f"{minutes} min {rest:02d} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"


def _make_bar(stream: TextIO, progress: Progress) -> Bar | None:
    """The bar, with the words of `progress` behind it; None on a terminal that cannot move its cursor."""

    class Words(ProgressColumn):
        max_refresh = None

        def render(self, task: Task) -> Text:
            return Text(f"{progress}" if task.total else "starting ...", no_wrap=True, overflow="ellipsis")

    console = Console(file=stream)
    if console.is_dumb_terminal:
        return None
    columns = BarColumn(bar_width=16), Words(table_column=Column(ratio=1, no_wrap=True))
    return Bar(*columns, console=console, transient=True, refresh_per_second=_REFRESH_HZ, expand=True)
