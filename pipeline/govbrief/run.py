"""Owns the order of steps, and nothing of how a step works.

    file -> Report -> Section* -> Chunk* -+-> Item*      (LLM)   -+-> Finding* -> Brief
                                          +-> Quantity*  (regex) -+

The two branches do not see each other before the check. However a run ends, what is done becomes a brief, and
what is not stands among its failures.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeVar

from govbrief import __version__
from govbrief.checking.check import SourceIndex, check_item, index_source
from govbrief.compose import Parts, compose, to_show
from govbrief.errors import ModelError, PipelineError
from govbrief.figures import advice, key_figures
from govbrief.model.ask import Asker
from govbrief.model.connect import Source
from govbrief.names.glossary import Glossary
from govbrief.names.toponyms import toponyms
from govbrief.read.chunks import cut_chunks
from govbrief.read.sections import split_report
from govbrief.sets.prompts import PromptSet
from govbrief.small.select import extract_items, items_per_chunk, translated
from govbrief.small.digest import Digest, Names, ask_measures, ask_names, ask_summary
from govbrief.small.draft import Draft
from govbrief.write.leaks import find_leaks
from govbrief.small.settle import Checked, assess, settle
from govbrief.write.writer import Writer
from govbrief_schemas.brief import Brief, Failure, Figure, Provenance
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.item import Item
from govbrief_schemas.report import Chunk, Outline, Report, Role

T = TypeVar("T")

INTERRUPTED = "interrupted before it was done"
"""Why a part failed that Ctrl-C ended."""


class Progress(Protocol):
    """What a run tells about itself; units of work are chunks, the head and the summary."""

    def add(self, total: int) -> None:
        """`total` more units are coming."""

    def started(self, where: str) -> None:
        """Work on `where` begins."""

    def done(self, where: str) -> None:
        """Work on `where` ended, well or not."""


@dataclass(frozen=True, slots=True)
class Means:
    """What every brief of a run is made with."""

    source: Source
    prompts: PromptSet
    glossary: Glossary
    progress: Progress
    strict: bool = False


@dataclass
class _Run:
    """One report on its way; failures gather here, so that none is lost when a step is interrupted."""

    outline: Outline
    witness: SourceIndex
    asker: Asker
    means: Means
    slots: asyncio.Semaphore
    """Steps under way at once, over all reports: one step's re-asks come before the next step begins."""
    failures: list[Failure] = field(default_factory=list)
    errors: list[ModelError] = field(default_factory=list)
    interrupted: bool = False
    """True once Ctrl-C came: what is not asked yet is not asked any more."""

    @property
    def report(self) -> Report:
        """The report that the brief is about."""
        return self.outline.report

    @cached_property
    def writer(self) -> Writer:
        """The model at work on this report."""
        glossary = self.means.glossary.extended(toponyms(self.report))
        return Writer(self.report.source, self.asker, self.means.prompts, glossary)

    def check(self, item: Item, role: Role) -> tuple[Finding, ...]:
        """What the check finds on an item, and what of the prompt leaked into it."""
        return (*check_item(item, self.witness, role), *find_leaks(item, self.means.prompts.echoes))

    def failed(self, what: str, error: ModelError) -> None:
        """Note that the model gave no usable answer for `what`."""
        self.errors.append(error)
        self.failures.append(Failure(section=what, reason=f"{error}"))

    async def attempt(self, what: str, step: Coroutine[Any, Any, T], otherwise: T) -> T:
        """The result of `step`, begun when a slot is free; a failure is noted and gives `otherwise`."""
        try:
            async with self.slots:
                self.means.progress.started(what)
                return await step
        except ModelError as error:
            self.failed(what, error)
        except asyncio.CancelledError:
            self.failures.append(Failure(section=what, reason=INTERRUPTED))
            raise
        finally:
            step.close()
            self.means.progress.done(what)
        return otherwise

    async def finish(self, what: str, step: Callable[[], Coroutine[Any, Any, T]], otherwise: T) -> T:
        """As `attempt`, for the steps after the chunks: an interruption ends this step and skips the next."""
        if self.interrupted:
            self.failures.append(Failure(section=what, reason=INTERRUPTED))
            return otherwise
        try:
            return await self.attempt(what, step(), otherwise)
        except asyncio.CancelledError:
            self.interrupted = True
            return otherwise


async def brief_report(
    report: Report, means: Means, limit: asyncio.Semaphore, slots: asyncio.Semaphore
) -> Brief:
    """The brief of one report: every step in order.

    Interrupted, it returns what is done, with the rest among the failures.

    Raises:
        ModelError: not one item could be had.
        ReplayError: the recording does not hold a request.
        CancelledError: interrupted before the first item.
    """
    started = time.perf_counter()
    outline = split_report(report)
    chunks = cut_chunks(outline, means.prompts.limits.chunk_chars)
    witness = index_source(outline)
    async with means.source.asker(report.source, limit) as asker:
        run = _Run(outline, witness, asker, means, slots)
        means.progress.add(len(chunks) + 3)
        most = items_per_chunk(chunks, means.prompts.limits)
        drafts, run.interrupted = await _together([_draft(run, chunk, most) for chunk in chunks])
        checked = tuple(c for draft in drafts for c in draft)
        if run.interrupted and not checked:
            raise asyncio.CancelledError
        whole = await _about_the_whole(run, to_show(checked, strict=means.strict))
    if not checked and run.errors:
        raise run.errors[0]
    parts = Parts(outline, witness, checked, *whole, failures=tuple(run.failures))
    return compose(parts, _provenance(run, checked, time.perf_counter() - started))


async def _draft(run: _Run, chunk: Chunk, most: int) -> tuple[Checked, ...]:
    """Items of one chunk, each checked and sent back until it is sound or the tries are used up."""
    heading = chunk.heading_path[-1] if chunk.heading_path else chunk.sentences[0].text[:20]

    def check(item: Item) -> tuple[Finding, ...]:
        return run.check(item, chunk.role)

    def advise(finding: Finding) -> str:
        return advice(finding, run.witness)

    async def settled(draft: Draft) -> Checked | None:
        try:
            draft = await translated(draft, run.writer)
            return await settle(draft, check, advise, run.writer)
        except ModelError as error:
            # one sentence that cannot be had does not take its section along
            if error.fatal:
                raise
            run.failed(heading, error)
        except asyncio.CancelledError:
            # an item in both languages is there, with its findings; only the re-asks are not
            if draft.en:
                return assess(draft, check)
            run.failures.append(Failure(section=heading, reason=INTERRUPTED))
        return None

    async def checked_items() -> tuple[Checked, ...]:
        drafts = await extract_items(chunk, most, run.writer)
        checked, _ = await _together([settled(draft) for draft in drafts])
        return tuple(one for one in checked if one)

    return await run.attempt(heading, checked_items(), ())


class _Whole(NamedTuple):
    names: Names
    name_findings: tuple[Finding, ...]
    digests: tuple[tuple[Digest, tuple[Finding, ...]], ...]
    figures: tuple[Figure, ...]


async def _about_the_whole(run: _Run, shown: Sequence[Checked]) -> _Whole:
    """The head in English, the summary and the key figures, all checked."""
    figures = key_figures(shown, run.witness, run.report.text)
    unnamed: tuple[Names, tuple[Finding, ...]] = (Names("", ""), ())
    names, noted = await run.finish("head", lambda: ask_names(run.report, run.writer), unnamed)
    unsummed: tuple[Digest, ...] = ()
    digests = await run.finish("summary", lambda: ask_summary(shown, run.writer), unsummed)
    worded = await run.finish("figures", lambda: ask_measures(figures, run.writer), figures)
    return _Whole(names, noted, tuple(_sound(run, digest) for digest in digests), worded)


def _sound(run: _Run, digest: Digest) -> tuple[Digest, tuple[Finding, ...]]:
    """A summary sentence with its findings; one with doubts gives way to the words of its item, which has none."""

    def check(item: Item) -> tuple[Finding, ...]:
        return run.check(item, Role.OTHER)

    findings = check(digest.item)
    if all(f.verdict is Verdict.SUPPORTED for f in findings):
        return digest, findings
    return digest.verbatim(), check(digest.verbatim().item)


async def _together(steps: Sequence[Coroutine[Any, Any, T]]) -> tuple[list[T], bool]:
    """Results of the steps that finished, in order, and whether the rest was interrupted."""
    tasks = [asyncio.create_task(step) for step in steps]
    interrupted = False
    try:
        if tasks:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    except asyncio.CancelledError:
        interrupted = True
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    done = [task for task in tasks if not task.cancelled()]
    if error := next((e for task in done if (e := task.exception()) is not None), None):
        raise error
    return [task.result() for task in done], interrupted


def _provenance(run: _Run, checked: Sequence[Checked], seconds: float) -> Provenance:
    usage, means = run.asker.usage, run.means
    return Provenance(
        govbrief=__version__,
        model=run.asker.model,
        prompt_set=means.prompts.name,
        prompt_set_id=means.prompts.id,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        calls=usage.calls,
        reasks=sum(c.tries - 1 for c in checked),
        retries=usage.retries,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        seconds=round(seconds, 2),
        server_seconds=round(usage.busy_s, 2),
        replayed=means.source.replays,
        strict=means.strict,
    )


async def brief_all(
    reports: Sequence[Report], means: Means, save: Callable[[Report, Brief], None]
) -> tuple[Brief | PipelineError, ...]:
    """A brief, or the error that kept it from being made or saved, for each report in order.

    All chunks of all reports share one limit; `save` gets each brief as soon as it is done. A report that was
    interrupted before its first item is left out.
    """
    limit, slots = (asyncio.Semaphore(means.source.settings.limit) for _ in range(2))

    async def one(report: Report) -> Brief | PipelineError:
        try:
            brief = await brief_report(report, means, limit, slots)
            save(report, brief)
        except PipelineError as error:
            return error
        return brief

    results, _ = await _together([one(report) for report in reports])
    return tuple(results)
