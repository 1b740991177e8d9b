"""Owns negation: a clear no in one language has a no in the other; words that merely look like one are known."""

import re
from collections.abc import Iterator

from govbrief.checking.word_messages import word_finding
from govbrief.datafiles import any_of, read_table
from govbrief_schemas.finding import Finding, Rule

_WORDS = read_table("negations")
_CLEAR_ZH = re.compile(any_of(word for word, _ in _WORDS["clear_zh"]))
_ANY_ZH = re.compile(any_of(word for word, _ in _WORDS["any_zh"]))
_NO_NEGATION_ZH = re.compile(any_of(word for word, _ in _WORDS["none_zh"]))
_CLEAR_EN = re.compile(any_of(_WORDS["clear_en"]), re.IGNORECASE)
_ANY_EN = re.compile(any_of(_WORDS["any_en"]), re.IGNORECASE)
_NO_NEGATION_EN = re.compile(any_of(_WORDS["none_en"]), re.IGNORECASE)


def check_polarity(zh: str, en: str) -> Iterator[Finding]:
    """A finding where a clear no of one language has nothing like it in the other."""
    plain_zh, plain_en = _NO_NEGATION_ZH.sub("　", zh), _NO_NEGATION_EN.sub(" ", en)
    clear_zh, clear_en = _CLEAR_ZH.search(plain_zh), _CLEAR_EN.search(plain_en)
    if clear_zh and not _ANY_EN.search(plain_en):
        yield word_finding(Rule.REVERSED, _around(plain_zh, clear_zh), "")
    elif clear_en and not _ANY_ZH.search(plain_zh):
        yield word_finding(Rule.REVERSED, "", plain_en[clear_en.start() : clear_en.end() + 20].strip())


def _around(text: str, match: re.Match[str]) -> str:
    return text[match.start() : match.end() + 6]
