"""A whole report on one line: its headings are found where they begin, and keep their roles."""

from pathlib import Path

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

DOCUMENTS = Path(__file__).resolve().parents[1] / "documents"
NUMBERED = (
    "budget-report",
    "economy-half-year",
    "hidden-shortcomings",
    "law-bureau-clauses",
    "law-district-one-line",
    "law-township-first-person",
    "pdf-wrapped",
    "plan-report",
    "titleless-state-council",
    "work-report-county",
    "work-report-first-second",
    "work-report-told",
)
"""Documents whose headings are numbered; on one line nothing else tells where an unnumbered one begins."""


def heads(text: str) -> list[tuple[str, str]]:
    report = report_of(Extracted(text), "a.txt", text.encode(), "0")
    found = [(one.heading, one.role.value) for one in split_report(report).sections if one.number]
    return [("".join(heading.split())[:5], role) for heading, role in found]


@pytest.mark.parametrize("name", NUMBERED)
@pytest.mark.parametrize("parting", ["", " ", "\u3000\u3000"], ids=["nothing", "blank", "indent"])
def test_headings_survive_a_lost_line_end(name, parting):
    """With nothing, a blank or an indent between what were lines, at least nine of ten headings keep place and role."""
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    expected = heads(text)
    found = heads(parting.join(lines))
    assert sum(one in found for one in expected) >= 0.9 * len(expected)
    assert len(found) <= 1.1 * len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "全市统一、规范、高效推进各项工作，既要抓好第一、二产业融合，也要补齐第三、四季度短板，坚持逐一、反复、全面排查。"
        * 3,
        "一是加强领导，健全机制。二是强化保障，落实责任。三是严格考核，跟踪问效。" * 4,
        "具体包括（一）制定规章；（二）清理文件；（三）备案审查等内容，由各部门分别负责落实。" * 3,
    ],
    ids=["words", "clauses", "a list in a sentence"],
)
def test_prose_has_no_headings(text):
    """Figures that belong to words and lists inside sentences are no headings."""
    assert heads(f"石岭市2023年工作总结\n{text}\n") == []


def test_leads_are_found_without_line_ends():
    """Short sentences that each name what follows are headings, in a text that lost its line ends too."""
    text = (
        "石岭市2024年工作计划一、总体要求坚持稳中求进，推动高质量发展。二、重点工作（一）扩大内需，稳定增长"
        "扩大有效投资。实施重点项目120个，年度投资达到186亿元，加快补齐基础设施短板，做好要素保障。"
        "激发消费潜力。发放消费券3000万元，举办促销活动46场，培育夜间经济集聚区6个，引进首店12家。"
        "稳定外贸外资。新增进出口实绩企业35家，跨境电商交易额达到8.6亿元，实际利用外资1.2亿美元。"
        "（二）改善民生，增进福祉新建学校5所。三、保障措施压实工作责任，强化跟踪督办，确保各项任务落到实处。"
    )
    report = report_of(Extracted(text), "a.txt", text.encode(), "0")
    found = [one.heading for one in split_report(report).sections if not one.number and one.heading]
    assert found == ["扩大有效投资", "激发消费潜力", "稳定外贸外资"]


def test_a_conversation_is_parted_without_line_ends():
    """Who asks and who answers begin paragraphs of their own, so that a question is no achievement."""
    text = (
        "石岭市召开养老服务新闻发布会主持人：各位记者朋友，大家上午好！今天请来市民政局局长林涛先生介绍情况。"
        "林涛：2023年，全市建成养老服务站32个，新增助餐点18个，惠及老人2.6万人，培训护理员860人次。"
        "石岭晚报记者：请问目前还存在哪些困难？林涛：护理人员缺口较大，部分设施利用率不高。"
        "石岭电视台记者：请问今年有什么打算？林涛：我们将新建社区食堂12家，培训护理员1200人次。"
    )
    report = report_of(Extracted(text), "a.txt", text.encode(), "0")
    sections = split_report(report).sections
    asked = [one.heading for one in sections if one.heading]
    assert asked == ["石岭晚报记者：请问目前还存在哪些困难？", "石岭电视台记者：请问今年有什么打算？"]
    assert [one.role.value for one in sections if "林涛" in one.speaker][-1] == "plan"
