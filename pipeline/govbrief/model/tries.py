"""Owns in what order one request is tried until it is answered, or found to have no answer.

Outermost first: what failed on the way is repeated (tenacity), an answer that was cut is asked for with more room, a
form that is refused gives way to the next, a request waits for its place. Knows no SDK: `client.py` sends.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, NamedTuple, Self

import tenacity
from pydantic import ValidationError

from govbrief.base.errors import BudgetError, ReplayError
from govbrief.model.ask import Ask, T, Usage
from govbrief.model.client import Client, complain
from govbrief.model.explaining import Asked, Breaker, explain, misfit_words
from govbrief.model.faults import PACED, Cause, Fault, FaultError
from govbrief.model.forms import TOKEN_LIMITS, Rung, request_body
from govbrief.model.learning import Lessons
from govbrief.model.limits import Pace
from govbrief.model.purse import NoRoomError
from govbrief.model.unwrapping import fields_of

REFUSALS_IN_A_ROW: Final = 10
"""Waits that the server asked for, with nothing answered between, after which each request is tried once more."""
OUTDONE: Final = 60
"""Refusals of one request for haste, no wait told, while others are answered: with two answers a minute for eight that
ask it is refused a dozen times before its turn comes, and is no worse than they are."""
LONGEST_BACKOFF_S: Final = 20.0
PROBE_S: Final = 5.0
"""Seconds that all requests wait, at most, after one of them was asked to wait for longer."""
MORE_ROOM: Final[tuple[tuple[int, dict[str, float]], ...]] = ((1, {}), (2, {}), (4, {}))
"""Tries for an answer that is cut: times its room, and what is added to the request."""
LESS_REPETITION: Final[tuple[tuple[int, dict[str, float]], ...]] = ((1, {}), (1, {"frequency_penalty": 0.6}))
"""The same under a grammar, whose bounds only a loop outgrows; 0.3 did not end the loops seen, 1.0 bent the wording."""


class Shared(NamedTuple):
    """What all askers of a run have in common: one server, so one pace and one set of lessons."""

    limiter: Pace
    lessons: Lessons
    breaker: Breaker
    place: str
    """The server's address as a message shows it."""
    timeout_s: float
    quota_is_spent: bool = False
    """True where a quota that is used up is an empty account and no limit by the minute."""
    died: Callable[[], str | None] = lambda: None
    """Why the embedded server is gone; None while it runs."""


@dataclass(slots=True)
class _Course(Generic[T]):
    """One request on its way to an answer."""

    ask: Ask[T]
    sent: int = 0
    """HTTP requests so far."""
    faults: Counter[Cause] = field(default_factory=Counter)
    """How often it failed, and why: an answer without a word says nothing of the next connection."""


class ServerAsker:
    """The Asker of a model behind an OpenAI-compatible chat API."""

    def __init__(self, client: Client, model: str, shared: Shared) -> None:
        """Nothing is opened before the first request."""
        self.model = model
        self._client = client
        self._cost = Usage()
        self._shared = shared

    @property
    def usage(self) -> Usage:
        """What all answers so far cost."""
        return self._cost

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first request."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close connections that nobody shares; a recording is written now."""
        await self._client.close()

    async def ask(self, ask: Ask[T]) -> T:
        """The parsed answer, after as many tries as the error allows.

        Raises:
            ModelError: the server cannot be reached, refuses, or keeps failing; `fatal` when further requests
                are vain.
            BudgetError: the budget is used up.
            ReplayError: a recording does not hold this request.
        """
        course, shared = _Course(ask), self._shared
        try:
            async with shared.lessons.in_turn(ask.answer.__name__):
                value: T = await self._retrying(course)(self._in_room, course)
        except FaultError as error:
            fault = self._dead() or error.fault
            asked = Asked(shared.place, self.model, shared.timeout_s, max(1, course.faults[fault.cause]))
            raise shared.breaker.failed(fault, explain(fault, asked), self).error(ask.where) from error
        except (ReplayError, BudgetError) as error:
            zh = f"{ask.where}：{error.zh}" if error.zh else ""
            raise type(error)(
                f"{ask.where}: {error}", hint=error.hint, zh=zh, hint_zh=error.hint_zh
            ) from error
        shared.breaker.answered()
        return value

    def _retrying(self, course: _Course[T]) -> tenacity.AsyncRetrying:
        """Tries, with waits between them that hold no place; where the server wants less, the wait is the limiter's."""

        def enough(state: tenacity.RetryCallState) -> bool:
            fault = _fault_of(state)
            course.faults[fault.cause] += 1
            if fault.cause in PACED:
                tries = fault.tries if fault.retry_after_s else OUTDONE
                tired = self._shared.limiter.refused_in_a_row >= min(REFUSALS_IN_A_ROW, fault.tries)
                return tired or course.faults[fault.cause] >= tries
            return course.faults[fault.cause] >= fault.tries

        return tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(
                lambda e: isinstance(e, FaultError) and self._shared.died() is None
            ),
            wait=lambda state: _own_wait_s(_fault_of(state), state.attempt_number),
            stop=enough,
            reraise=True,
        )

    async def _in_room(self, course: _Course[T]) -> T:
        """One parsed answer; one that is cut is asked for again, with more room or without what made it loop."""
        form = self._shared.lessons.form_for(course.ask.answer.__name__)
        rooms = LESS_REPETITION if form.rung is Rung.GRAMMAR else MORE_ROOM
        for times, extra in rooms[:-1]:
            try:
                return await self._in_form(course, times, extra)
            except FaultError as error:
                if error.fault.cause is not Cause.CUT:
                    raise
        return await self._in_form(course, *rooms[-1])

    async def _in_form(self, course: _Course[T], times: int, extra: dict[str, float]) -> T:
        """One parsed answer, in the first form that the server takes."""
        lessons, ask = self._shared.lessons, course.ask
        name = ask.answer.__name__
        while True:
            form = lessons.form_for(name)
            body = request_body(ask, form, self.model, times)
            body |= {k: v for k, v in extra.items() if k not in form.left_out}
            try:
                value = await self._parsed(course, body)
            except FaultError as error:
                if not lessons.learn(name, form, error.fault, body):
                    raise
            else:
                lessons.answered(name)
                return value

    async def _parsed(self, course: _Course[T], body: dict[str, Any]) -> T:
        """One parsed answer; one that does not fit its class is shown to the model with what was wrong."""
        answer, messages = course.ask.answer, body["messages"]
        text = await self._paced(course, body)
        try:
            return answer.model_validate_json(text)
        except ValidationError as misfit:
            text = await complain(
                text, misfit, messages, lambda more: self._paced(course, {**body, "messages": more})
            )
        try:
            return answer.model_validate_json(text)
        except ValidationError as misfit:
            raise FaultError(Fault(Cause.MISFIT, misfit_words(misfit))) from misfit

    async def _paced(self, course: _Course[T], body: dict[str, Any]) -> str:
        """The cleaned answer to one HTTP request, which is sent when pace and budget allow it."""
        while True:
            try:
                return await self._sent(course, body)
            except NoRoomError as full:
                # without a place and without a time limit: others are to be answered first
                await full.settled()

    async def _sent(self, course: _Course[T], body: dict[str, Any]) -> str:
        """The cleaned answer to one HTTP request, which is sent when the pace allows it."""
        shared, ask = self._shared, course.ask
        async with shared.limiter.place(_tokens(ask)):
            if (last := shared.breaker.last) is not None:
                raise last.error(ask.where, unsent=True)
            again = Usage(retries=int(course.sent > 0))
            started = time.monotonic()
            try:
                answered = await self._client.send(body, fields_of(ask.answer), self._hear)
            except FaultError as error:
                course.sent += 1
                self._cost += again + Usage(busy_s=time.monotonic() - started)
                raise FaultError(self._slowed(error.fault, body)) from error
            course.sent += 1
            self._cost += again
            took = time.monotonic() - started
            shared.limiter.answered(took)
        self._cost += Usage(tokens_in=answered.tokens_in, tokens_out=answered.tokens_out, busy_s=took)
        return answered.text

    def _hear(self, headers: Mapping[str, str]) -> None:
        """Count an answer, and note what the server says is left of its limits."""
        self._cost += Usage(calls=1)
        self._shared.limiter.heard(headers)

    def _slowed(self, fault: Fault, body: Mapping[str, Any]) -> Fault:
        """The fault as this run takes it; where the server wants less, everybody slows down."""
        limiter = self._shared.limiter
        if fault.cause is Cause.QUOTA and self._shared.quota_is_spent:
            return replace(fault, cause=Cause.SPENT)
        if fault.cause in {Cause.CUT, Cause.THOUGHT}:
            return replace(fault, text=str(next(body[name] for name in TOKEN_LIMITS if name in body)))
        if fault.cause in PACED:
            told = fault.retry_after_s
            wait = backoff_s(max(1, limiter.refused_in_a_row)) if told is None else told
            # a long wait may be meant for this request alone: another one tries that out before all of them wait
            limiter.refused(wait if limiter.refused_in_a_row else min(wait, PROBE_S))
        return fault

    def _dead(self) -> Fault | None:
        """A dead embedded server is the cause of whatever else went wrong."""
        epitaph = self._shared.died()
        return None if epitaph is None else Fault(Cause.GONE, epitaph)


def _tokens(ask: Ask[Any]) -> int:
    """About how many tokens a request takes of a limit by the minute."""
    said = (
        len(ask.system) + len(ask.user) + sum(len(question) + len(answer) for question, answer in ask.turns)
    )
    return said * 2 // 3 + ask.max_tokens // 2


def _own_wait_s(fault: Fault, attempt: int) -> float:
    """Seconds that a failed request itself waits, without a place; short waits of a limit are everybody's."""
    if fault.cause in PACED:
        told = fault.retry_after_s or 0.0
        return told if told > PROBE_S else 0.0
    return backoff_s(attempt)


def backoff_s(times: int) -> float:
    """Seconds to wait after so many failures in a row, where the server does not say."""
    return min(LONGEST_BACKOFF_S, 0.5 * 2.0 ** (times - 1)) + random.uniform(0.0, 0.5)  # noqa: S311 - no secret


def _fault_of(state: tenacity.RetryCallState) -> Fault:
    error = state.outcome.exception() if state.outcome else None
    return error.fault if isinstance(error, FaultError) else Fault(Cause.STRANGE, "")
