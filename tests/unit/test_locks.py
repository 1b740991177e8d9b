"""How numbers are locked, and what answers that are written with placeholders may hold."""

import pytest

from govbrief.numbers.locks import lock_numbers

LOCKS = [
    ("审结案件13.7万件", "审结案件{n1}件", "13.7万", "137,000"),
    ("涉及4109.9余万元", "涉及{n1}元", "4109.9余万", "over 41.099 million"),
    ("总额100亿元", "总额{n1}元", "100亿", "10 billion"),
    ("近100家企业", "{n1}家企业", "近100", "nearly 100"),
    ("不少于30件", "{n1}件", "不少于30", "at least 30"),
    ("覆盖率达到95%以上", "覆盖率达到{n1}", "95%以上", "at least 95%"),
    ("下降4.7个百分点", "下降{n1}", "4.7个百分点", "4.7 percentage points"),
    ("增速为-0.3%", "增速为{n1}", "-0.3%", "-0.3%"),
    ("零下15度", "{n1}度", "零下15", "-15"),
    ("上百次检查", "{n1}次检查", "上百", "over 100"),
    ("线上30余件", "线上{n1}件", "30余", "over 30"),
    ("六七百人参加", "{n1}人参加", "六七百", "about 600 to 700"),
    ("约六七成群众", "{n1}群众", "约六七成", "about 60% to 70%"),
    ("２０２３年", "{n1}", "２０２３年", "2023"),
    ("１２３４５热线", "{n1}热线", "１２３４５", "12345"),
    ("“12+1”赛道", "“{n1}”赛道", "12+1", "12+1"),
    ("7×24小时服务", "{n1}小时服务", "7×24", "7×24"),
    ("1-6月", "{n1}", "1-6月", "January to June"),
    ("2021—2025年", "{n1}", "2021—2025年", "2021-2025"),
    ("截至2023年12月29日", "截至{n1}", "2023年12月29日", "December 29, 2023"),
    ("自12月起", "自{n1}起", "12月", "December"),
    ("党的二十大精神", "党的{n1}精神", "二十大", "20th National Congress"),
    ("党的二十届三中全会", "党的{n1}届三中全会", "二十", "20th"),
    ("“十四五”时期", "“{n1}”时期", "十四五", "14th Five-Year Plan"),
    ("“十五五”规划", "“{n1}”规划", "十五五", "15th Five-Year"),
]


@pytest.mark.parametrize(("text", "closed", "zh", "en"), LOCKS)
def test_lock(text, closed, zh, en):
    """Qualifier, per cent and date go with the number; measure words and currencies stay."""
    locked = lock_numbers(text)
    assert locked.text == closed
    assert [(lock.zh, lock.en) for lock in locked.locks] == [(zh, en)]


@pytest.mark.parametrize("text", ["三级联动", "一个窗口", "进一步统一", "十几个", "没有数字"])
def test_words_stay_words(text):
    """Small Chinese numerals and vague ones are words of the sentence."""
    assert lock_numbers(text).text == text


def test_answer_gets_its_numbers_back():
    """The same placeholders give each language its own form, and no blanks too many."""
    locked = lock_numbers("审结案件13.7万件,涉及4109.9余万元", 3)
    assert locked.names == ("n3", "n4")
    assert locked.bare == "审结案件件,涉及元"
    told = "{n3}  cases involving {n4} yuan"
    assert locked.opened(told, "en") == "137,000 cases involving over 41.099 million yuan"


def test_dates_are_known_by_their_words():
    """Years, months and days; no amount, whatever its value."""
    locked = lock_numbers("2023年12月29日，5月，1-6月办理2023件，占5.2%")
    assert [lock.zh for lock in locked.locks if lock.name in locked.dates] == [
        "2023年12月29日",
        "5月",
        "1-6月",
    ]


def test_what_looks_like_a_placeholder_is_text():
    """A source that holds a placeholder of its own cannot borrow another number."""
    locked = lock_numbers("{n2}有3件，{n1}有5%")
    assert locked.opened(locked.text, "zh") == "{n2}有3件，{n1}有5%"
