"""Ranks and spelled digits that a text claims beyond its source."""

import pytest

from govbrief.checking.ranks import check_ranks
from govbrief.checking.strange_numerals import check_numerals
from govbrief_schemas.finding import Rule


def test_digits_spelled_one_by_one_are_a_number():
    """九八七六 that the source does not hold is a number that nothing carries; a year spelled so is none."""
    [found] = check_numerals("受理申请九八七六件。", "zh", "受理申请12件。")
    assert found.seen == "九八七六"
    assert not list(check_numerals("二〇二三年受理申请12件。", "zh", "2023年受理申请12件。"))


@pytest.mark.parametrize(
    ("zh", "sound", "wrong"),
    [
        (
            "满意度居全省首位。",
            "Satisfaction ranked first in the province.",
            "Satisfaction, first surveyed in 2023, ranked last.",
        ),
        (
            "满意度居全省首位。",
            "Satisfaction ranked first in the province.",
            "Satisfaction was among the best in Liaoning.",
        ),
        (
            "满意度居全省前列。",
            "Satisfaction ranked among the top in the province.",
            "Satisfaction ranked first in the province.",
        ),
    ],
    ids=["turned", "shared out", "claimed"],
)
def test_who_is_first_is_not_among_the_first(zh, sound, wrong):
    """A rank is neither turned around nor shared out nor claimed in English."""
    assert not list(check_ranks(zh, sound))
    assert [f.rule for f in check_ranks(zh, wrong)] == [Rule.FIRST]
