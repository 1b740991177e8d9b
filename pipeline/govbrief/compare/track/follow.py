"""Owns the step from an older account and later ones to what became of each plan; must not know any format."""

from collections.abc import Callable, Iterator, Sequence

from govbrief.compare.track.accounts import AccountSentence, AccountText
from govbrief.compare.track.outcomes import Outcome, PartSort, PlanPart, TrackedPlan, Tracking
from govbrief.compare.track.phrasing import Rarity
from govbrief.compare.track.pledges import Pledge, read_pledges, read_works
from govbrief.compare.track.replies import (
    Library,
    Sighting,
    find_document,
    find_measure,
    find_target,
    find_work,
)

_SHOWN = 2
"""Answers shown for one part of a plan."""
_ORDER = (Outcome.CONTRADICTED, Outcome.KEPT, Outcome.PARTLY)
"""Which outcome of several sentences holds: what denies outweighs what confirms, and the whole a part."""
_FINDERS: dict[PartSort, Callable[[Pledge, Library], Iterator[Sighting]]] = {
    PartSort.DOCUMENT: find_document,
    PartSort.MEASURE: find_measure,
    PartSort.TARGET: find_target,
    PartSort.WORK: find_work,
}


def track(old: AccountText, later: Sequence[AccountText]) -> Tracking:
    """Each plan of `old` with what the `later` accounts, of the same place, tell of it."""
    texts = [sentence.text for told in (old, *later) for sentence in told.sentences]
    library = Library(later, Rarity(texts), old.account.year)
    plans = tuple(_tracked(sentence, old.account.year, library) for sentence in old.plans())
    return Tracking(old=old.account, later=tuple(told.account for told in later), plans=plans)


def _tracked(sentence: AccountSentence, year: int | None, library: Library) -> TrackedPlan:
    parts = tuple(_part(pledge, library) for pledge in read_pledges(sentence, year))
    if not parts:
        works = (_part(pledge, library) for pledge in read_works(sentence))
        parts = tuple(part for part in works if part.answers)
    return TrackedPlan(
        outcome=_whole([part.outcome for part in parts]),
        heading=sentence.heading,
        evidence=sentence.evidence,
        item=sentence.item,
        zh=sentence.zh,
        en=sentence.en,
        parts=parts,
    )


def _part(pledge: Pledge, library: Library) -> PlanPart:
    found = list(_FINDERS[pledge.sort](pledge, library))
    for outcome in _ORDER:
        best = sorted((one for one in found if one.outcome is outcome), key=lambda one: -one.weight)
        if best:
            answers = tuple(one.answer for one in best[:_SHOWN])
            return PlanPart(
                sort=pledge.sort, words=pledge.words, outcome=outcome, answers=answers, note=best[0].note
            )
    return PlanPart(sort=pledge.sort, words=pledge.words, outcome=Outcome.NOT_TOLD)


def _whole(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome of a plan from those of its parts; a plan without parts is not told."""
    if Outcome.CONTRADICTED in outcomes:
        return Outcome.CONTRADICTED
    told = [one for one in outcomes if one is not Outcome.NOT_TOLD]
    if not told:
        return Outcome.NOT_TOLD
    return Outcome.KEPT if all(one is Outcome.KEPT for one in outcomes) else Outcome.PARTLY
