"""Owns the ways by which requests reach recorded answers, or are recorded.

These transports plug into the model client of one report: nothing global is patched, so reports can be recorded
and replayed concurrently, and each report has a cassette of its own.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import httpx2

from govbrief.base.errors import ReplayError
from govbrief.base.plain import clean
from govbrief.model.cassettes import TapedAnswer, interaction, read_cassettes, request_key, write_cassette
from govbrief.model.wire import Wire

RECORDED = frozenset({200, 400, 422})
"""Answers, and refusals that the same request always meets; an outage is not worth repeating."""
NAMED_CHARS = 60
"""Of a recorded request, to name it by in a message."""


def _user_text(key: str) -> str:
    """The part of a request that tells it from its neighbours: the longest message of the user.

    Worked examples that stand before it are the same in all, and what is wrong with an answer is told shortly.
    """
    try:
        messages = json.loads(key.split("\n", 1)[1])["messages"]
        return str(max((m["content"] for m in messages if m["role"] == "user"), key=len, default=key))
    except (ValueError, KeyError, IndexError, TypeError):
        return key


def _difference(key: str, known: Iterable[str]) -> str:
    """The nearest recorded request and the first place where it differs, for the message of a miss."""
    asked = _user_text(key)
    best, score, number = "", -1.0, 0
    for place, other in enumerate(known, 1):
        text = _user_text(other)
        ratio = SequenceMatcher(None, asked, text, autojunk=False).quick_ratio()
        if ratio > score:
            best, score, number = other, ratio, place
    if not best:
        return "no request is recorded at all"
    pairs = zip(key, best, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(key), len(best)))
    asked_here, recorded_here = key[max(0, at - 20) : at + 30], best[max(0, at - 20) : at + 30]
    shown = f"asked {_shown(asked_here)}, recorded {_shown(recorded_here)}"
    named = f"request {number} there, “{clean(_user_text(best)[:NAMED_CHARS])}…”"
    return f"the nearest is {min(score, 0.999):.1%} alike: {named}; {shown}"


def _shown(piece: str) -> str:
    """A piece of a request for a message, on one line."""
    return f"“…{clean(piece)}…”"


def recorded(entry: Mapping[str, Any], request: httpx2.Request) -> httpx2.Response:
    """The answer of a recorded interaction to `request`."""
    answer = entry["response"]
    return httpx2.Response(
        answer["status"]["code"],
        headers={"content-type": "application/json"},
        content=answer["body"]["string"].encode("utf-8"),
        request=request,
    )


class ReplayTransport(httpx2.AsyncBaseTransport):
    """Answers from cassettes and never from the network.

    Raises:
        ReplayError: no cassette answers this request; names the nearest one.
    """

    def __init__(self, answers: Mapping[str, dict[str, Any]], place: Path, prompt_set: str) -> None:
        """`answers` are interactions by request key from `place`; it and the `prompt_set` are named in a miss."""
        self._answers = answers
        self._place = place
        self._prompt_set = prompt_set

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The recorded answer to `request`."""
        key = request_key(request.method, request.url.path, request.content)
        entry = self._answers.get(key)
        if entry is None:
            raise ReplayError(
                f"{self._place} holds no answer to this request of prompt set {self._prompt_set!r}: "
                f"{_difference(key, self._answers)}",
                hint="the prompt set, the text or the model changed since the recording: record again with "
                "--record, or choose the set that was recorded with --prompts",
            )
        return recorded(entry, request)


class RecordTransport(httpx2.AsyncBaseTransport):
    """Passes requests on and writes down what came back, into one cassette.

    A request that `known` answers is not sent again, and its answer moves on into the new cassette. When a
    request fails or is interrupted, nothing that was recorded before is lost: the next run asks for the rest.
    """

    def __init__(  # noqa: PLR0913 - each named at the call
        self,
        path: Path,
        known: Mapping[str, dict[str, Any]] | None = None,
        entries: dict[str, Any] | None = None,
        *,
        keep: bool = False,
        sent: Callable[[], None] = lambda: None,
        inner: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        """Record into `path`; transports with the same `entries` write one cassette together.

        With `keep`, answers that are not asked for this time stay in it. `sent` is called before each request that
        no recording answers; it goes through `inner`.
        """
        self._inner = inner or Wire()
        self._path = path
        self._known = known or {}
        self._entries: dict[str, Any] = {} if entries is None else entries
        self._unanswered: set[str] = set()
        self._keep = keep
        self._sent = sent
        self._new = False

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The recorded answer, else the server's own, kept for the cassette unless it is an outage."""
        key = request_key(request.method, request.url.path, request.content)
        if key in self._known:
            self._entries[key] = self._known[key]
            return recorded(self._known[key], request)
        self._unanswered.add(key)
        self._sent()
        got = await self._inner.handle_async_request(request)
        body = await got.aread()
        if got.status_code in RECORDED:
            self._unanswered.discard(key)
            self._new = True
            kind = got.headers.get("content-type")
            answer = TapedAnswer(got.status_code, got.reason_phrase, kind, body)
            self._entries[key] = interaction(request.method, request.url.path, request.content, answer)
        return httpx2.Response(
            got.status_code,
            headers=[(k, v) for k, v in got.headers.raw if k.lower() != b"content-encoding"],
            content=body,
            request=request,
        )

    async def aclose(self) -> None:
        """Close the connection and write the cassette."""
        await self._inner.aclose()
        if not self._entries or (self._keep and not self._new):
            return
        whole = not self._unanswered and not self._keep
        write_cassette(self._path, self._entries if whole else self._before() | self._entries)

    def _before(self) -> dict[str, Any]:
        """What was recorded before, asked for again or not."""
        return (read_cassettes(self._path) if self._path.is_file() else {}) | dict(self._known)
