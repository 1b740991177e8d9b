"""Emulations of servers that want a request, or give an answer, in another shape than most."""

import json
from itertools import pairwise

from typing_extensions import override

from tests.support.bad_server import Reply, completion, refusal
from tests.support.provider_kit import JSON, Provider, form_of, message


def streamed(text, *, before=": keep-alive\n\n"):
    """A completion in bits of seven characters, as server-sent events."""
    thought = {"choices": [{"index": 0, "delta": {"content": None, "reasoning_content": "Hm, {}."}}]}
    bits = [
        {"choices": [{"index": 0, "delta": {"content": text[i : i + 7]}}]} for i in range(0, len(text), 7)
    ]
    last = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
    used = {"choices": [], "usage": {"prompt_tokens": 100, "completion_tokens": 10}}
    events = "".join(f"data: {json.dumps(event)}\n\n" for event in (thought, *bits, last, used))
    return Reply(
        body=f"{before}{events}data: [DONE]\n\n".encode(), headers={"Content-Type": "text/event-stream"}
    )


class QwenStreaming(Provider):
    """QwQ on DashScope answers only bit by bit."""

    @override
    def refuse(self, n, body):
        if body.get("stream"):
            return None
        words = "This model only support stream mode, please enable the stream parameter to access the model."
        return refusal(400, f"<400> InternalError.Algo.InvalidParameter: {words}")

    @override
    def reply(self, text, body):
        return streamed(text)


class AlwaysStreaming(Provider):
    """A proxy that streams although nobody asked."""

    @override
    def reply(self, text, body):
        return streamed(text, before="")


class NoSystemRole(Provider):
    """Gemma's template under vLLM: no system message, and roles in turn."""

    @override
    def refuse(self, n, body):
        roles = [said["role"] for said in body["messages"]]
        if "system" in roles:
            return refusal(400, "System role not supported")
        if any(role == after for role, after in pairwise(roles)):
            return refusal(400, "Conversation roles must alternate user/assistant/user/assistant/...")
        return None


class OpenAIFirstReasoning(Provider):
    """The first models of OpenAI that thought took neither a system message nor a schema."""

    @override
    def refuse(self, n, body):
        if body["messages"][0]["role"] == "system":
            return refusal(
                400, "Unsupported value: 'messages[0].role' does not support 'system' with this model."
            )
        if form_of(body) == "json_schema":
            return refusal(400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this "
                           "model. Learn more about supported models at the Structured Outputs guide.")  # fmt: skip
        return None


class SmallContext(Provider):
    """vLLM with little memory: the text fits, and the room that is asked for the answer does not."""

    context = 8192
    tokens_a_character = 0.4

    @override
    def refuse(self, n, body):
        asked = body["max_tokens"]
        text = round(sum(len(said["content"]) for said in body["messages"]) * self.tokens_a_character)
        return refusal(400, self.words(text, asked)) if text + asked > self.context else None

    def words(self, text, asked):
        """What the server says when it is too much."""
        return (
            f"This model's maximum context length is {self.context} tokens. However, you requested {text + asked} "
            f"tokens ({text} in the messages, {asked} in the completion). Please reduce the length of the messages."
        )


class SmallContextInNewWords(SmallContext):
    """The same of a later release, which counts the schema in."""

    tokens_a_character = 0.6

    @override
    def words(self, text, asked):
        return (
            f"'max_tokens' or 'max_completion_tokens' is too large: {asked}. This model's maximum context length is "
            f"{self.context} tokens and your request has {text} input tokens ({asked} > {self.context} - {text})."
        )


class Groq(Provider):
    """Names the context's length without its number; now and then its JSON mode fails on its own answer."""

    @override
    def refuse(self, n, body):
        if body.get("max_tokens", 0) > 1000:
            words = "`max_tokens` must be less than or equal to `1000`, the maximum value for `max_tokens` is less "
            return refusal(400, f"{words}than the `context_window` for this model")
        if form_of(body) == "json_schema":
            return refusal(400, "This model does not support response format `json_schema`.")
        if form_of(body) == "json_object" and n > 4:
            error = {
                "message": "Failed to generate JSON. Please adjust your prompt.",
                "code": "json_validate_failed",
            }
            return Reply(400, json.dumps({"error": error}).encode(), JSON)
        return None


class GLMInChinese(Provider):
    """Old models of GLM name the bound on the answer, in Chinese."""

    @override
    def refuse(self, n, body):
        if body.get("max_tokens", 0) > 1000:
            error = {"error": {"code": "1210", "message": "max_tokens 参数非法：取值范围 [1, 1000]"}}
            return Reply(400, json.dumps(error).encode(), JSON)
        return None


class QianfanByTheOtherName(Provider):
    """Calls the bound on the answer by its new name, whichever was sent."""

    @override
    def refuse(self, n, body):
        if body.get("max_tokens", 0) > 1000:
            return refusal(400, "max_completion_tokens range is [2, 1000]")
        if form_of(body) == "json_schema":
            return refusal(400, "response_format.type only support text, json_object")
        return None


class ToolCaller(Provider):
    """Calls a tool that nobody offered, and says nothing beside."""

    @override
    def reply(self, text, body):
        call = {"id": "1", "type": "function", "function": {"name": "answer", "arguments": text}}
        return message(content=None, finish="tool_calls", tool_calls=[call])


class InParts(Provider):
    """Gives its content in parts, of which one is its thinking."""

    @override
    def reply(self, text, body):
        half = len(text) // 2
        thought = {"type": "thinking", "thinking": [{"type": "text", "text": '{"items": []}'}]}
        parts = [thought, *({"type": "text", "text": said} for said in (text[:half], text[half:]))]
        return message(content=parts)


class OldAzure(Provider):
    """An api-version from before strict schemas."""

    @override
    def refuse(self, n, body):
        if form_of(body) == "json_schema":
            return refusal(400, "response_format value as json_schema is enabled only for api versions "
                           "2024-08-01-preview and later")  # fmt: skip
        return None


class Router(Provider):
    """Failures on the way: a provider behind the router is out, its answer broke off, it names no reason to stop."""

    @override
    def refuse(self, n, body):
        said = {
            2: message(content="", finish="error"),
            3: message(content="", finish="insufficient_system_resource"),
            4: refusal(503, "No available model provider that meets your routing requirements"),
        }
        return said.get(n)

    @override
    def reply(self, text, body):
        sound = json.loads(completion(text).body)
        sound["choices"][0]["finish_reason"] = None
        return Reply(body=json.dumps(sound).encode(), headers=JSON)


class MiniMaxInside(Provider):
    """Says that there are too many requests inside a 200, with no choices."""

    @override
    def refuse(self, n, body):
        if n == 2:
            told = {
                "choices": None,
                "base_resp": {"status_code": 1002, "status_msg": "rate limit exceeded(RPM)"},
            }
            return Reply(body=json.dumps(told).encode(), headers=JSON)
        return None


class OutOfTurn(Provider):
    """Answers one of five that ask, in the words of an empty account: who asks early is refused most often."""

    @override
    def refuse(self, n, body):
        return None if n % 5 == 0 else refusal(429, "You exceeded your current quota. (insufficient_quota)")


ODD: tuple[type[Provider], ...] = (
    QwenStreaming, AlwaysStreaming, NoSystemRole, OpenAIFirstReasoning, SmallContext, SmallContextInNewWords, Groq,
    GLMInChinese, QianfanByTheOtherName, ToolCaller, InParts, OldAzure, Router, MiniMaxInside,
)  # fmt: skip
"""Servers that give a whole brief."""
