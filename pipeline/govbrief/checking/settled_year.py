"""Owns the year that a report is of: told of the whole it needs no place in the cited sentences.

It may stand only in the date of the page, which is left out as noise, or follow from the date on which the report was
given: a work report of January 2024 is of 2023, and says so nowhere. A line may tell 今年 by its number.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from govbrief.checking.messages import source_finding
from govbrief.checking.standpoint import THIS_YEAR
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.report import Sentence

_YEAR = re.compile(r"(20\d\d)年")
_TOLD = re.compile(r"\D{0,10}(20\d\d)\s*(?:年度?)?")
_DATED = frozenset({Rule.DATE, Rule.VALUE, Rule.MISSING})


def settle_year(findings: Sequence[Finding], evidence: Sequence[Sentence]) -> list[Finding]:
    """The findings, those about the report's own year SUPPORTED where the evidence brings that year.

    English that adds it (全年 told as “in 2023”) differs from its Chinese in nothing. Evidence brings it
    as a sentence of nothing but the year (`head_evidence`); a line of a section has none.
    """
    own = {match[1] for sentence in evidence if (match := _YEAR.fullmatch(sentence.text))}
    return [
        _supported(one) if own and _tells(one, own) else one
        for one in findings
        if not (own and _adds(one) and _tells(one, own))
    ]


def _adds(finding: Finding) -> bool:
    """Whether the English has what the Chinese has not."""
    return finding.language == "zh-en" and not finding.expected


def _tells(finding: Finding, own: set[str]) -> bool:
    told = _TOLD.fullmatch(finding.seen)
    return finding.rule in _DATED and told is not None and told[1] in own


def _supported(finding: Finding) -> Finding:
    if finding.verdict is Verdict.SUPPORTED:
        return finding
    found = source_finding(Verdict.SUPPORTED, finding.rule, finding.language, finding.seen, finding.seen)
    return replace(found, at=finding.at)


def without_year(text: str, year: int | None) -> str:
    """`text` with blanks in the place of `year`, at the same offsets: what 今年 says needs no number in the source.

    >>> without_year("2022年1月至5月, January to May 2022", 2022)
    '     1月至5月, January to May     '
    """
    if year is None:
        return text
    return re.sub(
        rf"(?<![\d-]){year}(?:\s*年(?![代度])|(?![\d%]|[.,-]\d|\s*年))", lambda m: " " * len(m[0]), text
    )


_THIS_YEAR_EN = re.compile(r"\b(?:this|the) year\b|\byear-round\b|\ball year\b", re.IGNORECASE)


def without_this_year(findings: Sequence[Finding], zh: str, en: str, year: int | None) -> list[Finding]:
    """The findings on a pair, less those of `year` in one text where the other says 今年 or "this year"."""
    named_zh, named_en = without_year(zh, year) != zh, without_year(en, year) != en
    told_zh = named_en and not named_zh and THIS_YEAR.search(zh)
    told_en = named_zh and not named_en and _THIS_YEAR_EN.search(en)
    if not told_zh and not told_en:
        return list(findings)
    own = {str(year)}
    return [one for one in findings if not (one.language == "zh-en" and _names_only(one, own))]


def _names_only(finding: Finding, own: set[str]) -> bool:
    """Whether one side names the year and the other nothing."""
    seen, expected = finding.seen.strip(), finding.expected.strip()
    told = _TOLD.fullmatch(seen or expected)
    return finding.rule in _DATED and not (seen and expected) and told is not None and told[1] in own
