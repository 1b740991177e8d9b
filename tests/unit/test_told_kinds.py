"""What of a report may be told, and as what: aims are no results, talk is no deed, captions and calls are nothing."""

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.names.toponyms import toponyms
from govbrief.read.chunks import cut_chunks
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.small.clauses import is_posture, units_of
from govbrief.small.heads import subject_of
from govbrief.small.tellable import all_units
from govbrief_schemas.item import Kind


def outline_of(text, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    return split_report(load_report(str(path)))


AIMS = """\
青河县司法局2023年法治政府建设工作总结

一、主要工作
开展专项检查15次，旨在完成省级整治任务40项，有效解决突出问题90个。
建成便民服务站12个。
"""


def test_what_is_aimed_at_is_no_result(tmp_path):
    """What stands behind 旨在 was wanted; told as done it would be false."""
    outline = outline_of(AIMS, tmp_path)
    units = all_units(cut_chunks(outline, 700), outline, 34, lambda _zh, _kind: True, lambda _zh, _kind: "")
    assert [unit.zh for unit in units] == ["开展专项检查15次", "建成便民服务站12个"]
    assert {unit.kind for unit in units} == {Kind.ACHIEVEMENT}


@pytest.mark.parametrize(
    "clause",
    [
        "图3 2019-2023年粮食产量",
        "（责任单位：市教育局）",
        "重点做好以下8个方面工作",
        "提出6项主要指标",
        "让我们真抓实干",
    ],
)
def test_nothing_is_told(clause):
    """A caption, a note, an announcement and a call tell nothing, with a number too."""
    assert is_posture(clause)


def test_a_sector_is_no_ordinal():
    """第二产业 is what is measured; 第二， counts the points of a speech."""
    assert units_of("第二产业增加值52.4亿元，增长3.1%。", 34) == ("第二产业增加值52.4亿元，增长3.1%",)
    assert units_of("第二，建成服务站12个。", 34) == ("建成服务站12个",)


FEATURE = """\
抚顺法治建设纪实
本报记者 王五
2022年以来，抚顺市建成服务站12个。抚顺市化解纠纷300件。抚顺市司法局组织培训15次。
稿件来源：法治日报
"""


def test_a_newspaper_writes_of_a_place(tmp_path):
    """Whoever acts in a feature is the place that it writes about; in a report of an organ nobody is added."""
    outline = outline_of(FEATURE, tmp_path)
    glossary = load_glossary().extended(toponyms(outline.report))
    assert outline.report.kind
    assert outline.report.kind.value == "newspaper feature"
    assert subject_of(outline, glossary).zh == "抚顺市"
    plain = outline_of(AIMS, tmp_path)
    assert not subject_of(plain, load_glossary().extended(toponyms(plain.report)))
