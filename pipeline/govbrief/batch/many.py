"""Owns many reports in one run: they share the limits, and a report that fails does not stop the others.

They are finished one after the other, as far as the requests at once allow (`turns.py`).
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from govbrief.base.errors import PipelineError
from govbrief.batch.turns import Turns
from govbrief.run import Means, brief_report
from govbrief.write.desk import gather
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report

T = TypeVar("T")


async def brief_all(
    reports: Sequence[Report], means: Means, save: Callable[[Report, Brief], T]
) -> dict[int, T | PipelineError]:
    """What `save` makes of each brief, or the error that kept it from being made or saved, by the report's number.

    All requests of all reports share one pace; `save` gets each brief as soon as it is done. A report that was
    interrupted before its first item is left out, and none is begun once the budget is used up.
    """
    turns, purse = Turns(means.source.limiter), means.source.purse

    async def one(number: int) -> tuple[int, T | PipelineError]:
        await turns.open(number)
        # only now, so that of thousands the few that are open are in memory
        report = reports[number]
        try:
            if purse.used_up:
                raise purse.error()
            return number, save(report, await brief_report(report, means, turns.of(number)))
        except PipelineError as error:
            return number, error
        finally:
            turns.close(number)
            means.progress.report_done(report.source)

    results, _ = await gather([one(number) for number in range(len(reports))])
    return dict(results)
