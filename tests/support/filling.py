"""Values that fit the schema of a request: Chinese is copied from the request, English is a fixed sentence."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from govbrief.model.forms import INSTRUCTION
from tests.support.condensed import ENGLISH, FAITHFUL, TITLE, condensed, knows

_DECODER = json.JSONDecoder()
_LISTED = re.compile(r"^\[(\w+)\] (?:\(\w+\) )?(.+)$", re.MULTILINE)
_NAMED = re.compile(r"^(?:zh|title|issuer): (.+)$", re.MULTILINE)


def fitting(body: Mapping[str, Any], english: tuple[str, ...] = ()) -> Any:
    """A value that fits the schema which the request asks for."""
    schema = asked_schema(body)
    said = [_asked(m["content"]) for m in body["messages"] if m["role"] == "user"]
    if knows(schema.get("title", "")):
        # the request is the longest message: worked examples and what was wrong with an answer are short
        return condensed(schema["title"], max(said, key=len), english)
    text = "\n".join(said)
    faithful = (en for zh, en in FAITHFUL.items() if zh in text)
    return _Filler(schema.get("$defs", {}), text, (*english, *faithful, *ENGLISH, TITLE)).value(schema, ())


def asked_schema(body: Mapping[str, Any]) -> dict[str, Any]:
    """The schema in a request: below the rung of grammars the whole one stands in the message."""
    _, told, schema = body["messages"][0]["content"].partition(f"{INSTRUCTION}\n")
    return _DECODER.raw_decode(schema)[0] if told else body["response_format"]["json_schema"]["schema"]


def _asked(content: str) -> str:
    """The question in a message, behind what the system says where it has no message of its own."""
    _, told, rest = content.partition(f"{INSTRUCTION}\n")
    return rest[_DECODER.raw_decode(rest)[1] :] if told else content


class _Filler:
    """Fills one schema from one request's text."""

    def __init__(self, definitions: Mapping[str, Any], text: str, english: tuple[str, ...]) -> None:
        self.definitions = definitions
        self.english = english
        self.listed = {name: line.split(" | ")[0] for name, line in _LISTED.findall(text)}
        self.chinese = (*_NAMED.findall(text), *self.listed.values(), *text.splitlines(), "工作事项")

    def value(self, schema: Mapping[str, Any], ids: tuple[str, ...], name: str = "") -> Any:
        """A value for `schema`, the property `name` of an object that cites `ids`."""
        if "$ref" in schema:
            return self.value(self.definitions[schema["$ref"].rpartition("/")[2]], ids)
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        if schema.get("type") == "object":
            made: dict[str, Any] = {}
            for key, part in schema["properties"].items():
                made[key] = self.value(part, ids, key)
                if isinstance(made[key], list):
                    ids = tuple(x for x in made[key] if isinstance(x, str))
            return made
        if schema.get("type") == "array":
            rows = schema.get("prefixItems") or [schema["items"]] * schema.get("minItems", 1)
            return [self.value(row, ids) for row in rows]
        own = [self.listed[i] for i in ids if i in self.listed]
        return self.string(schema.get("pattern", ""), [*own, *self.chinese] if name == "zh" else self.english)

    def string(self, pattern: str, texts: Sequence[str]) -> str:
        """The first of the texts that the pattern admits, with a full stop where it needs one."""
        for text in texts:
            for ending in ("", "。", "."):
                if re.search(pattern, text + ending):
                    return text + ending
        raise AssertionError(f"no text here fits {pattern}")
