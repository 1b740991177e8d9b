"""Owns the only door to a model: openai and instructor, retries, timeouts, usage.

The fact a reader would miss: there are two kinds of retry. tenacity repeats requests that failed on the way
(429, 5xx, no connection, time-out), honouring Retry-After; instructor asks again, once, when the answer does
not fit the schema. An answer cut at the token limit is asked for once more with a penalty on repetition: a
loop is what cuts it.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Self

import httpx2
import instructor
import openai
import tenacity
from instructor.core.exceptions import IncompleteOutputException, InstructorError, InstructorRetryException
from pydantic import ValidationError

from govbrief.errors import ModelError, PipelineError, ReplayError
from govbrief.model.ask import Ask, T, Usage
from govbrief.model.dialect import Dialect
from govbrief.model.faults import (
    LONGEST_WAIT_S,
    Asked,
    Breaker,
    Cause,
    Explained,
    Fault,
    causes,
    explain,
    own_words,
    read_retry_after,
)
from govbrief.model.forms import Form, Rung, request_body
from govbrief.model.reach import without_secrets

SCHEMA_RETRIES = 1
"""Times that instructor shows the model what was wrong with its JSON."""
LOOP_PENALTY = 0.6
"""frequency_penalty of the second try after a cut answer; 0.3 did not end the loops seen, 1.0 bent the
wording."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

logging.getLogger("instructor").setLevel(logging.CRITICAL)


class Client:
    """The Asker of a model behind an OpenAI-compatible chat API."""

    def __init__(  # noqa: PLR0913 - the parts of a connection, each named at the call
        self,
        *,
        base_url: str | None,
        api_key: str | None,
        model: str,
        limit: asyncio.Semaphore,
        timeout_s: float,
        breaker: Breaker,
        transport: httpx2.AsyncBaseTransport | None = None,
        died: Callable[[], str | None] = lambda: None,
    ) -> None:
        """Nothing is opened before the first request; `died` says why the embedded server is gone."""
        self.model = model
        self._cost = Usage()
        self._asked = self._sent = self._answered = 0
        self._limit = limit
        self._died = died
        self._breaker = breaker
        self._dialect = Dialect()
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
                event_hooks={"request": [self._before], "response": [self._after]},
                # a proxy of the environment cannot reach this machine's own loopback address
                trust_env=base_url is None or httpx2.URL(base_url).host not in LOOPBACK,
            ),
        )
        self._form = Form(Rung.GRAMMAR)
        # parses the answer into its class and asks again, once, with what was wrong; the form is `_create`'s
        self._asking: Any = instructor.patch(create=self._create, mode=instructor.Mode.JSON_SCHEMA)

    @property
    def usage(self) -> Usage:
        """What all answers so far cost."""
        return self._cost + Usage(calls=self._answered, retries=max(0, self._sent - self._asked))

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
        try:
            return await self._through(ask, {})
        except IncompleteOutputException:
            self._asked -= 1  # the same question, not one more
        try:
            return await self._through(ask, {"frequency_penalty": LOOP_PENALTY})
        except IncompleteOutputException as error:
            raise ModelError(
                f"{ask.where}: the answer was cut at {ask.max_tokens} tokens, twice",
                hint="raise max_tokens in the prompt set's set.toml, or lower chunk_chars",
            ) from error

    async def _through(self, ask: Ask[T], extra: dict[str, Any]) -> T:
        """One parsed answer, repeating requests that failed on the way."""
        retrying = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(lambda e: self._died() is None and _tries(e) > 1),
            wait=_wait,
            stop=lambda state: state.attempt_number >= _tries(_error_of(state)),
            reraise=True,
        )
        try:
            async with self._limit:
                if (last := self._breaker.last) is not None:
                    raise ModelError(
                        f"{ask.where}: not asked, because {last.reason}", hint=last.hint, fatal=True
                    )
                self._asked += 1
                value: T = await retrying(self._once, ask, extra)
        except IncompleteOutputException:
            self._breaker.answered()
            raise
        except ReplayError as error:
            raise ReplayError(f"{ask.where}: {error}", hint=error.hint) from error
        except (openai.OpenAIError, InstructorError, httpx2.HTTPError, TimeoutError) as error:
            explained = self._explain(_fault(error, self._key), retrying.statistics["attempt_number"])
            self._breaker.failed(explained)
            reason, hint, fatal = explained
            raise ModelError(f"{ask.where}: {reason}", hint=hint, fatal=fatal) from error
        self._breaker.answered()
        return value

    async def _once(self, ask: Ask[T], extra: dict[str, Any]) -> T:
        """One parsed answer; an option that the server refuses is left out from then on."""
        wanted = {**request_body(ask, self._form, self.model), **extra}
        while True:
            sent = self._dialect.options(wanted)
            try:
                return await self._send(ask, sent)
            except (openai.APIStatusError, InstructorRetryException) as error:
                fault = _fault(error)
                if not self._dialect.learn(fault.status or 0, fault.text, sent):
                    raise

    async def _send(self, ask: Ask[T], options: dict[str, Any]) -> T:
        form = {"extra_body": {"response_format": options["response_format"]}}
        try:
            # the SDK's time-out is about silence; this one also ends an answer that trickles in for ever
            async with asyncio.timeout(self._timeout_s * (SCHEMA_RETRIES + 1)):
                value: T = await self._asking(
                    response_model=ask.answer, max_retries=SCHEMA_RETRIES, **(options | form)
                )
        except (InstructorRetryException, openai.OpenAIError) as error:
            _unwrap(error)
            raise
        return value

    async def _create(self, *, extra_body: dict[str, Any], **options: Any) -> Any:  # noqa: ANN401 - instructor's own form
        """One completion; the form of the answer is the one in `extra_body`, not instructor's."""
        started = time.perf_counter()
        completion = None
        try:
            completion = await self._sdk.chat.completions.create(**(options | extra_body))
        finally:
            self._count(getattr(completion, "usage", None), started)
        return completion

    async def _before(self, request: httpx2.Request) -> None:
        """Count the request, and drop the SDK's headers about this machine: no server needs them."""
        self._sent += 1
        for name in [n for n in request.headers if n.lower().startswith("x-stainless")]:
            del request.headers[name]

    async def _after(self, _: httpx2.Response) -> None:
        self._answered += 1

    def _count(self, usage: Any, started: float) -> None:  # noqa: ANN401 - a provider's object or None
        self._cost += Usage(
            tokens_in=getattr(usage, "prompt_tokens", 0) or 0,
            tokens_out=getattr(usage, "completion_tokens", 0) or 0,
            busy_s=time.perf_counter() - started,
        )

    def _explain(self, fault: Fault, tries: int) -> Explained:
        """The fault in words; a dead embedded server is the cause of whatever else went wrong."""
        if (epitaph := self._died()) is not None:
            hint = "run govbrief doctor; a smaller --model-file needs less memory"
            return Explained(f"the embedded model's server died: {epitaph}", hint, fatal=True)
        return explain(fault, Asked(self._place, self.model, self._timeout_s, tries))


def _unwrap(error: BaseException) -> None:
    """Raise the replay miss that the SDK turned into "Connection error."."""
    for cause in causes(error):
        if isinstance(cause, ReplayError):
            raise cause from None


def _fault(error: BaseException | None, key: str | None = None) -> Fault:
    """What went wrong, free of the SDK and of the key."""
    chain = causes(error)
    known = (openai.APIStatusError, openai.APIConnectionError, TimeoutError, ValidationError)
    cause = next((e for e in chain if isinstance(e, known)), chain[-1])
    if isinstance(cause, openai.APITimeoutError | TimeoutError):
        return Fault(Cause.TIMEOUT, own_words(cause, key))
    if isinstance(cause, openai.APIConnectionError):
        return Fault(Cause.UNREACHABLE, own_words(chain[-1], key))
    if isinstance(cause, openai.APIStatusError):
        after_s = read_retry_after(cause.response.headers.get("retry-after", ""))
        return Fault(Cause.STATUS, own_words(cause, key), cause.status_code, after_s)
    misfit = isinstance(cause, ValidationError)
    return Fault(Cause.ANSWER if misfit else Cause.STRANGE, own_words(cause, key))


def _tries(error: BaseException | None) -> int:
    """Requests worth sending when one failed like this; 1 for what is no failure on the way."""
    if isinstance(error, IncompleteOutputException | PipelineError):
        return 1
    return _fault(error).tries if isinstance(error, Exception) else 1


_backoff = tenacity.wait_exponential_jitter(multiplier=0.5, max=20.0, jitter=0.5)


def _error_of(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _wait(state: tenacity.RetryCallState) -> float:
    asked = _fault(_error_of(state)).retry_after_s
    return _backoff(state) if asked is None else min(LONGEST_WAIT_S, asked)
