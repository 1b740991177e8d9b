"""Servers that take and say what the providers of docs/models.md do, each class one row; answers are free English.

Emulations, after the providers' documents and their users' reports: what they do is known, not how their models write.
None of them enforces a grammar unless its row says so. Servers of one's own are in `own_servers.py`.
"""

import json

from typing_extensions import override

from tests.support.bad_server import Reply, completion, refusal
from tests.support.own_servers import VLLM, Chatty, LlamaCpp, LMStudio, Ollama, SGLang, ThinkingModel
from tests.support.provider_kit import (
    BOUNDS,
    JSON,
    NOT_STRICT,
    Provider,
    StrictServer,
    form_of,
    json_missing,
    message,
    strict_of,
)


class OpenAI(StrictServer):
    """The first of them, of which others have copied what they take."""


class OpenAIReasoning(OpenAI):
    """Thinks out of the same budget, and has its own names for options."""

    thinks = 7000

    @override
    def refuse(self, n, body):
        if "max_tokens" in body:
            return refusal(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                           "'max_completion_tokens' instead.")  # fmt: skip
        if body.get("temperature", 1) != 1:
            return refusal(400, "Unsupported value: 'temperature' does not support 0 with this model. Only the "
                           "default (1) value is supported.")  # fmt: skip
        return super().refuse(n, body)

    @override
    def reply(self, text, body):
        if body["max_completion_tokens"] < self.thinks:
            self.refused += 1
            return message(content="", finish="length")
        return completion(text)


class OpenAILimited(OpenAI):
    """Every fifth request is one too many."""

    @override
    def refuse(self, n, body):
        if n % 5 == 0:
            words = "Rate limit reached on tokens per min (TPM). Please try again in 12ms."
            return refusal(429, words, x_ratelimit_remaining_requests="0", x_ratelimit_reset_requests="12ms")
        return super().refuse(n, body)


class Azure(OpenAI):
    """Strict without bounds; the filter cuts an answer, or refuses the text."""

    banned = NOT_STRICT | BOUNDS


class DeepSeek(Provider):
    """JSON mode only, with the word json; now and then a blank answer, and blank lines while it works."""

    @override
    def refuse(self, n, body):
        if form_of(body) == "json_schema":
            return refusal(400, "This response_format type is unavailable now")
        if json_missing(body):
            return refusal(400, "Prompt must contain the word 'json' in some form to use 'response_format' of type "
                           "'json_object'.")  # fmt: skip
        return completion("  \n ") if n == 3 else None

    @override
    def reply(self, text, body):
        sound = completion(text)
        return Reply(body=b"\n\n\n" + sound.body, headers=sound.headers)


class DeepSeekReasoner(Provider):
    """No JSON mode; a draft in reasoning_content."""

    @override
    def refuse(self, n, body):
        return refusal(400, "deepseek-reasoner does not support json output") if form_of(body) else None

    @override
    def reply(self, text, body):
        return message(content=text, reasoning_content='Maybe {"items": []}, or not.')


class Qwen(Provider):
    """Thinking must be turned off; JSON mode wants its word."""

    @override
    def refuse(self, n, body):
        if body.get("enable_thinking") is not False:
            return refusal(400, "parameter.enable_thinking must be set to false for non-streaming calls")
        if form_of(body) == "json_schema" or json_missing(body):
            return refusal(400, "<400> InternalError.Algo.InvalidParameter: 'messages' must contain the word 'json' in "
                           "some form, to use 'response_format' of type 'json_object'.")  # fmt: skip
        return None


class QwenLimited(Qwen):
    """A limit by the minute in the words of an empty account."""

    @override
    def refuse(self, n, body):
        if n % 4 == 0:
            return refusal(
                429, "You exceeded your current quota, please check your plan and billing details."
            )
        return super().refuse(n, body)


class GLM(Provider):
    """JSON mode only, and answers in a fence."""

    @override
    def refuse(self, n, body):
        if form_of(body) == "json_schema":
            error = {"error": {"code": "1210", "message": "API 调用参数有误，请检查文档。response_format"}}
            return Reply(400, json.dumps(error).encode(), JSON)
        return None

    @override
    def reply(self, text, body):
        return completion(f"```json\n{text}\n```")


class Kimi(Provider):
    """One temperature, no empty assistant message."""

    @override
    def refuse(self, n, body):
        if body.get("temperature", 1) != 1:
            return refusal(400, "invalid temperature: only 1 is allowed for this model")
        for place, said in enumerate(body["messages"]):
            if not said["content"]:
                words = f"the message at position {place} with role '{said['role']}' must not be empty"
                return refusal(400, f"Invalid request: {words}")
        return completion("") if n == 4 else None


class MiniMax(Provider):
    """Thinks in the content, and forgets where it began."""

    @override
    def reply(self, text, body):
        return completion(f'So the user wants {{"items": [...]}}. Draft: {{"items": []}}\n</think>\n\n{text}')


class Ark(Provider):
    """Tells which type it does not take, and which it does."""

    @override
    def refuse(self, n, body):
        if form_of(body) == "json_schema":
            return refusal(400, "The parameter `response_format.type` specified in the request are not valid: "
                           "`json_schema` is not supported by this model")  # fmt: skip
        return None


class Qianfan(Provider):
    """A small bound on the answer, named in the refusal."""

    @override
    def refuse(self, n, body):
        if max(body.get("max_tokens", 0), body.get("max_completion_tokens", 0)) > 4096:
            return refusal(400, "the max_tokens range is [2, 4096]", n="1")
        return None


class Gemini(Provider):
    """Large schemas are too much; a limit by the minute says when it ends; errors come in a list."""

    @override
    def refuse(self, n, body):
        schema = strict_of(body)
        if schema is not None and len(json.dumps(schema)) > 900:
            words = "The specified schema produces a constraint that has too many states for serving."
            return Reply(400, json.dumps([{"error": {"code": 400, "message": words}}]).encode(), JSON)
        if n == 5:
            words = "You exceeded your current quota. Please retry in 0.02s."
            return Reply(429, json.dumps([{"error": {"code": 429, "message": words}}]).encode(), JSON)
        return None


class Mistral(Provider):
    """Unknown options are refused one by one."""

    @override
    def refuse(self, n, body):
        for name in ("seed", "max_completion_tokens", "reasoning_content"):
            if name in body:
                loc = {
                    "type": "extra_forbidden",
                    "loc": ["body", name],
                    "msg": "Extra inputs are not permitted",
                }
                return Reply(
                    422, json.dumps({"object": "error", "message": {"detail": [loc]}}).encode(), JSON
                )
        return None


class Anthropic(Provider):
    """Takes response_format and ignores it."""

    @override
    def reply(self, text, body):
        return completion(f"I've read the sections. Here's the brief:\n\n{text}")


class OpenRouter(Provider):
    """Failures inside a 200, answers without choices, 503 with a wait."""

    @override
    def refuse(self, n, body):
        error = {"error": {"code": 502, "message": "Provider returned error"}}
        said = {
            2: Reply(body=json.dumps(error).encode(), headers=JSON),
            3: refusal(503, "busy", Retry_After="0"),
        }
        return said.get(n) or (Reply(body=b'{"choices": null}', headers=JSON) if n == 4 else None)


class Filtering(Provider):
    """Refuses what it does not like to read, in the words of Qwen."""

    dislikes = "信访"

    @override
    def refuse(self, n, body):
        if self.dislikes in body["messages"][-1]["content"]:
            body_ = {
                "message": "Input data may contain inappropriate content.",
                "code": "data_inspection_failed",
            }
            return Reply(400, json.dumps({"error": body_}).encode(), JSON)
        return None


WHOLE: tuple[type[Provider], ...] = (
    OpenAI, OpenAIReasoning, OpenAILimited, Azure, DeepSeek, DeepSeekReasoner, Qwen, QwenLimited, GLM, Kimi, MiniMax,
    Ark, Qianfan, Gemini, Mistral, Anthropic, OpenRouter, Ollama, LMStudio, VLLM, LlamaCpp, SGLang, ThinkingModel,
    Chatty,
)  # fmt: skip
"""Servers that give a whole brief."""
