"""What the place of a text tells of it: the dates of headings, the year of a title."""

from dataclasses import replace

import pytest

from govbrief.checking.check import check_wording, index_source, standpoint_of
from govbrief.checking.recheck import recheck_brief
from govbrief.checking.settled_year import without_year
from govbrief.checking.standpoint import dated_title, head_evidence
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.report import Role
from tests.documents.brief import BRIEF

TOLD = """\
北岭县2022年政府工作总结
一、主要成效
今年1月至5月，办结案件360件。
2021年全年，办结案件410件。
2019年以来建成站点12个。
"""


def read(text):
    return split_report(report_of(Extracted(text), "a.txt", text.encode(), "0"))


DATED = """\
石桥区2023年工作总结
一、2023年工作回顾
全年办结案件360件，群众满意度达到98%。
二、2024年工作打算
计划培训执法人员600人次，新建学校5所。
三、2021年以来的变化
建成站点12个。
"""


def test_an_english_title_may_add_the_year_of_its_report():
    """The year that a report has and its title leaves out is no news in English; another year is."""
    title, english = "法治政府建设年度报告", "Annual Report on Building a Law-Based Government in 2023"
    assert dated_title(title, english, "2023") == "法治政府建设年度报告（2023年）"
    assert dated_title(title, english, "2022") == title
    assert dated_title("2023年报告", english, "2023") == "2023年报告"


def test_headings_that_date_a_report_are_evidence_of_the_whole():
    """A sentence about the whole may name the year of the report and that of its plans; no other heading's."""
    told = [one.text for one in head_evidence(read(DATED))]
    assert "一、2023年工作回顾" in told
    assert "二、2024年工作打算" in told
    assert "三、2021年以来的变化" not in told


def test_a_section_knows_the_headings_that_date_it():
    """What a heading dates needs no date of its own: its place is known to the check, and no other heading's."""
    outline = read(DATED)
    for index, section in enumerate(outline.sections):
        told = [span.of(DATED) for span in standpoint_of(outline, index).dated]
        assert told == ([section.heading] if "年" in section.heading else [])
    assert standpoint_of(outline).dated == ()


def test_a_plan_year_that_the_source_does_not_give_is_told():
    """The year that plans are for is compared with the source like every other date of the head."""
    outline = read(DATED)
    source = index_source(outline)

    def said(year):
        head = BRIEF.report.model_copy(update={"plan_year": year})
        found = dict(recheck_brief(BRIEF.model_copy(update={"report": head}), outline, source))["head"]
        return [f for f in found if f.rule is Rule.DATE and f.expected == "2024"]

    assert not said(2024)
    assert [f.seen for f in said(2026)] == ["2026"]


def test_a_phrase_may_quote_what_its_chinese_quotes():
    """“清风窗口” is "Clean Windows"; where the Chinese quotes nothing, the English names what nobody knows."""
    outline = read(DATED)
    source = index_source(outline)

    def doubted(zh):
        [figure, *_] = BRIEF.figures
        figure = figure.model_copy(update={"measure": Bilingual(zh=zh, en="“Clean Windows” set up")})
        found = dict(recheck_brief(BRIEF.model_copy(update={"figures": (figure,)}), outline, source))[
            "figure 1"
        ]
        return [f.seen for f in found if f.rule is Rule.TITLE]

    assert doubted("设立“清风窗口”") == []
    assert doubted("设立窗口") == ["Clean Windows"]


@pytest.mark.parametrize(
    ("sentence", "zh", "en", "sound"),
    [
        ("今年", "2022年1月至5月办结案件360件。", "360 cases closed from January to May 2022.", True),
        ("今年", "今年1月至5月办结案件360件。", "360 cases closed from January to May 2022.", True),
        ("今年", "今年1月至5月办结案件360件。", "360 cases closed from January to May 2020.", False),
        ("今年", "2022年1月至5月办结案件360件。", "360 cases closed from January to May this year.", True),
        ("今年", "今年1月至5月办结案件360件。", "360 cases closed in January–May 2022.", True),
        ("今年", "今年办结案件360件。", "360 cases closed in 2022.", True),
        ("今年", "2022年办结案件360件。", "360 cases were closed this year.", True),
        ("今年", "2021年1月至5月办结案件360件。", "360 cases closed from January to May 2021.", False),
        ("今年", "2022年1月至6月办结案件360件。", "360 cases closed from January to June 2022.", False),
        ("2021年全年", "2022年办结案件410件。", "410 cases closed in 2022.", False),
        ("2019年以来", "2022年建成站点12个。", "12 stations built in 2022.", False),
    ],
)
def test_this_year_is_the_year_of_the_report(sentence, zh, en, sound):
    """A sentence that speaks of 今年 carries the report's year, and no other; one of another year does not."""
    outline = read(TOLD)
    cited = [s for section in outline.sections for s in section.sentences if s.text.startswith(sentence)]
    found = check_wording(zh, en, cited, index_source(outline), standpoint_of(outline, 0))
    assert all(one.verdict is Verdict.SUPPORTED for one in found) == sound, found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2022年1月至5月", "     1月至5月"),
        ("in 2022.", "in     ."),
        (
            "2022年度、2022年代、2022-2025年、12022、2022.5%",
            "2022年度、2022年代、2022-2025年、12022、2022.5%",
        ),
    ],
)
def test_a_year_is_blanked_where_it_stands_alone(text, left):
    """Offsets stay; spans of years, other numbers and names of decades are left."""
    assert without_year(text, 2022) == left
    assert without_year(text, None) == text


def test_nobody_guesses_whether_this_year_is_past_or_to_come():
    """In a report with plans of another year 今年 is settled only where the section looks back, or ahead."""
    outline = read(DATED)
    years = {}
    for index, section in enumerate(outline.sections):
        point = replace(standpoint_of(outline, index), cited="今年新建学校5所。")
        years[section.role] = point.this_year
    assert years[Role.PLAN] == 2024
    assert replace(standpoint_of(outline), cited="今年新建学校5所。").this_year is None
    assert standpoint_of(outline, 1).this_year is None
