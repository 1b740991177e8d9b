"""Owns the check: what an item, a text or a pair of texts says against its source; no files, no model.

Four doors: `check_item` for an item with cited sentences, `check_wording` for any other text in both languages
that a model wrote, `check_text` for a text in one language against a whole report, and `check_pair` for a
Chinese text and its English. All run the same rules. "Could not check" is a finding, never a pass.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govbrief.checking.carried import check_carried
from govbrief.checking.foreigners import check_foreigners
from govbrief.checking.pair import compare_numbers
from govbrief.checking.settled_year import settle_year, without_this_year, without_year
from govbrief.checking.source import check_numbers
from govbrief.checking.source_index import SourceIndex, index_source
from govbrief.checking.standpoint import NOBODY, Standpoint, standpoint_of
from govbrief.checking.strange_characters import check_characters
from govbrief.checking.strange_numerals import check_numerals
from govbrief.checking.strangers import check_strangers
from govbrief.checking.vague_totals import check_totals
from govbrief.checking.wordrules import check_said
from govbrief.checking.words import (
    check_echo,
    check_english_titles,
    check_role,
    check_titles,
    check_translation,
    check_untranslated,
)
from govbrief_schemas.finding import WORD_RULES, Finding, Rule, Verdict
from govbrief_schemas.item import Item, Kind
from govbrief_schemas.report import Role, Sentence

__all__ = [
    "NOBODY",
    "SourceIndex",
    "Standpoint",
    "check_heading",
    "check_item",
    "check_naming",
    "check_pair",
    "check_text",
    "check_wording",
    "index_source",
    "mismatch_row",
    "standpoint_of",
]


def check_item(
    item: Item, source: SourceIndex, role: Role, standpoint: Standpoint = NOBODY
) -> tuple[Finding, ...]:
    """Every finding on one item: its wording, and whether its kind and its Chinese fit the cited sentences."""
    cited = [sentence.text for sentence in item.evidence]
    wording = check_wording(item.zh, item.en, item.evidence, source, standpoint)
    return _unique([
        *(one for one in wording if not (item.kind is Kind.PLAN and _drops_aim(one))),
        *check_role(item.kind, role, cited),
        *check_echo(item.zh, cited),
    ])


def _drops_aim(finding: Finding) -> bool:
    """Whether a finding says that a line drops the 力争 of its sentence: a plan's line is one without it."""
    return finding.rule is Rule.TENSE and finding.language == "zh" and not finding.seen


def check_wording(  # noqa: PLR0913, PLR0917 - a text in both languages, and all that it is held against
    zh: str,
    en: str,
    evidence: Sequence[Sentence],
    source: SourceIndex,
    standpoint: Standpoint = NOBODY,
    beside: str = "",
) -> tuple[Finding, ...]:
    """Every finding on a text in both languages that rests on sentences of the report.

    `beside` is the Chinese of the line that a phrase (a target, a date, a cause) belongs to: what the line says, the
    phrase need not say again.

    Each number of both languages, SUPPORTED ones included; where the languages disagree in numbers or in words;
    what of the Chinese the sentences do not carry; titles, untranslated Chinese and English that is none. Headline,
    summary, title, issuer, a figure's measure, a cause or a target: whatever a model wrote goes through here.
    """
    cited = [sentence.text for sentence in evidence]
    told = replace(standpoint, cited="\n".join(cited))
    held = source.gather([*(sentence.span for sentence in evidence), *standpoint.dated])
    dateless = [without_year(text, told.this_year) for text in (zh, en)]
    numbers = [*check_numbers(dateless[0], "zh", held), *check_numbers(dateless[1], "en", held)]
    numbers = settle_year(numbers, evidence)
    pair = without_this_year(settle_year(check_pair(zh, en, told), evidence), zh, en, told.this_year)
    return _unique([
        *numbers,
        *not_said_beside(pair, (zh, en, told), beside),
        *_news(numbers, check_carried(zh, cited, beside)),
        *check_titles(zh, source.folded),
        *check_english_titles(en, zh),
        *check_untranslated(en),
        *check_translation(zh, en),
        *_unheard_of(zh, en, source),
        *check_totals(zh, en, held.text),
    ])


def check_heading(zh: str, en: str, source: SourceIndex) -> tuple[Finding, ...]:
    """Every finding on the English of what the report itself says in Chinese: its title, issuer, speakers, headings."""
    pair = (
        finding for finding in check_pair(zh, en) if finding.rule is not Rule.OMISSION
    )  # headings are told short
    nowhere = (
        finding
        for finding in check_numbers(en, "en", source.gather(None))
        if finding.verdict is Verdict.NOT_FOUND
    )  # a code (X987) is no number that a pair compares
    return _unique([*pair, *nowhere, *_unheard_of("", en, source), *check_totals(zh, en, zh)])


def check_naming(zh: str, en: str, source: SourceIndex) -> tuple[Finding, ...]:
    """Every finding on a name in both languages that no cited sentence need hold, e.g. who acts."""
    totals = check_totals(zh, "", source.proving)
    return _unique([*check_text(zh, "zh", source), *totals, *check_heading(zh, en, source)])


def _unheard_of(zh: str, en: str, source: SourceIndex) -> Iterator[Finding]:
    """Numerals, places and organs that stand nowhere in the report."""
    for text, language in ((zh, "zh"), (en, "en")):
        yield from check_numerals(text, language, source.proving)
        yield from check_foreigners(text, language, source.proving)
        yield from check_characters(text, language, source.proving)
        yield from check_strangers(text, language, source.proving)


def check_text(text: str, language: str, source: SourceIndex, zh: str = "") -> tuple[Finding, ...]:
    """Every finding on a text that cites nothing: its numbers and titles against the whole report.

    `zh` is the Chinese that an English text translates, where there is some: what that quotes may be quoted.
    """
    titles = check_titles(text, source.folded) if language == "zh" else check_english_titles(text, zh)
    rest = check_untranslated(text) if language == "en" else ()
    unheard = _unheard_of(text, "", source) if language == "zh" else _unheard_of("", text, source)
    return _unique([*check_numbers(text, language, source.gather(None)), *titles, *rest, *unheard])


def check_pair(zh: str, en: str, standpoint: Standpoint = NOBODY) -> tuple[Finding, ...]:
    """Every disagreement of a Chinese text and its English, in numbers and in words; empty when they agree."""
    numbers = compare_numbers(zh, en)
    return _unique([*numbers, *_news(numbers, check_said(zh, en, standpoint))])


def not_said_beside(
    found: Sequence[Finding], pair: tuple[str, str, Standpoint], beside: str
) -> list[Finding]:
    """The findings without those about English that the Chinese and the Chinese beside it give together.

    A scope may speak of the revenue that its measure names, and “300 more” of the 新增 that stands in the line.
    """
    zh, en, standpoint = pair
    alone = [finding for finding in found if finding.rule in WORD_RULES and finding.seen]
    if not (alone and beside):
        return list(found)
    still = {(one.rule, one.seen) for one in check_said(f"{zh}。{beside}", en, standpoint)}
    return [finding for finding in found if finding not in alone or (finding.rule, finding.seen) in still]


def mismatch_row(finding: Finding) -> dict[str, str]:
    """One row of `check --jsonl`: what stands in each language and why they do not fit."""
    return {
        "type": finding.rule.value,
        "zh": finding.expected,
        "en": finding.seen,
        "message": finding.message,
    }


def _news(numbers: Sequence[Finding], words: Iterable[Finding]) -> list[Finding]:
    """The findings on words that say more than those on numbers did."""
    wrong = [finding.rule for finding in numbers if finding.verdict is not Verdict.SUPPORTED]
    told = {_SAME_COMPLAINT.get(rule) for rule in wrong}
    return [finding for finding in words if finding.rule not in told]


_SAME_COMPLAINT = {Rule.DIRECTION: Rule.REVERSED, Rule.SUBJECT: Rule.NUMBER_NOUN, Rule.MISSING: Rule.LEVEL}
"""What a rule of words says once more after a rule of numbers."""


def _unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without repeats: a date is one finding, not three."""
    return tuple(dict.fromkeys(findings))
