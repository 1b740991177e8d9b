"""Hostile texts: sixty kilobytes of one sign, of each class, are read at once; twice as much takes twice as long."""

import time

import pytest

from govbrief.checking.pair import compare_numbers
from govbrief.numbers.find import find_quantities
from govbrief.numbers.locks import lock_numbers

SIZE = 60_000
SIGNS = " \u3000\u00a0\u2003\u200b\n\t190一十万亿两零半第翻月年点.,，、:：-—~/%“”《》()（[×+^aAé比到至的增由过约余个元$"
RUNS = [*SIGNS, "1:", "一比", "正月", "同比", "one ", "million ", "to ", "from ", "rose ", "May ", "a "]
LIMIT_S = 1.5
"""Half a second on an idle machine; a quadratic pattern takes minutes."""


def _seconds(read, text):
    start = time.perf_counter()
    read(text)
    return time.perf_counter() - start


@pytest.mark.parametrize("run", RUNS, ids=[f"U+{ord(run[0]):04X}-{len(run)}" for run in RUNS])
def test_one_sign_over_and_over_is_read_at_once(run):
    """Numbers of both languages, locks and the pair: linear in what is no number."""
    text = f"增长5%{run * (SIZE // len(run))}3件 rose 5%"
    for language in ("zh", "en"):
        assert _seconds(lambda text, of=language: find_quantities(text, of), text) < LIMIT_S
    assert _seconds(lock_numbers, text) < LIMIT_S
    assert _seconds(lambda text: compare_numbers(text, text), text) < 2 * LIMIT_S


@pytest.mark.parametrize("run", ["1 ", "1,", "3成", "5%、", "增长5%，", "1:2 ", "10^"])
def test_many_numbers_take_time_in_proportion(run):
    """Twice as many numbers take no more than three times as long."""
    compare_numbers(run, run)
    once, twice = (
        min(_seconds(lambda text: compare_numbers(text, text), run * (size + n)) for n in range(3))
        for size in (2000, 4000)
    )
    assert twice < 3 * once + 0.3


def test_a_row_of_marks_is_no_number():
    """Marks of a list are, up to as many as there are of a kind; a longer row with nothing between is an ornament."""
    marks = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    assert [one.text for one in find_quantities(f"见注{marks}。", "zh")] == list(marks)
    assert [one.text for one in find_quantities(f"{marks * 2}办结3件。", "zh")] == ["3件"]
