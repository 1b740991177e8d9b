"""Which sentences may become items, what the model is not asked, and which places a report names."""

import pytest

from govbrief.names.toponyms import toponyms
from govbrief.read.chunks import cut_chunks
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.read.structure.lookback import looks_back
from govbrief.small.choosing import plan_lines
from govbrief.small.tellable import all_units
from govbrief_schemas.item import Kind

REPORT = """\
宁波市鄞州区2023年法治政府建设情况报告

一、下一步工作打算
2022年，鄞州区被命名为全国法治政府建设示范区，实现了率先突破。到2025年，每年完成立法项目不少于4个。
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return load_report(str(path))


def test_what_was_done_is_no_plan(report):
    """A section of plans may recall what was done before; told as a plan that would be false."""
    outline = split_report(report)
    units = all_units(cut_chunks(outline, 700), outline, 34, lambda _zh, _kind: False, lambda _zh, _kind: "")
    lines = plan_lines(units, outline, lambda _zh, _kind: False)
    planned = [unit.zh for line in lines if line.kind is Kind.PLAN for unit in line.units]
    assert planned == ["到2025年，每年完成立法项目不少于4个"]


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("年初以来，市委安排部署了专项行动。", True),
        ("我们已经公布实施办法，这将有助于律师和法官互相监督。", True),
        ("2022年获评全国示范市。", True),
        ("前不久，我们召开了工作会议，部署了今年要抓好的重点工作。", True),
        ("市委政法委在领导小组的领导下，成立了工作专班。", True),
        ("成立了专班的地区要继续推进。", False),
        ("2024年，我市将继续推进法治政府建设。", False),
        ("2025年底前，建成数字法治平台，形成了新格局。", False),
        ("巩固已经取得的成果。", False),
        ("推动更多地区实现率先突破。", False),
    ],
)
def test_looking_back(sentence, back):
    """A time at the head and a thing done."""
    assert looks_back(sentence) is back


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("宁波市海曙区、江北区", {"海曙区": "Haishu District"}),
        ("宁波市象山县", {"象山县": "Xiangshan County"}),
        ("沈阳市和平区", {"和平区": "Heping District"}),
        ("宁波市各县区和宁波市经济开发区", {}),
        ("宁波市高新区，宁波市示范区，宁波市两区", {}),
    ],
)
def test_districts_keep_their_names(tmp_path, text, names):
    """A district behind its city is spelt, and what only looks like one is not."""
    path = tmp_path / "report.txt"
    path.write_text(f"某某报告\n\n{text}开展工作。\n", encoding="utf-8")
    found = {term.zh: term.en for term in toponyms(load_report(str(path)))}
    assert {zh: en for zh, en in found.items() if not zh.endswith("市")} == names
