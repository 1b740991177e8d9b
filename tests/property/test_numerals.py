"""Numerals written out by an independent library come back to their value."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govbrief.numbers.find import find_quantities
from govbrief.numbers.numerals import parse_numeral

patient = settings(deadline=None)
"""A busy machine is no failure."""

LARGEST = 10**16 - 1
"""The largest number that the other library writes."""


@patient
@pytest.mark.parametrize("mode", ["low", "up"])
@given(number=st.integers(0, LARGEST))
def test_integers_come_back(mode, number):
    """Any integer, in everyday or formal numerals, is read back exactly."""
    assert parse_numeral(cn2an.an2cn(number, mode)) == number


@patient
@given(whole=st.integers(0, 10**8), cents=st.integers(1, 9999))
def test_decimals_come_back(whole, cents):
    """Any decimal is read back exactly, zeros behind the point included."""
    number = Decimal(f"{whole}.{cents:04d}".rstrip("0"))
    assert parse_numeral(cn2an.an2cn(str(number))) == number


@patient
@given(number=st.integers(11, LARGEST), negative=st.booleans())
def test_found_in_a_sentence(number, negative):
    """A written-out count is found whole where it stands, sign included."""
    numeral = ("负" if negative else "") + cn2an.an2cn(number)
    [found] = find_quantities(f"全年共{numeral}件。", "zh")
    assert found.text == f"{numeral}件"
    assert found.value == (-number if negative else number)


@patient
@given(number=st.integers(0, 10**12), scale=st.sampled_from(["", "万", "亿", "万亿", "千", "百万"]))
def test_scale_multiplies_out(number, scale):
    """A scale word behind digits multiplies exactly."""
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "千": 1000, "百万": 10**6}[scale]
    [found] = find_quantities(f"投入{number:,}{scale}元", "zh")
    assert (found.value, found.unit) == (number * factor, "元")
