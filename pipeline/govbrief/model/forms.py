"""Owns the forms in which one request can travel: the ladder from a grammar down to plain text, and the options.

Must not know a server: which form it takes, the profile says, or its refusals teach. Must not load the model stack: a
replay builds its requests here too.

    grammar      the request's overlay, or the schema of its class, which the server compiles and enforces
    strict       the schema's structure with `strict: true`, and the whole schema in the system message
    json_object  JSON mode, and the schema in the system message
    text         nothing but the schema in the system message

Below `grammar` the schema always stands in the message too: many servers take `response_format` and ignore it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from govbrief.model.ask import Ask
from govbrief.model.tokens import prompt_tokens

INSTRUCTION = (
    "Answer in json: one JSON object and nothing else, no explanation before or after it, no code fence. "
    "It fits this JSON Schema:"
)
"""The word json in small letters is what some servers look for before they take JSON mode."""
FIRST_THINKING_TOKENS = 8192
"""Room for thinking at first, on top of the answer's own; some think four times as long, and get it then."""
LEAST_ROOM = 1024
"""Tokens for an answer below which asking is vain: then the text is too long, not the answer."""
TOKEN_LIMITS = ("max_tokens", "max_completion_tokens")
"""The two names of the option that bounds the answer."""
_UNENFORCED = frozenset({
    "allOf", "contains", "default", "dependentRequired", "description", "else", "examples", "exclusiveMaximum",
    "exclusiveMinimum", "format", "if", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum",
    "multipleOf", "not", "pattern", "patternProperties", "prefixItems", "propertyNames", "then", "title",
    "uniqueItems",
})  # fmt: skip
"""Keywords that one strict server or another refuses; Azure refuses the most. The message keeps them all."""


class Rung(StrEnum):
    """A step of the ladder, the most that a server can be held to first."""

    GRAMMAR = "grammar"
    STRICT = "strict"
    JSON_OBJECT = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RequestForm:
    """How requests to one server are put."""

    rung: Rung = Rung.STRICT
    token_limit: str = "max_tokens"  # noqa: S105 - the name of an option
    """Name of the option that bounds the answer: newer models want `max_completion_tokens`."""
    thinking_tokens: int = 0
    """Room on top of the answer's own, for a model that thinks first."""
    most_tokens: int | None = None
    """What the option may say at most; None where nothing bounds it."""
    left_out: frozenset[str] = frozenset()
    """Options that the server refuses."""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Options with the one value that the server takes, e.g. `enable_thinking: false`."""
    context_tokens: int | None = None
    """What a request and its answer may take together; None where no server said so."""
    system_role: bool = True
    """False where what the system says has to stand before the first question."""

    def room(self, answer_tokens: int, messages: list[dict[str, str]]) -> int:
        """Tokens that a request with these messages for an answer of so many may take."""
        wanted = answer_tokens + self.thinking_tokens
        if self.most_tokens is not None:
            wanted = min(wanted, self.most_tokens)
        if self.context_tokens is None:
            return wanted
        return min(wanted, max(LEAST_ROOM, self.context_tokens - about_prompt(messages)))


def request_body(ask: Ask[Any], form: RequestForm, model: str, times: int = 1) -> dict[str, Any]:
    """The body of a request for `ask` as JSON sends it, with room for `times` the answer."""
    messages = _messages(ask, form)
    body = {
        "model": model,
        "messages": messages,
        form.token_limit: form.room(ask.max_tokens * times, messages),
        "temperature": ask.temperature,
        "seed": ask.seed,
    }
    if (wanted := _response_format(ask, form.rung)) is not None:
        body["response_format"] = wanted
    return {k: v for k, v in {**body, **form.fixed}.items() if k not in form.left_out}


def about_prompt(messages: list[dict[str, str]]) -> int:
    """Tokens that messages take, a tenth above the best guess: cutters of text differ by that much."""
    return round(prompt_tokens({"messages": messages}) * 1.1)


def _messages(ask: Ask[Any], form: RequestForm) -> list[dict[str, str]]:
    system = ask.system
    if form.rung is not Rung.GRAMMAR:
        schema = json.dumps(schema_of(ask), ensure_ascii=False, separators=(",", ":"))
        system = f"{system.rstrip()}\n\n{INSTRUCTION}\n{schema}"
    said = []
    for question, answer in ask.turns:
        said += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    said.append({"role": "user", "content": ask.user})
    if form.system_role:
        return [{"role": "system", "content": system}, *said]
    return [{"role": "user", "content": f"{system.rstrip()}\n\n{said[0]['content']}"}, *said[1:]]


def _response_format(ask: Ask[Any], rung: Rung) -> dict[str, Any] | None:
    name = ask.answer.__name__
    if rung is Rung.GRAMMAR:
        schema = schema_of(ask) if ask.overlay is None else dict(ask.overlay)
        return {"type": "json_schema", "json_schema": {"name": name, "schema": schema}}
    if rung is Rung.STRICT:
        schema = strict_structure(schema_of(ask))
        return {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}
    return {"type": "json_object"} if rung is Rung.JSON_OBJECT else None


def schema_of(ask: Ask[Any]) -> dict[str, Any]:
    """The schema of the answer's class, with the values that this request allows."""
    answer: type[BaseModel] = ask.answer
    schema: dict[str, Any] = _allowing(_class_schema(answer), ask.enums)
    return schema


@lru_cache(maxsize=64)
def _class_schema(answer: type[BaseModel]) -> dict[str, Any]:
    return answer.model_json_schema()


def _allowing(node: Any, enums: Mapping[str, tuple[str, ...]]) -> Any:  # noqa: ANN401 - any JSON
    """The schema with an enum on each property that `enums` names, on its elements where it is a list."""
    if isinstance(node, list):
        return [_allowing(one, enums) for one in node]
    if not isinstance(node, dict) or not enums:
        return node
    laid = {key: _allowing(value, enums) for key, value in node.items()}
    properties = laid.get("properties")
    if isinstance(properties, dict):
        for name in enums.keys() & properties.keys():
            properties[name] = _with_enum(properties[name], list(enums[name]))
    return laid


def _with_enum(schema: dict[str, Any], values: list[str]) -> dict[str, Any]:
    if schema.get("type") == "array":
        return {**schema, "items": {**schema.get("items", {}), "enum": values}}
    if "anyOf" in schema:
        return {
            **schema,
            "anyOf": [s if s.get("type") == "null" else _with_enum(s, values) for s in schema["anyOf"]],
        }
    return {**schema, "enum": values}


def strict_structure(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """The structure of a schema as every strict server takes it: objects closed, all properties required, no bounds.

    `{"type": "string", "pattern": "^a"}` -> `{"type": "string"}`; `{"const": "plan"}` -> `{"enum": ["plan"]}`
    """
    if isinstance(node, list):
        return [strict_structure(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    kept = {k: v for k, v in node.items() if k not in _UNENFORCED}
    made = {k: v if k in {"enum", "type", "required"} else strict_structure(v) for k, v in kept.items()}
    for name in ("properties", "$defs"):
        if name in node:
            # what stands here are names, and one of them may be called `title` or `format`
            made[name] = {key: strict_structure(value) for key, value in node[name].items()}
    if "const" in made:
        made["enum"] = [made.pop("const")]
    if "oneOf" in made:
        made["anyOf"] = made.pop("oneOf")
    if "prefixItems" in node:
        made["items"] = {"anyOf": strict_structure(node["prefixItems"])}
    if "properties" in made:
        made |= {"required": list(made["properties"]), "additionalProperties": False}
    return made
