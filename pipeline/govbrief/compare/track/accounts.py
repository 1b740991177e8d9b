"""Owns what tracking reads of a report or a brief: its sentences, each a plan, a result or an admission."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.compare.track.outcomes import Account
from govbrief.compare.track.phrasing import trackwords
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Evidence
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Outline, Role, Span

_SENTENCE = re.compile(r"[，,。；;]")


class AccountSentence(NamedTuple):
    """A sentence of the source."""

    text: str
    """As a reader has it, broken lines joined."""
    evidence: Evidence
    heading: str
    role: Role
    item: str = ""
    zh: str = ""
    en: str = ""


class AccountText(NamedTuple):
    """An account with its sentences in reading order, each once."""

    account: Account
    sentences: tuple[AccountSentence, ...]

    def plans(self) -> Iterator[AccountSentence]:
        """The sentences that plan, and in other sections those that look ahead."""
        ahead = trackwords().ahead
        return (one for one in self.sentences if one.role is Role.PLAN or ahead.search(one.text))

    def results(self) -> Iterator[AccountSentence]:
        """The sentences that tell what is: achievements, admissions and the rest, no plans."""
        return (one for one in self.sentences if one.role is not Role.PLAN)


def account_of_outline(outline: Outline) -> AccountText:
    """A report read from its file: all of its sentences, so that nothing depends on what a brief kept."""
    report = outline.report
    sentences = tuple(
        AccountSentence(text, Evidence(start=start, end=end, text=report.text[start:end]), heading, role)
        for text, (start, end), heading, role in _told(outline)
    )
    title, issuer, year = report.title, report.issuer, report.year
    account = Account(
        title=Bilingual(zh=title.value if title else "", en=""),
        issuer=Bilingual(zh=issuer.value if issuer else "", en=""),
        year=int(year.value) if year else None,
        source=report.source,
    )
    return AccountText(account, sentences)


def _told(outline: Outline) -> Iterator[tuple[str, Span, str, Role]]:
    """Every sentence with its section; a heading that nothing stands under tells what it says itself."""
    sections = outline.sections
    for index, section in enumerate(sections):
        leaf = index + 1 == len(sections) or sections[index + 1].level <= section.level
        if not section.sentences and leaf and _SENTENCE.search(section.heading):
            start = section.span.start
            yield section.heading, Span(start, start + len(section.heading)), "", section.role
        for sentence in section.sentences:
            yield sentence.text, sentence.span, section.heading, section.role


_ROLES = {Kind.PLAN: Role.PLAN, Kind.SHORTCOMING: Role.SHORTCOMING, Kind.ACHIEVEMENT: Role.ACHIEVEMENT}


def account_of_brief(brief: Brief) -> AccountText:
    """A report as its brief carries it: the sentences under its items; those that no item tells are not known."""
    head = brief.report
    found: dict[int, AccountSentence] = {}
    for item in brief.items:
        for piece in item.evidence:
            text = "".join(piece.text.split("\n"))
            sentence = AccountSentence(
                text, piece, item.section, _ROLES[item.kind], item.id, item.zh, item.en
            )
            found.setdefault(piece.start, sentence)
    account = Account(title=head.title, issuer=head.issuer, year=head.year, source=head.source)
    return AccountText(account, tuple(found[start] for start in sorted(found)))


def with_brief(told: AccountText, brief: Brief) -> AccountText:
    """A report's sentences with the words of the items that tell them, so that a plan has its English too."""
    account = told.account.model_copy(update={"title": brief.report.title, "issuer": brief.report.issuer})
    return AccountText(account, tuple(_in_words(one, brief) for one in told.sentences))


def _in_words(sentence: AccountSentence, brief: Brief) -> AccountSentence:
    for item in brief.items:
        for piece in item.evidence:
            if piece.start <= sentence.evidence.start and sentence.evidence.end <= piece.end:
                return sentence._replace(item=item.id, zh=item.zh, en=item.en)
    return sentence
