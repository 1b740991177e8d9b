"""Owns members of a list of names: Qianshan beside Nansha is told for the 前海 of 南沙、前海."""

import re
from collections.abc import Set as AbstractSet

from govbrief.checking.sounds import plain_name, sound_of

_SIZE = 2
"""Characters of a name that is surely Chinese: longer ones may be told as another language spells them."""


_LINK = re.compile("[、和与及]")
_BEHIND_LIST = re.compile("(?:[等两三四五六七八九十]|[市区县镇乡村]).*")
_LIST = re.compile("[\u4e00-\u9fff]{2,4}(?:[、和与及][\u4e00-\u9fff]{2,4}){1,5}")


def listed_rival(name: str, zh: str, en: str) -> str:
    """The member of a Chinese list that the English does not sound, where it sounds those beside it; else empty."""
    heard = plain_name(re.sub(r"\s", "", en))
    for match in _LIST.finditer(zh):
        members = _LINK.split(match[0])
        members = [members[0][-2:], *members[1:-1], _BEHIND_LIST.sub("", members[-1])]
        untold = [member for member in members if sound_of(member[:_SIZE]) not in heard]
        sounds = {sound_of(member[:_SIZE]) for member in members}
        if (
            len(untold) == 1
            and _near(name, sounds, en)
            and (len(untold[0]) == _SIZE or _unlike(name, untold[0]))
        ):
            return untold[0][:_SIZE]
    return ""


def _unlike(name: str, chinese: str) -> bool:
    """Whether a name begins with another letter: then it is no other spelling of the Chinese one."""
    return name[0].lower() != sound_of(chinese[0])[0]


def _near(name: str, sounds: AbstractSet[str], en: str) -> bool:
    """Whether the English name stands in a list right beside the sound of another member."""
    before = re.search(rf"([\w'’]+),? (?:and )?{name}\b", en)
    behind = re.search(rf"\b{name},? (?:and )?([\w'’]+)", en)
    return any(side is not None and plain_name(side[1]) in sounds for side in (before, behind))
