"""Owns the only door to a model's server: openai sends one request, instructor shows a model what its answer lacked.

The form of a request is not instructor's: its modes send no `strict`, take a draft inside `<think>` for the answer,
repeat empty assistant turns that Kimi refuses, and fail where `choices` is null. So `forms.py` builds what is sent and
`unwrapping.py` cleans what comes back; instructor words the complaint, which is what it is good at.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from govbrief.base.errors import PipelineError
from govbrief.model.faults import (
    Cause,
    Fault,
    FaultError,
    body_words,
    causes,
    one_line,
    read_status,
    system_words,
)
from govbrief.model.reach import api_root
from govbrief.model.streamed import is_streamed, joined
from govbrief.model.unwrapping import Answered, read_answer

PATH = "/chat/completions"
AZURE_HOSTS = (".azure.com", ".azure.us", ".azure.cn")
"""Where a key is looked for in a header of its own, besides the usual one."""


class Client:
    """The way to one server, by which one report's requests go."""

    def __init__(
        self,
        base_url: str | None,
        api_key: str | None,
        timeout_s: float,
        transport: httpx2.AsyncBaseTransport,
    ) -> None:
        """Nothing is opened before the first request."""
        self._key = api_key
        self._timeout_s = timeout_s
        root, query = api_root(base_url) if base_url else (None, {})
        host = urlsplit(root or "").hostname or ""
        self._sdk = openai.AsyncOpenAI(
            # a local server needs no key, but the SDK does
            api_key=api_key or "none",
            base_url=root,
            default_query=query,
            default_headers={"api-key": api_key} if api_key and host.endswith(AZURE_HOSTS) else None,
            max_retries=0,
            timeout=timeout_s,
            http_client=httpx2.AsyncClient(
                transport=transport,
                timeout=timeout_s,
                event_hooks={"request": [_undress]},
                trust_env=False,  # the transport knows the proxies
            ),
        )

    async def close(self) -> None:
        """Close the connections that nobody shares; a recording is written now."""
        await self._sdk.close()

    async def send(
        self, body: Mapping[str, Any], fields: frozenset[str], heard: Callable[[Mapping[str, str]], None]
    ) -> Answered:
        """The cleaned answer to one request; `heard` is told the headers of whatever came back.

        Raises:
            FaultError: there is no usable answer.
            ReplayError: a recording does not hold this request.
        """
        try:
            # the SDK's time-out is about silence; this one also ends an answer that trickles in for ever
            async with asyncio.timeout(self._timeout_s):
                got = await self._sdk.post(PATH, body=dict(body), cast_to=httpx2.Response)
        except openai.APIStatusError as error:
            heard(error.response.headers)
            raise FaultError(self._readable(_fault(error))) from error
        except (openai.OpenAIError, httpx2.HTTPError, TimeoutError) as error:
            raise FaultError(self._readable(_fault(error))) from error
        heard(got.headers)
        try:
            return read_answer(_json(got), fields, got.headers)
        except FaultError as error:
            raise FaultError(self._readable(error.fault)) from error

    def _readable(self, fault: Fault) -> Fault:
        """The fault with words that may be shown."""
        return Fault(fault.cause, one_line(fault.text, self._key), fault.status, fault.retry_after_s)


async def complain(
    text: str, misfit: ValidationError, messages: list[Any], send: Callable[[list[Any]], Awaitable[str]]
) -> str:
    """The second answer of a model that is shown what its first one, `text`, lacked; `send` sends longer messages."""
    # few answers need it, and it takes half a second to load; its own loop would write to the program's log
    from instructor import Mode  # noqa: PLC0415
    from instructor.processing.response import handle_reask_kwargs  # noqa: PLC0415

    asked = handle_reask_kwargs({"messages": messages}, Mode.JSON_SCHEMA, _completion(text), misfit)
    return await send(asked["messages"])


async def _undress(request: httpx2.Request) -> None:
    """Drop the SDK's headers about this machine: no server needs them."""
    for name in [n for n in request.headers if n.lower().startswith("x-stainless")]:
        del request.headers[name]


def _fault(error: BaseException) -> Fault:
    """What went wrong, free of the SDK.

    Raises:
        PipelineError: what the SDK turned into "Connection error.".
    """
    chain = causes(error)
    for cause in chain:
        if isinstance(cause, PipelineError):
            raise cause from None
    known = (openai.APIStatusError, openai.APIConnectionError, TimeoutError)
    cause = next((e for e in chain if isinstance(e, known)), chain[-1])
    if isinstance(cause, openai.APITimeoutError | TimeoutError):
        return Fault(Cause.TIMEOUT, "")
    if isinstance(cause, openai.APIConnectionError):
        broken = any(
            isinstance(e, httpx2.RemoteProtocolError | httpx2.ReadError | httpx2.WriteError) for e in chain
        )
        return Fault(Cause.DROPPED if broken else Cause.UNREACHABLE, system_words(chain[-1]))
    if isinstance(cause, openai.APIStatusError):
        answer = cause.response
        return read_status(answer.status_code, _said(answer.text), answer.headers)
    return Fault(Cause.STRANGE, system_words(cause))


def _json(got: httpx2.Response) -> Any:  # noqa: ANN401 - any JSON
    """The JSON of an answer with status 200; what came bit by bit is put together."""
    content = got.content
    try:
        return (
            joined(content)
            if is_streamed(got.headers.get("content-type", ""), content)
            else json.loads(content)
        )
    except ValueError as error:
        said = content[:200].decode("utf-8", "replace") or "nothing"
        raise FaultError(Fault(Cause.STRANGE, said)) from error


def _said(text: str) -> str:
    """What the body of an error says."""
    try:
        return body_words(json.loads(text))
    except ValueError:
        return text


def _completion(text: str) -> ChatCompletion:
    """The answer as instructor reads it."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return ChatCompletion.model_validate({
        "id": "",
        "object": "chat.completion",
        "created": 0,
        "model": "",
        "choices": [choice],
    })
