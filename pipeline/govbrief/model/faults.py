"""Owns what a failed request means: which of the things that go wrong it is, and whether and when to try again.

Knows no SDK: `client.py` says what it caught as a Fault. The fact a reader would miss: what is wrong with one request
(its text, its answer), with the whole server, and with the key or the address are three things, and only the last ends
a run at once. The words of providers stand in `data/refusals.toml`; what a user is told, in `explaining.py`.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from http import HTTPStatus
from typing import Any

from govbrief.base.datafiles import any_of, read_words
from govbrief.base.plain import clean
from govbrief.model.waits import told_wait

LONGEST_WAIT_S = 120.0
"""A server that asks for more is out for longer than a user at a terminal wants to wait."""
LONGEST_TEXT = 200
"""Characters of a provider's own words in a message."""


class Cause(Enum):
    """What went wrong; the value is how many requests are worth sending, the failed one included."""

    UNREACHABLE = ("no connection", 5)
    DROPPED = ("a connection that breaks under the request", 4)
    TIMEOUT = ("no answer in time", 2)
    SERVER = ("an error of the server", 5)
    BUSY = ("a limit by the minute, or too much at once", 16)
    QUOTA = ("a limit by the minute, or an empty account", 9)
    BLANK = ("an answer without a word", 3)
    AMISS = ("an answer to another question", 2)
    STRANGE = ("something else than a completion", 3)
    CUT = ("an answer cut at its limit", 1)
    THOUGHT = ("a model that thought until its limit and did not come to an answer", 1)
    MISFIT = ("an answer that is not what was asked for, twice", 1)
    FILTERED = ("the text is refused for what it says", 1)
    TOO_LONG = ("the text is longer than the model reads", 1)
    REFUSED = ("the request is refused", 1)
    FAR = ("a wait longer than anybody wants", 1)
    SPENT = ("an empty account", 1)
    KEY = ("the key is wrong, or may not do this", 1)
    MODEL = ("no such model or address", 1)
    GONE = ("the embedded model's server is gone", 1)

    def __init__(self, meaning: str, tries: int) -> None:
        """Kept apart, so that two causes with equal numbers stay two."""
        self.meaning = meaning
        self.tries = tries


HOPELESS = frozenset({Cause.UNREACHABLE, Cause.SPENT, Cause.KEY, Cause.MODEL, Cause.FAR, Cause.GONE})
"""Causes for which every further request would fail the same way, unless the server did its work before: then one may
be that request's own or its report's, and only another report's says that it is not."""
PACED = frozenset({Cause.BUSY, Cause.QUOTA})
"""Causes after which nobody sends a request for a while."""
OF_THE_SERVER = frozenset({
    Cause.TIMEOUT,
    Cause.DROPPED,
    Cause.SERVER,
    Cause.BUSY,
    Cause.QUOTA,
    Cause.STRANGE,
})
"""Causes that say the server is unwell when one request after the other ends with them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One failed request."""

    cause: Cause
    text: str
    """The error's own words on one line, without the key."""
    status: int | None = None
    """The HTTP status, where one came."""
    retry_after_s: float | None = None
    """Seconds that the server asks to wait; None when it does not say."""

    @property
    def tries(self) -> int:
        """Requests worth sending before giving up, the failed one included."""
        return self.cause.tries

    @property
    def fatal(self) -> bool:
        """True when every further request would fail the same way."""
        return self.cause in HOPELESS


class FaultError(Exception):
    """A request failed; carries the fault through instructor and tenacity."""

    def __init__(self, fault: Fault) -> None:
        """`fault` is all there is to know."""
        super().__init__(fault.text)
        self.fault = fault


def read_status(status: int, said: str, headers: Mapping[str, str], key: str | None = None) -> Fault:
    """The fault behind an error status, or behind an error inside a 200, from everything that the server `said`."""
    wait = told_wait(headers, said)
    fault = Fault(_cause(status, said, wait), one_line(said, key), status, wait)
    if fault.cause in {Cause.BUSY, Cause.QUOTA} and (wait or 0.0) > LONGEST_WAIT_S:
        return replace(fault, cause=Cause.FAR)
    return fault


def _cause(status: int, said: str, wait: float | None) -> Cause:
    if status == HTTPStatus.UNAUTHORIZED:
        return Cause.KEY
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _cause_of_haste(said, wait)
    if status != HTTPStatus.NOT_FOUND and _says("filtered", said):
        return Cause.FILTERED
    if status == HTTPStatus.PAYMENT_REQUIRED or _says("spent", said):
        return Cause.SPENT
    if status in _PASSING or status >= _SERVER_ERROR:
        return Cause.REFUSED if _says("form", said) else Cause.SERVER
    return _cause_of_refusal(status, said)


def _cause_of_haste(said: str, wait: float | None) -> Cause:
    if _says("spent", said):
        return Cause.SPENT
    # a wait that is told, or a limit that is named, is no empty account
    empty = wait is None and _says("quota", said) and not _says("passing", said)
    return Cause.QUOTA if empty else Cause.BUSY


def _cause_of_refusal(status: int, said: str) -> Cause:
    if status == HTTPStatus.OK:
        return Cause.BUSY if _says("passing", said) else Cause.STRANGE
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Cause.TOO_LONG
    kinds = {
        "bad_key": Cause.KEY,
        "too_long": Cause.TOO_LONG,
        "form": Cause.REFUSED,
        "unknown_model": Cause.MODEL,
    }
    if found := next((cause for kind, cause in kinds.items() if _says(kind, said)), None):
        return found
    if status == HTTPStatus.FORBIDDEN:
        return Cause.KEY
    return Cause.MODEL if status in _ELSEWHERE else Cause.REFUSED


_SERVER_ERROR = 500
_PASSING = frozenset({408, 409, 425})
_ELSEWHERE = frozenset({301, 302, 303, 307, 308, 404, 405, 410})


def _says(kind: str, said: str) -> bool:
    """Whether a server's words are of a kind that `data/refusals.toml` lists."""
    return bool(refusal_pattern(kind).search(said))


@cache
def refusal_pattern(kind: str) -> re.Pattern[str]:
    """The expression for the words of one list of `data/refusals.toml`."""
    return re.compile(any_of(read_words("refusals")[kind]), re.IGNORECASE)


def body_words(body: Any) -> str:  # noqa: ANN401 - what a provider sends
    """Everything that an error's body says, the message first: its codes tell what the message does not.

    `{"error": {"message": "no", "code": "content_filter"}}` -> `no (content_filter)`
    """
    if isinstance(body, list) and body:
        return body_words(body[0])
    if not isinstance(body, dict):
        return str(body or "")
    error = body.get("error", body)
    if not isinstance(error, dict):
        return str(error)
    message = error.get("message") or error.get("detail") or error.get("msg") or error.get("status_msg") or ""
    inner = error.get("innererror") or error.get("metadata") or {}
    codes = [error.get("code"), error.get("type"), error.get("status"), error.get("status_code")]
    codes += [inner.get("code"), inner.get("raw")] if isinstance(inner, dict) else []
    told = [
        str(code) for code in codes if isinstance(code, str | int) and str(code) not in _NO_NEWS | {message}
    ]
    said = message if isinstance(message, str) else str(message)
    return f"{said} ({', '.join(dict.fromkeys(told))})" if told and said else said or ", ".join(told)


_NO_NEWS = frozenset({"", "error", "None", "invalid_request_error", "400", "429", "500", "503"})


def one_line(said: str, key: str | None = None) -> str:
    """What an error says, on one line, bounded, without the key."""
    told = clean(said)
    return (told.replace(key, "***") if key else told)[:LONGEST_TEXT]


def causes(error: BaseException | None) -> list[BaseException]:
    """The error and what caused it, outermost first; instructor and the SDK both wrap."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def system_words(error: BaseException) -> str:
    """What an error of the connection says: the system's own words where there are some."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno) if error.errno > 0 else str(error.strerror)
    return str(error) or type(error).__name__
