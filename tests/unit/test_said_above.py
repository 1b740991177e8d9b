"""What a sentence leaves to what stands above or in front of it: the year of its heading, the parts of a 分别."""

import pytest

from govbrief.checking.check import check_item, index_source, standpoint_of
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Item, Kind, Theme

TEXT = (
    "某省2026年政府工作报告\n一、2025年工作回顾\n推进文旅融合，全省接待游客人次和旅游收入分别增长17.6%、16.8%。\n"
    "城镇和农村居民人均可支配收入分别增长4.3%、5.3%，粮食产量稳定。\n"
)
OUTLINE = split_report(report_of(Extracted(TEXT), "a.txt", TEXT.encode(), "0"))
SOURCE = index_source(OUTLINE)
LAST = len(OUTLINE.sections) - 1
SENTENCES = OUTLINE.sections[LAST].sentences


def doubts(zh, en):
    item = Item("a", Kind.ACHIEVEMENT, Theme.OTHER, zh, en, SENTENCES, LAST)
    found = check_item(item, SOURCE, OUTLINE.sections[LAST].role, standpoint_of(OUTLINE, LAST))
    return [finding.message for finding in found if finding.verdict is not Verdict.SUPPORTED]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("旅游收入增长16.8%。", "Tourism revenue rose 16.8%."),
        ("接待游客人次增长17.6%。", "Tourist visits rose 17.6%."),
        ("农村居民人均可支配收入增长5.3%。", "Per capita disposable income of rural residents rose 5.3%."),
        ("2025年旅游收入增长16.8%。", "Tourism revenue rose 16.8% in 2025."),
    ],
)
def test_a_part_may_be_told_alone(zh, en):
    """Each number of a 分别 goes with its own part; a heading dates all that stands below it."""
    assert doubts(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("旅游收入增长17.6%。", "Tourism revenue rose 17.6%."),
        ("2024年旅游收入增长16.8%。", "Tourism revenue rose 16.8% in 2024."),
    ],
)
def test_the_other_part_and_the_other_year_are_refused(zh, en):
    """A number of the other part, or a year that the heading does not name."""
    assert doubts(zh, en)
