"""Owns the only door to a model: openai and instructor, and in what order one request is tried until it is answered.

openai sends, instructor parses the answer into its class and asks once more with what was wrong, tenacity repeats what
failed on the way. The form of a request is not instructor's: its modes send no `strict`, take a draft inside `<think>`
for the answer, repeat empty assistant turns that Kimi refuses, and fail where `choices` is null. So `_complete` stands
between the two: it sends the form that `forms.py` built, and hands on an answer that `answers.py` cleaned.
"""

import asyncio
import json
import logging
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, NamedTuple, Self

import httpx2
import instructor
import openai
import tenacity
from instructor.core.exceptions import InstructorError
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from govbrief.errors import ModelError, PipelineError, ReplayError
from govbrief.model.answers import Answered, fields_of, read_answer
from govbrief.model.ask import Ask, T, Usage
from govbrief.model.explaining import Asked, Breaker, Explained, explain, misfit_words
from govbrief.model.faults import (
    PACED,
    Cause,
    Fault,
    FaultError,
    body_words,
    causes,
    one_line,
    read_status,
    system_words,
)
from govbrief.model.forms import TOKEN_LIMITS, Rung, request_body
from govbrief.model.learning import Lessons
from govbrief.model.limits import Limiter
from govbrief.model.reach import without_secrets

SCHEMA_RETRIES = 1
"""Times that instructor shows the model what was wrong with its JSON."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
REFUSALS_IN_A_ROW = 10
"""Refusals for haste, of all requests together and none answered between, after which each is tried once more."""
MORE_ROOM: Final[tuple[tuple[int, dict[str, float]], ...]] = ((1, {}), (2, {}), (4, {}))
"""Tries for an answer that is cut: times its room, and what is added to the request."""
LESS_REPETITION: Final[tuple[tuple[int, dict[str, float]], ...]] = ((1, {}), (1, {"frequency_penalty": 0.6}))
"""The same under a grammar, whose bounds only a loop outgrows; 0.3 did not end the loops seen, 1.0 bent the wording."""
LONGEST_BACKOFF_S = 20.0
CONNECTIONS = httpx2.Limits(max_connections=None, max_keepalive_connections=256)

logging.getLogger("instructor").setLevel(logging.CRITICAL)


class Shared(NamedTuple):
    """What all askers of a run have in common: one server, so one pace and one set of lessons."""

    limiter: Limiter
    lessons: Lessons
    breaker: Breaker
    quota_is_spent: bool = False
    """True where a quota that is used up is an empty account and no limit by the minute."""


@dataclass(slots=True)
class _Course(Generic[T]):
    """One request on its way to an answer."""

    ask: Ask[T]
    sent: int = 0
    """HTTP requests so far."""
    faults: Counter[Cause] = field(default_factory=Counter)
    """How often it failed, and why: an answer without a word says nothing of the next connection."""


class Client:
    """The Asker of a model behind an OpenAI-compatible chat API."""

    def __init__(  # noqa: PLR0913 - the parts of a connection, each named at the call
        self,
        *,
        base_url: str | None,
        api_key: str | None,
        model: str,
        shared: Shared,
        timeout_s: float,
        transport: httpx2.AsyncBaseTransport | None = None,
        died: Callable[[], str | None] = lambda: None,
    ) -> None:
        """Nothing is opened before the first request; `died` says why the embedded server is gone."""
        self.model = model
        self._cost = Usage()
        self._shared = shared
        self._died = died
        self._place = without_secrets(base_url) if base_url else "the provider's default address"
        self._key = api_key
        self._timeout_s = timeout_s
        self._sdk = openai.AsyncOpenAI(
            # a local server needs no key, but the SDK does
            api_key=api_key or "none",
            base_url=base_url,
            max_retries=0,
            timeout=timeout_s,
            http_client=httpx2.AsyncClient(
                transport=transport,
                timeout=timeout_s,
                limits=CONNECTIONS,
                event_hooks={"request": [_undress], "response": [self._hear]},
                # a proxy of the environment cannot reach this machine's own loopback address
                trust_env=base_url is None or httpx2.URL(base_url).host not in LOOPBACK,
            ),
        )

    @property
    def usage(self) -> Usage:
        """What all answers so far cost."""
        return self._cost

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first request."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close connections; a recording is written now."""
        await self._sdk.close()

    async def ask(self, ask: Ask[T]) -> T:
        """The parsed answer, after as many tries as the error allows.

        Raises:
            ModelError: the server cannot be reached, refuses, or keeps failing; `fatal` when further requests
                are vain.
            ReplayError: a recording does not hold this request.
        """
        course, shared = _Course(ask), self._shared
        try:
            async with shared.lessons.in_turn(ask.answer.__name__):
                value: T = await self._retrying(course)(self._in_room, course)
        except FaultError as error:
            explained = self._explain(error.fault, max(1, course.faults[error.fault.cause]))
            shared.breaker.failed(error.fault, explained)
            reason, hint, fatal = explained
            raise ModelError(f"{ask.where}: {reason}", hint=hint, fatal=fatal) from error
        except ReplayError as error:
            raise ReplayError(f"{ask.where}: {error}", hint=error.hint) from error
        shared.breaker.answered()
        return value

    def _retrying(self, course: _Course[T]) -> tenacity.AsyncRetrying:
        """Tries, with waits between them that hold no place; where the server wants less, the wait is the limiter's."""

        def enough(state: tenacity.RetryCallState) -> bool:
            fault = _fault_of(state)
            course.faults[fault.cause] += 1
            tired = fault.cause in PACED and self._shared.limiter.refused_in_a_row >= REFUSALS_IN_A_ROW
            return tired or course.faults[fault.cause] >= fault.tries

        return tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(lambda e: isinstance(e, FaultError) and self._died() is None),
            wait=lambda state: 0.0 if _fault_of(state).cause in PACED else backoff_s(state.attempt_number),
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
        """One parsed answer; instructor asks for it once more when it does not fit its class."""

        async def create(*, messages: list[Any], **_: Any) -> ChatCompletion:  # noqa: ANN401 - instructor's own form
            return await self._complete(course, {**body, "messages": messages})

        asking: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
        try:
            value: T = await asking(
                response_model=course.ask.answer, max_retries=SCHEMA_RETRIES, messages=body["messages"]
            )
        except (InstructorError, ValidationError) as error:
            raise self._failure(error) from error
        return value

    async def _complete(self, course: _Course[T], body: dict[str, Any]) -> ChatCompletion:
        """One HTTP request, sent when the pace allows it, and its answer, cleaned."""
        limiter, ask = self._shared.limiter, course.ask
        async with limiter.place(_tokens(ask)):
            if (last := self._shared.breaker.last) is not None:
                raise ModelError(f"{ask.where}: not asked, because {last.reason}", hint=last.hint, fatal=True)
            self._cost += Usage(retries=int(course.sent > 0))
            course.sent += 1
            started = time.monotonic()
            try:
                # the SDK's time-out is about silence; this one also ends an answer that trickles in for ever
                async with asyncio.timeout(self._timeout_s):
                    got = await self._sdk.post("/chat/completions", body=body, cast_to=httpx2.Response)
                answered = _read(got.content, got.headers, ask)
            except (FaultError, openai.OpenAIError, httpx2.HTTPError, TimeoutError) as error:
                self._cost += Usage(busy_s=time.monotonic() - started)
                fault = self._failure(error, body)
                if fault.fault.cause in PACED:
                    told = fault.fault.retry_after_s
                    limiter.refused(backoff_s(limiter.refused_in_a_row + 1) if told is None else told)
                raise fault from error
            took = time.monotonic() - started
            limiter.answered(took)
        self._cost += Usage(tokens_in=answered.tokens_in, tokens_out=answered.tokens_out, busy_s=took)
        return _completion(answered.text)

    async def _hear(self, response: httpx2.Response) -> None:
        """Count the answer, and note what the server says is left of its limits."""
        self._cost += Usage(calls=1)
        self._shared.limiter.heard(response.headers)

    def _failure(self, error: BaseException, body: Mapping[str, Any] | None = None) -> FaultError:
        """What went wrong with a request of this body, free of the SDK and of the key.

        Raises:
            PipelineError: the replay miss that the SDK turned into "Connection error.".
        """
        chain = causes(error)
        known = (FaultError, openai.APIStatusError, openai.APIConnectionError, TimeoutError, ValidationError)
        cause = next((e for e in chain if isinstance(e, known)), chain[-1])
        if miss := next((e for e in chain if isinstance(e, PipelineError)), None):
            raise miss from None
        if isinstance(cause, FaultError):
            fault = cause.fault
        elif isinstance(cause, openai.APITimeoutError | TimeoutError):
            fault = Fault(Cause.TIMEOUT, "")
        elif isinstance(cause, openai.APIConnectionError):
            fault = Fault(Cause.UNREACHABLE, system_words(chain[-1]))
        elif isinstance(cause, openai.APIStatusError):
            answer = cause.response
            fault = read_status(answer.status_code, _said(answer.text), answer.headers)
        elif isinstance(cause, ValidationError):
            fault = Fault(Cause.MISFIT, misfit_words(cause))
        else:
            fault = Fault(Cause.STRANGE, system_words(cause))
        if fault.cause is Cause.QUOTA and self._shared.quota_is_spent:
            fault = replace(fault, cause=Cause.SPENT)
        if fault.cause in {Cause.CUT, Cause.THOUGHT} and body:
            fault = replace(fault, text=str(next(body[name] for name in TOKEN_LIMITS if name in body)))
        return FaultError(replace(fault, text=one_line(fault.text, self._key)))

    def _explain(self, fault: Fault, tries: int) -> Explained:
        """The fault in words; a dead embedded server is the cause of whatever else went wrong."""
        if (epitaph := self._died()) is not None:
            hint = "run govbrief doctor; a smaller --model-file needs less memory"
            return Explained(f"the embedded model's server died: {epitaph}", hint, fatal=True)
        return explain(fault, Asked(self._place, self.model, self._timeout_s, tries))


async def _undress(request: httpx2.Request) -> None:
    """Drop the SDK's headers about this machine: no server needs them."""
    for name in [n for n in request.headers if n.lower().startswith("x-stainless")]:
        del request.headers[name]


def _read(content: bytes, headers: Mapping[str, str], ask: Ask[Any]) -> Answered:
    """The answer in the bytes of a 200."""
    try:
        body = json.loads(content)
    except ValueError as error:
        raise FaultError(
            Fault(Cause.STRANGE, content[:200].decode("utf-8", "replace") or "nothing")
        ) from error
    return read_answer(body, fields_of(ask.answer), headers)


def _said(text: str) -> str:
    """What the body of an error says."""
    try:
        return body_words(json.loads(text))
    except ValueError:
        return text


def _completion(text: str) -> ChatCompletion:
    """The answer as instructor reads it."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    return ChatCompletion.model_validate({
        "id": "",
        "object": "chat.completion",
        "created": 0,
        "model": "",
        "choices": [choice],
    })


def _tokens(ask: Ask[Any]) -> int:
    """About how many tokens a request takes of a limit by the minute."""
    return (
        len(ask.system) + len(ask.user) + sum(len(q) + len(a) for q, a in ask.turns)
    ) * 2 // 3 + ask.max_tokens // 2


def backoff_s(times: int) -> float:
    """Seconds to wait after so many failures in a row, where the server does not say."""
    return min(LONGEST_BACKOFF_S, 0.5 * 2.0 ** (times - 1)) + random.uniform(0.0, 0.5)  # noqa: S311 - no secret


def _fault_of(state: tenacity.RetryCallState) -> Fault:
    error = state.outcome.exception() if state.outcome else None
    return error.fault if isinstance(error, FaultError) else Fault(Cause.STRANGE, "")
