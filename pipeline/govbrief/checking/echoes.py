"""Owns words that come again a little changed: a phrase repeated past a quotation mark, half a sentence turned around.

Only content words count. What the Chinese repeats itself, be it two characters, English may repeat as well.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govbrief.checking.explained import given_by
from govbrief.names.stems import EnglishWord, words_of

_SMALL = frozenset(
    "of in to for by at with from on and or as into over under that which who it its their this these those be is are"  # noqa: SIM905
    " was were been has have had will would can may must should not no more most all each every such other also both"
    " through up out than so but nor per via".split()
)
"""Words that hold no content."""
_WINDOW = 3
"""Content words that come again in any order."""
_NEAR = 8
"""Content words between which an echo stands: further on a writer may take a matter up again."""
_SHORTEST = 3
"""Letters of a content word's stem."""


def echo_of(zh: str, en: str, *, official: bool) -> str:
    """The words that come again; empty where the Chinese repeats as much, or nothing comes again."""
    words = words_of(en)
    stems = {word.stem for word in words}
    if len(words) - len(stems) < _FEWEST:
        return ""
    again = _repeated(zh)
    spans = [*_at_once(words, len(again))]
    if official and len(again) < _EXCUSED:
        spans += [
            *_turned_around(words, again),
            *_said_again(en, words, is_repeated=bool(again)),
            *_soon_again(words),
        ]
    return next((en[words[first].start : words[last].end] for first, last in spans), "")


_FEWEST = 2
"""Words that stand again in every echo."""
_EXCUSED = 2
"""Pairs of characters that Chinese repeats where it says as much as three words again."""


def _repeated(zh: str) -> list[str]:
    """The pairs of characters that stand twice and more; of 行政执法 and 行政执法 three do."""
    pairs = Counter(zh[at : at + 2] for at in range(len(zh) - 1) if zh[at : at + 2].isalpha())
    return [pair for pair, number in pairs.items() if number > 1]


def _at_once(words: Sequence[EnglishWord], held: int) -> Iterator[tuple[int, int]]:
    """Two words and more that stand twice with nothing but marks between: “systems” of enforcement, systems of."""
    stems = [word.stem for word in words]
    for size in (4, 3, 2)[: 3 if not held else _EXCUSED - min(held, _EXCUSED)]:
        for at in range(len(stems) - 2 * size + 1):
            run = stems[at : at + size]
            if run == stems[at + size : at + 2 * size] and _holds(run) > 1:
                yield at, at + 2 * size - 1


def _turned_around(words: Sequence[EnglishWord], repeated: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Three content words in a row that come again in a row soon after, in whatever order.

    Three words of a term that Chinese says in two characters (普法, public legal education) come again with it.
    """
    content = [at for at, word in enumerate(words) if _is_content(word.stem)]
    seen: dict[tuple[str, ...], int] = {}
    for place in range(len(content) - _WINDOW + 1):
        window = sorted(words[at].stem for at in content[place : place + _WINDOW])
        key = tuple(window)
        if len(set(key)) < _WINDOW:
            continue
        before = seen.setdefault(key, place)
        if _WINDOW <= place - before <= _NEAR and not any(
            given_by(pair).issuperset(key) for pair in repeated
        ):
            yield content[before], content[place + _WINDOW - 1]


def _soon_again(words: Sequence[EnglishWord]) -> Iterator[tuple[int, int]]:
    """Four words that stand again in the same order soon after: with no fewer than three in each with no fewer than."""
    stems = [word.stem for word in words]
    for at in range(len(stems) - _RUN + 1):
        run = stems[at : at + _RUN]
        for again in range(at + _RUN, min(at + _RUN + _NEAR, len(stems) - _RUN + 1)):
            if stems[again : again + _RUN] == run and _holds(run):
                yield at, again + _RUN - 1


_RUN = 4
_PAIR = 2
"""Content words between two marks that are enough where Chinese repeats nothing at all."""
_BORDER = re.compile(r"[,;:.] ")


def _said_again(en: str, words: Sequence[EnglishWord], *, is_repeated: bool) -> Iterator[tuple[int, int]]:
    """Words between two marks that all stand between the marks before: work moved down, and work was moved down."""
    borders = [match.end() for match in _BORDER.finditer(en)]
    parts: list[list[int]] = [[] for _ in range(len(borders) + 1)]
    for at, word in enumerate(words):
        if _is_content(word.stem):
            parts[bisect_right(borders, word.start)].append(at)
    for one, two in pairwise(parts):
        said, again = {words[at].stem for at in one}, {words[at].stem for at in two}
        fewest = _WINDOW if is_repeated else _PAIR
        if len(again) >= fewest and again <= said:
            yield one[0], two[-1]


def _holds(run: Sequence[str]) -> int:
    return sum(map(_is_content, run))


def _is_content(stem: str) -> bool:
    return len(stem) >= _SHORTEST and stem not in _SMALL and not stem[0].isdigit()
