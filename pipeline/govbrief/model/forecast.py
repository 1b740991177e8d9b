"""Owns counting what a run would send: an Asker that answers with what is kept or a stand-in, and counts.

The code that makes real briefs makes the requests, so second steps are asked for too.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from govbrief.model.ask import Ask, T, Usage
from govbrief.model.faults import FaultError
from govbrief.model.forms import RequestForm, request_body
from govbrief.model.standin import stand_in
from govbrief.model.tokens import about_tokens, prompt_tokens
from govbrief.model.unwrapping import fields_of, read_answer

Known = Callable[[Mapping[str, Any]], bytes | None]
"""The kept answer to a request with this body, if any."""


class Forecast(NamedTuple):
    """What is thought to be sent."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    kept: int = 0
    """Requests that are answered already."""

    def plus(self, other: "Forecast") -> "Forecast":
        """Both together."""
        return Forecast(*(one + two for one, two in zip(self, other, strict=True)))


@dataclass(slots=True)
class Tally:
    """Requests that would be sent, each once, and what is thought to come on top of each."""

    kept: int = 0
    _asked: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def add(self, body: Mapping[str, Any], answer: str, more: tuple[float, float, float]) -> None:
        """One request and what may answer it, with `more` of calls, tokens in and out, as shares."""
        usual = (1.0, prompt_tokens(body), about_tokens(answer))
        asked = tuple(one * (1 + share) for one, share in zip(usual, more, strict=True))
        self._asked[json.dumps(body, sort_keys=True)] = asked[0], asked[1], asked[2]

    @property
    def forecast(self) -> Forecast:
        """The counts as a value."""
        calls, tokens_in, tokens_out = (round(sum(row[n] for row in self._asked.values())) for n in range(3))
        return Forecast(calls, tokens_in, tokens_out, self.kept)


class Forecaster:
    """The Asker of a dry run."""

    def __init__(
        self,
        model: str,
        form: RequestForm,
        tally: Tally,
        known: Known,
        sent_back: Mapping[str, tuple[float, float, float]],
    ) -> None:
        """Requests are put in `form` and counted in `tally`, but for what is `known`.

        `sent_back` says for each class of answers what comes on top: calls, tokens in and out, as shares.
        """
        self.model = model
        self.usage = Usage()
        self._form = form
        self._tally = tally
        self._known = known
        self._sent_back = sent_back

    async def __aenter__(self) -> Self:
        """Nothing is opened."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is open."""

    async def ask(self, ask: Ask[T]) -> T:
        """The kept answer, else one of the usual size that says nothing."""
        body = request_body(ask, self._form, self.model)
        kept = self._known(body)
        if kept is None:
            answer = stand_in(ask)
            self._tally.add(body, answer, self._sent_back.get(ask.answer.__name__, (0.0, 0.0, 0.0)))
            return ask.answer.model_validate_json(answer)
        self._tally.kept += 1
        try:
            told = read_answer(json.loads(kept), fields_of(ask.answer), {})
            return ask.answer.model_validate_json(told.text)
        except (FaultError, ValueError):
            # it was sent back; what came then is counted as not there
            return ask.answer.model_validate_json(stand_in(ask))
