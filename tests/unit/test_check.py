"""The verdicts on an item: each number against its sentences, the report, the other language."""

import pytest

from govbrief.checking.check import check_item, check_text, index_source
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

SENTENCES = [
    "全年审结行政复议案件6122件,实质性化解5837件。",
    "走访企业2000余家,审批时限控制在40个工作日以内,实际网办率提升至93.8%。",
    "败诉案件量下降9.5%,败诉率下降4.7个百分点。",
    "审查市政府常务会议题162项、政府发文26项。",
    "到2025年,每年完成立法项目不少于4个,免罚金额达4109.9余万元。",
    "开通12345热线,纳入三年行动“12+1”赛道,印发《法治政府建设实施纲要(2021—2025年)》。",
]


def outline():
    """A report of one section whose sentences stand one after the other."""
    spans, at = [], 0
    for sentence in SENTENCES:
        spans.append(Sentence(Span(at, at + len(sentence)), sentence))
        at += len(sentence)
    text = "".join(SENTENCES)
    section = Section("", "", 1, Role.ACHIEVEMENT, Span(0, len(text)), (), tuple(spans))
    return Outline(Report(text, "-", "", "utf-8"), (section,), (), ())


OUTLINE = outline()
SOURCE = index_source(OUTLINE)


def findings(zh, cited, en="-", role=Role.ACHIEVEMENT, kind=Kind.ACHIEVEMENT):
    """The findings on an item that cites sentences by their number."""
    evidence = tuple(OUTLINE.sections[0].sentences[i] for i in cited)
    return check_item(Item("00/00/0", kind, Theme.OTHER, zh, en, evidence, 0), SOURCE, role)


def numbers(zh, cited):
    """Verdict, rule, what was seen and what was expected of each number of a Chinese item."""
    other = {Rule.ECHO, Rule.TRANSLATION, Rule.TITLE}
    return [
        (f.verdict.value, f.rule.value, f.seen, f.expected)
        for f in findings(zh, cited)
        if f.language == "zh" and f.rule not in other
    ]


@pytest.mark.parametrize("i", range(len(SENTENCES)))
def test_a_sentence_supports_its_own_numbers(i):
    """Every number of the source is found, with the place where it stands."""
    found = [f for f in findings(SENTENCES[i], [i]) if f.language == "zh"]
    assert found
    assert {f.verdict for f in found} == {Verdict.SUPPORTED}
    assert all(SOURCE.text[f.start : f.end] == f.expected for f in found if f.start is not None)


@pytest.mark.parametrize("i", range(len(SENTENCES)))
def test_a_number_is_pointed_at(i):
    """Each finding about a number says where in the item it stands, right or wrong, in both languages."""
    zh = SENTENCES[i].replace("6", "7")
    found = [f for f in findings(zh, [i], "It heard 9,999 cases in 2024.") if f.language != "zh-en"]
    told = [f for f in found if f.rule not in {Rule.ECHO, Rule.TRANSLATION, Rule.TITLE}]
    texts = {"zh": zh, "en": "It heard 9,999 cases in 2024."}
    assert {f.language for f in told if f.at is not None} == {"zh", "en"}
    assert all(texts[f.language][f.at :].startswith(f.seen) for f in told if f.at is not None)
    alike = [f for f in told if f.at is None and f.seen[0].isdigit()]
    assert not alike


WRONG = [
    ("审结行政复议案件6128件。", 0, "REFUTED", "value", "6122件"),
    ("审结行政复议案件6122万件。", 0, "REFUTED", "value", "6122件"),
    ("审结行政复议案件6122人。", 0, "REFUTED", "unit", "6122件"),
    ("走访企业2000家。", 1, "REFUTED", "qualifier", "2000余家"),
    ("走访企业近2000家。", 1, "REFUTED", "qualifier", "2000余家"),
    ("败诉案件量上升9.5%。", 2, "REFUTED", "direction", "9.5%"),
    ("败诉案件量下降9.5个百分点。", 2, "REFUTED", "percent_point", "9.5%"),
    ("败诉率下降4.7%。", 2, "REFUTED", "percent_point", "4.7个百分点"),
    ("到2026年完成立法项目。", 4, "REFUTED", "date", "2025年"),
    ("免罚金额达4109.9余亿元。", 4, "REFUTED", "value", "4109.9余万元"),
    ("纳入三年行动“12+8”赛道。", 5, "REFUTED", "name", "12+1"),
    ("审结行政复议案件162件。", 0, "REFUTED", "value", "6122件"),
]


@pytest.mark.parametrize(("zh", "cited", "verdict", "rule", "expected"), WRONG)
def test_a_wrong_number_is_refuted_and_the_true_one_is_shown(zh, cited, verdict, rule, expected):
    """The finding names the rule that was broken and what the source says."""
    wrong = [row for row in numbers(zh, [cited]) if row[0] != "SUPPORTED"]
    assert [(row[0], row[1], row[3]) for row in wrong] == [(verdict, rule, expected)]


def test_numbers_that_change_places_are_refuted_both():
    """Each is true of the other's thing."""
    rows = numbers("审查市政府常务会议题26项、政府发文162项。", [3])
    assert [row[:2] for row in rows] == [("REFUTED", "subject"), ("REFUTED", "subject")]
    assert [row[3] for row in rows] == ["162项", "26项"]


def test_a_number_of_another_sentence_is_misplaced():
    """True of the report, but not in the cited sentence."""
    [row] = numbers("审查市政府常务会议题162项。", [0])
    assert row == ("MISPLACED", "value", "162项", "162项")


def test_a_number_that_stands_nowhere_is_not_found():
    """Neither value nor kind stands in the source."""
    [row] = numbers("投入资金37亿元。", [0])
    assert row == ("NOT_FOUND", "value", "37亿元", "")


def test_rounding_that_says_so_is_supported():
    """近 6000 of 5837 is honest, 6000 is not."""
    assert numbers("实质性化解近6000件。", [0])[0][0] == "SUPPORTED"
    assert numbers("实质性化解6000件。", [0])[0][0] == "REFUTED"


def test_the_english_is_checked_against_the_chinese_sentences():
    """A number that only the English gets wrong is found there and in the comparison of the two."""
    found = findings("审结行政复议案件6122件。", [0], en="It concluded 6,212 reconsideration cases.")
    wrong = [f for f in found if f.verdict is not Verdict.SUPPORTED and f.rule is Rule.VALUE]
    assert [(f.language, f.seen, f.expected) for f in wrong] == [
        ("en", "6,212", "6122件"),
        ("zh-en", "6,212", "6122件"),
    ]


def test_a_sound_item_has_no_finding_to_review():
    """Both languages, number by number."""
    zh = "走访企业2000余家,实际网办率提升至93.8%。"
    en = "It visited more than 2,000 enterprises, and the online handling rate rose to 93.8 percent."
    assert {f.verdict for f in findings(zh, [1], en=en)} == {Verdict.SUPPORTED}


def test_messages_say_what_stands_where_in_both_languages():
    """A reader understands the finding without the code."""
    [finding] = [
        f for f in findings("审结行政复议案件6128件。", [0]) if f.rule is Rule.VALUE and f.language == "zh"
    ]
    assert finding.message == "The Chinese says “6128件”, but the source says “6122件”."
    assert finding.message_zh == "中文写“6128件”，原文是“6122件”。"


def test_a_text_that_cites_nothing_is_checked_against_the_whole_report():
    """Summaries may draw on any sentence."""
    summary = "全年审结行政复议案件6122件,走访企业2000余家,败诉率下降4.8个百分点。"
    verdicts = [(f.seen, f.verdict) for f in check_text(summary, "zh", SOURCE)]
    assert verdicts == [
        ("6122件", Verdict.SUPPORTED),
        ("2000余家", Verdict.SUPPORTED),
        ("4.8个百分点", Verdict.REFUTED),
    ]


def test_an_english_summary_is_checked_too():
    """The same numbers in English words."""
    summary = "It concluded 6,122 cases and visited over 2,000 enterprises, with 34 million yuan."
    verdicts = [f.verdict for f in check_text(summary, "en", SOURCE)]
    assert verdicts[:2] == [Verdict.SUPPORTED, Verdict.SUPPORTED]
    assert verdicts[2] in {Verdict.REFUTED, Verdict.NOT_FOUND}


def test_titles_roles_and_echoes_are_part_of_an_item():
    """The check of an item is more than its numbers."""
    rules = {
        f.rule
        for f in findings("印发《环境保护法》。", [5], kind=Kind.PLAN)
        if f.verdict is not Verdict.SUPPORTED
    }
    assert {Rule.TITLE, Rule.ROLE, Rule.TRANSLATION} <= rules


def test_a_number_that_stands_twice_is_held_against_the_one_that_is_as_exact():
    """「连续两年」 beside 「两年多」: two years in English is the first of them."""
    text = "翻看两年多以来的成绩单,连续两年获评标杆城市。"
    section = Section(
        "", "", 1, Role.ACHIEVEMENT, Span(0, len(text)), (), (Sentence(Span(0, len(text)), text),)
    )
    source = index_source(Outline(Report(text, "-", "", "utf-8"), (section,), (), ()))
    found = check_text("The city was named a model two years in a row.", "en", source)
    assert [f.verdict for f in found] == [Verdict.SUPPORTED]
