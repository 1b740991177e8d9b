"""Numbers that a translation works out, rounds with a word or tells in another unit, sound ones and wrong ones."""

import tomllib
from pathlib import Path

import pytest

from govbrief.checking.pair import compare_numbers

CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "derived.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("zh", "en"), CORPUS["sound"])
def test_a_number_that_follows_is_no_error(zh, en):
    """Exact arithmetic explains it, or its word says on which side of the exact number it lies."""
    assert compare_numbers(zh, en) == ()


@pytest.mark.parametrize(("zh", "en"), CORPUS["wrong"])
def test_a_number_that_does_not_follow_is_found(zh, en):
    """One number or one word beside it is wrong."""
    assert compare_numbers(zh, en)


def test_the_corpus_is_large_enough():
    """Some three hundred sound pairs and ninety wrong ones, so that a rule that excuses too much is seen."""
    assert len(CORPUS["sound"]) >= 290
    assert len(CORPUS["wrong"]) >= 90
