"""A figure is printed as the source writes it, with the qualifier around it."""

import pytest

from govbrief.numbers.find import find_quantities
from govbrief.numbers.spell import chinese_form, english_as_said


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("每年完成立法项目不少于4个。", "不少于4个"),
        ("80%以上的区县达到标准。", "80%以上"),
        ("经济总量突破1万亿元。", "突破1万亿元"),
        ("组织召开推进会等70余次。", "70余次"),
        ("全市建成便民服务站1726个。", "1726个"),
    ],
)
def test_qualifier_stays_with_its_number(text, form):
    """不少于, 以上, 突破 and their like are printed with the number, and nothing else is."""
    quantity = next(q for q in find_quantities(text, "zh") if q.is_amount)
    assert chinese_form(quantity, text) == form


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("经济总量突破1万亿。", "over 1 trillion"),
        ("经济总量突破1万亿元。", "over 1 trillion yuan"),
        ("获奖补2000万元。", "20 million yuan"),
        ("全市建成便民服务站1726个。", "1,726"),
    ],
)
def test_a_currency_is_told_where_the_source_names_it(text, english):
    """经济总量 is money, and of which currency the text does not say."""
    quantity = next(q for q in find_quantities(text, "zh") if q.is_amount)
    assert english_as_said(quantity, chinese_form(quantity, text)) == english
