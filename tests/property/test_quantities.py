"""What holds for the numbers of any Chinese text."""

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govbrief.numbers.find import find_quantities
from govbrief.numbers.squeeze import squeeze
from govbrief_schemas.report import Span

patient = settings(deadline=None)
"""A busy machine is no failure."""

ALPHABET = (
    "零一二两三四五六七八九十百千万亿半点分之第年月日时个件家项人元%％‰.,，。、；：;:-—~至到和又负几余多约近超"
    "增长下降以上《》“”（）()〔〕[]①0123456789０１ \n\u3000ABkmGVx×·/+号版款级届大翻番成折毛角"
)
noisy = st.text(ALPHABET, max_size=60)
CLAUSES = """
受理案件3件|同比增长5.2%|投入13.7万元|败诉率下降4.7个百分点|超过三分之二|约2000余家|进一步统一|“12+1”赛道
截至2023年12月29日|《条例(2021—2025年)》|两到三万人|第十一场|12345热线|分别为3.9、2.0个百分点|建成5G基站7012个|半年内
""".replace("\n", "|").strip("|")
clauses = st.lists(st.sampled_from(CLAUSES.split("|")), min_size=1, max_size=6)


def _rows(text):
    return [(one.text, one.value, one.unit, one.kind) for one in find_quantities(text, "zh")]


@patient
@given(noisy)
def test_spans_slice_to_their_text(text):
    """Whatever the text, each quantity's span slices to its own text, in reading order."""
    found = find_quantities(text, "zh")
    assert all(one.span.of(text) == one.text and one.text for one in found)
    assert all(one.span.end <= len(text) for one in found)
    assert [one.span for one in found] == sorted(one.span for one in found)


@patient
@given(noisy)
def test_reading_is_stable(text):
    """Reading twice, with or without subjects, gives the same numbers."""
    assert _rows(text) == [(q.text, q.value, q.unit, q.kind) for q in find_quantities(text, "zh", bind=False)]


@patient
@given(clauses)
def test_concatenation_is_union(parts):
    """The numbers of a text are the numbers of its sentences."""
    joined = [row for part in parts for row in _rows(part + "。")]
    assert _rows("。".join(parts) + "。") == joined


@patient
@given(clauses)
def test_full_width_is_the_same(parts):
    """Full-width digits and signs are read like half-width ones, at the same offsets."""
    text = "；".join(parts)
    wide = text.translate(
        {ord(char): ord(char) - ord("0") + ord("０") for char in "0123456789"} | {ord("%"): "％"}
    )
    plain = [(one.value, one.unit, one.kind, one.span) for one in find_quantities(text, "zh")]
    assert [(one.value, one.unit, one.kind, one.span) for one in find_quantities(wide, "zh")] == plain


@patient
@given(noisy, st.data())
def test_nothing_is_read_inside_a_label(text, data):
    """A label is one quantity, and no other overlaps it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(start < end)
    label = Span(start, end)
    found = find_quantities(text, "zh", [label])
    inside = [one for one in found if one.span.start < end and start < one.span.end]
    assert inside == [one for one in found if one.span == label]
    assert len(inside) == 1


SIZE = 100_000
HOSTILE = """
1 0 万 一 十 零 百分之 , ， 《 “ ‘ ( （ [ " 《》 “” 第 半 - 负 万亿 1, 1. 1- 1/ 1+ 三分之 一又
一、 1、 元/ A- a. a@ http:// 年 七八 同比 12: 2021年-
""".split()  # noqa: SIM905 - a line of signs reads better


@pytest.mark.parametrize("sign", [*HOSTILE, " ", "\n", "1 ", "一 "])
def test_hostile_text_costs_linear_time(sign):
    """Four times as much of the same sign takes about four times as long, never sixteen."""
    small, large = (_seconds(sign * (size // len(sign))) for size in (SIZE // 20, SIZE // 5))
    assert large < 12 * small + 0.2


def _seconds(text):
    """The better of two runs: a collection of garbage that falls into one is not the text's."""
    runs = []
    for _ in range(2):
        start = time.process_time()
        find_quantities(text, "zh", bind=False)
        runs.append(time.process_time() - start)
    return min(runs)


spaced = st.text("一二十百千万点又分之个折3450., %年件增长\u00a0 ", max_size=30)


@patient
@given(spaced)
def test_squeezing_keeps_every_sign(text):
    """Squeezing removes blanks only, and every offset leads back to the sign that stood there."""
    short = squeeze(text)
    if short is not None:
        assert "".join(short.text.split()) == "".join(text.split())
        assert all(text[short.raw(at)] == sign for at, sign in enumerate(short.text))


@patient
@given(spaced)
def test_squeezing_is_idempotent(text):
    """A squeezed text has nothing left to squeeze."""
    short = squeeze(text)
    assert short is None or squeeze(short.text) is None
