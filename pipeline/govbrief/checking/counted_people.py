"""Owns papers told as people: 建议96件 are no suggestions of 96 deputies, and 保护令17份 no orders for 17 women."""

import re
from collections.abc import Iterator

from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_NUMBER = r"(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})"
_PAPERS = re.compile(rf"{_NUMBER}[余多]?[件份项条部宗](?!人|委|队|门)")
_HEADS = re.compile(rf"{_NUMBER}[余多]?[人名位个户]")
_PEOPLE = re.compile(
    rf"{_NUMBER} (?:people's congress |CPPCC |young |old |older |new |female |disabled )?"
    r"(?:deputies|women|men|children|residents|villagers|lawyers|judges|officials|teachers|workers|farmers|victims|minors)\b(?!['’])"
)


def check_counted_people(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a number that counts papers only in the Chinese, and people in the English."""
    papers = {_bare(match): match[0] for match in _PAPERS.finditer(zh)}
    for match in _HEADS.finditer(zh):
        papers.pop(_bare(match), None)
    people = _PEOPLE.finditer(en) if papers else ()
    told = next((match for match in people if _bare(match) in papers), None)
    if told:
        yield word_finding(Rule.NUMBER_NOUN, papers[_bare(told)], told[0])


def _bare(match: re.Match[str]) -> str:
    return match[1].replace(",", "")
