"""Owns the dry run: which requests a comparison would send, counted and not sent.

The code that makes real briefs makes the requests; what the cache does not hold gets a stand-in that fits the
schema, so that second steps are asked for too. Re-asks depend on what a model gets wrong and are left out.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import httpx2

from govbrief.batch import brief_all
from govbrief.compare.column import Asked, reseeded
from govbrief.model.cassettes import read_cassettes, request_key
from govbrief.model.transports import recorded
from govbrief.read.chunks import estimate_tokens
from govbrief.sets.prompts import PromptSet
from govbrief_schemas.report import Report

OUT_PER_IN = 0.3
"""Tokens of an answer for each token asked with; 0.22 to 0.31 in the recordings of the seeds."""
_STAND_INS = ("The work will go on in all districts.", "工作将在各区县持续推进。", "Work of all districts")
"""What a stand-in says; the first that a pattern admits."""
_FIRST = 2
"""Messages of a question; more of them are the same question once again."""


class Plan(NamedTuple):
    """What a column would begin with; tokens estimated."""

    calls: int
    tokens_in: int
    tokens_out: int
    kept: int
    """Requests that are answered already."""


@dataclass(slots=True)
class Tally:
    """Requests that would be sent, each once."""

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

    @property
    def plan(self) -> Plan:
        """The counts as a value."""
        return Plan(self.calls, self.tokens_in, self.tokens_out, self.kept)


class DryTransport(httpx2.AsyncBaseTransport):
    """Answers what is kept; counts the rest and gives it a stand-in."""

    def __init__(self, known: Mapping[str, dict[str, Any]], tally: Tally) -> None:
        """`known` are interactions by request key."""
        self._known = known
        self._tally = tally

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The kept answer, else one that fits the schema and says nothing."""
        key = request_key(request.method, request.url.path, request.content)
        if (known := self._known.get(key)) is not None:
            self._tally.kept += 1
            return recorded(known, request)
        body = json.loads(request.content)
        if len(body["messages"]) <= _FIRST:
            self._tally.tokens_by_request[key] = sum(estimate_tokens(m["content"]) for m in body["messages"])
        schema = body["response_format"]["json_schema"]["schema"]
        message = {"role": "assistant", "content": json.dumps(stand_in(schema, schema.get("$defs", {})))}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        answer = {"id": "", "object": "chat.completion", "created": 0, "model": "", "choices": [choice]}
        return httpx2.Response(200, json=answer, request=request)


def stand_in(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    """A value that fits a response schema: the fewest rows, the first of every choice, the same words."""
    if "$ref" in schema:
        return stand_in(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("type") == "object":
        return {name: stand_in(part, definitions) for name, part in schema["properties"].items()}
    if schema.get("type") == "array":
        # where the model chooses how many, half of what it may
        some = max(schema.get("minItems", 0), schema.get("maxItems", 0) // 2)
        rows = schema.get("prefixItems") or [schema["items"]] * some
        return [stand_in(row, definitions) for row in rows]
    return next((t for t in _STAND_INS if re.search(schema.get("pattern", ""), t)), _STAND_INS[0])


def count_requests(asked: Asked, reports: Mapping[str, Report], repeats: int, tally: Tally) -> None:
    """Add to `tally` what one column would ask for."""
    for number in range(repeats):
        prompts = _without_reasks(reseeded(asked.prompts, number))
        source = asked.cache.dry(prompts.name, lambda report: _dry(asked.cache.path(report), tally))
        asyncio.run(brief_all(list(reports.values()), asked.means(source, prompts), lambda *_: None))


def _without_reasks(prompts: PromptSet) -> PromptSet:
    """The set that asks the same and sends nothing back: a stand-in would always be sent back."""
    limits = prompts.limits.model_copy(update={"reasks": 0})
    return replace(prompts, settings=prompts.settings.model_copy(update={"limits": limits}))


def _dry(path: Path, tally: Tally) -> DryTransport:
    return DryTransport(read_cassettes(path) if path.is_file() else {}, tally)
