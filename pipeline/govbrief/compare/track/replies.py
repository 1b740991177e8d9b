"""Owns looking for a pledge in the sentences of later reports: the same document, the same measure, the same number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from govbrief.compare.indicators import IndicatorValue, indicators_in
from govbrief.compare.indicators.periods import time_of
from govbrief.compare.track.accounts import AccountSentence, AccountText
from govbrief.compare.track.outcomes import Outcome, Reply
from govbrief.compare.track.phrasing import (
    Rarity,
    around,
    plain_words,
    shared_runs,
    title_core,
    titles_in,
    trackwords,
)
from govbrief.compare.track.pledges import Pledge
from govbrief.numbers.find import find_quantities
from govbrief.numbers.spell import english_form
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Status
from govbrief_schemas.quantity import Qualifier, Quantity
from govbrief_schemas.report import Role

_CLAUSE = re.compile(r"[^，,；;。！？\n]+")
ALIKE = 0.6
"""Share of a plan's own words that a result must have: between 0.47 (another measure of the same field) and 0.63 (the
same one in other words) on a press conference with the report that followed, and on two work reports of a district."""
SURE = 0.8
"""Share from which a value that falls short contradicts the plan; below, the two may speak of different things."""
_LEAST_RUNS = 6
"""Characters in shared runs: what is alike in scattered pairs only is not the same thing."""
_HALF, _LONG_RUNS = 0.5, 10
"""Long shared runs make up for other words beside a number: 区县(市) for 地区或项目."""
_LEAST_SUBJECT = 4
"""Characters that must be the very same where they are all there is: 旅游收入."""
NOTHING = Bilingual(zh="", en="")

_GOES_ON = Bilingual(zh="持续性工作，报告写到了进展", en="continuing work; the report tells of it")


class Sighting(NamedTuple):
    """What one sentence says of a pledge."""

    outcome: Outcome
    answer: Reply
    note: Bilingual
    weight: float
    """Among findings of one outcome the highest is shown."""


@dataclass(frozen=True)
class Library:
    """The later reports, and how rare their words are."""

    later: Sequence[AccountText]
    rarity: Rarity
    since: int | None = None
    """The year that the plans were told in the report of."""

    def asked_of(self, pledge: Pledge, index: int) -> bool:
        """Whether a report's numbers are of the time that a target is for.

        Without a date it is for the year at hand or the next; a report on a later one tells of other years.
        """
        year = self.year(index)
        if pledge.by is not None or pledge.yearly or year is None or self.since is None:
            return True
        return year - self.since <= 1

    def sentences(self) -> Iterator[tuple[int, AccountSentence]]:
        """Every sentence that tells what is, with the index of its account."""
        for index, told in enumerate(self.later):
            for sentence in told.results():
                yield index, sentence

    def year(self, index: int) -> int | None:
        """The year that an account is about."""
        return self.later[index].account.year


def find_document(pledge: Pledge, library: Library) -> Iterator[Sighting]:
    """Sentences that name the document: made, on the way, only obeyed, or not made."""
    words, core = trackwords(), title_core(pledge.words)
    for index, sentence in library.sentences():
        for title in titles_in(sentence.text):
            if title_core(title[1]) != core:
                continue
            front = re.split(r"[，,；;。]", sentence.text[: title.start()])[-1]
            behind = re.split(r"[，,；;。]", sentence.text[title.end() :])[0]
            around = front + behind
            if words.undone.search(around):
                outcome = Outcome.CONTRADICTED
            elif words.making.search(around):
                outcome = Outcome.PARTLY
            elif words.made.search(around) and sentence.role is not Role.SHORTCOMING:
                outcome = Outcome.KEPT
            else:
                outcome = Outcome.PARTLY
            yield Sighting(outcome, _reply(index, sentence, title[0]), NOTHING, 1.0)


def find_measure(pledge: Pledge, library: Library) -> Iterator[Sighting]:
    """Sentences that tell of the same measure under its own name."""
    words, name = trackwords(), plain_words(pledge.words)
    for index, sentence in library.sentences():
        for clause in _CLAUSE.finditer(sentence.text):
            alike = library.rarity.likeness(pledge.words, clause[0])
            if alike < ALIKE or shared_runs(name, plain_words(clause[0])) < _LEAST_RUNS:
                continue
            if words.obeyed.match(clause[0].strip()):
                continue
            if words.undone.search(clause[0]):
                yield Sighting(
                    Outcome.CONTRADICTED, _reply(index, sentence, clause[0].strip()), NOTHING, alike
                )
                continue
            moving = words.making.search(clause[0]) is not None
            if sentence.role is not Role.SHORTCOMING and (moving or words.done.search(clause[0])):
                outcome = Outcome.PARTLY if moving else Outcome.KEPT
                yield Sighting(outcome, _reply(index, sentence, clause[0].strip()), NOTHING, alike)


def find_work(pledge: Pledge, library: Library) -> Iterator[Sighting]:
    """Sentences that tell of the same continuing work: never more than part of what was planned."""
    words, name = trackwords(), plain_words(pledge.words)
    for index, sentence in library.sentences():
        if sentence.role is Role.SHORTCOMING:
            continue
        for clause in _CLAUSE.finditer(sentence.text):
            told = any(verb.search(clause[0]) for verb in (words.work, words.done, words.made))
            if not told or words.obeyed.match(clause[0].strip()) or words.undone.search(clause[0]):
                continue
            alike = library.rarity.likeness(name, clause[0])
            if alike >= ALIKE and shared_runs(name, plain_words(clause[0])) > _LEAST_RUNS:
                yield Sighting(Outcome.PARTLY, _reply(index, sentence, clause[0].strip()), _GOES_ON, alike)


def find_target(pledge: Pledge, library: Library) -> Iterator[Sighting]:
    """Numbers of the same indicator, or said of the same thing in the same words."""
    for index, sentence in library.sentences():
        if sentence.role is Role.SHORTCOMING or not library.asked_of(pledge, index):
            continue
        if pledge.indicator is not None:
            yield from _by_indicator(pledge, library, index, sentence)
        elif pledge.quantity is not None:
            yield from _by_words(pledge, pledge.quantity, library, index, sentence)


def _by_indicator(
    pledge: Pledge, library: Library, index: int, sentence: AccountSentence
) -> Iterator[Sighting]:
    wanted = pledge.indicator
    if wanted is None:
        return
    year = library.year(index)
    for value in indicators_in(sentence.text, year):
        same = value.indicator == wanted.id or value.indicator in wanted.made_of
        if not same or value.status is Status.TARGET or value.period or value.scope or value.year != year:
            continue
        part = value.indicator != wanted.id
        yield from _weighed(pledge, _Reached.of(value), library, index, sentence, 0.0 if part else 1.0)


class _Reached(NamedTuple):
    value: Decimal
    said: str
    en: str

    @classmethod
    def of(cls, value: IndicatorValue) -> "_Reached":
        return cls(value.value, value.said, f"{value.value:,f}{'%' if value.unit == '%' else ''}")

    @classmethod
    def told(cls, quantity: Quantity) -> "_Reached":
        return cls(quantity.value, quantity.text, english_form(quantity))


def _by_words(
    pledge: Pledge, wanted: Quantity, library: Library, index: int, sentence: AccountSentence
) -> Iterator[Sighting]:
    own = pledge.about
    for quantity in find_quantities(sentence.text, "zh", bind=False):
        same = (quantity.kind, quantity.unit, quantity.direction)
        if same != (wanted.kind, wanted.unit, wanted.direction) or _another_time(
            sentence, quantity, library, index
        ):
            continue
        theirs = around(sentence.text, quantity)
        alike = library.rarity.likeness(own, theirs, slogans=True)
        runs = shared_runs(own, theirs)
        if own == theirs and len(own) >= _LEAST_SUBJECT:
            yield from _weighed(pledge, _Reached.told(quantity), library, index, sentence, 1.0)
        elif (alike >= ALIKE and runs >= _LEAST_RUNS) or (alike >= _HALF and runs >= _LONG_RUNS):
            yield from _weighed(pledge, _Reached.told(quantity), library, index, sentence, alike)


def _another_time(sentence: AccountSentence, quantity: Quantity, library: Library, index: int) -> bool:
    """Whether a number is told of more or less than the year of its report: 五年来, 上半年, 2021年."""
    time = time_of(sentence.text[: quantity.span.start], library.year(index))
    return bool(time.period) or time.year != library.year(index)


def _weighed(  # noqa: PLR0913, PLR0917 - the two sides and where they stand
    pledge: Pledge, reached: _Reached, library: Library, index: int, sentence: AccountSentence, alike: float
) -> Iterator[Sighting]:
    """The outcome of two numbers: reached, on the way, or short when it was due."""
    answer = _reply(index, sentence, reached.said)
    year = library.year(index)
    wanted = Decimal(100) if pledge.every or pledge.quantity is None else pledge.quantity.value
    said = pledge.words if pledge.quantity is None else pledge.quantity.text
    planned = "100%" if pledge.quantity is None else english_form(pledge.quantity)
    note = Bilingual(zh=f"计划{said}，报告{reached.said}", en=f"planned {planned}, reported {reached.en}")
    early = pledge.by is not None and year is not None and year < pledge.by
    if _enough(pledge, reached.value, wanted):
        if early and pledge.yearly:
            note = _with(
                note, f"{year}年已做到，每年都要做到", f"kept for {year}; due every year to {pledge.by}"
            )
        yield Sighting(Outcome.KEPT, answer, note, alike)
    elif alike == 0.0:
        return  # a part of what makes up the indicator, short of the whole: nothing follows
    elif early and not pledge.yearly:
        yield Sighting(Outcome.PARTLY, answer, _with(note, f"{pledge.by}年到期", f"due {pledge.by}"), alike)
    elif pledge.every:
        yield Sighting(Outcome.PARTLY, answer, note, alike)
    elif alike >= SURE:
        yield Sighting(Outcome.CONTRADICTED, answer, note, alike)


def _with(note: Bilingual, zh: str, en: str) -> Bilingual:
    return Bilingual(zh=f"{note.zh}；{zh}", en=f"{note.en}; {en}")


def _enough(pledge: Pledge, reached: Decimal, wanted: Decimal) -> bool:
    lower = pledge.indicator is not None and pledge.indicator.better == "lower"
    if pledge.quantity is not None and pledge.quantity.qualifier is Qualifier.AT_MOST:
        lower = True
    return reached <= wanted if lower else reached >= wanted


def _reply(index: int, sentence: AccountSentence, words: str) -> Reply:
    return Reply(account=index, heading=sentence.heading, evidence=sentence.evidence, words=words)
