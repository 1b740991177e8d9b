"""Owns what a failed request means: whether it may pass, how long to wait, and the cause and fix in words.

Knows no SDK: `llm.py` says what it caught as a Fault. A refusal that names the report's text (too long, not
allowed) is about one request; a refusal of the key, the model or the address is about all of them.
"""

import email.utils
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

from pydantic import ValidationError

from govbrief.plain import clean

LONGEST_WAIT_S = 60.0
"""Cap of one wait: a user at a terminal should not wait longer without an answer."""
LONGEST_TEXT = 200
"""Characters of a provider's own words in a message."""
SCHEMA_HINT = "use a --model that supports response_format json_schema"
ADDRESS_HINT = "check --model and --base-url (it usually ends in /v1)"
_SERVER_ERROR = 500
_TOO_LONG = re.compile(
    r"context.{0,20}(?:length|size|window)|too (?:long|large)|maximum.{0,20}tokens", re.IGNORECASE
)
_FORM = re.compile(r"response_format|json_?schema|grammar|structured output", re.IGNORECASE)
_SPENT = re.compile(r"insufficient_quota|exceeded your current quota|insufficient balance", re.IGNORECASE)


class Cause(Enum):
    """Where a request failed."""

    UNREACHABLE = "no connection, or a broken one"
    TIMEOUT = "no answer in time"
    STATUS = "an error status"
    ANSWER = "an answer that does not fit the schema"
    STRANGE = "something else than an answer"


@dataclass(frozen=True, slots=True)
class Fault:
    """One failed request."""

    cause: Cause
    text: str
    """The error's own words on one line, without the key."""
    status: int | None = None
    """The HTTP status of Cause.STATUS."""
    retry_after_s: float | None = None
    """Seconds that the server asks to wait; None when it does not say."""

    @property
    def spent(self) -> bool:
        """True when the account has nothing left: waiting is vain."""
        return self.status in {402, 429} and bool(_SPENT.search(self.text))

    @property
    def tries(self) -> int:
        """Requests worth sending before giving up, the failed one included."""
        if self.cause is Cause.TIMEOUT:
            return 2
        if self.cause is Cause.UNREACHABLE:
            return 5
        if self.status is None or self.spent or (self.retry_after_s or 0.0) > LONGEST_WAIT_S:
            return 1
        return 5 if self.status in {408, 409, 425, 429} or self.status >= _SERVER_ERROR else 1


class Asked(NamedTuple):
    """What was asked for, as far as a message names it."""

    place: str
    """Address of the server."""
    model: str
    timeout_s: float
    tries: int


class Explained(NamedTuple):
    """A fault in words."""

    reason: str
    hint: str
    fatal: bool
    """True when every further request would fail the same way."""


def explain(fault: Fault, asked: Asked) -> Explained:
    """What failed at which address, the fix, and whether to go on."""
    if fault.cause is Cause.UNREACHABLE:
        reason = f"{asked.place} cannot be reached, tried {times(asked.tries)} ({fault.text})"
        return Explained(reason, "check --base-url and that the server runs: govbrief doctor", fatal=True)
    if fault.cause is Cause.TIMEOUT:
        reason = f"{asked.place} did not answer within {asked.timeout_s:g} s, tried {times(asked.tries)}"
        return Explained(reason, "check the server's load, or raise --timeout", fatal=False)
    if fault.cause is Cause.ANSWER:
        reason = f"{asked.place} gave no answer that fits the schema: {fault.text}"
        return Explained(reason, SCHEMA_HINT, fatal=False)
    if fault.cause is Cause.STRANGE:
        reason = f"{asked.place} gave something else than a chat completion: {fault.text}"
        return Explained(reason, ADDRESS_HINT, fatal=False)
    return _explain_status(fault, asked)


def _explain_status(fault: Fault, asked: Asked) -> Explained:
    status, place = fault.status or 0, asked.place
    # an answer without a body leaves the SDK no words but these
    said = f"({status})" if fault.text == f"Error code: {status}" else f"({status}: {fault.text})"
    if status in {401, 403}:
        hint = "set OPENAI_API_KEY to a valid key, or unset it to use the embedded model"
        # what comes with a 401 often quotes the key, in part or whole
        reason = f"{place} refused the key (401)" if status == 401 else f"{place} refused access {said}"  # noqa: PLR2004
        return Explained(reason, hint, fatal=True)
    if status == 404:  # noqa: PLR2004 - not found
        reason = f"{place} does not know model {asked.model!r} or this path {said}"
        return Explained(reason, ADDRESS_HINT, fatal=True)
    if fault.spent or status == 402:  # noqa: PLR2004 - payment required
        return Explained(
            f"{place}: the account has nothing left {said}", "top it up, or use another key", fatal=True
        )
    if fault.retry_after_s is not None and fault.retry_after_s > LONGEST_WAIT_S:
        reason = f"{place} asks to wait {fault.retry_after_s:.0f} s {said}"
        return Explained(reason, "run again after that time", fatal=True)
    if fault.tries == 1:
        return _explain_refusal(fault, f"{place} refused the request {said}")
    reason = f"{place} answered {status}, tried {times(asked.tries)} ({fault.text})"
    return Explained(reason, "wait and run again, or lower --concurrency", fatal=False)


def _explain_refusal(fault: Fault, reason: str) -> Explained:
    if fault.status == 413 or _TOO_LONG.search(fault.text):  # noqa: PLR2004 - content too large
        hint = "lower chunk_chars in the prompt set's set.toml, or use a model with a longer context"
        return Explained(reason, hint, fatal=False)
    if _FORM.search(fault.text):
        return Explained(reason, SCHEMA_HINT, fatal=False)
    if fault.status in {301, 302, 303, 307, 308, 405}:
        return Explained(reason, ADDRESS_HINT, fatal=True)
    return Explained(reason, "the server's own words say why; another --model may accept it", fatal=False)


def times(number: int) -> str:
    """`once`, `twice`, `5 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


@dataclass(slots=True)
class Breaker:
    """Shared by the askers of a run: once all further requests are vain, none is sent."""

    patience: int = 3
    """Requests that may fail for good in a row, each after all its tries."""
    last: Explained | None = None
    """Why no further request is sent; None while they are."""
    _in_a_row: int = 0

    def answered(self) -> None:
        """The server does its work."""
        self._in_a_row = 0

    def failed(self, explained: Explained) -> None:
        """One more request failed for good."""
        self._in_a_row += 1
        if explained.fatal or self._in_a_row >= self.patience:
            self.last = explained


def read_retry_after(raw: str) -> float | None:
    """Seconds that a Retry-After header asks to wait, given as seconds or as a date; None for anything else.

    Source: RFC 9110, 10.2.3.
    """
    try:
        return max(0.0, float(raw))
    except ValueError:
        pass
    try:
        return max(0.0, (email.utils.parsedate_to_datetime(raw) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def causes(error: BaseException | None) -> list[BaseException]:
    """The error and what caused it, outermost first; instructor and the SDK both wrap."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def own_words(error: BaseException, key: str | None) -> str:
    """What an error says, on one line, bounded, without the key."""
    said = clean(_said(error))
    return (said.replace(key, "***") if key else said)[:LONGEST_TEXT]


def _said(error: BaseException) -> str:
    """The message inside a provider's answer, what does not fit the schema, else the error's own text."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_context=False)[0]
        place = "".join(f"{part}." for part in first["loc"])[:-1]
        return f"{place}: {first['msg']}; got {str(first['input'])[:60]!r}".removeprefix(": ")
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno) if error.errno > 0 else str(error.strerror)
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    return str(message or error) or type(error).__name__
