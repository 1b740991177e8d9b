"""Owns how much room an answer gets: bounds that hold the sentence told again, and no padding."""

from govbrief.numbers.locks import Locked
from govbrief.sets.prompts import PromptSet
from govbrief.small.form import limits_of
from govbrief.small.grammar import Slot
from govbrief_schemas.item import Theme

EN_ROOM = 60
EN_PER_ZH = 6
"""Characters of English that one Chinese character may take; sound items of the seeds need a third to a half less."""
ZH_ROOM = 10


def has_latin(text: str) -> bool:
    """Whether `text` holds Latin letters, so that an answer about it may hold some too."""
    return any(c.isascii() and c.isalpha() for c in text)


def bounds(text: str, prompts: PromptSet) -> tuple[int, int]:
    """The longest zh and en, in characters, that can still be `text` told again."""
    limits, length = limits_of(prompts), len(text)
    return min(limits.zh_chars, length + ZH_ROOM), min(limits.en_chars, EN_ROOM + EN_PER_ZH * length)


def slot(
    source: Locked, prompts: PromptSet, names: tuple[str, ...] = (), themes: tuple[Theme, ...] = ()
) -> Slot:
    """What the grammar fixes of an item that tells `source`; `names` are the sentences that it may rest on."""
    zh_chars, en_chars = bounds(source.text, prompts)
    return Slot(
        names,
        themes,
        zh_chars,
        en_chars,
        latin=has_latin("".join(lock.zh for lock in source.locks) + source.bare),
        evidence=1,
        numbers=source.names,
        date_first=source.date_first,
        dates=source.dates,
        people="某" in source.text,
        languages=(),
    )
