"""Owns the check: what an item, a text or a pair of texts says against its source; no files, no model.

Three doors: `check_item` for an item with cited sentences, `check_text` for any text against a whole report,
and `check_pair` for a Chinese text and its English. "Could not check" is a finding, never a pass.
"""

from collections.abc import Iterator, Sequence

from govbrief.checking.pair import check_pair
from govbrief.checking.scopes import check_scopes
from govbrief.checking.source import check_numbers
from govbrief.checking.source_index import SourceIndex, index_source
from govbrief.checking.words import (
    check_echo,
    check_english_titles,
    check_role,
    check_titles,
    check_translation,
    check_untranslated,
)
from govbrief_schemas.finding import Finding
from govbrief_schemas.item import Item
from govbrief_schemas.report import Role

__all__ = ["SourceIndex", "check_item", "check_pair", "check_text", "index_source", "mismatch_row"]


def check_item(
    item: Item, source: SourceIndex, role: Role, echoes: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Every finding on one item.

    Each number of both languages, SUPPORTED ones included, then where the languages disagree in numbers or in
    scope, titles, untranslated Chinese, role, echo and translation. `echoes` are texts that an item must not
    repeat: the prompt's examples.
    """
    cited = [sentence.text for sentence in item.evidence]
    evidence = source.gather([sentence.span for sentence in item.evidence])
    return tuple(
        _unique([
            *check_numbers(item.zh, "zh", evidence),
            *check_numbers(item.en, "en", evidence),
            *check_pair(item.zh, item.en),
            *check_scopes(item.zh, item.en),
            *check_titles(item.zh, source.folded),
            *check_english_titles(item.en),
            *check_untranslated(item.en),
            *check_role(item.kind, role, cited),
            *check_echo(item.zh, item.en, cited, echoes),
            *check_translation(item.zh, item.en),
        ])
    )


def check_text(text: str, language: str, source: SourceIndex) -> tuple[Finding, ...]:
    """Every finding on a text that cites nothing: its numbers and titles against the whole report."""
    titles = check_titles(text, source.folded) if language == "zh" else check_english_titles(text)
    rest = check_untranslated(text) if language == "en" else ()
    return tuple(_unique([*check_numbers(text, language, source.gather(None)), *titles, *rest]))


def mismatch_row(finding: Finding) -> dict[str, str]:
    """One row of `check --jsonl`: what stands in each language and why they do not fit."""
    return {
        "type": finding.rule.value,
        "zh": finding.expected,
        "en": finding.seen,
        "message": finding.message,
    }


def _unique(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without repeats: a date is one finding, not three."""
    return iter(dict.fromkeys(findings))
