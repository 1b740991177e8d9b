"""A number that fits other words better is found wherever the plain search over all near numbers finds it."""

import random
import time

import pytest

from govbrief.checking import betterfit
from govbrief.checking.betterfit import OTHER_THING, Fitting
from govbrief.checking.check import check_text, index_source
from govbrief.checking.dates import YEAR
from govbrief.checking.marks import marks_of
from govbrief.checking.rivals import are_rivals, is_end
from govbrief.checking.source_index import Held
from govbrief.checking.surroundings import likeness, surroundings
from govbrief.read.load import load_report
from govbrief.read.sections import split_report

PARTS = ("办理复议案件", "审结案件", "新建公园", "增长", "、", "，", "由", "降至", "和", "占比", "第")
NUMBERS = ("5件", "6件", "5%", "6%", "7个百分点", "5个", "12", "2023年", "五")


def plainly(mark, around, j, held, reach):
    """What `Fitting.better` promises, without an index."""
    own_mark = held.marks[j]
    if mark.group == YEAR or is_end(mark, own_mark):
        return None
    near = list(zip(held.words, held.marks, strict=True))[max(0, j - reach) : j + reach]
    fit = OTHER_THING + max(likeness(around, w) for w, m in near if m.value == own_mark.value)
    best = None
    for words, other in near if fit < 1 else ():
        telling = len(words) > 1 or words == around
        rival = telling and are_rivals(other, own_mark) and other.value != mark.value
        if rival and likeness(around, words) > fit:
            best, fit = other, likeness(around, words)
    return best


@pytest.mark.parametrize("reach", [3, 1000])
def test_the_index_finds_what_a_plain_search_finds(reach, monkeypatch):
    """In texts of like words and like numbers, within blocks and across them."""
    monkeypatch.setattr(betterfit, "_REACH", reach)
    chance = random.Random(7)  # noqa: S311 - no secret
    found = 0
    for _ in range(60):
        text, told = (
            "".join(chance.choice(PARTS) + chance.choice(NUMBERS) for _ in range(size)) for size in (30, 6)
        )
        marks, ours = marks_of(text, "zh"), marks_of(told, "zh")
        held = Held(None, text, marks, surroundings(text, marks))
        fitting = Fitting(held)
        for mark, around in zip(ours, surroundings(told, ours), strict=True):
            for j in range(len(marks)):
                other = plainly(mark, around, j, held, reach)
                assert fitting.better(mark, around, j) is other
                found += other is not None
    assert found > 100


@pytest.mark.parametrize("unit", ["5%", "1 ", "第一", "1、", "1.", "第12件5%", "办理5件，办理6件，"])
def test_a_page_of_nothing_but_numbers(tmp_path, unit):
    """Two seconds at most for what took fifteen."""
    text = f"某市2023年法治政府建设年度报告\n\n一、主要做法\n办理案件{(unit * 20_000)[:16_000]}件。\n"
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    source = index_source(split_report(load_report(str(path))))
    begun = time.process_time()
    check_text(text, "zh", source)
    assert time.process_time() - begun < 4
