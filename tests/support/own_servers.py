"""Emulations of servers that people run themselves, and of models that write more than was asked."""

import json

from typing_extensions import override

from tests.support.bad_server import Reply, completion, refusal
from tests.support.filling import asked_schema
from tests.support.provider_kit import Provider, StrictServer, form_of, keywords, message, strict_of, values


class Ollama(Provider):
    """Binds the structure; a pattern must be anchored."""

    @override
    def refuse(self, n, body):
        if form_of(body) == "json_schema" and "pattern" in keywords(asked_schema(body) and strict_of(body)):
            return refusal(500, "invalid JSON schema in format")
        return None


class LMStudio(Provider):
    """No JSON mode."""

    @override
    def refuse(self, n, body):
        if form_of(body) == "json_object":
            return refusal(400, "'response_format.type' must be 'json_schema' or 'text'")
        return None


class VLLM(StrictServer):
    """With a pinned backend some features are refused, and it is not told which."""

    banned = frozenset({"prefixItems", "pattern", "uniqueItems", "$ref"})

    @override
    def refuse(self, n, body):
        refused = super().refuse(n, body)
        words = "The provided JSON schema contains features not supported by xgrammar."
        return refusal(400, words) if refused else None


class LlamaCpp(Provider):
    """Makes a grammar of the schema, whatever the request calls it, and cannot make one of every schema."""

    longest = 2000
    """Repetitions from which its grammar parser gives up."""

    @override
    def refuse(self, n, body):
        schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
        told = "" if schema is None else self.unfit(schema)
        return refusal(400, told) if told else None

    def unfit(self, schema):
        """What is wrong with a schema, in the server's words."""
        if any(not (text.startswith("^") and text.endswith("$")) for text in values(schema, "pattern")):
            return "JSON schema conversion failed: Pattern must start with '^' and end with '$'"
        bounds = [*values(schema, "maxLength"), *values(schema, "maxItems")]
        return "failed to parse grammar" if any(bound >= self.longest for bound in bounds) else ""

    @override
    def reply(self, text, body):
        told = {"timings": {"prompt_n": 1, "predicted_per_second": 9.5}, "system_fingerprint": "b11434"}
        sound = completion(text)
        return Reply(body=json.dumps(json.loads(sound.body) | told).encode(), headers=sound.headers)


class SGLang(Provider):
    """The answer where the thinking should be."""

    @override
    def reply(self, text, body):
        return message(content=None, reasoning_content=text)


class ThinkingModel(Provider):
    """Thinks in the content, with a draft."""

    @override
    def reply(self, text, body):
        return completion(f'<think>\nFirst {{"items": [{{"zh": "x"}}]}}\n</think>\n{text}')


class Chatty(Provider):
    """A draft, the answer in a fence, and what it thinks of it."""

    @override
    def reply(self, text, body):
        return completion(
            f"Of course! {{Note}} the json:\n```json\n{text}\n```\nLet me know {{if}} it's fine."
        )
