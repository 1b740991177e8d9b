"""Owns who speaks: named by a heading, by a name and a colon in front of a paragraph, or by who asks.

「市医疗保障局局长李慧」「介绍情况」           -> 市医疗保障局局长李慧 speaks until the next heading of that sort
「李慧:截至5月底…」                         -> the same, in full as the text named her before
「海陵日报记者:今年…?」                      -> 海陵日报记者 asks
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from govbrief.base.datafiles import any_of, read_words
from govbrief.read.structure.drafts import SectionDraft, Voices, above_of
from govbrief_schemas.report import Sentence

_PREFIX = re.compile(r"[\u4e00-\u9fff·《》（）()、 \u3000]{1,28}(?=\s*[:：](?!\s*$))")
_HELD_NAME = re.compile(r"[【\[]([\u4e00-\u9fff·《》（）()、 \u3000]{1,28})[】\]]\s*[:：]?(?=\S)")
"""A name in thick brackets instead of a colon: 「【张立新】2023年…」."""
_HELD = re.compile(r"[（(][^（）()]*[)）]$")
_SPEECH = re.compile(r"(?:作?情况)?介绍(?:情况)?$|发言$|致辞$|讲话$")
_INVITES = re.compile(r"请来了?|邀请到?了?|请到了?|有请|首先请|下面请|欢迎|分别是|他们是|位是|^和|^与|^以及")
_NAME = range(2, 5)
_SPOKEN = frozenset({"speaker", "question"})
_MIN_TURNS = 2


def voices_of(drafts: Sequence[SectionDraft]) -> list[Voices]:
    """For every draft who speaks; empty where nobody does."""
    if not any(draft.head is not None and draft.head.mark.style in _SPOKEN for draft in drafts):
        return [Voices("", [""] * len(draft.paragraphs)) for draft in drafts]
    known = _introduced(drafts)
    found: list[Voices] = []
    voice = ""
    for index, draft in enumerate(drafts):
        spoken = draft.head is not None and draft.head.mark.style in _SPOKEN
        above = _headed_voice(drafts, index, known)
        voice = above if above or spoken else voice
        begins = heading_voice(draft) or voice
        voices: list[str] = []
        for paragraph in draft.paragraphs:
            voice = _opening_voice(paragraph, known) or voice
            voices.append(voice)
        found.append(Voices(begins, voices))
    return found


def heading_voice(draft: SectionDraft) -> str:
    """Who asks the question, or who is named, in a heading; empty in any other."""
    style = draft.head.mark.style if draft.head is not None else ""
    if style == "question":
        return _packed(_prefix(draft.heading))
    return _SPEECH.sub("", re.sub(r"\s+", "", draft.heading)) if style == "speaker" else ""


def _headed_voice(drafts: Sequence[SectionDraft], index: int, known: dict[str, str]) -> str:
    """Who speaks under a heading before anybody is named: the speaker above; below a question nobody."""
    for at in (index, *above_of(drafts, index)):
        head = drafts[at].head
        style = head.mark.style if head is not None else ""
        if style == "question":
            return ""
        if style == "speaker":
            said = heading_voice(drafts[at])
            return known.get(_name(said), said)
    return ""


def _opening_voice(paragraph: Sequence[Sentence], known: dict[str, str]) -> str:
    """The speaker whose name and a colon open a paragraph; empty for any other words before a colon."""
    prefix = _prefix(paragraph[0].text) if paragraph else ""
    if not prefix:
        return ""
    said = _HELD.sub("", _packed(prefix))
    if said in known:
        return known[said]
    return known.get(_name(said), said) if _titled().search(said) or said in {"问", "答"} else ""


def _introduced(drafts: Sequence[SectionDraft]) -> dict[str, str]:
    """Names to the full form with organ and office, from headings, from who introduces them, or bare."""
    found: dict[str, str] = {}
    for draft in drafts:
        for match in _introductions().finditer(draft.text):
            found.setdefault(match[2], _INVITES.split(match[1])[-1] + match[2])
        said = heading_voice(draft)
        if draft.head is not None and draft.head.mark.style == "speaker" and (name := _name(said)):
            found[name] = said
    for draft in drafts:
        for paragraph in draft.paragraphs:
            said = _packed(_prefix(paragraph[0].text)) if paragraph else ""
            if (name := _name(said)) and name != said:
                found.setdefault(name, said)
    turns = Counter(
        prefix
        for draft in drafts
        for paragraph in draft.paragraphs
        if paragraph and len(prefix := _prefix(paragraph[0].text)) in _NAME
    )
    found.update({name: name for name, count in turns.items() if count >= _MIN_TURNS and name not in found})
    return found


def _prefix(text: str) -> str:
    """Who is named in front of what is said; empty where nobody is."""
    held = _HELD_NAME.match(text)
    if held is not None:
        return held[1]
    said = _PREFIX.match(text)
    return said[0] if said is not None else ""


def _packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _name(said: str) -> str:
    """The person's name at the end of a title: 市医疗保障局局长李慧 -> 李慧."""
    parted = list(_titled().finditer(said))
    rest = said[parted[-1].end() :] if parted else said
    return rest if len(rest) in _NAME else ""


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(any_of(read_words("headings")["offices"]))


@cache
def _introductions() -> re.Pattern[str]:
    offices = any_of(read_words("headings")["offices"])
    return re.compile(
        rf"(?<![\u4e00-\u9fff])?((?:[\u4e00-\u9fff（）()]{{2,22}}?){offices})([\u4e00-\u9fff]{{2,3}})(?:先生|女士|同志)"
    )
