"""Owns Method: what a way of writing is given and what it hands back. Must not know any of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, Protocol

from govbrief.sets.method_form import MethodForm
from govbrief.write.desk import Desk
from govbrief_schemas.brief import Absence, Figure, Speaker
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.item import Item
from govbrief_schemas.report import Chunk

_COSTS = {
    Verdict.SUPPORTED: 0,
    Verdict.UNCHECKED: 1,
    Verdict.MISPLACED: 3,
    Verdict.REFUTED: 5,
    Verdict.NOT_FOUND: 5,
}
"""How bad a finding is when two tries at a text are compared."""
WORTH_A_REASK = 2
"""From this cost on: UNCHECKED alone is not worth another request."""


def cost(findings: Sequence[Finding]) -> int:
    """Sum over the findings; 0 when everything is supported."""
    return sum(_COSTS[finding.verdict] for finding in findings)


def complaints(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that are worth asking again for."""
    return tuple(finding for finding in findings if _COSTS[finding.verdict] >= WORTH_A_REASK)


@dataclass(frozen=True, slots=True)
class Checked:
    """An item with the findings on it."""

    item: Item
    findings: tuple[Finding, ...]
    tries: int = 1
    is_result: bool = True
    """False for an answer that must not be shown: it repeats the prompt, or no sentence carries it."""


class Said(NamedTuple):
    """One sentence about the whole, the items that it joins, and the findings on it."""

    zh: str
    en: str
    items: tuple[str, ...]
    """Item ids."""
    findings: tuple[Finding, ...] = ()


UNSAID = Said("", "", ())


@dataclass(frozen=True, slots=True)
class Whole:
    """What is written about the report as a whole; empty where it could not be had."""

    title: str = ""
    """In English, as the others here; the Chinese is the report's own."""
    issuer: str = ""
    speakers: tuple[Speaker, ...] = ()
    head_findings: tuple[Finding, ...] = ()
    headline: Said = UNSAID
    sentences: tuple[Said, ...] = ()
    figures: tuple[Figure, ...] = ()
    unsaid: tuple[Absence, ...] = ()
    """What the report leaves out, as far as a search of it proves that."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """English of the report's own top headings, where items are grouped by them; empty where it is not sound."""


class Method(Protocol):
    """One way of writing a brief: how many requests, what each sees, what comes back.

    What fails is noted at the desk and never raised, except where the whole run is vain.
    """

    form: ClassVar[MethodForm]

    def __init__(self, desk: Desk) -> None:
        """A method at work on the report of `desk`."""

    async def items(self, chunks: Sequence[Chunk]) -> tuple[Checked, ...]:
        """Checked items of all chunks, in reading order; what is refused was sent back already."""

    async def whole(self, items: Sequence[Checked]) -> Whole:
        """Head, headline, summary and figures of a brief that shows `items`; all of it checked."""
