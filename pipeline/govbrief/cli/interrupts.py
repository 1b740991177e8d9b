"""Owns what ends a run early: Ctrl-C, SIGTERM and a terminal that goes away all save what is done."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

T = TypeVar("T")

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def run_to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`; a signal that ends a process cancels it, as Ctrl-C does, and it gives what is done."""
    return asyncio.run(_listening(work))


async def _listening(work: Coroutine[Any, Any, T]) -> T:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None  # noqa: S101 - it runs in one

    def end(number: int) -> None:
        if number == getattr(signal, "SIGHUP", None):
            _leave_terminal()
        task.cancel()

    # in a thread there are no signals, and nohup asks for none
    with contextlib.suppress(ValueError, RuntimeError, NotImplementedError):
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, end, number)
    return await work


@contextlib.contextmanager
def ends_as_ctrl_c() -> Iterator[None]:
    """Inside, a signal that ends a process raises KeyboardInterrupt, for work that is not asyncio's."""

    def end(number: int, _: object) -> None:
        if number == getattr(signal, "SIGHUP", None):
            _leave_terminal()
        raise KeyboardInterrupt

    heeded = [number for number in _ENDING if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave_terminal() -> None:
    """Print nowhere from now on: a terminal that hung up takes nothing, and would fail whoever writes to it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            if stream.isatty():
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
