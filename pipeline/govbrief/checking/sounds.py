"""Owns whether Chinese characters sound like a name in pinyin, as a whole or all syllables but one."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from govbrief.names.pinyin import common_readings, is_syllable, readings

_LONGEST = 6
"""Letters of the longest syllable."""


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """A name in small letters without its marks: Heng'an as hengan."""
    return unmarked(name)


def unmarked(text: str) -> str:
    """Small letters without the marks inside names."""
    return re.sub("['’-]", "", text).lower()


def sound_of(name: str) -> str:
    """The common reading of Chinese characters in a row; a question mark for each that has none."""
    return "".join(common_readings().get(char, "?") for char in name)


def sounds_half(name: str, chinese: str) -> bool:
    """Whether all syllables but one of a name are those of a Chinese one."""
    common, plain = common_readings(), plain_name(name)
    read = [common.get(char, "") for char in chinese]
    if not all(read):
        return False
    heads, tails = "".join(read[:-1]), "".join(read[1:])
    return (plain.startswith(heads) and is_syllable(plain[len(heads) :])) or (
        plain.endswith(tails) and is_syllable(plain[: len(plain) - len(tails)])
    )


def is_sounded(name: str, zh: str) -> bool:
    """Whether a run of characters reads as the name, in their common readings or in others."""
    return is_commonly_sounded(name, zh) or _is_read(plain_name(name), _every(zh))


def is_commonly_sounded(name: str, zh: str) -> bool:
    """The same in the common readings alone, which takes a fraction of the time."""
    return _is_read(plain_name(name), _common(zh))


class _Sounds(NamedTuple):
    """The readings of a text in order, and where each is found: long texts are not walked for every name."""

    readings: tuple[frozenset[str], ...]
    places: Mapping[str, list[int]]


@lru_cache(maxsize=32)
def _common(zh: str) -> _Sounds:
    return _indexed(tuple(map(_commonly, zh)))


@cache
def _commonly(char: str) -> frozenset[str]:
    return frozenset({common_readings().get(char, " ")})


@lru_cache(maxsize=32)
def _every(zh: str) -> _Sounds:
    return _indexed(readings(zh) if zh else ())


def _indexed(sounds: tuple[frozenset[str], ...]) -> _Sounds:
    places: dict[str, list[int]] = {}
    for at, found in enumerate(sounds):
        for one in found:
            places.setdefault(one, []).append(at)
    return _Sounds(sounds, places)


def _is_read(plain: str, sounds: _Sounds) -> bool:
    starts = (at for size in range(1, _LONGEST + 1) for at in sounds.places.get(plain[:size], ()))
    return any(_reads_on(plain, sounds.readings, at) for at in starts)


def _reads_on(rest: str, sounds: Sequence[AbstractSet[str]], at: int) -> bool:
    if not rest:
        return True
    if at >= len(sounds):
        return False
    return any(rest.startswith(one) and _reads_on(rest[len(one) :], sounds, at + 1) for one in sounds[at])
