"""Owns how a section of a report is called in a few characters; how a page shows that is the views'."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from govbrief.names.pinyin import spells
from govbrief.numbers.numerals import ZH_NUMERAL
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Speaker
from govbrief_schemas.report import Outline

_AROUND_NUMBER = "、.．。,， \t　"
VOICE = "·"
"""Between the name of who speaks and the number of the section."""
APART, SEVERAL = "-", "、"
"""Between bare numbers of two levels, and between the sections that one line draws on."""

NUMBERED = re.compile(
    rf"[（(][{ZH_NUMERAL}0-9]+[）)]|(?P<bare>[{ZH_NUMERAL}]+|[0-9]+(?:\.[0-9]+)*)(?=[、.．\s])"
)
_LISTED = re.compile(rf"[{ZH_NUMERAL}]+是")


def bare_heading(heading: str) -> str:
    """A heading without the number that it begins with."""
    found = NUMBERED.match(heading) or _LISTED.match(heading)
    return heading[found.end() :].strip("、.．，, \u3000") if found else heading


def section_tag(outline: Outline, index: int, voices: Mapping[str, str]) -> str:
    """The numbers of a section and of the headings above it, as a page cites it: 一(三), 五2.

    A paragraph without a heading of its own is marked as one of its section's: 一¶. Where several people speak
    (`voices`: a speaker as the outline has him, and his name), each counts from one, and the name goes first:
    张三·二. Empty where nothing is numbered and nobody speaks.
    """
    section = outline.sections[index]
    numbers = ""
    for number in (part.strip(_AROUND_NUMBER) for part in (*_numbers_above(outline, index), section.number)):
        # 三 and 二是 are not 三十二: what stands bare beside each other is kept apart
        numbers += f"{APART}{number}" if numbers and number and not _closed(numbers, number) else number
    if numbers and not section.heading:
        numbers += "¶"
    return VOICE.join(filter(None, (voices.get(section.speaker, ""), numbers)))


def _numbers_above(outline: Outline, index: int) -> list[str]:
    """The numbers of the headings above a section: of several of one name, the nearest in front of it."""
    found: list[str] = []
    at = index
    for name in reversed(outline.sections[index].path):
        before = (i for i in range(at - 1, -1, -1) if outline.sections[i].heading == name)
        at = next(before, at)
        found.append(outline.sections[at].number if outline.sections[at].heading == name else "")
    return found[::-1]


def _closed(before: str, after: str) -> bool:
    return before[-1] in ")）" or after[0] in "(（"


def tags_of(outline: Outline, starts: Iterable[int], voices: Mapping[str, str]) -> str:
    """The tags of the sections that hold these offsets, each once, as a page cites what draws on several."""
    begins = [section.span.start for section in outline.sections]
    places = dict.fromkeys(max(0, bisect_right(begins, start) - 1) for start in starts)
    tags = dict.fromkeys(section_tag(outline, index, voices) for index in places if begins)
    return SEVERAL.join(tag for tag in tags if tag)


def voices_of(speakers: Iterable[Speaker]) -> Mapping[str, str]:
    """The names by which sections are told apart: of several speakers, each by his own; nobody where one speaks."""
    known = {f"{speaker.office.zh}{speaker.name.zh}": own_name(speaker.name) for speaker in speakers}
    return known if len(known) > 1 else {}


def own_name(speaker: Bilingual) -> str:
    """The personal name at the end of a speaker's post and name, found by its pinyin; all of it where none is.

    市司法局副局长穆雷, Mu Lei -> 穆雷
    """
    spelled = "".join(letter for letter in speaker.en.lower() if letter.isalpha())
    names = (speaker.zh[-length:] for length in (2, 3, 4))
    return next((name for name in names if spelled and spells(spelled, name)), speaker.zh)
