"""Owns how fast requests may follow each other and how many may be under way: one for all reports of a run.

Must not know what is asked. The fact a reader would miss: a wait that one refusal asks for holds everybody back, and
nobody holds a place while waiting. How many requests at once is found out: up while answers come, down when the server
slows down, or refuses and answers no fewer when it is asked for less; never above the given most.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from govbrief.model.waits import read_wait

FIRST_AT_ONCE = 8
"""Requests under way before the first answer: so many are refused together, at most, for what nobody knew."""
WINDOW_S = 60.0
"""Limits by the minute are kept in every stretch of so many seconds."""
SLOW = 4.0
"""Times the quickest mean latency at which the server counts as overloaded; answers differ in length by two."""
SLOW_S = 2.0
"""Answers quicker than this are never slow: what varies then is this machine, not the server's load."""
SMOOTHING = 0.1
JUDGED_WAITS, TRIAL_WAITS = 3, 2
"""Waits after which it is judged what the number at once does, and what another one does that is on trial."""
KEPT = 0.85
"""Of the answers a second, what must be left for a lower number to stand: a limit by the minute or on what is under way
gives as many to fewer at once, and a server that refuses by chance gives fewer. Tried on both, and on refusals by
chance of one half: tests/drills/drill_limits.py."""
MORE, FEWER = 2.0, 0.5
"""Times the number that is tried next: with less the answers of so few waits would not tell the cases apart."""
GAINED = 1.25
"""Of the answers a second, what a higher number must give to stand."""
LONGEST_RESET_S = 60.0
"""A reset time further away is of a limit by the day, of which something is left."""


class Pace(Protocol):
    """What every request passes on its way to the server."""

    @property
    def most(self) -> int:
        """Requests under way at once, at most."""

    @property
    def allowed(self) -> int:
        """Requests that may be under way now."""

    @property
    def refused_in_a_row(self) -> int:
        """Refusals for haste since the last answer, of all requests together."""

    def place(self, tokens: int) -> AbstractAsyncContextManager[None]:
        """Wait until one more request may be sent, of about so many tokens, and hold its place until it is answered."""

    def answered(self, latency_s: float) -> None:
        """A request was answered after so long."""

    def refused(self, wait_s: float) -> None:
        """The server wants fewer requests, and none before so many seconds."""

    def heard(self, headers: Mapping[str, str]) -> None:
        """What an answer's headers say is left."""


@dataclass(slots=True)
class Limiter:
    """The gate before the server; use `async with limiter.place(tokens)` around each request."""

    most: int
    """Requests under way at once, at most."""
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    first: int = FIRST_AT_ONCE
    """Requests under way before the first answer; a number that the user gave is begun with."""
    refused_in_a_row: int = 0
    """Waits since the last answer; those that were under way together and are refused together wait once."""
    _allowed: float = field(init=False)
    _under_way: int = 0
    _closed_until: float = 0.0
    _grows_fast: bool = True
    """Until the first refusal each answer brings one more place, as long as there are requests to fill it."""
    _waiting: deque[asyncio.Future[None]] = field(default_factory=deque)
    _sent: deque[tuple[float, int]] = field(default_factory=deque)
    """When requests were sent and how many tokens they were thought to take, within the window."""
    _sent_tokens: int = 0
    _mean_s: float | None = None
    _quickest_s: float | None = None
    _lowered_at: float = 0.0
    _unjudged: bool = False
    """Whether a wait came that was not judged yet."""
    _waits: int = 0
    """Since the last judgement, like `_answers`."""
    _answers: int = 0
    _judged_at: float | None = None
    _trial: tuple[float, float] | None = None
    """The number before another was tried, and the answers a second that it gave; None where nothing is on trial."""
    _untried: int = 0
    """Judgements for which no other number is tried."""
    _patience: int = 2
    _alarm: asyncio.TimerHandle | None = None

    def __post_init__(self) -> None:
        """Begin with few."""
        self._allowed = float(min(self.most, self.first))

    @property
    def allowed(self) -> int:
        """Requests that may be under way now."""
        return max(1, int(self._allowed))

    @asynccontextmanager
    async def place(self, tokens: int) -> AsyncIterator[None]:
        """Wait until one more request may be sent, of about so many tokens, and hold its place until it is answered."""
        if self._waiting or self._wait_s(tokens) is not None:
            await self._queue(tokens)
        self._under_way += 1
        now = time.monotonic()
        if self._unjudged:
            # now that the wait is over, those that were under way with the refused one have their answers too
            self._unjudged = False
            self._judge(now)
        self._sent.append((now, tokens))
        self._sent_tokens += tokens
        try:
            yield
        finally:
            self._under_way -= 1
            self._wake()

    async def _queue(self, tokens: int) -> None:
        """Stand in line until it is this request's turn."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            while self._waiting[0] is not turn or (wait := self._wait_s(tokens)) is not None:
                if self._waiting[0] is turn and wait:
                    self._wake_in(wait)
                await turn
                turn = self._renewed(turn)
        finally:
            self._waiting.remove(turn)
            self._wake()

    def _renewed(self, turn: asyncio.Future[None]) -> asyncio.Future[None]:
        """The same place in line, to be woken once more."""
        again: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[self._waiting.index(turn)] = again
        return again

    def _wait_s(self, tokens: int) -> float | None:
        """None when a request may go now; else the seconds after which to look again, 0 for when one is answered."""
        if self._under_way >= self.allowed:
            return 0.0
        now = time.monotonic()
        if now < self._closed_until:
            return self._closed_until - now
        return self._window_wait(now, tokens)

    def _window_wait(self, now: float, tokens: int) -> float | None:
        while self._sent and self._sent[0][0] <= now - WINDOW_S:
            self._sent_tokens -= self._sent.popleft()[1]
        full = self.requests_per_minute is not None and len(self._sent) >= self.requests_per_minute
        # one request may be larger than the limit: it goes alone
        full |= bool(
            self.tokens_per_minute and self._sent and self._sent_tokens + tokens > self.tokens_per_minute
        )
        return self._sent[0][0] + WINDOW_S - now if full else None

    def _wake(self) -> None:
        """Let the first in line look again."""
        if self._waiting and not self._waiting[0].done():
            self._waiting[0].set_result(None)

    def _wake_in(self, seconds: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(seconds, self._wake)

    def answered(self, latency_s: float) -> None:
        """A request was answered after so long: one more may be tried, or one fewer when answers slow down."""
        self.refused_in_a_row = 0
        self._answers += 1
        mean = latency_s if self._mean_s is None else self._mean_s + SMOOTHING * (latency_s - self._mean_s)
        self._mean_s = mean
        self._quickest_s = mean if self._quickest_s is None else min(self._quickest_s * 1.01, mean)
        if mean > max(SLOW_S, SLOW * self._quickest_s) and time.monotonic() - self._lowered_at > mean:
            self._lower(0.8)
        elif self._under_way >= self.allowed:
            self._allowed = min(self.most, self._allowed + (1.0 if self._grows_fast else 1.0 / self._allowed))

    def refused(self, wait_s: float) -> None:
        """The server wants fewer requests: nobody sends one before `wait_s` seconds are over."""
        now = time.monotonic()
        if now >= self._closed_until:
            # those that were under way together are refused together: that counts once
            self.refused_in_a_row += 1
            self._grows_fast = False
            self._unjudged = True
        self._closed_until = max(self._closed_until, now + wait_s)

    def _judge(self, now: float) -> None:
        """After some waits: whether more at once are answered sooner, or fewer as soon; else back to as before."""
        if self._judged_at is None or len(self._waiting) < self.allowed:
            # before the first wait the beat was another, and without enough to ask the number at once says nothing
            self._waits, self._answers, self._judged_at = 0, 0, now
            return
        self._waits += 1
        if self._waits < (JUDGED_WAITS if self._trial is None else TRIAL_WAITS):
            return
        rate = self._answers / max(now - self._judged_at, 1e-3)
        self._waits, self._answers, self._judged_at = 0, 0, now
        if self._trial is not None:
            before, rate_before = self._trial
            more = self._allowed > before
            if rate < rate_before * (GAINED if more else KEPT):
                self._allowed, self._trial = before, None
                if not more:
                    self._patience *= 2
                    self._untried = self._patience
                    return
                self._try(self._allowed * FEWER, rate)
                return
            self._try(self._allowed * (MORE if more else FEWER), rate)
        elif self._untried:
            self._untried -= 1
        else:
            self._try(self._allowed * (MORE if self._allowed < self.most else FEWER), rate)

    def _try(self, number: float, rate: float) -> None:
        """So many at once from now on, and what the present number gives to compare with."""
        self._trial = self._allowed, rate
        self._allowed = max(1.0, min(float(self.most), number))

    def _lower(self, share: float) -> None:
        self._grows_fast = False
        self._allowed = max(1.0, self._allowed * share)
        self._lowered_at = time.monotonic()

    def heard(self, headers: Mapping[str, str]) -> None:
        """What an answer's headers say is left; with nothing left, the next request waits for the reset."""
        for kind in ("-requests", "-tokens", ""):
            left = headers.get(f"x-ratelimit-remaining{kind}")
            wait = read_wait(headers.get(f"x-ratelimit-reset{kind}", "")) if left == "0" else None
            if wait is not None and wait <= LONGEST_RESET_S:
                self._closed_until = max(self._closed_until, time.monotonic() + wait)
