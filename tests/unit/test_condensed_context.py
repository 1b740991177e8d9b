"""What stands around a condensed line, its sentences, its fields and its list, is read before the line is refused."""

import pytest

from govbrief.checking.carried import check_carried
from govbrief.checking.check import NOBODY, Standpoint, check_heading, check_pair, check_wording, index_source
from govbrief.checking.fields import of_field
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

SPEAKER = Standpoint(issuer="青桐市人民政府", year=2023)


def complaints(findings):
    """What a reader would be told is wrong."""
    return [f.message for f in findings if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}]


def evidence_of(*texts):
    """The sentences of a report that holds nothing else, and its index."""
    sentences, at = [], 0
    for text in texts:
        sentences.append(Sentence(Span(at, at + len(text)), text))
        at += len(text)
    section = Section("", "", 1, Role.OTHER, Span(0, at), (), tuple(sentences))
    report = Report("".join(texts), "-", "", "utf-8")
    return sentences, index_source(Outline(report, (section,), (), ()))


@pytest.mark.parametrize(
    ("zh", "source", "beside"),
    [
        ("建成公厕30座", "年内力争建成公厕30座。", "改造道路20条，年内力争建成公厕30座。"),
        ("引进外资1.5亿美元", "计划引进外资1.5亿美元。", "力争签约60个项目，引进外资1.5亿美元。"),
        ("出台实施细则", "拟出台实施细则。", "计划年内出台实施细则。"),
    ],
)
def test_a_phrase_is_judged_with_its_line(zh, source, beside):
    """A target need not repeat the 力争 that its line says; without the line it is done for planned."""
    assert not list(check_carried(zh, [source], beside))
    assert list(check_carried(zh, [source]))


def test_another_no_of_the_source_is_a_no():
    """未 stands for 还没有; where the source affirms, it is the opposite."""
    assert not list(check_carried("拖欠账款未完全解决。", ["拖欠账款问题还没有完全解决。"]))
    assert list(check_carried("拖欠账款未完全解决。", ["拖欠账款问题完全解决。"]))


def test_what_a_cited_sentence_tells_is_not_invented():
    """A detail that only the sentences give may be told in English; one that nothing gives may not."""
    sentences, source = evidence_of("依法严惩贿赂、抢劫等犯罪。")
    told = "Bribery and other crimes were punished by law."
    assert not complaints(check_wording("依法严惩犯罪。", told, sentences, source, SPEAKER))
    sentences, source = evidence_of("依法严惩各类犯罪。")
    assert complaints(check_wording("依法严惩犯罪。", told, sentences, source, SPEAKER))


def test_a_label_is_no_shortfall():
    """不足： heads a list of shortcomings and need not be told; 力量不足 need be."""
    sound = (
        "不足：作为首批示范市带动作用不够。",
        "Among the first model cities, it leads others too little.",
    )
    assert not complaints(check_pair(*sound, SPEAKER))
    assert complaints(
        check_pair("基层执法力量不足。", "Grassroots enforcement teams are sufficient.", SPEAKER)
    )


def test_plans_are_no_document():
    """计划无指标 speaks of plans; 通知 for 办法 is another document."""
    assert not list(check_carried("自评有进展,计划无指标。", ["法治政府建设情况报告。"]))
    assert list(check_carried("印发工作通知。", ["印发工作办法。"]))


def test_headings_are_told_short():
    """The English of a heading may leave clauses out; it may not say something else."""
    _, source = evidence_of("(六)调处化解社会矛盾纠纷,促进社会公平正义")
    assert not complaints(check_heading(source.text, "Resolving disputes", source))
    assert complaints(check_heading(source.text, "Resolving 12 disputes", source))


def test_numbers_inside_a_quotation_carry_a_line():
    """半日 stands in “一窗办、半日结”; 5分钟 does not stand in “15分钟服务圈”."""
    sentences, source = evidence_of("登记注册实现“一网通、一窗办、半日结”。")
    assert not complaints(
        check_wording(
            "登记注册半日办结。", "Registration is done within half a day.", sentences, source, NOBODY
        )
    )
    sentences, source = evidence_of("打造“15分钟服务圈”。")
    found = check_wording(
        "打造5分钟服务圈。", "A 5-minute service circle was built.", sentences, source, NOBODY
    )
    assert complaints(found)


def test_two_years_of_one_span_do_not_change_places():
    """2021—2025年 is one quantity: neither of its years is told for the other, wherever the item puts it."""
    sentences, source = evidence_of(
        "认真落实《法治政府建设实施纲要（2021—2025年）》。", "组织实施机构改革工作。"
    )
    found = check_wording(
        "实施机构改革；落实2021—2025年实施纲要。",
        "Carry out institutional reform and the 2021–2025 Outline.",
        sentences,
        source,
        NOBODY,
    )
    assert not [f for f in found if f.rule is Rule.SUBJECT]


def test_a_complaint_names_its_field():
    """What is wrong with a target is not told of the line; a confirmation stays as it is."""
    wrong = next(iter(check_pair("新建12所学校。", "Thirteen schools were built.")))
    assert of_field(wrong, "target").message.startswith("In its target, the ")
    assert of_field(wrong, "target").message_zh.startswith("目标一栏：")
