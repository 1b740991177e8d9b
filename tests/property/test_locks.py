"""What holds for any text whose numbers are locked, and for any English that is written with placeholders."""

import re
from calendar import month_name
from datetime import date
from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from govbrief.numbers.find import find_quantities
from govbrief.numbers.locks import lock_numbers
from govbrief_schemas.quantity import Qualifier, QuantityKind
from tests.property.test_quantities import clauses, noisy

patient = settings(deadline=None)
PLACEHOLDER = re.compile(r"\{n\d+\}")
WHOLE = {QuantityKind.PERCENT, QuantityKind.POINT}
BEFORE = ["", "超过", "近", "约", "不少于", "不超过", "至少", "逾", "负"]
AFTER = ["", "余", "多", "以上", "左右", "以内"]
UNITS = ["", "件", "万元", "亿元", "%", "个百分点", "家", "倍", "万人次", "个工作日", "公里"]
numerals = st.one_of(
    st.integers(11, 10**6).map(str),
    st.decimals(Decimal("0.1"), Decimal(99999), places=1).map(str),
    st.sampled_from("十二 三百六十五 两千三百亿 一百万 百 五百 １２ 1,234.5".split()),  # noqa: SIM905 - reads better
)


@st.composite
def told_amounts(draw):
    """A clause with one amount: 处理不少于30件."""
    before, number = draw(st.sampled_from(BEFORE)), draw(numerals)
    after, unit = draw(st.sampled_from(AFTER)), draw(st.sampled_from(UNITS))
    # a lone 1900 is a year
    assume(unit or not re.fullmatch(r"(?:19|20)\d\d", number))
    number = f"{number}{after}{unit}" if after in {"余", "多"} else f"{number}{unit}{after}"
    return f"{draw(st.sampled_from(['', '全市办理']))}{before}{number}。"


@patient
@given(st.one_of(noisy, clauses.map("，".join), told_amounts(), st.text(max_size=40)))
@example("{n1}有{n2}件")
@example("{n2}有3件，{n1}有5%")
@example("近100家")
def test_opened_text_is_the_text(text):
    """Whatever is locked comes back letter by letter."""
    locked = lock_numbers(text)
    assert locked.opened(locked.text, "zh") == text


@patient
@given(st.one_of(noisy, clauses.map("，".join)), st.integers(1, 40))
def test_names_count_on_in_reading_order(text, first):
    """Each lock has one placeholder, and they are numbered from `first` in the order of the text."""
    locked = lock_numbers(text, first)
    assert PLACEHOLDER.findall(locked.text) == [f"{{{name}}}" for name in locked.names]
    assert locked.names == tuple(f"n{first + at}" for at in range(len(locked.locks)))


@patient
@given(told_amounts())
def test_no_digit_of_an_amount_is_left(text):
    """What the model sees of an amount that is written in digits holds none of them."""
    assert not re.search(r"\d", lock_numbers(text).bare)


@patient
@given(told_amounts())
def test_english_is_read_as_the_amount(text):
    """The English of a lock, with the unit that stayed in the text, is the amount that the source names."""
    locked = lock_numbers(text)
    told = [q for q in find_quantities(text, "zh", bind=False) if q.is_amount]
    locks = [lock for lock in locked.locks if not PLACEHOLDER.fullmatch(lock.zh)]
    assert len(locks) == len(told)
    for lock, quantity in zip(locks, told, strict=True):
        (read,) = find_quantities(lock.en, "en")
        assert read.value == quantity.value
        assert read.kind is (quantity.kind if quantity.kind in WHOLE else QuantityKind.COUNT)
        if read.qualifier is not quantity.qualifier:
            left = locked.bare
            assert read.qualifier is Qualifier.EXACT
            assert any(word in left for word in (*BEFORE, *AFTER) if word)


@patient
@given(st.dates(date(1949, 10, 1), date(2099, 12, 31)))
def test_dates_read_the_same_in_english(day):
    """A calendar date goes as a whole, and English names the same day."""
    spoken = f"{month_name[day.month]} {day.day}"
    for text, english in (
        (f"{day.year}年{day.month}月{day.day}日", f"{spoken}, {day.year}"),
        (f"{day.year}-{day.month:02}-{day.day:02}", f"{spoken}, {day.year}"),
        (f"{day.month}月{day.day}日", spoken),
    ):
        (lock,) = lock_numbers(f"截至{text}，").locks
        assert (lock.zh, lock.en) == (text, english)
        assert [q.kind for q in find_quantities(lock.en, "en")] == [QuantityKind.DATE]
