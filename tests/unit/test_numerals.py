"""One numeral string to its exact value."""

from decimal import Decimal

import pytest

from govbrief.numbers.numerals import MAX_DIGITS, longest_prefix, parse_arabic, parse_estimate, parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", "0"),
        ("十", "10"),
        ("一十一", "11"),
        ("廿二", "22"),
        ("五百卅四", "534"),
        ("一百零一", "101"),
        ("两千三", "2300"),
        ("两千零三", "2003"),
        ("一千三", "1300"),
        ("四百五", "450"),
        ("九十二万四", "924000"),
        ("六点四二万", "64200"),
        ("零点零零六", "0.006"),
        ("一百二十点五", "120.5"),
        ("两千三百亿", "230000000000"),
        ("二十万亿", "20000000000000"),
        ("三百五十一万亿", "351000000000000"),
        ("一万万", "100000000"),
        ("四亿五千六百四十二万零一十五", "456420015"),
        ("一亿两千三百", "100002300"),
        ("四十五億四千零四萬", "4540040000"),
        ("壹亿伍仟万陆仟叁佰伍拾伍", "150006355"),
        ("玖仟捌佰柒拾陆万亿", "9876000000000000"),
        ("5万4千6百", "54600"),
        ("200亿零四千230", "20000004230"),
        ("1,234.5万", "12345000"),
        ("二〇二三", "2023"),
        ("一一一", "111"),
    ],
)
def test_value(text, value):
    """Every published form of a numeral has exactly one value."""
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "五十千", "一百千", "十四五", "一点", "一点十", "abc", "万一二三四万万x"]
)
def test_no_numeral(text):
    """What is no numeral has no value, whatever signs it is made of."""
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("七八", (7, 8)),
        ("三五百", (300, 500)),
        ("四十五六万", (450000, 460000)),
        ("七百三四十", (730, 740)),
        ("三四十亿", (3000000000, 4000000000)),
        ("一一", None),
        ("八五", None),
        ("十", None),
    ],
)
def test_estimate(text, pair):
    """Two neighbouring digits side by side are two values; any other two are not."""
    assert parse_estimate(text) == pair


def test_prefix_of_what_is_no_numeral():
    """五十千 begins with a numeral; the rest belongs to something else."""
    assert longest_prefix("五十千") == (Decimal(50), 2)


def test_too_long_is_refused():
    """A digit string that is too long to be an amount has no value, and costs no arithmetic."""
    assert parse_arabic("9" * MAX_DIGITS) == Decimal("9" * MAX_DIGITS)
    assert parse_arabic("9" * (MAX_DIGITS + 1)) is None
    assert parse_numeral("一百" * 10**5) is None
