"""Owns the short way from a request to its recorded answer; must not load the model stack, which takes a second.

A request that the first try answered is looked up in the form in which the client sends it. Whatever took more (a
refused option, a cut answer, one that did not fit) goes through the client itself, which finds every step recorded.
"""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Self

from pydantic import ValidationError

from govbrief.model.ask import Ask, Asker, T, Usage
from govbrief.model.cassettes import path_of, request_key
from govbrief.model.forms import Form, Rung, request_body

PATH = "/v1/chat/completions"
"""Of a request, where no recorded one says another."""


class Recall:
    """The Asker of a replay."""

    def __init__(
        self, answers: Mapping[str, dict[str, Any]], model: str, client: Callable[[], Asker]
    ) -> None:
        """`answers` are interactions by request key; `client` makes the Asker that reads them over HTTP."""
        self.model = model
        self._form = Form(Rung.GRAMMAR)
        self._answers = answers
        self._path = path_of(next(iter(answers), f"POST {PATH}"))
        self._make_client = client
        self._client: Asker | None = None
        self._cost = Usage()

    @property
    def usage(self) -> Usage:
        """What all answers so far cost when they were recorded."""
        return self._cost + (self._client.usage if self._client else Usage())

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first request."""
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close the client if one was needed."""
        if self._client:
            await self._client.__aexit__(*error)

    async def ask(self, ask: Ask[T]) -> T:
        """The recorded answer.

        Raises:
            ModelError: what is recorded is no usable answer.
            ReplayError: this request is not recorded.
        """
        entry = self._answers.get(
            request_key("POST", self._path, json.dumps(request_body(ask, self._form, self.model)))
        )
        if entry and entry["response"]["status"]["code"] == HTTPStatus.OK:
            try:
                return self._read(ask, json.loads(entry["response"]["body"]["string"]))
            except (ValueError, LookupError, TypeError, ValidationError):
                pass  # what is wrong with it, the client knows to say, and what was asked then
        if self._client is None:
            self._client = self._make_client()
        return await self._client.ask(ask)

    def _read(self, ask: Ask[T], completion: dict[str, Any]) -> T:
        choice = completion["choices"][0]
        if choice["finish_reason"] != "stop":
            raise ValueError(choice["finish_reason"])
        answer = ask.answer.model_validate_json(choice["message"]["content"])
        used = completion.get("usage") or {}
        self._cost += Usage(
            calls=1, tokens_in=used.get("prompt_tokens") or 0, tokens_out=used.get("completion_tokens") or 0
        )
        return answer
