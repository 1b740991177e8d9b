"""Owns getting the answer out of what came back: thinking, fences and chatter go, and what is no answer is named.

Must not know the SDK: it reads the JSON of a completion. The fact a reader would miss: a draft inside the thinking is
never an answer, however well it fits.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from govbrief.model.faults import Cause, Fault, FaultError, body_words, read_status

_THOUGHT_ENDS = re.compile(
    r"</(?:think|thinking|thought|reasoning)>|◁/think▷|<\|end_of_thought\|>|<\|message\|>"
)
_THOUGHT_BEGINS = re.compile(r"\s*(?:<(?:think|thinking|thought|reasoning)>|◁think▷|<\|begin_of_thought\|>)")
_FILTERED = frozenset({"content_filter", "sensitive", "safety", "prohibited_content", "blocklist"})
"""Values of finish_reason: OpenAI and Azure, GLM, Gemini."""
_FAILED = frozenset({"error", "insufficient_system_resource", "network_error", "repetition_truncation"})
"""Values of finish_reason after which the same request may succeed: OpenRouter, DeepSeek, GLM."""
_CUT = frozenset({"length", "max_tokens", "model_length", "model_context_window_exceeded"})
_OK = 200
_MOST_TOKENS = 10**9
"""A count above this, or none at all (NaN), is no count."""
_DECODER = json.JSONDecoder(strict=False)  # a line end inside a string is no reason to lose an answer


class Answered(NamedTuple):
    """A usable answer."""

    text: str
    """One JSON object where there is one, else what the model said."""
    tokens_in: int
    tokens_out: int


def fields_of(answer: type[BaseModel]) -> frozenset[str]:
    """The top-level names of an answer, as they stand in its JSON."""
    return frozenset(field.alias or name for name, field in answer.model_fields.items())


def read_answer(body: Any, fields: Collection[str], headers: Mapping[str, str]) -> Answered:  # noqa: ANN401 - any JSON
    """The answer in the JSON of a completion; `fields` are the top-level names that the answer must share one of.

    Raises:
        FaultError: there is none: an error inside a 200, no choices, a refusal, a cut or a blank answer.
    """
    choice = _choice(body, headers)
    message, used = _part(choice, "message"), _part(body, "usage")
    finish = str(choice.get("finish_reason") or "").lower()
    if refusal := message.get("refusal"):
        raise FaultError(Fault(Cause.FILTERED, f"the model declined: {refusal}"[:200]))
    if finish in _FILTERED:
        raise FaultError(Fault(Cause.FILTERED, f"finish_reason {finish}"))
    if finish in _FAILED:
        raise FaultError(Fault(Cause.SERVER, f"finish_reason {finish}", _OK))
    text, whole = clean_answer(_content(message), fields)
    if not text and finish not in _CUT:
        text, whole = _answer_in_thinking(message, fields), True
    if finish in _CUT and not whole:
        raise FaultError(
            Fault(Cause.CUT if text else Cause.THOUGHT, str(used.get("completion_tokens") or ""))
        )
    if not text:
        raise FaultError(Fault(Cause.BLANK, ""))
    return Answered(text, _count(used, "prompt_tokens"), _count(used, "completion_tokens"))


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The object of that name; an empty one where there is something else."""
    part = whole.get(name)
    return part if isinstance(part, dict) else {}


def _count(used: Mapping[str, Any], name: str) -> int:
    """The tokens that a server says it counted; 0 where that is no number."""
    count = used.get(name)
    return int(count) if isinstance(count, int | float) and 0 <= count < _MOST_TOKENS else 0


def _choice(body: Any, headers: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """The one choice of a completion."""
    if isinstance(body, dict):
        told = _part(body, "base_resp")
        if body.get("error") or told.get("status_code"):
            error = body.get("error") or told
            code = error.get("code") if isinstance(error, dict) else None
            status = code if isinstance(code, int) and 400 <= code < 600 else _OK  # noqa: PLR2004 - HTTP's own
            raise FaultError(read_status(status, body_words({"error": error}), headers))
        choices = body.get("choices")
        if isinstance(choices, list) and choices and isinstance(choices[0], dict):
            choice: dict[str, Any] = choices[0]
            if choice.get("error"):
                raise FaultError(read_status(_OK, body_words(choice), headers))
            return choice
    raise FaultError(Fault(Cause.STRANGE, "no choices in it"))


def _answer_in_thinking(message: Mapping[str, Any], fields: Collection[str]) -> str:
    """The JSON with which the thinking of a message without content ends: SGLang and some MiniMax put it there."""
    thought = str(message.get("reasoning_content") or message.get("reasoning") or "").strip()
    text, whole = clean_answer(thought, fields)
    return text if whole and thought.rstrip("` \n").endswith(("}", "]")) else ""


def _content(message: Mapping[str, Any]) -> str:
    """The text of a message; where it comes in parts, of those that are text and no thinking."""
    content = message.get("content") or _arguments(message)
    if isinstance(content, list):
        parts = [
            part for part in content if isinstance(part, dict) and part.get("type") in {"text", "output_text"}
        ]
        return "".join(str(part.get("text") or "") for part in parts)
    return str(content or "")


def _arguments(message: Mapping[str, Any]) -> str:
    """What a model that calls a tool nobody offered says to it: it is the answer, where there is no other."""
    calls = message.get("tool_calls")
    call = calls[0] if isinstance(calls, list) and calls and isinstance(calls[0], dict) else {}
    return str(_part(call, "function").get("arguments") or "")


def clean_answer(said: str, fields: Collection[str]) -> tuple[str, bool]:
    r"""What a model said without its thinking: the last JSON object with one of `fields`, if any; whether there is one.

    Empty when the model did nothing but think.

        '<think>{"zh": "draft"}</think>Sure:\n```json\n{"zh": "好"}\n```' -> '{"zh": "好"}', True
        'draft</think>{"zh": "好"}' -> '{"zh": "好"}', True
        '<think>{"zh": "draft"}' -> '', False
    """
    said = said.strip().removeprefix("\ufeff")
    ends = list(_THOUGHT_ENDS.finditer(said))
    if ends:
        said = said[ends[-1].end() :].strip()
    elif _THOUGHT_BEGINS.match(said):
        return "", False
    if said.startswith("{") and said.endswith("}") and _is_json(said):
        # as it came: a recorded re-ask repeats it to the letter
        value = json.loads(said)
        return (said, True) if value.keys() & set(fields) or not fields else _unwrapped(value, said, fields)
    found = [value for value in _objects(said) if value.keys() & set(fields)]
    if found:
        return json.dumps(found[-1], ensure_ascii=False), True
    return _as_list(said, fields)


def _is_json(said: str) -> bool:
    try:
        json.loads(said)
    except ValueError:
        return False
    return True


def _unwrapped(value: Mapping[str, Any], said: str, fields: Collection[str]) -> tuple[str, bool]:
    """The answer inside a wrapper of one key: `{"Answer": {...}}`, or its only field under another name.

    Raises:
        FaultError: it answers something else; classes whose fields may be absent would take it for an empty answer.
    """
    inner = next(iter(value.values()), None) if len(value) == 1 else None
    if isinstance(inner, dict) and inner.keys() & set(fields):
        return json.dumps(inner, ensure_ascii=False), True
    if isinstance(inner, list) and len(fields) == 1 and all(isinstance(one, dict) for one in inner):
        return json.dumps({next(iter(fields)): inner}, ensure_ascii=False), True
    raise FaultError(Fault(Cause.AMISS, f"{said[:60]} holds none of {', '.join(sorted(fields))}"))


def _as_list(said: str, fields: Collection[str]) -> tuple[str, bool]:
    """A bare list as the one field that an answer has; else what was said."""
    start = said.find("[")
    if len(fields) == 1 and start >= 0 and said[start + 1 :].lstrip().startswith("{"):
        try:
            value, _ = _DECODER.raw_decode(said, start)
        except ValueError:
            return said, False
        return json.dumps({next(iter(fields)): value}, ensure_ascii=False), True
    return said, False


def _objects(said: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in a text, in order; of nested ones the outermost that is whole."""
    start = said.find("{")
    while start >= 0:
        try:
            value, end = _DECODER.raw_decode(said, start)
        except ValueError:
            end = start + 1
        else:
            yield value
        start = said.find("{", end)
