"""Numbers that a line's end, a page's end or a note mark cuts are read as a person reads them."""

import pytest

from govbrief.numbers.find import find_in_outline
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

HEAD = "石岭市2023年工作报告\n一、成效\n"


def amounts(text: str) -> list[tuple[float, str]]:
    report = report_of(Extracted(HEAD + text), "a.txt", text.encode(), "0")
    return [(float(q.value), q.unit) for q in find_in_outline(split_report(report)) if q.is_amount]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全市常住人口，其中男性969.57\n万人，女性稳步增加。\n", [(9_695_700, "人")]),
        ("办结率稳步提高，同比上升2.1个百\n分点，效果良好。\n", [(2.1, "个百分点")]),
        ("办结率稳步提高，同比上升2.1\n个百分点，效果良好。\n", [(2.1, "个百分点")]),
        ("全市受理案件1\n234件，效果良好。\n", [(1234, "件")]),
        ("全市案件按期办结率98.\n5%，效果良好。\n", [(98.5, "%")]),
        ("全市受理各类案件2,\n345件，效果良好。\n", [(2345, "件")]),
        ("全年完成投资和技改资金12.5亿\n元，效果良好。\n", [(1_250_000_000, "元")]),
        ("全年新增各类绿地和公园面积35平方\n公里，效果良好。\n", [(35, "平方公里")]),
        ("全市常住人口达到1\f761.48万人，其中男性稳步增加。\n", [(17_614_800, "人")]),
        ("全市粮食年产量稳定在700\n7 注：以公布数为准。\n\f亿斤以上，效果良好。\n", [(70_000_000_000, "斤")]),
        ("全市常住人口¹761.48万人，其中男性稳步增加。\n", [(7_614_800, "人")]),
        ("粮食播种面积12¹万亩，产量稳定。\n", [(120_000, "亩")]),
        ("建成区面积35km²，绿地充足。\n", [(35, "平方公里")]),
    ],
)
def test_one_number(text, found):
    """Figures, unit and qualifier go on over the end of a line; a note mark is no figure, an exponent no mark."""
    assert amounts(text) == found


def test_a_qualifier_at_a_line_end_belongs_to_its_number():
    """「近」 at the end of a line qualifies the number that begins the next."""
    report = report_of(Extracted(f"{HEAD}全年依法办理各类行政案件近\n300件，效果良好。\n"), "a.txt", b"", "0")
    quantity = next(q for q in find_in_outline(split_report(report)) if q.is_amount)
    assert (float(quantity.value), quantity.qualifier.value) == (300, "nearly")


@pytest.mark.parametrize(
    "text",
    [
        "指标\n2022年\n2023年\n税收\n12.5\n13.5\n收费\n2.1\n2.2\n",
        "（一）完成投资任务\n2023年，全市投资平稳。\n（二）完成税收任务\n2023年，全市税收平稳。\n",
    ],
)
def test_cells_and_headings_stay_apart(text):
    """Short lines that are no running text are not joined into one number."""
    assert all(value < 100 for value, _ in amounts(text))
