"""Owns the dry run: which requests a comparison would begin with, counted and not sent.

The requests are made by the code that makes real ones, and refused before they leave; so the count is exact for what
can be known without an answer. What depends on answers (re-asks, summaries, second steps) comes on top.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from pipeline.chunks import estimate_tokens
from pipeline.compare.ask import Asked, reseeded
from pipeline.model.cassettes import read_cassettes, request_key
from pipeline.run import brief_all
from schemas.report import Report

OUT_PER_IN = 0.3
"""Tokens of an answer for each token asked with; 0.22 to 0.31 in the recordings of the seeds."""
_REFUSED = 418
"""A status that no server gives and that nothing repeats."""


@dataclass(slots=True)
class Tally:
    """Requests that would be sent, each once however many sets ask it."""

    tokens_by_request: dict[str, int] = field(default_factory=dict)
    kept: int = 0
    """Requests that the cache answers."""

    @property
    def calls(self) -> int:
        """Requests to send."""
        return len(self.tokens_by_request)

    @property
    def tokens_in(self) -> int:
        """Of all requests to send, estimated high."""
        return sum(self.tokens_by_request.values())

    @property
    def tokens_out(self) -> int:
        """Of their answers, as long as answers usually are."""
        return round(self.tokens_in * OUT_PER_IN)


class DryTransport(httpx2.AsyncBaseTransport):
    """Answers what is kept, counts the rest and refuses it."""

    def __init__(self, known: Mapping[str, dict[str, Any]], tally: Tally) -> None:
        """`known` are answers by request."""
        self._known = known
        self._tally = tally

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The kept answer, else a refusal."""
        key = request_key(request.method, request.url.path, request.content)
        if (known := self._known.get(key)) is not None:
            self._tally.kept += 1
            return httpx2.Response(
                known["status"]["code"],
                headers={"content-type": "application/json"},
                content=known["body"]["string"].encode("utf-8"),
                request=request,
            )
        messages = json.loads(request.content)["messages"]
        self._tally.tokens_by_request[key] = sum(estimate_tokens(m["content"]) for m in messages)
        return httpx2.Response(_REFUSED, json={"error": {"message": "a dry run"}}, request=request)


def count_requests(asked: Asked, reports: Mapping[str, Report], repeats: int, tally: Tally) -> None:
    """Add to `tally` what one column would begin with."""
    for number in range(repeats):
        prompts = reseeded(asked.prompts, number)
        source = asked.cache.source(prompts.name, lambda report: _dry(asked.cache.path(report), tally))
        asyncio.run(brief_all(list(reports.values()), asked.means(source, prompts), lambda *_: None))


def _dry(path: Path, tally: Tally) -> DryTransport:
    return DryTransport(read_cassettes(path) if path.is_file() else {}, tally)
