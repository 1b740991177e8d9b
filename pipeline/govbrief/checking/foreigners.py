"""Owns countries, and people named with their posts, that a report does not name: who they are is nobody's to add.

Countries stand in `data/countries.toml`. A person is told by a family name before a post: 张三局长; a post alone, or
one with the words of an office before it (市委书记), names nobody.
"""

import re
from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import any_literal, any_of, read_table
from govbrief.checking.messages import source_finding
from govbrief.checking.whereabouts import FAMILY_NAMES
from govbrief.names.dictionary import senses_of
from govbrief_schemas.finding import Finding, Rule, Verdict

_POSTS = (
    "局长",
    "市长",
    "县长",
    "区长",
    "省长",
    "厅长",
    "部长",
    "院长",
    "检察长",
    "书记",
    "主任",
    "处长",
    "科长",
)
_OFFICE = "省市县区镇乡村州旗局厅部委院处科室会组党政府院长副任正兼原时任各级所校厂团队"
_PERSON = re.compile(
    rf"(?P<name>[{''.join(sorted(FAMILY_NAMES))}][^{_OFFICE}\W\da-zA-Z]{{1,2}})(?:副?(?:{any_literal(_POSTS)}))"
)

_SHORT = (
    "[中对赴驻在旅欧美俄日韩英东南非苏]{0}(?!丽|好|化|术|食|育|观|容|德|满|誉|常|用)"
    "|{0}(?:方|元|籍|企|商|资|军|媒|欧|侨|语|系|帝|总统|舰|[一二两三四五])"
)
"""Where one character is a country: 中美, 美方; not in 美丽."""


def check_foreigners(text: str, language: str, held: str) -> Iterator[Finding]:
    """A finding for each country of the text, and each person in Chinese, that is not `held` by the report."""
    if language == "en":
        for match in _english().finditer(text):
            zh = list(_names())[int((match.lastgroup or "c0")[1:])]
            if not _is_named(zh, held) and match[0] not in held:
                yield source_finding(Verdict.NOT_FOUND, Rule.PLACE, "en", match[0])
        return
    for match in _chinese().finditer(text):
        if not _is_named(match[0], held):
            yield source_finding(Verdict.NOT_FOUND, Rule.PLACE, "zh", match[0])
    for match in _PERSON.finditer(text):
        if match["name"] not in held and not senses_of(match["name"]):
            yield source_finding(Verdict.NOT_FOUND, Rule.ACTOR, "zh", match[0])


def foreign_country(en: str, zh: str) -> str:
    """The first country of an English text that no word or character of its Chinese names; empty when there is none."""
    for match in _english().finditer(en) if _openings().search(en) else ():
        zh_name = list(_names())[int((match.lastgroup or "c0")[1:])]
        names = (zh_name, *_names()[zh_name]["short"].split("|"), match[0])
        if not any(name in zh for name in names):
            return match[0]
    return ""


@cache
def _openings() -> re.Pattern[str]:
    """What the names begin with: most texts hold none of it, and are not searched for each name."""
    forms = (_PLAIN.search(form) for row in _names().values() for form in row["en"])
    starts = {form[1][:_LETTERS] for form in forms if form}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(starts)))})")


_PLAIN = re.compile(r"^(?:\(\?[^)]*\))*([\w ]+)")
"""The plain beginning of a pattern, behind what must not stand in front."""
_LETTERS = 4
"""Letters of a name's beginning that tell it from most other words."""


def exchanged_country(en: str, zh: str) -> str:
    """A country that no Chinese names, while one that the Chinese names in full is left untold; else empty."""
    foreign = foreign_country(en, zh)
    if not foreign:
        return ""
    told = {list(_names())[int((match.lastgroup or "c0")[1:])] for match in _english().finditer(en)}
    named = {match[0] for match in _chinese().finditer(zh)}
    return foreign if named - told else ""


def _names() -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = read_table("countries")["names"]
    return names


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(any_literal(_names()))


@cache
def _english() -> re.Pattern[str]:
    forms = (f"(?P<c{n}>{any_of(row['en'])})" for n, row in enumerate(_names().values()))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _is_named(zh: str, held: str) -> bool:
    """Whether the report names the country, in full or by one character in a place that no other word has."""
    short, *others = _names()[zh]["short"].split("|")
    return any(name in held for name in (zh, *others)) or (
        len(short) == 1 and re.search(_SHORT.format(short), held) is not None
    )
