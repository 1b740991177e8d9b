"""Owns the only door to a model: openai and instructor, retries, timeouts, usage; must not know sections or verdicts.

The fact a reader would miss: there are two kinds of retry. tenacity repeats requests that failed on the way (429, 5xx,
no connection, time-out), honouring Retry-After; instructor asks again, once, when the answer does not fit the schema.
An answer cut at the token limit is asked for once more with a penalty on repetition, since a loop is what cuts it.
"""

import asyncio
import email.utils
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import httpx2
import instructor
import openai
import tenacity
from instructor.core.exceptions import IncompleteOutputException, InstructorError, InstructorRetryException
from pydantic import BaseModel, ValidationError

from pipeline.errors import ModelError, PipelineError, ReplayError

ATTEMPTS = 5
"""Requests for one answer, the first included, when the way to the server fails."""
LONGEST_WAIT_S = 60.0
"""Cap of one wait, whatever Retry-After says: a user at a terminal should not wait longer without an answer."""
SCHEMA_RETRIES = 1
"""Times that instructor shows the model what was wrong with its JSON."""
LOOP_PENALTY = 0.6
"""frequency_penalty of the second try after a cut answer; 0.3 did not end the loops seen, 1.0 bent the wording."""

logging.getLogger("instructor").setLevel(logging.CRITICAL)

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Usage:
    """What answers cost."""

    calls: int = 0
    """HTTP requests that got an answer, useful or not."""
    retries: int = 0
    """Of these, and of those without an answer, the ones that repeated an earlier request."""
    tokens_in: int = 0
    tokens_out: int = 0
    busy_s: float = 0.0
    """Seconds spent waiting for the server, all requests added."""

    def __add__(self, other: "Usage") -> "Usage":
        """The sum, field by field."""
        return Usage(
            self.calls + other.calls,
            self.retries + other.retries,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.busy_s + other.busy_s,
        )


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """One request: two messages, the shape of the answer and its bounds."""

    where: str
    """What a message about this request calls it, e.g. `dalian-2023.txt 03/00`."""
    system: str
    user: str
    answer: type[T]
    max_tokens: int
    temperature: float = 0.0
    seed: int = 0




@dataclass(slots=True)
class Breaker:
    """Shared by the askers of a run: once a request failed for good, no further one is sent."""

    error: ModelError | None = None


class Asker:
    """A model behind an OpenAI-compatible chat API; counts what it used. Use as `async with`."""

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
        self.model = model
        self.usage = Usage()
        self._limit = limit
        self._died = died
        self._breaker = breaker
        self._base_url = base_url
        self._sdk = openai.AsyncOpenAI(
            # a local server needs no key, but the SDK does
            api_key=api_key or "none",
            base_url=base_url,
            max_retries=0,
            timeout=timeout_s,
            http_client=httpx2.AsyncClient(
                transport=transport, timeout=timeout_s, event_hooks={"request": [_strip_telemetry]}
            ),
        )
        self._client = instructor.from_openai(self._sdk, mode=instructor.Mode.JSON_SCHEMA)
        self._timeout_s = timeout_s

    async def __aenter__(self) -> "Asker":
        """Nothing is opened before the first request."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close connections; a recording is written now."""
        await self._sdk.close()

    async def ask(self, ask: Ask[T]) -> T:
        """The parsed answer, after as many tries as the error allows.

        Raises:
            ModelError: the server cannot be reached, refuses, or keeps failing; `fatal` when further requests are vain.
            ReplayError: a recording does not hold this request.
        """
        try:
            return await self._through(ask, {})
        except IncompleteOutputException:
            self._retried()
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
            retry=tenacity.retry_if_exception(_passes),
            wait=_wait,
            stop=tenacity.stop_after_attempt(ATTEMPTS),
            before_sleep=lambda _: self._retried(),
            reraise=True,
        )
        try:
            async with self._limit:
                if self._breaker.error is not None:
                    raise self._breaker.error
                return await retrying(self._once, ask, extra)
        except (IncompleteOutputException, PipelineError):
            raise
        except (openai.OpenAIError, InstructorError, httpx2.HTTPError) as error:
            explained = self._explain(ask, error)
            if explained.fatal:
                self._breaker.error = explained
            raise explained from error

    async def _once(self, ask: Ask[T], extra: dict[str, Any]) -> T:
        started = time.perf_counter()
        try:
            value, raw = await self._client.chat.completions.create_with_completion(
                model=self.model,
                messages=[{"role": "system", "content": ask.system}, {"role": "user", "content": ask.user}],
                response_model=ask.answer,
                max_retries=SCHEMA_RETRIES,
                max_tokens=ask.max_tokens,
                temperature=ask.temperature,
                seed=ask.seed,
                **extra,
            )
        except IncompleteOutputException as error:
            self._count(getattr(error.last_completion, "usage", None), 1, started)
            raise
        except InstructorRetryException as error:
            self._count(error.total_usage, len(error.failed_attempts or []), started)
            _unwrap(error)
            raise
        except openai.OpenAIError as error:
            self._count(None, 0, started)
            _unwrap(error)
            raise
        self._count(raw.usage, 1, started)
        return value

    def _retried(self) -> None:
        self.usage += Usage(retries=1)

    def _count(self, usage: Any, calls: int, started: float) -> None:  # noqa: ANN401 - a provider's object, maybe None
        self.usage += Usage(
            calls=calls,
            retries=max(0, calls - 1),
            tokens_in=getattr(usage, "prompt_tokens", 0) or 0,
            tokens_out=getattr(usage, "completion_tokens", 0) or 0,
            busy_s=time.perf_counter() - started,
        )

    def _explain(self, ask: Ask[T], error: Exception) -> ModelError:  # noqa: PLR0911 - one return per cause
        """The error in words that name the cause and the fix."""
        where, place = ask.where, self._base_url or "the provider's default address"
        cause = next((e for e in _causes(error) if isinstance(e, openai.OpenAIError)), error)
        if (epitaph := self._died()) is not None:
            return ModelError(f"{where}: the embedded model's server died: {epitaph}", fatal=True,
                              hint="run govbrief doctor; a smaller --model-file needs less memory")
        if isinstance(cause, openai.APITimeoutError):
            return ModelError(f"{where}: {place} did not answer within {self._timeout_s:g} s, {ATTEMPTS} times",
                              hint="check the server's load, or raise --timeout")
        if isinstance(cause, openai.APIConnectionError):
            return ModelError(f"{where}: {place} cannot be reached ({_last_line(cause)})", fatal=True,
                              hint="check --base-url and that the server runs: govbrief doctor")
        if isinstance(cause, openai.AuthenticationError | openai.PermissionDeniedError):
            return ModelError(f"{where}: {place} refused the key ({cause.status_code})", fatal=True,
                              hint="set OPENAI_API_KEY to a valid key, or unset it to use the embedded model")
        if isinstance(cause, openai.NotFoundError):
            return ModelError(f"{where}: {place} does not know model {self.model!r} or this path (404)", fatal=True,
                              hint="check --model and --base-url (it usually ends in /v1)")
        if isinstance(cause, openai.BadRequestError | openai.UnprocessableEntityError):
            return ModelError(f"{where}: {place} refused the request: {_last_line(cause)}", fatal=True,
                              hint="the model must support response_format json_schema; try another --model")
        if isinstance(cause, openai.APIStatusError):
            return ModelError(f"{where}: {place} answered {cause.status_code} {ATTEMPTS} times: {_last_line(cause)}",
                              hint="wait and run again, or lower --concurrency")
        problem = next((e for e in _causes(error) if isinstance(e, ValidationError)), cause)
        return ModelError(f"{where}: the answer does not fit the schema after {SCHEMA_RETRIES + 1} tries: "
                          f"{_last_line(problem)}", hint="use a model that supports response_format json_schema")


async def _strip_telemetry(request: httpx2.Request) -> None:
    """Drop the SDK's headers about this machine: no server needs them, and no recording should hold them."""
    for name in [n for n in request.headers if n.lower().startswith("x-stainless")]:
        del request.headers[name]


def _causes(error: BaseException | None) -> list[BaseException]:
    """The error and what caused it, outermost first; instructor and the SDK both wrap."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _unwrap(error: BaseException) -> None:
    """Raise the replay miss that the SDK turned into "Connection error."."""
    for cause in _causes(error):
        if isinstance(cause, ReplayError):
            raise cause from None


def _passes(error: BaseException) -> bool:
    """True for failures on the way that may pass: no connection, time-out, 408, 409, 429 and 5xx."""
    for cause in _causes(error):
        if isinstance(cause, openai.APIStatusError):
            return cause.status_code in {408, 409, 429} or cause.status_code >= httpx2.codes.INTERNAL_SERVER_ERROR
        if isinstance(cause, openai.APIConnectionError):
            return True
    return False


def _retry_after(error: BaseException | None) -> float | None:
    """Seconds that the server asks to wait, from Retry-After as seconds or as an HTTP date (RFC 9110, 10.2.3)."""
    for cause in _causes(error):
        if isinstance(cause, openai.APIStatusError):
            raw = cause.response.headers.get("retry-after", "")
            if raw.strip().isdigit():
                return float(raw)
            try:
                return (email.utils.parsedate_to_datetime(raw) - datetime.now(UTC)).total_seconds()
            except (ValueError, TypeError):
                return None
    return None


_backoff = tenacity.wait_exponential_jitter(multiplier=0.5, max=20.0, jitter=0.5)


def _wait(state: tenacity.RetryCallState) -> float:
    asked = _retry_after(state.outcome.exception() if state.outcome else None)
    return min(LONGEST_WAIT_S, max(0.0, asked)) if asked is not None else _backoff(state)


def _last_line(error: BaseException) -> str:
    """The error's own words in one line of at most 200 characters."""
    return " ".join(str(error).split())[:200]
