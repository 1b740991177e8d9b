"""Owns how a page cites the sections of the report: a few characters, in numerals for who reads no Chinese."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from govbrief.base.plain import clean
from govbrief.numbers.numerals import ZH_NUMERAL, parse_numeral
from govbrief.views.labels import Language, say
from govbrief.write.sectiontags import APART, NUMBERED, SEVERAL, VOICE, bare_heading, own_name
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, BriefItem, Figure, SectionCoverage
from govbrief_schemas.item import NOTHING

_NUMERAL = re.compile(rf"[{ZH_NUMERAL}]+|[0-9]+")
_LATIN = re.compile(r"[0-9A-Za-z .,()\-–/]+")
_AROUND = re.compile(r"[第章节条款项部分是¶、\-.．，,()（）\s]+")


class Citations:
    """The tags of one report's sections."""

    def __init__(self, brief: Brief) -> None:
        """Know the sections in their order, and the tags that they have."""
        self._order: dict[str, int] = {}
        for section in brief.coverage.sections:
            self._order.setdefault(section.heading, len(self._order) + 1)
        self._tags = {item.section: item.tag for item in brief.items if item.tag}
        self._tags |= {section.heading: section.tag for section in brief.coverage.sections if section.tag}
        self._voices = {own_name(s.name): s.name.en for s in brief.report.speakers}

    def of_item(self, item: BriefItem) -> Bilingual:
        """The tag of the section that an item comes from; empty where nothing tells it."""
        return self.tag(item.section, item.tag)

    def of_all(self, items: Sequence[BriefItem]) -> Iterable[Bilingual]:
        """The tags of the sections of several items, each once: several of one section as that section."""
        parts = [(item.section, part) for item in items for part in item.tag.split(SEVERAL)]
        above = Counter(_above(part) for part in {part for _, part in parts})
        raised = ((name, up if above[up := _above(part)] > 1 and up else part) for name, part in parts)
        return dict.fromkeys(tag for name, part in raised if (tag := self.tag(name, part)))

    def of_figure(self, figure: Figure, item: BriefItem | None) -> Bilingual:
        """Where a figure stands; a brief of old knows only the section of the item that tells it."""
        if figure.tag:
            return self.tag("", figure.tag)
        return self.of_item(item) if item else NOTHING

    def leads(self, section: SectionCoverage) -> bool:
        """Whether a section only leads in to what its speaker says under numbers of their own."""
        return section.tag in self._voices and any(
            tag.startswith(f"{section.tag}{VOICE}") for tag in self._tags.values()
        )

    def tag(self, heading: str, tag: str = "") -> Bilingual:
        """The tag of a section by its heading, as it is cited in each language: 一(三) and §1.3."""
        told = clean(tag or self._tags.get(heading, "")) or _number(heading)
        if SEVERAL in told.strip(SEVERAL):
            each = [self.tag("", one) for one in told.split(SEVERAL)]
            return say(SEVERAL.join(one.zh for one in each), ", ".join(one.en for one in each if one.en))
        place = self._order.get(heading)
        part = f"part {place}" if place else ""
        if not told:
            words = bare_heading(clean(heading))
            return say(_beginning(words) if words else f"第{place}节" if place else "", part)
        voice, _, number = told.rpartition(VOICE)
        numerals = in_numerals(number)
        numbered = f"§{numerals}" if numerals else ""
        if voice or number in self._voices:
            english = self._voices.get(voice or number, "")
            spoken = f"{english} {numbered}" if numbered else f"speaker {english}"
            return say(told, spoken if english else part)
        return say(told, numbered or part)


_LAST = re.compile(rf"[（(][^（）()]+[)）]$|(?<=[)）{ZH_NUMERAL}])[0-9]+$|{APART}[^{APART}]+$|\.[0-9]+$")


def _above(tag: str) -> str:
    """The tag of the section that the section of `tag` is part of; empty where none is named.

    >>> _above("一(六)2"), _above("高铁军·二-三是"), _above("2.1"), _above("一")
    ('一(六)', '高铁军·二', '2', '')
    """
    above = _LAST.sub("", tag)
    return above if above != tag and not above.endswith(VOICE) else ""


def gathered(tags: Iterable[Bilingual]) -> Iterable[Bilingual]:
    """The tags, those of one speaker as one: 张三·一、二 and Zhang San §1, §2."""
    for _, some in groupby(tags, key=lambda tag: _voice(tag.zh, VOICE)):
        first, *others = some
        zh, en = _voice(first.zh, VOICE), _voice(first.en, " §")
        if not zh:
            yield from (first, *others)
            continue
        yield say(
            SEVERAL.join((first.zh, *(tag.zh.removeprefix(zh) for tag in others))),
            ", ".join((first.en, *(f"§{tag.en.removeprefix(en)}" for tag in others))),
        )


def _voice(tag: str, mark: str) -> str:
    """What stands in front of the number of a section, the mark included; empty where nobody speaks."""
    voice, found, _ = tag.rpartition(mark)
    return voice + found


_BEGINNING = 4
"""Characters of a heading without a number by which a reader finds it in the source."""


def _beginning(words: str) -> str:
    return f"“{words[:_BEGINNING]}{'…' if len(words) > _BEGINNING else ''}”"


def _number(heading: str) -> str:
    """The number that a heading begins with, as it stands: (四), 二, 2.1."""
    found = NUMBERED.match(clean(heading))
    return found["bare"] or found[0] if found else ""


def in_numerals(tag: str) -> str:
    """A tag for who reads no Chinese; empty where it is more than a number.

    >>> in_numerals("一(三)"), in_numerals("第十二章"), in_numerals("2.1"), in_numerals("不足")
    ('1.3', '12', '2.1', '')
    """
    if _LATIN.fullmatch(tag) and not _NUMERAL.search(tag):
        return tag
    if _AROUND.sub("", _NUMERAL.sub("", tag)):
        return ""
    values = [parse_numeral(found) for found in _NUMERAL.findall(tag)]
    return ".".join(f"{value:f}" for value in values if value is not None)


def bracketed(tag: str, language: Language) -> str:
    """A citation as it stands behind a text: 〔一〕, or (§1) for who reads no Chinese."""
    if not tag:
        return ""
    return f"〔{tag}〕" if language == "zh" else f" ({tag})"
