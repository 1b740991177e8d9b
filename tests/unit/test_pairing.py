"""How the numbers of two texts find each other."""

from decimal import Decimal

import pytest

from govbrief.checking.dates import chinese_integer, clock_parts, date_parts
from govbrief.checking.marks import marks
from govbrief.checking.pairing import CLASH, LOOSE, SAME, agreement, pair_up
from govbrief_schemas.quantity import Quantity, QuantityKind
from govbrief_schemas.report import Span

K = QuantityKind


def quantity(value, kind=K.COUNT, unit="", at=0, text=None):
    """A quantity whose text is its value unless one is given."""
    text = text or str(value)
    return Quantity(text, Span(at, at + len(text)), Decimal(str(value)), unit, kind)


def mark(*args, **more):
    [only] = marks([quantity(*args, **more)])
    return only


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        (mark("50", K.PERCENT, "%"), mark("0.5", K.RATIO), SAME),
        (mark("2", K.MEASURE, "公顷"), mark("30", K.MEASURE, "亩"), LOOSE),
        (mark("1", K.DURATION, "年"), mark("12", K.DURATION, "个月"), LOOSE),
        (mark("8", K.COUNT, "家"), mark("8"), SAME),
        (mark("8", K.MONEY, "元"), mark("8"), LOOSE),
        (mark("3", K.NAME), mark("3"), LOOSE),
        (mark("9.5", K.PERCENT, "%"), mark("9.5", K.POINT, "个百分点"), CLASH),
        (mark("5", K.MEASURE, "公里"), mark("5", K.MEASURE, "米"), None),
        (mark("5", K.MONEY, "元"), mark("5", K.MONEY, "美元"), CLASH),
        (mark("8"), mark("9"), None),
    ],
)
def test_equal_values_agree_as_far_as_their_kinds_do(one, other, grade):
    """Equality is of exact values in base units; kinds decide how good it is, and order does not matter."""
    assert agreement(one, other) == agreement(other, one) == grade


def test_equal_numbers_are_paired_in_their_order():
    """Three 3s meet the three 3s of the other text one after the other."""
    left = [mark(3, at=at) for at in (0, 10, 20)]
    assert pair_up(left, left).pairs == ((0, 0), (1, 1), (2, 2))


def test_a_number_without_a_partner_is_left_over():
    """Nothing is paired twice."""
    found = pair_up([mark(3), mark(4, at=5)], [mark(4), mark(4, at=5), mark(7, at=9)])
    assert (found.pairs, found.left, found.right) == (((1, 1),), (0,), (0, 2))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024年3月5日", [("year", 2024), ("month", 3), ("day", 5)]),
        ("二〇二四年十二月", [("year", 2024), ("month", 12)]),
        ("March 5, 2024", [("month", 3), ("day", 5), ("year", 2024)]),
        ("July 17 and 22", [("month", 7), ("day", 17), ("day", 22)]),
        ("the 26th", [("day", 26)]),
        ("2023-03-22", [("year", 2023), ("month", 3), ("day", 22)]),
        ("7月17日", [("month", 7), ("day", 17)]),
        ("1月至5月", [("month", 1), ("month", 5)]),
        ("3至6月", [("month", 3), ("month", 6)]),
        ("2021—2025年", [("year", 2021), ("year", 2025)]),
        ("21世纪90年代", [("century", 21), ("decade", 90)]),
        ("the 1990s", [("decade", 90)]),
        ("第二季度", [("quarter", 2)]),
        ("second quarter", [("quarter", 2)]),
    ],
)
def test_a_date_falls_apart_into_its_parts(text, parts):
    """Chinese, English and ISO dates have the same parts."""
    assert [(group, int(value)) for group, value, _, _ in date_parts(text)] == parts


def test_the_parts_of_a_date_stand_where_they_are_written():
    """Offsets slice to the numeral."""
    text = "2024年3月5日"
    assert [text[part.start : part.end] for part in date_parts(text)] == ["2024", "3", "5"]


@pytest.mark.parametrize("text", ["14时40分", "14:40", "2:40 p.m.", "2点40分"])
def test_times_of_day_compare_on_the_half_day(text):
    """Chinese counts to 24 where English may say p.m."""
    [part] = clock_parts(text)
    assert part.value == 160


@pytest.mark.parametrize(
    ("text", "value"), [("三十一", 31), ("十", 10), ("二十", 20), ("二〇二四", 2024), ("7", 7)]
)
def test_small_chinese_integers(text, value):
    """Dates need no more than these."""
    assert chinese_integer(text) == value
