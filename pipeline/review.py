"""Owns the complaint and the re-ask: a failed item goes back to the model with what is wrong, a few times at most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.errors import ModelError
from pipeline.extract import bounds, has_latin
from pipeline.writer import Writer
from schemas.extraction import english_model, pair_model
from schemas.finding import Finding, Rule, Verdict
from schemas.item import Item, Kind

Check = Callable[[Item], tuple[Finding, ...]]
Advise = Callable[[Finding], str]
"""What to write instead, for a finding that points at the source; empty when nothing can be said."""

_COSTS = {
    Verdict.SUPPORTED: 0,
    Verdict.UNCHECKED: 1,
    Verdict.MISPLACED: 3,
    Verdict.REFUTED: 5,
    Verdict.NOT_FOUND: 5,
}
"""How bad a finding is when two tries at an item are compared; UNCHECKED alone is not worth a re-ask."""
WORTH_A_REASK = 2
LONG_CHARS = 50
"""Of a cited sentence, for each further English sentence that a re-ask allows: held to one, the model drops figures."""
NO_RESULT = 1000
HIDDEN = frozenset({Rule.ECHO})
"""A failed check of these rules means that the item is no result at all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An item with the findings on it."""

    item: Item
    findings: tuple[Finding, ...]
    tries: int = 1

    @property
    def cost(self) -> int:
        """Sum over the findings; 0 when everything is supported; what is no result costs more than any doubt."""
        return sum(_COSTS[f.verdict] for f in self.findings) + (0 if self.is_result else NO_RESULT)

    @property
    def is_result(self) -> bool:
        """False for an item that repeats the prompt or that no cited sentence carries."""
        return not any(f.rule in HIDDEN and f.verdict is not Verdict.SUPPORTED for f in self.findings)


async def settle(item: Item, check: Check, advise: Advise, writer: Writer) -> Checked:
    """The best of the tries at `item`: the first without a complaint, else the one with the mildest findings.

    A re-ask that gets no usable answer ends the tries; what the item has stays, with its findings.
    """
    best = current = Checked(item, check(item))
    for tries in range(2, writer.prompts.limits.reasks + 2):
        complaints = [f for f in current.findings if _COSTS[f.verdict] >= WORTH_A_REASK]
        if not complaints:
            break
        try:
            answer = await _ask_again(current.item, complaints, advise, writer)
        except ModelError:
            break
        again = replace(item, zh=getattr(answer, "zh", current.item.zh), en=answer.en)
        if (again.zh, again.en) == (current.item.zh, current.item.en):
            best = replace(best, tries=tries)
            break
        current = Checked(again, check(again), tries)
        best = replace(min(best, current, key=lambda c: c.cost), tries=tries)
    return best if best.is_result else min(best, _quoted(best, check), key=lambda c: c.cost)


def _quoted(failed: Checked, check: Check) -> Checked:
    """The item with the source's own words as its Chinese, for one whose Chinese no cited sentence carries."""
    item = replace(failed.item, zh="".join(s.text for s in failed.item.evidence))
    return Checked(item, check(item), failed.tries)


async def _ask_again(item: Item, complaints: Sequence[Finding], advise: Advise, writer: Writer) -> Any:  # noqa: ANN401 - a model made per request
    """Only the English when the Chinese is sound, else both; a long sentence may take several in English now."""
    sentences = [s.text for s in item.evidence]
    cited = "".join(sentences)
    zh_chars, en_chars = bounds(cited, writer.prompts.limits)
    future = item.kind is Kind.PLAN
    shared = {
        "zh": item.zh,
        "en": item.en,
        "kind": item.kind.value,
        "complaints": list(dict.fromkeys(f"{f.message} {advise(f)}".strip() for f in complaints)),
    }
    room = {"en_chars": en_chars, "sentences": 1 + min(3, len(cited) // LONG_CHARS)}
    if not any(_blames_chinese(f) for f in complaints):
        english = english_model(future=future, **room)
        return await writer.ask(item.id, "translate.md", english, about=cited, **shared)
    pair = pair_model(zh_chars=zh_chars, latin=has_latin(cited), future=future, **room)
    return await writer.ask(item.id, "again.md", pair, about=cited, sentences=sentences, **shared)


def _blames_chinese(finding: Finding) -> bool:
    """True when the Chinese is wrong, or lacks what the English says."""
    return finding.language == "zh" or (finding.language == "zh-en" and not finding.expected)
