"""Runs of numerals of any script are looked through once, however long they are."""

import time

import pytest

from govbrief.checking.strange_numerals import check_numerals

CHARS = 200_000
LIMIT_S = 4.0
"""CPU seconds; a search that begins anew at each character takes minutes."""


@pytest.mark.parametrize("unit", ["٩", "九", "|", "I", "①", "①5", "٩x٩", "²", "9a"])
def test_a_long_run_takes_time_in_proportion(unit):
    """No character is the start of another look at all that follow."""
    text = (unit * CHARS)[:CHARS] + "件a"
    begun = time.process_time()
    list(check_numerals(text, "zh", "128件"))
    assert time.process_time() - begun < LIMIT_S


def test_a_numeral_within_a_number_that_was_read_is_no_other():
    """3½ was read; Ⅻ stands alone."""
    assert not list(check_numerals("工期3½年", "zh", ""))
    assert [finding.seen for finding in check_numerals("工期3½年，办理Ⅻ件", "zh", "")] == ["Ⅻ"]
