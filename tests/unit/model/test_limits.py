"""The pace of a run: limits kept, waits obeyed by all, the number at once found out."""

import asyncio
import random
import time

import pytest

from govbrief.model import limits
from govbrief.model.limits import Limiter


def run(limiter, requests, serve):
    """Send so many requests at once through the limiter; when each was sent, and the most under way."""
    sent, under_way, most = [], 0, 0

    async def one(n):
        nonlocal under_way, most
        async with limiter.place(10):
            sent.append(time.monotonic())
            under_way += 1
            most = max(most, under_way)
            await serve(n)
            under_way -= 1

    async def every():
        await asyncio.gather(*[one(n) for n in range(requests)])

    asyncio.run(every())
    return sent, most


async def quick(_):
    await asyncio.sleep(0.001)


def test_places_are_found_up_to_the_most():
    """The number at once grows with the answers and never beyond what was given."""
    limiter = Limiter(20)

    async def serve(_):
        await asyncio.sleep(0.002)
        limiter.answered(0.002)

    _, most = run(limiter, 200, serve)
    assert limits.FIRST_AT_ONCE < most <= 20
    assert run(Limiter(3), 30, quick)[1] == 3


def test_a_wait_holds_everybody_back():
    """After one refusal nobody sends before its wait is over, and fewer go at once."""
    limiter = Limiter(8)
    until = []

    async def serve(n):
        await asyncio.sleep(0.001)
        if n == 0:
            limiter.refused(0.15)
            until.append(time.monotonic() + 0.149)
        else:
            limiter.answered(0.001)

    sent, _ = run(limiter, 24, serve)
    assert [t for t in sent[8:] if t < until[0]] == []
    assert len(sent) == 24


def test_refusals_together_count_once():
    """Eight requests that were under way together and are refused together are one wait."""
    limiter = Limiter(8)
    for _ in range(8):
        limiter.refused(5.0)
    assert limiter.refused_in_a_row == 1
    limiter.answered(0.1)
    assert limiter.refused_in_a_row == 0


def against(limiter, refuses, requests=120, latency_s=0.02, wait_s=0.05):
    """Send requests to a server that refuses when `refuses(under_way)`, till all are answered; the most tries."""
    under_way, most = 0, 0

    async def one():
        nonlocal under_way, most
        for tries in range(1, 100):
            async with limiter.place(1):
                most = max(most, tries)
                if not refuses(under_way):
                    under_way += 1
                    await asyncio.sleep(latency_s)
                    under_way -= 1
                    limiter.answered(latency_s)
                    return
                await asyncio.sleep(0.001)
                limiter.refused(wait_s)

    async def every():
        await asyncio.gather(*[one() for _ in range(requests)])

    asyncio.run(every())
    return most


def test_a_server_with_few_places_is_asked_for_less():
    """Where fewer at once are answered as soon, fewer are sent, and none is refused again and again."""
    limiter = Limiter(20, first=20)
    assert against(limiter, lambda under_way: under_way >= 2) < 16
    assert limiter.allowed < 10


def test_refusals_by_chance_do_not_strangle():
    """Where fewer at once are answered fewer, as many as before are sent."""
    limiter, chance = Limiter(20, first=20), random.Random(1)  # noqa: S311 - no secret
    against(limiter, lambda _: chance.random() < 0.5, requests=300)
    assert limiter.allowed >= 10


def test_slow_answers_lower_the_number():
    """A server that takes four times as long as it did is asked for less."""
    limiter = Limiter(8)
    for _ in range(8):
        limiter.answered(1.0)
    limiter._lowered_at = time.monotonic() - 60
    for _ in range(40):
        limiter.answered(9.0)
    assert limiter.allowed < 8


@pytest.mark.parametrize(
    "limits_", [{"requests_per_minute": 5}, {"tokens_per_minute": 50}], ids=["rpm", "tpm"]
)
def test_limits_by_the_minute_are_kept(monkeypatch, limits_):
    """In no stretch of a window more is sent than the limit says."""
    monkeypatch.setattr(limits, "WINDOW_S", 0.2)
    sent, _ = run(Limiter(8, **limits_), 12, quick)
    assert all(later - earlier >= 0.199 for earlier, later in zip(sent, sent[5:], strict=False))


def test_nothing_left_is_read_from_headers():
    """An answer that says nothing is left makes the next wait; a limit by the day does not."""
    limiter = Limiter(8)
    limiter.heard({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "120ms"})
    begun = time.monotonic()
    sent, _ = run(limiter, 1, quick)
    assert 0.1 < sent[0] - begun < 0.5
    limiter.heard({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "23h"})
    begun = time.monotonic()
    assert run(limiter, 1, quick)[0][0] - begun < 0.1


def test_a_request_that_is_given_up_leaves_the_line():
    """Interrupted while it waits, a request does not keep the next ones waiting."""
    limiter = Limiter(1)

    async def all_of_them():
        async def hold():
            async with limiter.place(1):
                await asyncio.sleep(0.02)

        tasks = [asyncio.create_task(hold()) for _ in range(3)]
        await asyncio.sleep(0.005)
        tasks[1].cancel()
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 1.0)
        return [task.cancelled() for task in tasks]

    assert asyncio.run(all_of_them()) == [False, True, False]
