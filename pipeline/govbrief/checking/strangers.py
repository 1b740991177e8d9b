"""Owns names that a report does not hold anywhere: a place it never names, an organ whose name it never writes.

Only what is sure is said: places that everybody knows (`data/toponyms.toml`), and organs of which not even the
characters stand in this order: 发改委 is 发展和改革委员会, 真理局 is nobody.
"""

import re
from collections.abc import Iterator
from functools import cache

from govbrief.checking.messages import source_finding
from govbrief.checking.sounds import is_sounded
from govbrief.names.dictionary import senses_of
from govbrief.names.toponyms import known_places, told_short
from govbrief_schemas.finding import Finding, Rule, Verdict

_ORGAN = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2})(?P<sort>局|厅|委员会|法院|检察院|集团|公司|银行)(?![长部面势限外])"
)
_APART = 8
"""Characters that may stand between two of a short name in the long one: 人力资源和社会保障局 is 人社局."""
_SHORTEST = 3
"""Places of fewer letters in English are words or parts of names."""


def check_strangers(text: str, language: str, held: str) -> Iterator[Finding]:
    """A finding for each place or organ of the text that is not `held` by the report."""
    if language == "en":
        yield from _english(text, held)
        return
    for match in _chinese_places().finditer(text):
        if match[0] not in held:
            yield source_finding(Verdict.NOT_FOUND, Rule.PLACE, "zh", match[0])
    for match in _ORGAN.finditer(text):
        if match[0] not in held and not _is_common(match) and not _abbreviates(match[0], held):
            yield source_finding(Verdict.NOT_FOUND, Rule.ORGAN, "zh", match[0])


def _is_common(match: re.Match[str]) -> bool:
    """Whether it is a word of the language and nobody's name: 布局 in 优化产业布局, 上市公司, 国有银行."""
    name, sort = match["name"], match["sort"]
    if senses_of(f"{name[-1]}{sort}") or senses_of(match[0]):
        return True
    return sort in _OF_MANY and bool(senses_of(name))


_OF_MANY = frozenset({"公司", "银行", "集团"})
"""Sorts of which there are many: with a common word in front they are a class."""


def _english(text: str, held: str) -> Iterator[Finding]:
    by_name = _by_english()
    for match in _english_places().finditer(text):
        named = by_name[match[0]]
        known = any(zh in held for zh in named) or match[0] in held or named & told_short(held)
        if not known and not is_sounded(match[0], held):  # 南屏 is a Nanping as well as 南平
            yield source_finding(Verdict.NOT_FOUND, Rule.PLACE, "en", match[0])


def _abbreviates(name: str, held: str) -> bool:
    """Whether the characters stand in this order near each other."""
    gap = rf"[\u4e00-\u9fff]{{0,{_APART}}}?"
    return re.search(gap.join(map(re.escape, name)), held) is not None


@cache
def _chinese_places() -> re.Pattern[str]:
    names = sorted(known_places(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(names)})(?=[省市])")


@cache
def _by_english() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for zh, en in known_places().items():
        if len(en) >= _SHORTEST:
            found.setdefault(en, set()).add(zh)
    return {en: frozenset(names) for en, names in found.items()}


@cache
def _english_places() -> re.Pattern[str]:
    names = sorted(_by_english(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
