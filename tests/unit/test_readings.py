"""Numbers of many kinds, amounts and what looks like them: nearly all are read as a careful reader reads them."""

import tomllib
from pathlib import Path

import pytest

from govbrief.numbers.find import find_quantities
from tests.support.shown import shown

READINGS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "readings.toml").read_text(encoding="utf-8"))
WRONG = 0.03
"""The share that may be read otherwise; when this was written it was 3 of 301 in Chinese and 5 of 298 in English."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_numbers_are_read_as_a_reader_reads_them(language):
    """Value, unit, kind, qualifier and direction of every number in the text, and no number more."""
    wrong = [
        (text, expected, found)
        for text, expected in READINGS[language]
        if (found := "; ".join(map(shown, find_quantities(text, language)))) != expected
    ]
    assert len(wrong) <= WRONG * len(READINGS[language]), wrong


def test_the_corpus_is_large_enough():
    """A hundred and fifty texts of each language and more."""
    assert all(len(rows) >= 150 for rows in READINGS.values())
