"""Owns papers told as people: 建议96件 are no suggestions of 96 deputies, and 保护令17份 no orders for 17 women."""

import re
from collections.abc import Iterator

from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_PAPERS = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d+)[余多]?[件份项条部宗](?!人|委|队|门)")
_PEOPLE = (
    r"(?:people's congress |CPPCC |young |old |older |new |female |disabled )?"
    r"(?:deputies|women|men|children|residents|villagers|lawyers|judges|officials|teachers|workers|farmers|victims|minors)\b(?!['’])"
)


def check_counted_people(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a number that counts papers only in the Chinese, and people in the English."""
    for match in _PAPERS.finditer(zh):
        number = match[1].replace(",", "")
        if re.search(rf"(?<![\d.,]){match[1]}[余多]?[人名位个户]", zh):
            continue
        grouped = f"{int(number):,}"
        if told := re.search(rf"(?<![\d.,])(?:{number}|{re.escape(grouped)}) {_PEOPLE}", en):
            yield word_finding(Rule.NUMBER_NOUN, match[0], told[0])
            return
