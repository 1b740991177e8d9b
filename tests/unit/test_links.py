"""What ties a clause to the one before it: a linking word goes, a date that several share is told with each."""

import pytest

from govbrief.read.chunks import cut_chunks
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.small.links import dated, unlinked
from govbrief.small.tellable import all_units
from govbrief_schemas.item import Kind
from tests.unit.test_translating import LASTING, POLISHED, translate

DONE, PLAN, LACK = Kind.ACHIEVEMENT, Kind.PLAN, Kind.SHORTCOMING


@pytest.mark.parametrize(
    ("zh", "alone"),
    [
        ("还设立了巡回法庭", "设立了巡回法庭"),
        ("还将建设数据平台", "建设数据平台"),
        ("也开展了专项检查15次", "开展了专项检查15次"),
        ("并对县级预案进行修订", "对县级预案进行修订"),
        ("又新建服务站3个", "新建服务站3个"),
        ("同时，建成服务站12个", "建成服务站12个"),
        ("此外还化解纠纷300件", "化解纠纷300件"),
        ("与此同时，并且开展培训15次", "开展培训15次"),
    ],
)
def test_a_linking_word_goes(zh, alone):
    """A clause that stands alone joins nothing."""
    assert unlinked(zh, DONE) == unlinked(zh, PLAN) == alone


@pytest.mark.parametrize(
    "zh",
    [
        "还款3亿元",
        "还清欠款12万元",
        "并购企业3家",
        "并网发电12万千瓦",
        "也门客商投资2亿元",
        "同时段客流增长5%",
        "还原事实真相12起",
    ],
)
def test_a_word_that_begins_alike_stays(zh):
    """还款 is to pay back and 并购 to merge: nothing is cut off a word."""
    assert unlinked(zh, DONE) == zh


@pytest.mark.parametrize(
    ("zh", "alone"),
    [("还不够完善", "还不够完善"), ("还开展得不够", "还开展得不够"), ("此外，机制不健全", "机制不健全")],
)
def test_what_is_still_so_stays_so(zh, alone):
    """In a shortcoming 还 says that it lasts."""
    assert unlinked(zh, LACK) == alone


def test_a_part_left_first_is_told_without_it():
    """Where no English passed of the part before, the one behind it does not go on from anything."""
    made, *_ = translate(f"{LASTING}，并梳理问题112个", "The the of")
    assert (made.zh, made.en) == ("梳理问题112个", "Identify 112 problems")


def test_a_part_is_asked_for_without_it():
    """The model is shown a clause that stands alone, and adds no `also`."""
    made, asked, _ = translate(f"梳理问题112个，并{LASTING}", POLISHED)
    assert POLISHED[1:] in made.en
    assert [what[0] for what in asked] == [LASTING[0]]


def test_a_date_for_several():
    """What follows is to be there by then too, until a clause says when itself."""
    units = ("到2026年，建成服务站3个", "修订规章2件", "每年开展培训5次", "完善机制")
    assert list(dated(units)) == [units[0], "到2026年，修订规章2件", *units[2:]]
    assert list(dated(("建成服务站3个", "2026年底前，修订规章2件", "完善机制"))) == [
        "建成服务站3个",
        "2026年底前，修订规章2件",
        "2026年底前，完善机制",
    ]
    plain = ("到2026年建成服务站3个", "修订规章2件")
    assert tuple(dated(plain)) == plain


REPORT = """\
青河县2025年法治政府建设工作报告

一、主要工作
开展专项检查15次；还设立了巡回法庭3个。

二、2026年工作计划
到2027年，新建便民服务站20个；修订政府规章3件，矛盾纠纷化解率达到95%以上。修订政府规章目录清单。
"""


def test_in_a_report(tmp_path):
    """Each clause of the sentence has the date, the next sentence has none."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    outline = split_report(load_report(str(path)))
    units = all_units(cut_chunks(outline, 700), outline, 34, lambda _zh, _kind: True, lambda _zh, _kind: "")
    ahead = [unit.zh for unit in units if unit.kind is PLAN]
    assert [zh.startswith("到2027年，") for zh in ahead] == [True] * (len(ahead) - 1) + [False]
    assert len(ahead) > 2
    assert "设立了巡回法庭3个" in [unit.zh for unit in units]
