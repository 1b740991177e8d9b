"""Owns replaying many reports at once: recorded answers wait for no server, so every core makes briefs.

Must not import the model stack itself: that takes a second or two, and where several processes work the one that
prints never needs it.
"""

import gc
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from govbrief.base.errors import PipelineError
from govbrief.base.settings import Settings
from govbrief.compare.assemble import Result
from govbrief.methods import load_set
from govbrief.names.glossary import load_glossary
from govbrief.write.desk import Silent
from govbrief_schemas.report import Report

FEW = 8
"""Briefs up to which starting processes takes longer than making them."""


@dataclass(frozen=True, slots=True)
class Order:
    """One report to be replayed with one set; fit to be sent to another process."""

    prompts: str
    """Name or folder of the set."""
    settings: Settings
    report: Report
    replay: Path
    glossary: Path | None
    repeats: int


def replay_all(orders: Sequence[Order]) -> list[tuple[Result, list[PipelineError]]]:
    """What each order gave, and the errors that kept its briefs from being made, in order.

    Raises:
        PipelineError: there is no such folder of cassettes.
    """
    workers = min(len(orders), os.cpu_count() or 1)
    if workers < 2 or len(orders) <= FEW:  # noqa: PLR2004 - one process is this one
        return [_replay(order) for order in orders]
    known = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")
    if "forkserver" in known:
        context.set_forkserver_preload(["govbrief.compare.column"])
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare) as pool:
        return list(pool.map(_replay, orders))


def _prepare() -> None:
    """As `cli.main` does, and for the same reason."""
    gc.set_threshold(100_000)


def _replay(order: Order) -> tuple[Result, list[PipelineError]]:
    from govbrief.compare.cache import Cache  # noqa: PLC0415
    from govbrief.compare.column import AskedAs, run_column  # noqa: PLC0415 - the model stack

    asked = AskedAs(
        load_set(order.prompts),
        order.settings,
        load_glossary(order.glossary),
        Silent(),
        Cache(order.settings),
        order.replay,
    )
    results, errors = run_column(asked, {"": order.report}, order.repeats)
    return results[""], errors
