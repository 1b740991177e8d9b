"""Who speaks in a press conference stands at every section: organ, office and name as the text gives them."""

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

PRESS = (
    "石岭市“稳就业”新闻发布会实录\n"
    "主持人：各位记者朋友，大家好！今天请来市人社局局长王建平先生、市医保局副局长李慧女士回答提问。\n"
    "石岭日报记者：请问今年在促进就业方面有哪些举措？\n"
    "王建平：2023年全市城镇新增就业6.2万人。\n"
    "同时，建成零工市场12个，扶持创业4100人。\n"
    "晚报记者：医保方面下一步有什么打算？\n"
    "李慧：我们将把更多村卫生室纳入结算范围。\n"
    "主持人：感谢各位，今天的发布会到此结束。\n"
)


def voices(text: str) -> list[tuple[str, str]]:
    outline = split_report(report_of(Extracted(text), "a.txt", text.encode(), "0"))
    return [
        (one.speaker, one.heading[:4] or "".join(s.text for s in one.sentences)[:4])
        for one in outline.sections
    ]


def test_every_turn_has_its_speaker():
    """Names are told in full, a second paragraph of an answer keeps its speaker, a question has its asker."""
    assert voices(PRESS) == [
        ("主持人", "主持人："),
        ("石岭日报记者", "石岭日报"),
        ("市人社局局长王建平", "王建平："),
        ("晚报记者", "晚报记者"),
        ("市医保局副局长李慧", "李慧：我"),
        ("主持人", "主持人："),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "石岭市2023年工作总结\n一、成效\n其中：工业投资增长3.5%，农业投资增长2.1%。\n二、打算\n目标：新增就业6万人。\n",
        "石岭市2023年统计公报\n一、综合\n注：本公报数据为初步统计数。\n二、农业\n粮食：总产量平稳增长，种植面积扩大。\n",
    ],
)
def test_words_before_a_colon_are_no_speakers(text):
    """Only who is named, asked or holds an office speaks."""
    assert {voice for voice, _ in voices(text)} == {""}


def test_an_answer_to_what_comes_next_is_a_plan():
    """The role of an answer follows its question, where that asks for plans."""
    outline = split_report(report_of(Extracted(PRESS), "a.txt", b"", "0"))
    roles = {"".join(s.text for s in one.sentences)[:2]: one.role.value for one in outline.sections}
    assert (roles["王建"], roles["李慧"]) == ("achievement", "plan")
