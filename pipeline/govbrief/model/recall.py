"""Owns the short way from a request to its recorded answer; must not load the model stack, which takes a second.

Which model was asked, and in what form, the recording itself tells: a replay needs neither named. A request that the
first try answered is looked up in the form in which the client sends it. Whatever took more (a cut answer, one that did
not fit) goes through the client itself, which finds every step recorded.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import Any, Final, Self

from pydantic import ValidationError

from govbrief.base.errors import PipelineError
from govbrief.model.ask import Ask, Asker, T, Usage
from govbrief.model.cassettes import path_of, request_key
from govbrief.model.faults import FaultError
from govbrief.model.forms import FIRST_THINKING_TOKENS, TOKEN_LIMITS, RequestForm, Rung, request_body
from govbrief.model.unwrapping import fields_of, read_answer

PATH: Final = "/v1/chat/completions"
"""Of a request, where no recorded one says another."""
_OPTIONAL: Final = frozenset({"temperature", "seed"})
_OF_THE_ASK: Final = _OPTIONAL | {*TOKEN_LIMITS, "model", "messages", "response_format", "frequency_penalty"}
"""Options whose values differ from request to request, or say nothing of the form."""


class Recall:
    """The Asker of a replay."""

    def __init__(
        self,
        answers: Mapping[str, dict[str, Any]],
        model: str,
        forms: Sequence[RequestForm],
        client: Callable[[RequestForm], Asker],
    ) -> None:
        """`answers` are interactions by request key, recorded in one of `forms`.

        `client` makes the Asker that reads them over HTTP, beginning with one form.
        """
        self.model = model
        self._answers = answers
        self._forms = forms
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
        form, entry = self._find(ask)
        if entry and entry["response"]["status"]["code"] == HTTPStatus.OK:
            try:
                return self._read(ask, json.loads(entry["response"]["body"]["string"]))
            except (FaultError, ValueError, ValidationError):
                pass  # what is wrong with it, the client knows to say, and what was asked then
        if self._client is None:
            self._client = self._make_client(form)
        return await self._client.ask(ask)

    def _find(self, ask: Ask[T]) -> tuple[RequestForm, dict[str, Any] | None]:
        """The form in which `ask` was asked first, and the recorded answer to that."""
        for form in self._forms:
            key = request_key("POST", self._path, json.dumps(request_body(ask, form, self.model)))
            if (entry := self._answers.get(key)) is not None:
                return form, entry
        return self._forms[0], None

    def _read(self, ask: Ask[T], completion: Any) -> T:  # noqa: ANN401 - any JSON
        answered = read_answer(completion, fields_of(ask.answer), {})
        answer = ask.answer.model_validate_json(answered.text)
        self._cost += Usage(calls=1, tokens_in=answered.tokens_in, tokens_out=answered.tokens_out)
        return answer


def nothing_recorded(model: str, error: PipelineError) -> Recall:
    """The Asker of a report of which nothing is recorded: none is needed where nothing is asked, else it is `error`."""

    def miss(form: RequestForm) -> Asker:
        del form
        raise error

    return Recall({}, model, (RequestForm(),), miss)


def recorded_model(answers: Mapping[str, dict[str, Any]]) -> str | None:
    """The model that was asked; None where nothing is recorded."""
    return next((str(body["model"]) for body in _bodies(answers) if "model" in body), None)


def recorded_forms(answers: Mapping[str, dict[str, Any]]) -> tuple[RequestForm, ...]:
    """The forms in which requests were answered, the most frequent first."""
    bodies = list(_bodies(answers))
    seen = Counter(_shape(body) for body in bodies)
    forms = [_form(*shape) for shape, _ in seen.most_common()]
    # what was room for thinking cannot be told from the answer's own without the request
    thinking = [replace(form, thinking_tokens=FIRST_THINKING_TOKENS) for form in forms]
    rooms = Counter(body[name] for body in bodies for name in TOKEN_LIMITS if name in body)
    # where the server bounded it, the room is exactly what was recorded
    bounded = [
        replace(form, thinking_tokens=room, most_tokens=room)
        for form in forms
        for room, _ in rooms.most_common()
    ]
    return (*forms, *thinking, *bounded)


def _bodies(answers: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The requests that were answered and not refused."""
    for key, entry in answers.items():
        if entry["response"]["status"]["code"] == HTTPStatus.OK:
            with suppress(ValueError):
                yield json.loads(key.partition("\n")[2])


def _shape(body: Mapping[str, Any]) -> tuple[Rung, str, bool]:
    """What tells forms apart: the rung, as JSON which options are there and which have one value, and the roles."""
    wanted = body.get("response_format") or {}
    rung = Rung.JSON_OBJECT if wanted.get("type") == "json_object" else Rung.TEXT
    if "json_schema" in wanted:
        rung = Rung.STRICT if wanted["json_schema"].get("strict") else Rung.GRAMMAR
    fixed = {name: value for name, value in body.items() if name not in _OF_THE_ASK}
    options = [sorted((_OPTIONAL | {*TOKEN_LIMITS}) & body.keys()), fixed]
    return rung, json.dumps(options, sort_keys=True), _has_system(body)


def _has_system(body: Mapping[str, Any]) -> bool:
    return any(message.get("role") == "system" for message in body["messages"])


def _form(rung: Rung, shape: str, system_role: bool) -> RequestForm:  # noqa: FBT001 - the three parts of a shape
    names, fixed = json.loads(shape)
    limit = next((name for name in names if name in TOKEN_LIMITS), TOKEN_LIMITS[0])
    return RequestForm(rung, limit, left_out=_OPTIONAL - {*names}, fixed=fixed, system_role=system_role)
