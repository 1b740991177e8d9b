"""Numbers told in the many ways of reports, newspapers, papers and talks: sound pairs and wrong twins."""

import tomllib
from pathlib import Path

import pytest

from govbrief.checking.check import check_pair
from govbrief.checking.pair import compare_numbers

CORPUS = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "figures_told.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("zh", "en"), CORPUS["sound"])
def test_a_number_that_is_told_in_another_way_is_no_error(zh, en):
    """Neither the rules of numbers nor those of words refuse it."""
    assert check_pair(zh, en) == ()


@pytest.mark.parametrize(("zh", "en"), CORPUS["wrong"])
def test_the_wrong_twin_is_found(zh, en):
    """One number or one word beside it is another one."""
    assert compare_numbers(zh, en)
