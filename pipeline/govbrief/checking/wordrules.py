"""Owns the order of the rules of words: what the English says against the Chinese.

Each rule is a module of its own and knows nothing of the others.
"""

from collections.abc import Iterator, Sequence

from govbrief.checking.actors import check_actors
from govbrief.checking.antonyms import check_antonyms
from govbrief.checking.claims import check_claims
from govbrief.checking.clausewise import check_clausewise
from govbrief.checking.conditions import check_conditions
from govbrief.checking.contrast import check_contrasts
from govbrief.checking.counted import check_counted
from govbrief.checking.counted_crossed import check_crossed
from govbrief.checking.counted_measures import check_measures
from govbrief.checking.counted_moved import check_moved
from govbrief.checking.counted_people import check_counted_people
from govbrief.checking.dealings import check_dealings
from govbrief.checking.departments import check_departments
from govbrief.checking.documents import check_documents
from govbrief.checking.doers import check_doers
from govbrief.checking.explained import check_inventions, is_official, is_thick
from govbrief.checking.family_terms import check_compounds
from govbrief.checking.foreigners import exchanged_country, foreign_country
from govbrief.checking.inclusive import check_inclusive
from govbrief.checking.lineforms import check_line_form
from govbrief.checking.loaded import check_loaded
from govbrief.checking.loops import check_loops
from govbrief.checking.marks import Mark, marks_of
from govbrief.checking.members import check_members
from govbrief.checking.omissions import check_omissions
from govbrief.checking.plainly import in_plain_words
from govbrief.checking.polarity import check_polarity
from govbrief.checking.ranks import check_ranks
from govbrief.checking.recipients import check_recipients
from govbrief.checking.scopes import check_scopes
from govbrief.checking.seats import check_seats
from govbrief.checking.settled import check_settled
from govbrief.checking.stages import check_stages
from govbrief.checking.standpoint import Standpoint
from govbrief.checking.subjects import check_subjects
from govbrief.checking.tense import check_tense, states_target
from govbrief.checking.turned import check_turned
from govbrief.checking.whereabouts import check_whereabouts
from govbrief.checking.wholes import check_wholes
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule


def check_said(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """Where the English says something else than the Chinese, besides numbers.

    Some rules hold for the prose of government only: of a report, or where the words show it. What was left out or
    invented is told where no other rule has a name for it.
    """
    official = standpoint.is_known or is_official(zh)
    plain = in_plain_words(zh, en)
    yield from check_loops(zh, en, official=official)
    named = list(_check_named(zh, plain, standpoint, official=official))
    yield from named
    if official and not named:
        invented = list(check_inventions(zh, plain, standpoint.cited))
        invented = invented or list(check_claims(zh, plain, standpoint.cited))
        yield from (
            invented
            or list(check_members(zh, en))
            or ([] if standpoint.is_known else list(check_conditions(zh, en)))
            or check_omissions(zh, en, is_whole=not standpoint.is_known and is_thick(zh))
        )


def _check_named(zh: str, en: str, standpoint: Standpoint, *, official: bool) -> Iterator[Finding]:
    """The rules that know what kind of error they look for."""
    yield from check_scopes(zh, en)
    yield from check_contrasts(zh, en, standpoint.actor, official=official)
    if official:
        yield from check_seats(zh, en, standpoint)
    yield from check_departments(zh, en)
    yield from check_documents(zh, en, official=official)
    yield from check_whereabouts(zh, en, standpoint, official=official)
    yield from check_actors(zh, en, standpoint)
    yield from (
        list(check_doers(zh, en))
        or list(check_subjects(zh, en))
        or (list(check_recipients(zh, en)) or check_dealings(zh, en))
    )
    marks = marks_of(zh, "zh"), marks_of(en, "en")
    yield from _check_numbers(zh, en, *marks, official=official)
    yield from check_counted_people(zh, en)
    yield from list(check_inclusive(zh, en)) or (check_wholes(zh, en) if official else ())
    yield from check_turned(zh, en)
    mixed_up = list(check_tense(zh, en, standpoint)) if official or states_target(zh) else []
    mixed_up = mixed_up or list(check_line_form(zh, en))
    yield from mixed_up or (check_stages(zh, en) if official else ())
    alone = official and not standpoint.is_known
    if country := foreign_country(en, zh) if alone else exchanged_country(en, zh + standpoint.cited):
        yield word_finding(Rule.PLACE, "", country)
    if official:
        yield from check_polarity(zh, en)
        yield from list(check_settled(zh, en)) or check_compounds(zh, en)
        yield from check_antonyms(zh, en, standpoint.cited)
        thick = standpoint.is_known or is_thick(zh)
        yield from check_loaded(zh, en, standpoint.cited) if thick else ()
        yield from check_clausewise(zh, en, *marks, by_words=thick)
        yield from check_ranks(zh, en)


def _check_numbers(
    zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark], *, official: bool
) -> Iterator[Finding]:
    """What numbers count; the first rule that finds something speaks."""
    found = list(check_counted(zh, en, left, right)) or list(check_measures(left, right, zh, en))
    if official:
        found = found or list(check_moved(left, right, zh, en))
    yield from found or check_crossed(left, right, zh, en)
