"""Traditional Chinese is read like simplified Chinese, and shown as the source writes it."""

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief.read.traditional import is_traditional, simplified

PLAN = (
    "石嶺市政府民國112年度施政計畫執行報告\n壹、前言\n本府秉持服務精神，持續推動各項市政建設，並檢討年度執行情形。\n"
    "貳、執行成果\n一、民政業務\n（一）辦理里民活動中心整建12處，經費新臺幣3,500萬元。\n（二）新住民輔導課程參加2,345人次。\n"
    "二、工務業務\n完成道路改善18公里，民眾滿意。\n參、檢討與困難\n人力不足，部分工程進度落後。\n"
    "肆、未來展望\n未來將新建公園3處。\n"
)


def outline(text: str):
    return split_report(report_of(Extracted(text), "a.txt", text.encode(), "0"))


def test_a_report_is_read():
    """Numerals of the formal sort number the highest headings; roles and metadata are those of any report."""
    found = outline(PLAN)
    rows = [(one.heading, one.level, one.role.value) for one in found.sections if "（" not in one.heading]
    assert rows == [
        ("壹、前言", 1, "achievement"),
        ("貳、執行成果", 1, "achievement"),
        ("一、民政業務", 2, "achievement"),
        ("二、工務業務", 2, "achievement"),
        ("參、檢討與困難", 1, "shortcoming"),
        ("肆、未來展望", 1, "plan"),
    ]


def test_what_is_shown_is_the_source():
    """Headings, sentences and metadata keep the source's own characters."""
    found = outline(PLAN)
    assert found.report.title.value == "石嶺市政府民國112年度施政計畫執行報告"
    assert found.report.issuer.value == "石嶺市政府"
    assert found.report.year.value == "2023"
    for one in found.sections:
        assert one.heading in PLAN
        for sentence in one.sentences:
            assert sentence.text == sentence.span.of(PLAN)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("二零二三年施政報告\n一、過去一年的工作\n政府動用超過30億港元，支援約15萬個家庭。\n", "2023"),
        ("石嶺縣112年度工作總結\n各項業務順利推動，民眾滿意度持續提升，建設成果豐碩。\n", "2023"),
        ("石嶺縣政府一一三年度報告\n各項業務順利推動，民眾滿意度持續提升。\n", None),
    ],
)
def test_years(text, year):
    """Years of the republic and years in words are read as years."""
    found = outline(text).report.year
    assert (found.value if found else None) == year


def test_the_copy_keeps_its_length():
    """Spans hold in the copy and in the source."""
    assert len(simplified(PLAN)) == len(PLAN)
    assert is_traditional(PLAN)
    assert not is_traditional(simplified(PLAN))
