"""Owns finding the sentences of a report that an English text translates: by the words they may be called and numbers.

It is no proof of anything: what is not clearly alike is left alone.
"""

import re

from govbrief.checking.explained import given_by, roots_of
from govbrief.names.stems import stems_of
from govbrief_schemas.report import Outline

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_CLEAR = 0.62
"""Share of the English words that the sentence must explain."""
_AHEAD = 0.08
"""How much better it must explain them than any sentence elsewhere."""
_FEW = 8
"""Words of the shortest text that is looked for: headings and labels are like everything."""


class Aligner:
    """The sentences of a report, by what they may be called in English."""

    def __init__(self, outline: Outline) -> None:
        """Sentences are read when the first text is looked for."""
        self._sentences = [s.text for section in outline.sections for s in section.sentences]
        self._windows: list[tuple[str, frozenset[str], frozenset[str], frozenset[str]]] = []

    def closest(self, en: str) -> str:
        """One sentence, or two neighbours, that explain most of an English text; empty when none clearly does."""
        words = [stem for stem in stems_of(en) if len(stem) > 2]  # noqa: PLR2004 - particles explain nothing
        if len(words) < _FEW:
            return ""
        numbers = {number.replace(",", "") for number in _NUMBER.findall(en)}
        scored = sorted(
            ((self._score(words, numbers, window), window[0]) for window in self._ready()), reverse=True
        )
        if not scored or scored[0][0] < _CLEAR:
            return ""
        best = scored[0][1]
        rivals = [score for score, text in scored[1:] if text not in best and best not in text]
        return best if not rivals or scored[0][0] - rivals[0] >= _AHEAD or scored[0][0] > 1 else ""

    def _ready(self) -> list[tuple[str, frozenset[str], frozenset[str], frozenset[str]]]:
        if not self._windows:
            for text in self._sentences:
                given = given_by(text)
                numbers = frozenset(number.replace(",", "") for number in _NUMBER.findall(text))
                self._windows.append((text, given, roots_of(given), numbers))
        return self._windows

    @staticmethod
    def _score(
        words: list[str],
        numbers: set[str],
        window: tuple[str, frozenset[str], frozenset[str], frozenset[str]],
    ) -> float:
        _, given, roots, held = window
        explained = sum(word in given or (len(word) > 3 and word[:5] in roots) for word in words)  # noqa: PLR2004
        shared = len(numbers & held) / len(numbers) if numbers else 0.0
        size = min(1.0, 2 * len(words) / max(1, len(given) ** 0.5))
        return float(explained / len(words) * (0.8 + 0.2 * size) + 0.4 * shared)
