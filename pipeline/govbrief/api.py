"""Owns the face of govbrief for other programs: every step as one call, and the values and errors that it speaks in.

Nothing here prints, ends the process, or touches what belongs to it (signals, locale, logging). What waits for a model
has an `a…` twin to await; the plain one runs it on a thread of its own, so that it works inside a running event loop.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from govbrief.base.errors import PipelineError
from govbrief.base.files import file_names
from govbrief.base.settings import Settings, read_settings
from govbrief.checking.verify import Verified, verify, verify_brief
from govbrief.methods import load_set
from govbrief.names.glossary import load_glossary
from govbrief.numbers.find import find_in_outline
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.write.desk import Listener, Silent
from govbrief_schemas.brief import Brief
from govbrief_schemas.comparison import Comparison
from govbrief_schemas.quantity import Quantity
from govbrief_schemas.report import Outline, Report

T = TypeVar("T")
Save = Callable[[Report, Brief], None]
"""Gets each brief of several as soon as it is done."""


def load(source: str | Path, *, allow_url: bool = False, force: bool = False) -> Report:
    """Read a report: a text, HTML, Word or PDF file, `-` for standard input, or with `allow_url` an address.

    Raises:
        InputError: nothing there, a format that cannot be read, or, without `force`, no Chinese government report.
    """
    return load_report(str(source), allow_url=allow_url, force=force)


def outline(source: str | Path | Report) -> Outline:
    """Sections, levels, roles, speakers and noise of a report. No model.

    Raises:
        InputError: the report cannot be read.
    """
    return split_report(_report(source))


def numbers(source: str | Path | Report) -> tuple[Quantity, ...]:
    """Every number of a report in reading order, exact, with unit, kind, qualifier and offsets. No model.

    Raises:
        InputError: the report cannot be read.
    """
    return find_in_outline(outline(source))


def check(brief: str | Path | Brief, source: str | Path | Report) -> Verified:
    """A brief (a value or a file), or any Chinese or English text in a file, checked against its report. No model.

    Nothing that the brief says of itself is taken on trust: every finding is made anew.

    Raises:
        InputError: one of them cannot be read.
    """
    report = _report(source)
    return verify_brief(brief, report) if isinstance(brief, Brief) else verify(Path(brief), report)


def summarize(  # noqa: PLR0913 - what a brief is made with, each named at the call
    source: str | Path | Report,
    *,
    settings: Settings | None = None,
    prompts: str | None = None,
    glossary: Path | None = None,
    replay: Path | None = None,
    record: Path | None = None,
    strict: bool = False,
) -> Brief:
    """The bilingual brief of a report, written by a model and checked by rules.

    `settings` says which model and where; by default what the environment and the configuration file say, and the
    model on this machine where they say nothing. `prompts` names a prompt set, or its folder. With `replay` recorded
    answers are used and nothing is asked; with `record` answers are written there. `strict` leaves out what has doubts.

    Raises:
        InputError: the report cannot be read.
        ModelError: not one item could be had. What failed of the rest stands in `Brief.failures`.
        ReplayError: the recording does not hold a request.
        PromptError, UsageError: the set or the settings cannot be used.
        KeyboardInterrupt: the wait was interrupted; requests under way are ended first.
    """
    return _apart(
        asummarize(
            source,
            settings=settings,
            prompts=prompts,
            glossary=glossary,
            replay=replay,
            record=record,
            strict=strict,
        )
    )


async def asummarize(  # noqa: PLR0913 - as `summarize`
    source: str | Path | Report,
    *,
    settings: Settings | None = None,
    prompts: str | None = None,
    glossary: Path | None = None,
    replay: Path | None = None,
    record: Path | None = None,
    strict: bool = False,
) -> Brief:
    """As `summarize`, to await. Cancelled, it ends its requests and gives the brief of what is done.

    Raises:
        CancelledError: cancelled before the first item.
    """
    (made,) = await asummarize_all(
        [source],
        settings=settings,
        prompts=prompts,
        glossary=glossary,
        replay=replay,
        record=record,
        strict=strict,
    ) or (asyncio.CancelledError(),)
    if isinstance(made, BaseException):
        raise made
    return made


async def asummarize_all(  # noqa: PLR0913 - as `summarize`
    sources: Sequence[str | Path | Report],
    *,
    settings: Settings | None = None,
    prompts: str | None = None,
    glossary: Path | None = None,
    replay: Path | None = None,
    record: Path | None = None,
    strict: bool = False,
    save: Save = lambda *_: None,
    listener: Listener = Silent(),  # noqa: B008 - it keeps nothing
) -> tuple[Brief | PipelineError, ...]:
    """A brief, or the error that kept it from being made or saved, for each report in order, side by side.

    They share one pace of requests and one model. `save` gets each brief as soon as it is done; `listener` hears how
    far the work is. A report that was cancelled before its first item is left out.

    Raises:
        InputError: a report cannot be read.
        ModelError: there is no model to ask.
    """
    # the model stack takes a second to import, so what can fail without it fails before
    reports = [_report(source) for source in sources]
    used = settings or read_settings({})
    used = replace(used, prompts=prompts) if prompts else used
    words, terms = load_set(used.prompt_set), load_glossary(glossary)
    from govbrief.batch.many import brief_all  # noqa: PLC0415
    from govbrief.model.connect import open_source  # noqa: PLC0415
    from govbrief.run import Means  # noqa: PLC0415

    with open_source(used, words.name, replay=replay, record=record, progress=listener.say) as answers:

        def saved(report: Report, brief: Brief) -> Brief:
            save(report, brief)
            return brief

        made = await brief_all(reports, Means(answers, words, terms, listener, strict=strict), saved)
        return tuple(made.values())


def compare(  # noqa: PLR0913 - what a comparison is made with, each named at the call
    sets: Sequence[str],
    sources: Sequence[str | Path | Report],
    *,
    settings: Settings | None = None,
    models: Sequence[str] = (),
    baseline: str | None = None,
    repeats: int = 1,
    replay: Path | None = None,
    annotations: Path | None = None,
    glossary: Path | None = None,
) -> Comparison:
    """Prompt sets, or one set with several models, over the same reports: what is measured, and what got worse.

    The first set is what the others are compared with, unless `baseline` names another. A brief that could not be had
    is a missing case, never a gap. Answers are kept in the user's cache: what was asked before is not asked again.

    Raises:
        PipelineError: nothing could be compared at all.
    """
    from govbrief.compare.runner import CompareJob, Comparing  # noqa: PLC0415 - few programs compare

    job = CompareJob(
        sets=tuple(sets),
        settings=settings or read_settings({}),
        models=tuple(models),
        baseline=baseline,
        repeats=repeats,
        replay=replay,
        annotations=annotations,
        glossary=glossary,
    )
    comparing, reports = Comparing(job), _by_id([_report(source) for source in sources])
    comparison, errors = _apart(asyncio.to_thread(comparing.run, reports, Silent()))
    if errors and not any(case.figures for case in comparison.cases):
        raise errors[-1]
    return comparison


def _report(source: str | Path | Report) -> Report:
    return source if isinstance(source, Report) else load(source)


def _by_id(reports: Sequence[Report]) -> Mapping[str, Report]:
    names = file_names([report.source for report in reports])
    return {names[report.source]: report for report in reports}


def _apart(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, awaited on a thread of its own, whose loop takes no signals.

    Raises:
        KeyboardInterrupt: this thread was interrupted; the work is cancelled and waited for first.
    """
    running = _Running(work)
    thread = threading.Thread(target=running, name="govbrief")
    thread.start()
    try:
        thread.join()
    except KeyboardInterrupt:
        running.cancel()
        thread.join()
        raise
    return running.result()


class _Running(Generic[T]):
    """Work on another thread, and what came of it."""

    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        """`work` begins when the thread calls this."""
        self._work = work
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[T] | None = None

    def __call__(self) -> None:
        """Run the work to its end."""
        self._task = self._loop.create_task(self._work)
        try:
            # what the work came to, an error included, is the task's; the thread itself fails in no case
            self._loop.run_until_complete(asyncio.wait([self._task]))
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    def cancel(self) -> None:
        """End the work early, from another thread."""
        if self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)

    def result(self) -> T:
        """What the work gave, or raised."""
        assert self._task is not None  # noqa: S101 - the thread was joined
        return self._task.result()
