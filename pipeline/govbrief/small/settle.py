"""Owns the complaint and the re-ask: a failed item goes back to the model with what is wrong, a few times at most."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from govbrief.checking.messages import pair_finding
from govbrief.errors import ModelError
from govbrief.small.draft import Draft
from govbrief.small.wording import ask_english, ask_in_pieces
from govbrief.write.method import Checked, complaints, cost
from govbrief.write.writer import Writer
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Item

Check = Callable[[Item], tuple[Finding, ...]]
Advise = Callable[[Finding], str]
"""What to write instead, for a finding that points at the source; empty when nothing can be said."""

NO_RESULT = 1000
HIDDEN = frozenset({Rule.ECHO})
"""A failed check of these rules means that the item is no result at all."""


def is_result(findings: Sequence[Finding]) -> bool:
    """False for an item that repeats the prompt or that no cited sentence carries."""
    return not any(f.rule in HIDDEN and f.verdict is not Verdict.SUPPORTED for f in findings)


def _badness(one: Checked) -> int:
    return cost(one.findings) + (0 if one.is_result else NO_RESULT)


def assess(draft: Draft, check: Check, tries: int = 1) -> Checked:
    """The draft's item with what the check finds, and with each placeholder that its English dropped.

    The check reads numbers: it does not miss a congress by its number, nor the second of two that are alike.
    """
    findings = check(draft.item)
    told = [f.expected for f in findings if f.verdict is not Verdict.SUPPORTED]
    dropped = [
        pair_finding(Rule.MISSING, lock.zh, "")
        for lock in draft.dropped
        if not any(lock.is_told_in(text) for text in told)
    ]
    return Checked(draft.item, (*findings, *dropped), tries, is_result=is_result(findings))


async def settle(draft: Draft, check: Check, advise: Advise, writer: Writer) -> Checked:
    """The best of the tries at an item: the first without a complaint, else the one with the mildest findings.

    A re-ask that gets no usable answer ends the tries; what the item has stays, with its findings.
    """
    best = current = assess(draft, check)
    for tries in range(2, writer.prompts.limits.reasks + 2):
        refused = complaints(current.findings)
        if not refused:
            break
        try:
            again = await _in_pieces(draft, refused, writer) if tries == 2 else None  # noqa: PLR2004 - the first re-ask
            again = again or await _ask_again(draft, refused, advise, writer)
        except ModelError:
            break
        if (again.zh, again.en) == (draft.zh, draft.en):
            best = replace(best, tries=tries)
            break
        draft = again
        current = assess(draft, check, tries)
        best = replace(min(best, current, key=_badness), tries=tries)
    return best if best.is_result else min(best, _quoted(best, check), key=_badness)


def _quoted(failed: Checked, check: Check) -> Checked:
    """The item with the source's own words as its Chinese, for one whose Chinese no cited sentence carries."""
    item = replace(failed.item, zh="".join(s.text for s in failed.item.evidence))
    findings = check(item)
    return Checked(item, findings, failed.tries, is_result=is_result(findings))


async def _in_pieces(draft: Draft, findings: Sequence[Finding], writer: Writer) -> Draft | None:
    """The draft translated in pieces where its English left a number out; None where that is not what is wrong."""
    if not any(f.rule is Rule.MISSING and f.expected for f in findings):
        return None
    en = await ask_in_pieces(draft, writer)
    return None if en is None else draft.worded(en=en)


async def _ask_again(draft: Draft, findings: Sequence[Finding], advise: Advise, writer: Writer) -> Draft:
    """The English again, because the Chinese is quoted."""
    told = dict.fromkeys(f"{f.message} {advise(f)}".strip() for f in findings)
    return draft.worded(en=await ask_english(draft, [draft.source.closed(text) for text in told], writer))
