"""Owns many reports in one run: they share the limits, and a report that fails does not stop the others."""

import asyncio
from collections.abc import Callable, Sequence

from govbrief.errors import PipelineError
from govbrief.run import Means, brief_report
from govbrief.write.desk import gather
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report


async def brief_all(
    reports: Sequence[Report], means: Means, save: Callable[[Report, Brief], None]
) -> tuple[Brief | PipelineError, ...]:
    """A brief, or the error that kept it from being made or saved, for each report in order.

    All requests of all reports share one pace; `save` gets each brief as soon as it is done. A report that was
    interrupted before its first item is left out.
    """
    slots = asyncio.Semaphore(means.source.limiter.most)

    async def one(report: Report) -> Brief | PipelineError:
        try:
            brief = await brief_report(report, means, slots)
            save(report, brief)
        except PipelineError as error:
            return error
        return brief

    results, _ = await gather([one(report) for report in reports])
    return tuple(results)
