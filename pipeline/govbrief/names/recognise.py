"""Owns finding names in a text: places, organs, posts, documents, plans and honours, with level and settled English.

大同市云冈区人民政府   organ, district or county: People's Government of Yungang District, Datong
市司法局副局长         organ and post: Municipal Justice Bureau; Deputy Director
《…规定》              document
“十四五”规划           plan: 14th Five-Year Plan
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from govbrief.base.datafiles import read_table
from govbrief.names.glossary import load_glossary
from govbrief.names.pinyin import common_readings
from govbrief.names.toponyms import known_places
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.name import Level, Name, NameKind
from govbrief_schemas.report import Span

_TABLE = read_table("names")
_SUFFIXES: dict[str, tuple[str, Level]] = {
    suffix: (english, Level(level)) for suffix, english, level, _ in _TABLE["places"]
}
_LEVELS: dict[str, tuple[str, Level]] = {
    word: (english, Level(level)) for word, english, level, _ in _TABLE["levels"]
}
_HONOURS = "|".join(re.escape(word) for word, _ in _TABLE["honours"])
_NOT_NAMES = "|".join(re.escape(word) for word, _ in _TABLE["not_places"])
_SUFFIX = "|".join(sorted(_SUFFIXES, key=len, reverse=True))
_PLACE = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?P<suffix>{_SUFFIX})(?![直级委政场域会民长属])")
_LEVEL = "|".join(sorted(_LEVELS, key=len, reverse=True))
_KINDS_OF_AREA = "园山地景社校小片灾老牧林库战辖城"
"""园区, 山区 and the like are areas, and no districts."""
_DOCUMENT = re.compile(r"《[^《》]{2,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?》")
_PLAN = re.compile(r"[“「]?[十八七九六]?[一二三四五六七八九]五[”」]?(?:规划|时期|普法规划|普法)")
_HONOUR = re.compile(rf"(?:全国|全省|全市|国家级?|省级?|市级?)?[\u4e00-\u9fff]{{2,10}}?(?:{_HONOURS})")
_PLACE_EN = re.compile(
    r"\b[A-Z][a-z]+(?:'[a-z]+)?(?: [A-Z][a-z]+)? "
    r"(?:Province|City|District|County|Banner|Township|Town|Subdistrict|Village|New Area)\b"
)
_TITLE_EN = re.compile(
    r"[“\"*_](?P<title>(?:[A-Z][\w'’-]+|of|on|for|the|in|and|to)(?: [\w'’()–-]+){2,20})[”\"*_]"
)


def find_names(text: str, language: str) -> tuple[Name, ...]:
    """Every name of a text in reading order; of names inside each other, the longest."""
    found = _chinese(text) if language == "zh" else _english(text)
    ordered = sorted(found, key=lambda name: (name.span.start, -name.span.end))
    kept: list[Name] = []
    for name in ordered:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return tuple(kept)


def _chinese(text: str) -> Iterator[Name]:
    places = list(_places(text))
    yield from places
    yield from _organs(text, places)
    for match in _DOCUMENT.finditer(text):
        yield _name(text, NameKind.DOCUMENT, match.span(), None, _settled(match[0]))
    for match in _PLAN.finditer(text):
        yield _name(text, NameKind.PLAN, match.span(), None, _settled(match[0]))
    for match in _HONOUR.finditer(text):
        level = next((lv for word, (_, lv) in _LEVELS.items() if match[0].startswith(word)), None)
        yield _name(text, NameKind.HONOUR, match.span(), level, _settled(match[0]))


def _places(text: str) -> Iterator[Name]:
    """云冈区, 沈阳市; a word like 各县区 or 示范区 is none."""
    for match in _PLACE.finditer(text):
        name = re.split(_NOT_NAMES, match["name"])[-1]
        if len(name) > 1 and not (match["suffix"] == "区" and name[-1] in _KINDS_OF_AREA):
            english, level = _SUFFIXES[match["suffix"]]
            spelled = known_places().get(name) or _spelled(name)
            plain = level in {Level.PROVINCIAL, Level.MUNICIPAL} and name in known_places()
            span = (match.end() - len(name) - len(match["suffix"]), match.end())
            yield _name(text, NameKind.PLACE, span, level, spelled if plain else f"{spelled} {english}")


def _organs(text: str, places: list[Name]) -> Iterator[Name]:
    """An organ or post with the level or the place in front of it."""
    for kind, group in ((NameKind.ORGAN, "organ"), (NameKind.POST, "post")):
        entries = vocabulary().groups[group].entries
        for hit in vocabulary().groups[group].said(text):
            english = entries[hit.key].en[0]
            own = [place for place in places if place.span.end == hit.start]
            before = re.search(rf"(?:{_LEVEL})$", text[max(0, hit.start - 4) : hit.start])
            settled = _settled(text[hit.start : hit.end]) or english
            if own:
                chain = _chain(places, own[0])
                name = f"{settled} of {', '.join(place.english for place in reversed(chain))}"
                yield _name(text, kind, (chain[0].span.start, hit.end), own[0].level, name)
            elif before:
                adjective, level = _LEVELS[before[0]]
                yield _name(
                    text, kind, (hit.start - len(before[0]), hit.end), level, f"{adjective} {settled}"
                )
            else:
                own_level = _LEVELS.get(text[hit.start], ("", None))[1]
                yield _name(text, kind, (hit.start, hit.end), own_level, settled)


def _chain(places: list[Name], last: Name) -> list[Name]:
    """The places that stand without a gap before the last one: 大同市, 云冈区."""
    chain = [last]
    for one, other in pairwise(reversed([place for place in places if place.span.end <= last.span.end])):
        if other.span.end != one.span.start or other.span.end != chain[0].span.start:
            break
        chain.insert(0, other)
    return chain


def _english(text: str) -> Iterator[Name]:
    for match in _PLACE_EN.finditer(text):
        suffix = match[0].rsplit(" ", 1)[1]
        level = next((lv for word, lv in _SUFFIXES.values() if word.endswith(suffix)), None)
        yield _name(text, NameKind.PLACE, match.span(), level, match[0])
    for match in _TITLE_EN.finditer(text):
        yield _name(text, NameKind.DOCUMENT, match.span("title"), None, match["title"])
    claims = vocabulary().claimed(text)
    for kind, group in ((NameKind.ORGAN, "organ"), (NameKind.POST, "post")):
        for hit in claims.get(group, []):
            before = text[: hit.start].rstrip().rsplit(" ", 1)[-1]
            level = next((lv for word, lv in _LEVELS.values() if word == before.capitalize()), None)
            yield _name(text, kind, (hit.start, hit.end), level, text[hit.start : hit.end])


def _settled(chinese: str) -> str:
    """The glossary's English for exactly this Chinese; empty when there is none."""
    plain = re.sub("[《》“”「」]", "", chinese)
    return next(
        (term.en for term in load_glossary().terms_in(chinese) if re.sub("[《》“”]", "", term.zh) == plain),
        "",
    )


def _spelled(chinese: str) -> str:
    """Hanyu Pinyin with an apostrophe before a vowel: 恒安 is Heng'an."""
    syllables = [common_readings().get(char, char) for char in chinese]
    spelled = syllables[0] + "".join(f"'{s}" if s[0] in "aoe" else s for s in syllables[1:])
    return spelled.capitalize()


def _name(text: str, kind: NameKind, span: tuple[int, int], level: Level | None, english: str) -> Name:
    place = Span(*span)
    return Name(place.of(text), kind, place, level, english)
