"""Owns whose turn it is in a batch: reports are finished one after the other, as many open as requests at once need.

A step of an earlier report goes before one of a later report, and a report is opened when nobody else has anything to
ask. So the first brief is there after about its own share of the requests, what is open stays small, and an
interruption costs little.
"""

import asyncio
import heapq
from types import TracebackType
from typing import Self

from govbrief.model.limits import Pace

SURPLUS = 4
"""One step more than places for every so many: its request is ready when a place gets free."""


class Turns:
    """The order of one batch."""

    def __init__(self, pace: Pace) -> None:
        """As many steps are under way as `pace` allows requests, and a few more."""
        self._pace = pace
        self._under_way = 0
        self._steps: list[tuple[int, int, asyncio.Future[None]]] = []
        """Waiting steps: the report's number, which step of all it is, who waits."""
        self._asked = 0
        self._reports: list[tuple[int, asyncio.Future[None]]] = []
        """Reports that wait to be opened, the next one first."""
        self._open: dict[int, int] = {}
        """Open reports with how many of their steps wait or are under way; one with none is about to ask, or to end."""

    async def open(self, report: int) -> None:
        """Wait until this report is the next and there is room for it."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._reports, (report, turn))
        self._advance()
        await turn

    def close(self, report: int) -> None:
        """This report has nothing more to ask."""
        self._open.pop(report, None)
        self._advance()

    def of(self, report: int) -> "ReportSteps":
        """What each step of a report is to be done within."""
        return ReportSteps(self, report)

    async def begin(self, report: int) -> None:
        """Wait until a step of this report may begin."""
        self._open[report] += 1
        self._asked += 1
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._steps, (report, self._asked, turn))
        self._advance()
        try:
            await turn
        except asyncio.CancelledError:
            # its place may have been given to it in the same moment
            self._under_way -= turn.done() and not turn.cancelled()
            self._left(report)
            raise

    def end(self, report: int) -> None:
        """A step of this report is over."""
        self._under_way -= 1
        self._left(report)

    def _left(self, report: int) -> None:
        self._open[report] -= 1
        self._advance()

    @property
    def _most(self) -> int:
        allowed = self._pace.allowed
        return min(self._pace.most, allowed + allowed // SURPLUS)

    def _advance(self) -> None:
        """Let begin what may begin, and open a report when none of the open ones has anything to ask."""
        while self._steps and self._under_way < self._most:
            *_, turn = heapq.heappop(self._steps)
            if not turn.done():
                self._under_way += 1
                turn.set_result(None)
        while self._reports and not self._steps and self._wanted < self._most:
            report, turn = heapq.heappop(self._reports)
            if not turn.done():
                self._open[report] = 0
                turn.set_result(None)

    @property
    def _wanted(self) -> int:
        """Steps under way, and those that open reports are about to ask for."""
        return self._under_way + sum(not steps for steps in self._open.values())


class ReportSteps:
    """The place of one report's steps in the order; use `async with` around each."""

    def __init__(self, turns: Turns, report: int) -> None:
        """Steps of the report with this number."""
        self._turns = turns
        self._report = report

    async def __aenter__(self) -> Self:
        """Wait for the turn of one more step."""
        await self._turns.begin(self._report)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The step is over."""
        self._turns.end(self._report)
