"""Owns putting together an answer that came bit by bit, as server-sent events, into the completion it would have been.

Some servers answer only so (`stream`), and some do although nobody asked. Source of the form: the OpenAI chat API,
chunks of `chat.completion.chunk`, closed by `[DONE]`; lines that begin with a colon only keep the connection open.
"""

import json
from collections.abc import Iterator
from typing import Any

_JOINED = ("content", "reasoning_content", "reasoning", "refusal")
"""Parts of a message that come bit by bit."""

_DONE = b"[DONE]"
_AFTER = 8
"""Bytes of blanks and line ends that may follow the last event."""


def is_streamed(kind: str, content: bytes) -> bool:
    """Whether a body is a stream of events, by its content type or by how it begins."""
    return kind.startswith("text/event-stream") or content.lstrip().startswith((b"data:", b": "))


def joined(content: bytes) -> dict[str, Any]:
    """The completion whose bits a stream holds; an event that tells an error is the answer itself.

    Without one whole event it has no choices.

    Raises:
        ValueError: an event is no JSON, or the stream breaks off.
    """
    message: dict[str, Any] = {}
    finish: str | None = None
    usage: Any = None
    seen = False
    for chunk in _events(content):
        if chunk.get("error"):
            return chunk
        usage = chunk.get("usage") or usage
        for choice in _objects(chunk.get("choices")):
            seen = True
            for bit in _objects([choice.get("delta") or choice.get("message")]):
                for name in _JOINED:
                    if isinstance(bit.get(name), str):
                        message[name] = message.get(name, "") + bit[name]
            finish = choice.get("finish_reason") or finish
    if seen and finish is None and _DONE not in content[-len(_DONE) - _AFTER :]:
        raise ValueError("the stream breaks off")
    choices = [{"index": 0, "finish_reason": finish, "message": message}] if seen else []
    return {"choices": choices, "usage": usage}


def _objects(values: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """The objects in a list; none where there is something else."""
    yield from (value for value in (values if isinstance(values, list) else ()) if isinstance(value, dict))


def _events(content: bytes) -> Iterator[dict[str, Any]]:
    for line in content.decode("utf-8", "replace").split("\n"):
        said = line.removeprefix("data:").strip()
        if line.startswith("data:") and said and said != _DONE.decode():
            chunk = json.loads(said)
            if isinstance(chunk, dict):
                yield chunk
