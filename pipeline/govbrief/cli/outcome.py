"""Owns what the user is told when `summarize` is over, and its exit code."""

from collections.abc import Sequence

from govbrief.base.errors import BudgetError, PipelineError
from govbrief.batch.reportrun import ReportRun, RunState
from govbrief.cli.streams import tell
from govbrief.views.remarks import failed_part, failed_why, left_unread, plural

DONE, REVIEW, PARTLY, STOPPED = 0, 1, 5, 6
NAMED = 3
"""Failed parts that a message names; the brief holds them all."""


def exit_code(runs: Sequence[ReportRun], stop: BudgetError | None = None) -> int:
    """0 all supported, 1 findings to review, 5 part failed, 6 stopped by the budget, which `stop` says.

    Raises:
        PipelineError: nothing is left but errors.
    """
    errors = [run.error for run in runs if run.error and run.state is not RunState.STOPPED]
    if not any(run.has_brief for run in runs):
        if stop:
            errors.append(stop)
        if errors:
            raise last_of(errors)
    for error in errors:
        tell(error)
    for run in runs:
        if run.failures:
            tell(_incomplete(run))
    if any(run.state is RunState.INTERRUPTED for run in runs):
        tell(
            PipelineError(
                "interrupted before the first item of a report; of that one nothing is written",
                zh="有报告在得到首个条目之前被中断，未写出摘要",
            )
        )
    if stop:
        unmade = sum(run.state is RunState.STOPPED for run in runs)
        without = f": {plural(unmade, 'report')} without a brief" if unmade else ""
        without_zh = f"：{unmade}份报告没有摘要" if unmade else ""
        tell(
            PipelineError(
                f"{stop}{without}", hint=stop.hint, zh=f"{stop.zh}{without_zh}", hint_zh=stop.hint_zh
            )
        )
        return STOPPED
    if errors or any(run.failures or not run.has_brief for run in runs):
        return PARTLY
    return REVIEW if any(run.findings for run in runs) else DONE


def tell_skipped(files: Sequence[str], *, quiet: bool) -> None:
    """Say which files of a folder are not read, in both languages; a wrong ending must not lose a report unseen."""
    if files and not quiet:
        told = left_unread(files)
        tell(PipelineError(told.en, zh=told.zh))


def _incomplete(run: ReportRun) -> PipelineError:
    """What failed of a brief, for a reader who does not open it."""
    named = list(dict.fromkeys(failed_part(f) for f in run.failures))
    more = len(named) > NAMED
    why = failed_why(run.failures[0])
    en, zh = ", ".join(one.en for one in named[:NAMED]), "、".join(one.zh for one in named[:NAMED])
    return PipelineError(
        f"{run.source}: {plural(len(run.failures), 'part')} of the work failed: {en}{', ...' if more else ''}",
        hint=f"the first: {why.en}; run again for these",
        zh=f"{run.source}：{len(run.failures)}处未完成：{zh}{'等' if more else ''}",
        hint_zh=f"首个原因：{why.zh}；再次运行即可补做",
    )


def last_of(errors: Sequence[PipelineError]) -> PipelineError:
    """The last error, once the others are told."""
    for error in errors[:-1]:
        tell(error)
    return errors[-1]
