"""Time grows with a text and never with its square: hostile runs of one character, in an answer and in a report."""

import re
import time

import pytest

from govbrief.checking.check import check_pair, index_source
from govbrief.checking.retold import _stands_alone
from govbrief.checking.standpoint import NOBODY
from govbrief.checking.tense import check_tense
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.write.absent import absences

CHARS = 60_000
SECONDS = 3.0
"""Each took ten seconds and more where a pattern was quadratic, and takes a third of one; by the processor's clock."""


@pytest.mark.parametrize("run", [" ", "\u3000", "\t", "a", "A", "-", "'", "「", "。", "1,"])
def test_run_in_an_answer(run):
    """The rules of words and numbers look at blanks, letters, brackets and figures once."""
    told = (run * CHARS)[:CHARS]
    begun = time.process_time()
    check_pair(f"共5{told[:2000]}件。", f"There were 5 {told} cases.")
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("run", [" ", "\u3000", "\xa0", ".", "一"])
def test_run_in_a_report(tmp_path, run):
    """So does the outline, in front of the first heading and behind it."""
    told = (run * CHARS)[:CHARS]
    path = tmp_path / "report.txt"
    text = f"某市2023年法治政府建设年度报告\n{told}文\n一、主要做法\n办理案件{told}5件。\n二、下一步\n加强监督。\n"
    path.write_text(text, encoding="utf-8")
    begun = time.process_time()
    split_report(load_report(str(path)))
    assert time.process_time() - begun < SECONDS


def test_a_report_of_thousands_of_plans(tmp_path):
    """What it does not say is found in one look at its numbers; it took eight seconds."""
    path = tmp_path / "report.txt"
    text = "某市2023年法治政府建设年度报告\n一、下一步计划\n" + "将新建公园25个，提高效率。" * 8000 + "\n"
    path.write_text(text, encoding="utf-8")
    outline = split_report(load_report(str(path)))
    source = index_source(outline)
    begun = time.process_time()
    missing = [one.what for one in absences(outline, source)]
    assert time.process_time() - begun < SECONDS
    assert "plans_without_dates" in missing
    assert "plans_without_numbers" not in missing


@pytest.mark.parametrize(
    "around", ["{}", " {} ", "1{}", ".{}", "{}2", "{}.5", "1{0} {0}", "{0}1,{0}", "x{}y", "-"]
)
@pytest.mark.parametrize("words", ["9" * 41, "1,1." * 20, "5" + "7" * 60])
def test_a_long_number_is_found_as_its_pattern_finds_it(words, around):
    """Without a digit or a dot on either side."""
    text = around.format(words)
    plainly = re.search(rf"(?<![\d.]){re.escape(words)}(?![\d.])", text, re.IGNORECASE)
    assert _stands_alone(words, text) is (plainly is not None)


@pytest.mark.parametrize("run", ["that will be ", "which to have been built "])
def test_a_run_of_clauses_in_official_prose(run):
    """The words before each verb are looked at, not all of the text before it: ten seconds for 60,000 characters."""
    begun = time.process_time()
    list(check_tense("我市将加强行政执法监督。", (run * CHARS)[:CHARS], NOBODY))
    assert time.process_time() - begun < SECONDS
