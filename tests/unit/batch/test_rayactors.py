"""One gate for all workers: places are shared, given back, and taken from workers that are gone."""

import asyncio

import pytest

from govbrief.batch import rayactors
from govbrief.batch.rayactors import ClusterPace, PaceActor
from govbrief.model.limits import Limiter


class Handle:
    """What Ray's handle to an actor is, in one process."""

    def __init__(self, actor):
        """Calls go to `actor`."""
        for name in ("enter", "leave", "beat"):
            setattr(self, name, Remote(getattr(actor, name)))


class Remote:
    """A method of an actor, which runs by itself."""

    def __init__(self, method):
        """Nothing runs yet."""
        self._method = method
        self._running = set()

    def remote(self, *values):
        """Begin, and give what can be awaited."""
        task = asyncio.ensure_future(self._method(*values))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task


@pytest.fixture
def gate():
    return PaceActor(Limiter(2))


async def turns():
    for _ in range(20):
        await asyncio.sleep(0)


def test_workers_share_the_places(gate):
    """Two workers together have no more under way than one would."""

    async def both():
        handle, under_way, most = Handle(gate), 0, 0

        async def ask(pace):
            nonlocal under_way, most
            async with pace.place(10):
                under_way += 1
                most = max(most, under_way)
                await asyncio.sleep(0.001)
                under_way -= 1

        paces = [ClusterPace(handle, "run", 2) for _ in range(2)]
        await asyncio.gather(*[ask(pace) for pace in paces * 5])
        await turns()
        return most

    assert asyncio.run(both()) == 2


def test_refusal_holds_back_every_worker(gate):
    """What one worker is told counts for the next request of the other."""

    async def refused():
        handle = Handle(gate)
        one, other = (ClusterPace(handle, "run", 2) for _ in range(2))
        async with one.place(10):
            one.refused(0.2)
        begun = asyncio.get_running_loop().time()
        async with other.place(10):
            assert other.refused_in_a_row == 1
            return asyncio.get_running_loop().time() - begun

    assert asyncio.run(refused()) >= 0.19


def test_places_of_a_silent_worker_are_given_to_others(gate, monkeypatch):
    """A worker that was killed keeps nobody waiting for ever."""
    monkeypatch.setattr(rayactors, "SILENT_S", 0.05)

    async def killed():
        handle = Handle(gate)
        for lease in (rayactors.Lease("gone", 1), rayactors.Lease("gone", 2)):
            await gate.enter(lease, 10)
        waiting = asyncio.ensure_future(gate.enter(rayactors.Lease("gone", 3), 10))
        await asyncio.sleep(0.1)
        async with asyncio.timeout(1), ClusterPace(handle, "run", 2).place(10):
            await turns()
            assert waiting.done()
        await turns()

    asyncio.run(killed())
    assert not gate.limiter._under_way


def test_waiting_for_a_place_can_be_given_up(gate):
    """Whoever is interrupted while it waits leaves no place taken."""

    async def given_up():
        handle = Handle(gate)
        pace = ClusterPace(handle, "run", 2)

        async def ask():
            async with pace.place(10):
                await asyncio.sleep(30)

        asking = [asyncio.ensure_future(ask()) for _ in range(3)]
        await turns()
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        await turns()

    asyncio.run(given_up())
    assert not gate.limiter._under_way
    assert not gate.limiter._waiting


def test_first_run_says_how_fast_and_the_last_one_ends_it(gate, monkeypatch):
    """Runs that ask the same server share its gate; one that ended without a word does not keep it."""
    monkeypatch.setattr(rayactors, "FORSAKEN_S", 0.05)

    async def runs():
        await gate.join("a", Limiter(5))
        await gate.join("b", Limiter(9))
        assert gate.limiter.most == 5
        assert not await gate.retire("a")
        await asyncio.sleep(0.1)
        await gate.join("c", Limiter(9))
        assert gate.limiter.most == 9
        return await gate.retire("c")

    assert asyncio.run(runs())
