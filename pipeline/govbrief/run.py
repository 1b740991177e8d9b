"""Owns the order of steps, and nothing of how a step works.

    file -> Report -> Section* -> Chunk* -+-> Item*             (LLM)            -+-> Finding* -> Brief
                                          +-> Quantity*, Name*  (rules, no LLM)  -+

The two branches meet at the desk, where every text that a model wrote is checked, and not before.
"""

import time
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from govbrief.checking.check import index_source
from govbrief.methods import method_at
from govbrief.model.connect import Source
from govbrief.names.glossary import Glossary
from govbrief.read.chunks import cut_chunks
from govbrief.read.sections import split_report
from govbrief.sets.prompts import PromptSet
from govbrief.write.compose import compose, to_show
from govbrief.write.desk import Listener, open_desk
from govbrief.write.provenance import provenance
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report


@dataclass(frozen=True, slots=True)
class Means:
    """What every brief of a run is made with."""

    source: Source
    prompts: PromptSet
    glossary: Glossary
    progress: Listener
    strict: bool = False


async def brief_report(report: Report, means: Means, slots: AbstractAsyncContextManager[object]) -> Brief:
    """The brief of one report: every step in order.

    Interrupted, it returns what is done, with the rest among the failures.

    Raises:
        ModelError: not one item could be had.
        ReplayError: the recording does not hold a request.
        CancelledError: interrupted before the first item.
    """
    started = time.perf_counter()
    outline = split_report(report)
    witness = index_source(outline)
    async with means.source.asker(report.source) as asker:
        desk = open_desk(outline, witness, asker, means, slots)
        method = method_at(desk)
        items = await method.items(cut_chunks(outline, desk.chunk_chars))
        desk.require(items)
        whole = await method.whole(to_show(items, strict=means.strict))
    made = provenance(desk, means, time.perf_counter() - started)
    return compose(desk, items, whole, made)
