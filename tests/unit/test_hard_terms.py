"""English modifiers and terms of several words that need Chinese behind them."""

import re

import pytest

from govbrief.base.datafiles import read_table
from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

_WRONG = [
    ("公开政府信息420条。", "420 pieces of personal information were released."),
    ("打造法治文化阵地16个。", "16 venues for folk culture were built."),
    ("为企业开展法治体检32次。", "Enterprises were given 32 medical check-ups."),
    ("败诉率下降2个百分点。", "The acquittal rate fell by 2 percentage points."),
    ("发放法律援助补贴30万元。", "State compensation of 300,000 yuan was paid."),
]
_SOUND = [
    ("依法保护公民个人信息。", "Personal information of citizens was protected by law."),
    ("挖掘民俗文化资源。", "Resources of folk culture were tapped."),
    ("组织执法人员健康体检。", "Enforcement officers were given medical check-ups."),
    ("办理国家赔偿案件3件。", "3 state compensation cases were handled."),
    ("部门联动,形成工作合力。", "Departments worked in concert."),
    ("加快推进试点工作。", "Work on the pilots was sped up."),
]


def _rules(zh: str, en: str) -> set[Rule]:
    return {
        finding.rule
        for finding in check_pair(zh, en)
        if finding.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}
    }


@pytest.mark.parametrize(("zh", "en"), _WRONG)
def test_a_term_that_nothing_carries_is_found(zh: str, en: str) -> None:
    """No character of the Chinese may be called so."""
    assert Rule.TERM in _rules(zh, en)


@pytest.mark.parametrize(("zh", "en"), _SOUND)
def test_a_term_with_chinese_behind_it_passes(zh: str, en: str) -> None:
    """The same words where the Chinese gives them."""
    assert not _rules(zh, en)


def test_each_row_can_be_read() -> None:
    """Every row has English, Chinese as a pattern, and is the only one with its English."""
    rows = read_table("hard_terms")["words"]
    words = [word for row in rows for word in row["en"].split("|")]
    assert all(re.compile(row["zh"]) and row["rule"] in {"term", "invention"} for row in rows)
    assert len(words) == len(set(words))
