"""What emulated servers are made of: a server that takes every form, and what it reads out of a request."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from typing_extensions import override

from tests.support.bad_server import Reply, completion, refusal
from tests.support.filling import fitting

JSON = {"Content-Type": "application/json"}
FREE = (
    "Residents needn't wait as long as they used to. It's the office's steady work that made it so.",
    "What's next isn't new: the work will go on in every town. No one will be left out.",
    "There's still a gap in this work. Some offices aren't strong enough, and it needs to be improved.",
)
"""English of what was done, is planned and is lacking, as nobody's grammar lists it."""
NOT_STRICT = frozenset({
    "prefixItems",
    "allOf",
    "not",
    "if",
    "patternProperties",
    "uniqueItems",
    "contains",
    "default",
})
BOUNDS = frozenset({
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
})


class Provider:
    """A server that takes every form and answers soundly."""

    def __init__(self) -> None:
        """`refused` counts requests spent on what the server does not take."""
        self.refused = 0

    def __call__(self, n: int, body: dict[str, Any]) -> Reply:
        """The reply to the n-th request."""
        reply = self.refuse(n, body)
        if reply is not None:
            self.refused += 400 <= reply.status != 429
            return reply
        return self.reply(self.answer(body), body)

    def refuse(self, n: int, body: dict[str, Any]) -> Reply | None:
        """What the server says instead of answering; None when it answers."""

    def answer(self, body: dict[str, Any]) -> str:
        """A sound answer to the request, as JSON."""
        return json.dumps(fitting(body, FREE), ensure_ascii=False)

    def reply(self, text: str, body: dict[str, Any]) -> Reply:  # noqa: ARG002 - some look at the request
        """The answer in the way of this server."""
        return completion(text)


def form_of(body: Mapping[str, Any]) -> str | None:
    """The type of answer that a request wants."""
    return body.get("response_format", {}).get("type")


def strict_of(body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The schema that a request wants to be held to strictly."""
    wanted = body.get("response_format", {}).get("json_schema", {})
    return wanted["schema"] if wanted.get("strict") else None


def keywords(node: Any) -> Iterator[str]:
    """The keywords of a schema; names of properties are none."""
    if isinstance(node, list):
        for one in node:
            yield from keywords(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in {"properties", "$defs"}:
                yield from keywords(list(value.values()))
            else:
                yield key
                yield from keywords(value)


def values(node: Any, keyword: str) -> Iterator[Any]:
    """What a schema says under a keyword, wherever it says it."""
    if isinstance(node, list):
        for one in node:
            yield from values(one, keyword)
    elif isinstance(node, dict):
        if keyword in node and not isinstance(node[keyword], dict):
            yield node[keyword]
        for part in node.values():
            yield from values(part, keyword)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """The objects that a schema describes."""
    if isinstance(node, list):
        for one in node:
            yield from objects(one)
    elif isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        yield from objects(list(node.values()))


def message(*, finish: str = "stop", **fields: Any) -> Reply:
    """A completion whose message has these fields."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", **fields}}
    return Reply(
        body=json.dumps({"choices": [choice], "usage": {"completion_tokens": 7}}).encode(), headers=JSON
    )


def json_missing(body: Mapping[str, Any]) -> bool:
    """Whether JSON mode is asked for and no message says the word."""
    return form_of(body) == "json_object" and not any("json" in m["content"] for m in body["messages"])


class StrictServer(Provider):
    """Strict schemas are checked before they are used."""

    banned = NOT_STRICT

    @override
    def refuse(self, n, body):
        schema = strict_of(body)
        if schema is None:
            return None
        wrong = next((key for key in keywords(schema) if key in self.banned), None)
        for made in objects(schema):
            open_ = made.get("additionalProperties") is not False
            if open_ or set(made["required"]) != set(made["properties"]):
                wrong = wrong or "additionalProperties"
        if wrong is None:
            return None
        return refusal(
            400, f"Invalid schema for response_format 'X': In context=(), '{wrong}' is not permitted."
        )
