"""Owns what a prompt set of the method `quote` says: its limits and its examples."""

from pydantic import Field

from govbrief.checking.check import check_pair
from govbrief.numbers.find import find_quantities
from govbrief.sets.method_form import Limits, Told
from govbrief.sets.prompts import PromptSet
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Kind


class QuoteLimits(Limits):
    """Bounds of requests and answers; characters unless the name says otherwise."""

    part_chars: int = Field(ge=0)
    """Of a sentence that one item tells whole; a longer one is told in parts. 0: never cut."""
    items: int = Field(ge=1)
    """Sentences of one chunk that become items, at most."""
    brief_items: int = Field(ge=1)
    """Items of one brief, roughly: a long report gives fewer from each chunk, but never none."""
    zh_chars: int = Field(ge=1)
    en_chars: int = Field(ge=1)
    summary: int = Field(ge=1)
    """Sentences of the summary, at most."""


class QuoteExample(Told):
    """One answer shown to the model; its numbers are checked when the set is loaded."""

    kind: Kind
    source: str
    zh: str
    en: str


def limits_of(prompts: PromptSet) -> QuoteLimits:
    """The limits of a set of this method."""
    limits = prompts.limits
    assert isinstance(limits, QuoteLimits)  # noqa: S101 - the set was read with this method's form
    return limits


def fault(example: QuoteExample) -> str:
    """What is wrong with an example's numbers; empty when its three texts agree."""
    carried = {(q.value, q.unit, q.qualifier) for q in find_quantities(example.source, "zh")}
    for q in find_quantities(example.zh, "zh"):
        if (q.value, q.unit, q.qualifier) not in carried:
            return f"zh says {q.text!r}, which its source does not hold"
    doubts = [f for f in check_pair(example.zh, example.en) if f.verdict is not Verdict.SUPPORTED]
    return doubts[0].message if doubts else ""


def spoken(example: QuoteExample) -> tuple[str, ...]:
    """The texts of an example, which an item must not repeat."""
    return (example.source, example.zh, example.en)
