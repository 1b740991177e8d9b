"""Owns what a prompt set of the method `quote` says: its limits and its examples."""

from typing import Literal

from pydantic import Field

from govbrief.checking.check import check_pair
from govbrief.sets.method_form import Limits, ToldAgain
from govbrief.sets.prompts import PromptSet
from govbrief_schemas.finding import Verdict


class QuoteLimits(Limits):
    """Bounds of requests and of the brief."""

    clause_chars: int = Field(ge=10)
    """Of Chinese in one request, about."""
    figures: int = Field(ge=0)
    """Rows of the table, at most."""


class QuoteExample(ToldAgain):
    """One earlier turn of the conversation; it is checked when the set is loaded."""

    kind: Literal["done", "plan", "lack", "name", "title"]
    """What the clause tells: something done, planned or lacking; a name of what is counted; a document's title."""
    zh: str
    """A request shows it with its settled words in English."""
    en: str


def limits_of(prompts: PromptSet) -> QuoteLimits:
    """The limits of a set of this method."""
    limits = prompts.limits
    assert isinstance(limits, QuoteLimits)  # noqa: S101 - the set was read with this method's form
    return limits


def examples_of(prompts: PromptSet) -> tuple[QuoteExample, ...]:
    """The examples of a set of this method."""
    return tuple(one for one in prompts.settings.examples if isinstance(one, QuoteExample))


def fault(example: QuoteExample) -> str:
    """What is wrong with an example; empty when its two texts agree."""
    doubts = [f for f in check_pair(example.zh, example.en) if f.verdict is not Verdict.SUPPORTED]
    return doubts[0].message if doubts else ""


def spoken(example: QuoteExample) -> tuple[str, ...]:
    """The texts of an example, which an item must not repeat."""
    return (example.zh, example.en)
