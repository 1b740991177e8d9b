"""Owns Desk: what a method works with on one report, and what became of its steps.

However a run ends, what is done becomes a brief, and what is not stands among the failures: of a report whose
every step failed too.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

from govbrief.base.errors import ModelError
from govbrief.checking.check import SourceIndex, check_item, check_naming, check_wording, standpoint_of
from govbrief.checking.fields import of_field
from govbrief.model.ask import Asker
from govbrief.model.connect import Source
from govbrief.names.glossary import Glossary
from govbrief.names.toponyms import toponyms
from govbrief.sets.prompts import PromptSet
from govbrief.write.absent import absences
from govbrief.write.leaks import find_leaks
from govbrief.write.writer import Writer
from govbrief_schemas.brief import Absence, Failure
from govbrief_schemas.finding import Finding, Rule
from govbrief_schemas.item import Item
from govbrief_schemas.report import Outline, Report, Sentence

T = TypeVar("T")

INTERRUPTED = "interrupted before it was done"
"""Why a part failed that Ctrl-C ended."""


def _interrupted(what: str) -> Failure:
    return Failure(section=what, reason=INTERRUPTED, reason_zh="未完成即被中断")


class Listener(Protocol):
    """Whom a run tells about itself; units of work are the steps of a method."""

    def add(self, total: int) -> None:
        """`total` more units are coming."""

    def started(self, where: str) -> None:
        """Work on `where` begins."""

    def done(self, where: str) -> None:
        """Work on `where` ended, well or not."""

    def report_done(self, report: str) -> None:
        """All work on a report is over, whatever came of it."""

    def say(self, text: str) -> None:
        """Something that a waiting person may want to know."""


class Silent:
    """A listener that keeps everything to itself."""

    def add(self, total: int) -> None:
        """Nothing."""

    def started(self, where: str) -> None:
        """Nothing."""

    def done(self, where: str) -> None:
        """Nothing."""

    def report_done(self, report: str) -> None:
        """Nothing."""

    def say(self, text: str) -> None:
        """Nothing."""


@dataclass
class Desk:
    """One report on its way."""

    outline: Outline
    witness: SourceIndex
    writer: Writer
    progress: Listener
    slots: AbstractAsyncContextManager[object]
    """Steps under way at once, over all reports: one step's re-asks come before the next step begins."""
    chunk_chars: int
    """Characters of source that one request may show."""
    strict: bool = False
    failures: list[Failure] = field(default_factory=list)
    errors: list[ModelError] = field(default_factory=list)
    interrupted: bool = False
    """True once Ctrl-C came: what is not asked yet is not asked any more."""
    reasks: int = 0
    """Texts that were sent back with complaints."""

    @property
    def report(self) -> Report:
        """The report that the brief is about."""
        return self.outline.report

    @property
    def one_more(self) -> int:
        """Times that a step after the first is asked again; none where the set sends nothing back."""
        return min(1, self.writer.prompts.limits.reasks)

    @cached_property
    def absent(self) -> tuple[Absence, ...]:
        """What the report does not say: told to the model that writes the summary, and to the reader."""
        return absences(self.outline, self.witness)

    def check(self, item: Item) -> tuple[Finding, ...]:
        """What the check finds on an item and on what is told beside it, and what of the prompt leaked into it.

        A phrase (2024年, 80%以上) is too short to be judged as a translation; all else of it is checked, together with
        the line that it belongs to.
        """
        role = self.outline.sections[item.section].role
        found = check_item(item, self.witness, role, standpoint_of(self.outline, item.section))
        asides = (
            of_field(finding, field)
            for field, words in (("cause", item.cause), ("target", item.target), ("by", item.by))
            for finding in self.check_words(words.zh, words.en, item.evidence, beside=item.zh)
            if finding.rule is not Rule.TRANSLATION
        )
        # who acts is often said by the heading or the speaker, and by none of the sentences
        named = check_naming(item.actor.zh, item.actor.en, self.witness) if item.actor else ()
        actor = (of_field(finding, "actor") for finding in named)
        return tuple(dict.fromkeys((*found, *actor, *asides, *find_leaks(item, self.writer.prompts.echoes))))

    def check_words(
        self, zh: str, en: str, evidence: Sequence[Sentence], beside: str = ""
    ) -> tuple[Finding, ...]:
        """What the check finds on any other text that a model wrote; nothing on an empty one.

        `beside` is the Chinese of the line that a phrase belongs to.
        """
        if not zh and not en:
            return ()
        return check_wording(zh, en, evidence, self.witness, standpoint_of(self.outline), beside)

    def failed(self, what: str, error: ModelError) -> None:
        """Note that the model gave no usable answer for `what`."""
        self.errors.append(error)
        self.failures.append(Failure(section=what, reason=f"{error}", reason_zh=error.zh))

    async def attempt(self, what: str, step: Callable[[], Coroutine[Any, Any, T]], otherwise: T) -> T:
        """The result of `step`, begun when a slot is free; a failure is noted and gives `otherwise`.

        Interrupted, it notes that and goes on with what is there.
        """
        if self.interrupted:
            self.failures.append(_interrupted(what))
            return otherwise
        self.progress.add(1)
        try:
            async with self.slots:
                self.progress.started(what)
                return await step()
        except ModelError as error:
            self.failed(what, error)
        except asyncio.CancelledError:
            self.failures.append(_interrupted(what))
            self.interrupted = True
        finally:
            self.progress.done(what)
        return otherwise

    async def again(self, step: Coroutine[Any, Any, T]) -> T | None:
        """The result of a further try at what is there already; None where it cannot be had, for whatever reason."""
        try:
            return await step
        except ModelError:
            return None
        except asyncio.CancelledError:
            self.interrupted = True
            return None

    def require(self, items: Sequence[object]) -> None:
        """Go on only with something to show.

        Raises:
            ModelError: there is no item, because a step failed.
            CancelledError: there is no item, because the run was interrupted.
        """
        if items:
            return
        if self.interrupted:
            raise asyncio.CancelledError
        if self.errors:
            raise self.errors[0]

    async def together(self, steps: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Results of the steps that finished, in order; an interruption ends the others and is noted."""
        done, interrupted = await gather(steps)
        self.interrupted |= interrupted
        return done


class DeskMeans(Protocol):
    """What all reports of a run have in common."""

    @property
    def source(self) -> Source:
        """Where answers come from."""

    @property
    def prompts(self) -> PromptSet:
        """The words of the method."""

    @property
    def glossary(self) -> Glossary:
        """Settled terms."""

    @property
    def progress(self) -> Listener:
        """What a waiting person is told."""

    @property
    def strict(self) -> bool:
        """Whether what has doubts is left out."""


def open_desk(
    outline: Outline,
    witness: SourceIndex,
    asker: Asker,
    means: DeskMeans,
    slots: AbstractAsyncContextManager[object],
) -> Desk:
    """The desk for one report; its places are terms like those of the glossary."""
    report = outline.report
    glossary = means.glossary.extended(toponyms(report))
    writer = Writer(report.source, asker, means.prompts, glossary, report)
    return Desk(
        outline=outline,
        witness=witness,
        writer=writer,
        progress=means.progress,
        slots=slots,
        chunk_chars=means.prompts.limits.chunk_chars or means.source.profile_of(asker.model).chunk_chars,
        strict=means.strict,
    )


async def gather(steps: Sequence[Coroutine[Any, Any, T]]) -> tuple[list[T], bool]:
    """Results of the steps that finished, in order, and whether the rest was interrupted.

    Raises:
        Exception: the first that a step raised; the others are ended.
    """
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
