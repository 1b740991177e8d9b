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
        self._opening: int | None = None
        """The report that was opened last, until it asks for something."""

    async def open(self, report: int) -> None:
        """Wait until this report is the next and there is room for it."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._reports, (report, turn))
        self._advance()
        await turn

    def close(self, report: int) -> None:
        """This report has nothing more to ask."""
        if self._opening == report:
            self._opening = None
        self._advance()

    def of(self, report: int) -> "ReportSteps":
        """What each step of a report is to be done within."""
        return ReportSteps(self, report)

    async def begin(self, report: int) -> None:
        """Wait until a step of this report may begin."""
        if self._opening == report:
            self._opening = None
        self._asked += 1
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._steps, (report, self._asked, turn))
        self._advance()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                # its place was given to it in the same moment
                self.end()
            raise

    def end(self) -> None:
        """A step is over."""
        self._under_way -= 1
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
        while self._reports and self._opening is None and not self._steps and self._under_way < self._most:
            report, turn = heapq.heappop(self._reports)
            if not turn.done():
                self._opening = report
                turn.set_result(None)


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
        self._turns.end()
