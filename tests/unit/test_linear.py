"""Time grows with a text and never with its square: hostile runs of one character, in an answer and in a report."""

import time

import pytest

from govbrief.checking.check import check_pair
from govbrief.read.load import load_report
from govbrief.read.sections import split_report

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
