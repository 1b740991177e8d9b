"""Owns what one request to a model is, and what answers one; must not know how.

Must not import the model stack: a replay answers without it, and it takes a second to load.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, Self, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Usage:
    """What answers cost."""

    calls: int = 0
    """HTTP requests that got an answer, useful or not."""
    retries: int = 0
    """Of these, and of those without an answer, the ones that repeated an earlier request."""
    tokens_in: int = 0
    tokens_out: int = 0
    busy_s: float = 0.0
    """Seconds spent waiting for the server, all requests added."""

    def __add__(self, other: "Usage") -> "Usage":
        """The sum, field by field."""
        return Usage(
            self.calls + other.calls,
            self.retries + other.retries,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.busy_s + other.busy_s,
        )


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """One request: messages, the class of the answer and its bounds. How it travels, `forms.py` says."""

    where: str
    """What a message about this request calls it, e.g. `dalian-2023.txt 03/00`."""
    system: str
    user: str
    answer: type[T]
    """A documented class, and the only rule of what is a valid answer."""
    max_tokens: int
    """Room for the answer itself; what a model thinks before it comes on top."""
    temperature: float = 0.0
    seed: int = 0
    turns: tuple[tuple[str, str], ...] = ()
    """Earlier pairs of a user's and an assistant's message, between `system` and `user`: worked examples."""
    enums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By property name, the values that this request allows, laid into the schema wherever the property stands:
    `{"sentences": ("S1", "S2")}`. A server may not hold the model to them: who asked drops what is unknown."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """By property name, how many entries the answer is expected to have: what a forecast counts on. Never sent."""
    overlay: Mapping[str, Any] | None = None
    """A JSON Schema with patterns and bounds that stands in for the class's own where the server compiles schemas to
    a grammar. A decoding aid: no answer is refused for it."""


class Asker(Protocol):
    """What answers the requests about one report, and counts what that took. Use as `async with`."""

    model: str

    @property
    def usage(self) -> Usage:
        """What all answers so far cost."""

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first request."""

    async def __aexit__(self, *_: object) -> None:
        """Close connections; a recording is written now."""

    async def ask(self, ask: Ask[T]) -> T:
        """The parsed answer.

        Raises:
            ModelError: there is no usable answer; `fatal` when further requests are vain.
            ReplayError: a recording does not hold this request.
        """
