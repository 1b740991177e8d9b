"""Owns MethodForm: what a method asks of a prompt set. Must not know any method."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class ToldAgain(BaseModel):
    """What a set says: nothing else, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Limits(ToldAgain):
    """Bounds that every method has; each adds its own. Characters unless the name says otherwise."""

    chunk_chars: int = Field(default=0, ge=0)
    """Source text in one request; 0: what the model's profile says."""
    reasks: int = Field(ge=0)
    """Times that what the check refuses is sent back."""
    max_tokens: int = Field(ge=1)
    """Of one answer."""


class SentBack(NamedTuple):
    """What is asked once more because of the check, as a share of what is asked first: an estimate."""

    calls: float = 0.0
    tokens_in: float = 0.0
    tokens_out: float = 0.0


@dataclass(frozen=True, slots=True)
class MethodForm:
    """The files, limits and examples that a set of one method has."""

    name: str
    files: Mapping[str, frozenset[str]]
    """The message files and the variables that each may use."""
    limits: type[Limits]
    """What `[limits]` may say."""
    example: type[ToldAgain]
    """What one `[[examples]]` entry holds."""
    answers: tuple[type[BaseModel], ...]
    """The classes of all answers: part of a set's identity."""
    fault: Callable[[Any], str]
    """What is wrong with an example, in words; empty when it could be an answer."""
    spoken: Callable[[Any], tuple[str, ...]]
    """The texts of an example, which an item must not repeat."""
    sent_back: Mapping[str, SentBack]
    """By the name of an answer's class, what a forecast adds for what the check refuses."""
