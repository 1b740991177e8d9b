"""How numbers are locked, and what answers that are written with placeholders may hold."""

import json

import pytest
from pydantic import ValidationError

from govbrief.numbers.locks import lock_numbers
from govbrief.small.grammar import Slot
from govbrief.small.overlays import each_model, english_model
from govbrief.small.parts import cut_parts
from govbrief_schemas.item import Kind, Theme

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


def test_complaints_are_told_with_placeholders():
    """What speaks of a number names its placeholder, and leaves longer numbers alone."""
    locked = lock_numbers("办理13件，同比增长5.2%")
    assert (
        locked.closed("13 is missing; 5.2% and 113, 13.5 stay") == "{n1} is missing; {n2} and 113, 13.5 stay"
    )


def test_what_looks_like_a_placeholder_is_text():
    """A source that holds a placeholder of its own cannot borrow another number."""
    locked = lock_numbers("{n2}有3件，{n1}有5%")
    assert locked.opened(locked.text, "zh") == "{n2}有3件，{n1}有5%"


def test_straight_quotes_and_brackets_stay_whole():
    """Cuts fall outside of quotations and brackets of any kind."""
    inner = "依法行政,严格执法,公正司法,全民守法,建设法治政府"
    for opening, closing in ('""', "〔〕", "[]", "“”"):
        assert cut_parts(f"各部门落实{opening}{inner}{closing}的要求。", 20) == (
            f"各部门落实{opening}{inner}{closing}的要求。",
        )


def refused(model, **answer):
    try:
        model.model_validate(answer)
    except ValidationError:
        return True
    return False


SLOT = Slot(("S1",), (Theme.OTHER,), zh_chars=60, en_chars=200, latin=False, numbers=("n1", "n2"))


@pytest.mark.parametrize(
    "en",
    [
        "The city handled {n1} cases, up {n2}.",
        "{n1} cases were handled, up {n2}.",
        "In {n2}, the city handled cases ({n1}).",
        "The city handled “cases”.",
    ],
)
def test_locked_english_admits_placeholders(en):
    """Placeholders stand between words, in any order; whether all stand there is for the check to say."""
    assert not refused(english_model(SLOT, Kind.SHORTCOMING), en=en)


@pytest.mark.parametrize(
    "en",
    [
        "The city handled 13 cases, up {n2}.",
        "The city handled {n1}0 cases.",
        "The city handled {n1}{n2} cases.",
        "The city handled {n3} cases.",
        "The city handled {n1 cases.",
        "The city handled 案件 {n1} cases.",
        "The city handled １３ cases.",
        "The city handled {n1} cases",
        "The city handled {n1} cases. It did {n2} more.",
        'The city handled "{n1}" cases.',
        "The city handled {n1}\ncases.",
        "The city handled \\{n1} cases.",
    ],
)
def test_locked_english_refuses_the_rest(en):
    """No digit, no Chinese, no other placeholder, no second sentence, nothing that ends the JSON string."""
    assert refused(english_model(SLOT, Kind.SHORTCOMING), en=en)


def test_locked_plan_is_told_with_will():
    """A plan says "will" before or behind its placeholders; only a date stands before it with "by"."""
    model = english_model(SLOT._replace(dates=("n2",)), Kind.PLAN)
    assert not refused(model, en="The city will build {n1} stations by {n2}.")
    assert not refused(model, en="By {n2}, the city will build {n1} stations.")
    assert refused(model, en="The city built {n1} stations by {n2}.")
    assert refused(model, en="By {n1}, the city will build stations by {n2}.")
    assert refused(model, en="Ahe city will build {n1} stations by {n2}.")


@pytest.mark.parametrize(
    ("en", "good"),
    [
        ("The city handled {n1} cases, up {n2}.", True),
        ("Handled {n1} cases, up {n2}.", True),
        ("{n1} cases were handled, up {n2}.", True),
        ("To help, {n1} cases were handled.", True),
        ("Handle {n1} cases, up {n2}.", False),
        ("Handling {n1} cases, up {n2}.", False),
        ("Fully handle {n1} cases, up {n2}.", False),
    ],
)
def test_locked_achievement_is_a_statement(en, good):
    """What was done is no command and no half sentence."""
    assert refused(english_model(SLOT, Kind.ACHIEVEMENT), en=en) is not good


def test_locked_achievement_of_a_place():
    """A sentence that names a place may begin with it."""
    place = SLOT._replace(places=("Xi'an", "Hunnan District"))
    assert "\\ " not in json.dumps(english_model(place, Kind.ACHIEVEMENT).model_json_schema())
    for en in ("Xi'an handled {n1} cases.", "Xi'an's courts handled {n1} cases.", "Hunnan District won."):
        assert not refused(english_model(place, Kind.ACHIEVEMENT), en=en)
        assert refused(english_model(SLOT, Kind.ACHIEVEMENT), en=en)


def test_locked_achievement_of_a_person():
    """Only a sentence about somebody begins with Mr. or Ms."""
    person = SLOT._replace(people=True)
    en = "Ms. Sun got {n1} yuan back."
    assert not refused(english_model(person, Kind.ACHIEVEMENT), en=en)
    assert refused(english_model(SLOT, Kind.ACHIEVEMENT), en=en)


def test_set_without_numbers_still_refuses_digits():
    """A sentence without numbers gets an English one without numbers."""
    model = english_model(SLOT._replace(numbers=()), Kind.SHORTCOMING)
    assert not refused(model, en="The city went on with reforms.")
    assert refused(model, en="The city went on with 3 reforms.")
    assert refused(model, en="The city went on with {n1} reforms.")


def test_answer_for_each_part_is_fixed():
    """Every part is one item, with its own sentence and its own placeholders."""
    slots = [
        SLOT._replace(languages=("en",)),
        SLOT._replace(sentences=("S2",), numbers=(), languages=("en",)),
    ]
    model = each_model(slots, [Kind.ACHIEVEMENT])
    first, second = (
        {"evidence": [name], "kind": "achievement", "en": en, "theme": Theme.OTHER.value}
        for name, en in (
            ("S1", "The city handled {n1} cases, up {n2}."),
            ("S2", "The city went on with reforms."),
        )
    )
    assert not refused(model, items=[first, second])
    for wrong in (
        [first],
        [second, first],
        [first, second | {"en": first["en"]}],
        [first | {"zh": "办。"}, second],
    ):
        assert refused(model, items=wrong)
