"""Tables: a row is told with the heads of its columns, and a number has the unit that its table gives it."""

import hashlib

import pytest

from govbrief.numbers.find import find_in_outline
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief_schemas.report import Outline

HEAD = "石岭市2023年统计公报\n一、综合\n全市经济运行总体平稳，各项指标处于合理区间。\n"
TAIL = "\n二、农业\n全年粮食总产量稳定增长，农业生产形势良好。\n"


def outline(text: str) -> Outline:
    data = text.encode()
    return split_report(report_of(Extracted(text), "a.txt", data, hashlib.sha256(data).hexdigest()))


def told(table: str) -> list[str]:
    """The sentences of a table's rows."""
    found = outline(HEAD + table + TAIL)
    spans = [cell.span for cell in found.cells]
    return [
        sentence.text
        for section in found.sections
        for sentence in section.sentences
        if any(sentence.span.start <= span.start < sentence.span.end for span in spans)
    ]


CASES = [
    ("表1 指标（单位：万元）\n指标\t2022年\t2023年\n税收\t8000\t9000", ["税收：2022年8000万元，2023年9000万元。"]),
    ("| 指标 | 绝对数（亿元） | 比上年增长（%） |\n|---|---|---|\n| 生产总值 | 98.7 | 3.9 |",
     ["生产总值：98.7亿元，比上年增长3.9%。"]),
    ("| 指标 | 单位 | 数值 | 增速% |\n| 用电量 | 亿千瓦时 | 12.5 | -1.2 |", ["用电量：12.5亿千瓦时，增速-1.2%。"]),
    ("表2 学校情况\n区县 学校（所） 学生（人） 巩固率（%）\n东湖区 12 1972 99.5\n西湖区 8 2035 98.1",
     ["东湖区：学校12所，学生1972人，巩固率99.5%。", "西湖区：学校8所，学生2035人，巩固率98.1%。"]),
    ("表3 产量\n产品名称\n产量（万吨）\n增长（%）\n粮食\n215.7\n1.5\n棉花\n6.6\n-9.8",
     ["粮食：产量215.7万吨，增长1.5%。", "棉花：产量6.6万吨，增长-9.8%。"]),
    ("表4 人口\n年龄组 人数（万人） 比重（%）\n3 岁以下 2.9 11.3\n3-5 岁 4.6 12.9",
     ["3岁以下：人数2.9万人，比重11.3%。", "3-5岁：人数4.6万人，比重12.9%。"]),
    ("| 项 | 2023年 | |\n| 项 | 件数 | 额（万元） |\n| 复议 | 35 | 120 |", ["复议：2023年件数35件，2023年额120万元。"]),
    ("行政处罚情况（单位：件）\n部门\t案件数\t|\n|\t2022年\t2023年\n交通局\t86\t92",
     ["交通局：案件数2022年86件，案件数2023年92件。"]),
    ("指标\t2023年（万元）\n税收\t9000\n非税\t350", ["税收：2023年9000万元。", "非税：2023年350万元。"]),
    ("指标\t单位\t数值\n从业人员\t万人\t12.5", ["从业人员：12.5万人。"]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "rows"), CASES, ids=range(len(CASES)))
def test_rows_are_told(table, rows):
    """Every row is a sentence: label, and each number with its column's head and unit."""
    assert told(table) == rows


@pytest.mark.parametrize(
    ("table", "text", "value", "unit"),
    [
        ("表1 主要指标（单位：万元）\n指标\t2022年\t2023年\n税收收入\t8000\t9000", "9000", 90_000_000, "元"),
        (
            "表2 学校情况\n区县 学校（所） 学生（人） 率（%）\n东湖区 12 1972 99.5\n西湖区 8 2035 98.1",
            "1972",
            1972,
            "人",
        ),
        (
            "| 指标 | 单位 | 数值 | 增速% |\n| 用电量 | 亿千瓦时 | 12.5 | -1.2 |",
            "12.5",
            1_250_000_000,
            "千瓦时",
        ),
        ("| 指标 | 绝对数（亿元） | 增长（%） |\n| 生产总值 | 98.7 | 3.9 |", "3.9", 3.9, "%"),
        ("| 项目 | 件数 | 人数 |\n| 复议 | 2023 | 120 |", "2023", 2023, ""),
    ],
)
def test_numbers_have_their_units(table, text, value, unit):
    """A number of a table is an amount in the unit of its caption, head or row; its span is the cell's."""
    found = outline(HEAD + table + TAIL)
    quantity = [one for one in find_in_outline(found) if one.text == text and one.is_amount][-1]
    assert float(quantity.value) == value
    assert quantity.unit == unit
    assert quantity.span.of(found.report.text) == text


def test_cells_are_never_glued():
    """Numbers on lines of their own stay the numbers that stand on the page."""
    found = outline(HEAD + "表5 收入\n指标\n上半年\n全年\n税收\n12.5\n25.1\n收费\n3.1\n6.2" + TAIL)
    assert [q.text for q in find_in_outline(found) if q.is_amount] == ["12.5", "25.1", "3.1", "6.2"]
