"""Numbers, counts and names that a source does not hold are told, however they are written and wherever they stand."""

import pytest

from govbrief.checking.check import check_heading, check_naming, check_wording, index_source
from govbrief.checking.foreigners import check_foreigners
from govbrief.checking.strange_characters import check_characters
from govbrief.checking.strange_numerals import check_numerals
from govbrief.checking.vague_totals import check_totals
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief_schemas.finding import Finding, Rule, Verdict

TEXT = """\
白榆市司法局2023年法治政府建设年度报告

一、主要做法
全年办理行政审批事项1726件，同比增长5.2%。

二、存在的问题和不足
部分单位法治意识不强。
"""
OUTLINE = split_report(report_of(Extracted(TEXT), "x", TEXT.encode(), "utf-8"))
SOURCE = index_source(OUTLINE)
RESULT = next(s for section in OUTLINE.sections for s in section.sentences if "1726" in s.text)
ZH = "全年办理行政审批事项1726件"
EN = "The year saw 1,726 administrative approval matters handled"

LIES = [
    ("第mmxcix号", "no. mmxcix"),
    ("²³²件", "²³² cases"),
    ("九̲百件", "nine̲ hundred cases"),
    ("9⃣8⃣7⃣件", "9⃣8⃣7⃣ cases"),
    ("一О五件", "one thοusand cases"),
    ("⚅⚄件", "⚅⚄ cases"),
    ("🔟件", "🔟 cases"),
    ("🂩件", "🂩 cases"),
    ("𓎆件", "𓎆 cases"),
    ("⠼⠊件", "⠼⠊ cases"),
    ("⅞未办结", "⅞ of them pending"),
    ("九八七", "nine-eight-seven"),
    ("9O0件", "9O0 cases"),
    ("0xF12件", "0xF12 cases"),
    ("全部未办结", "nothing was closed"),
    ("从未办结", "not one was ever closed"),
    ("仅有个别办结", "only a few were closed"),
    ("绝大多数超期", "most were overdue"),
    ("成百上千件积压", "hundreds pending"),
    ("两三人死亡", "a couple of deaths"),
    ("数十人死亡", "dozens died"),
    ("无数人", "countless people"),
    ("全部超期", "all of them overdue"),
    ("一个世纪", "over a century"),
    ("美国司法部", "the US Department of Justice"),
]


def doubts(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.language for finding in findings if finding.verdict is not Verdict.SUPPORTED}


def test_what_the_source_holds_has_no_doubts():
    """The line that the lies are put into is sound without them."""
    assert not doubts(check_wording(f"{ZH}。", f"{EN}.", [RESULT], SOURCE))


@pytest.mark.parametrize(("zh", "en"), LIES)
def test_a_lie_in_a_line(zh, en):
    """In both languages, and in either alone."""
    assert doubts(check_wording(f"{ZH}，{zh}。", f"{EN}, {en}.", [RESULT], SOURCE)) & {"zh", "zh-en"}
    assert doubts(check_wording(f"{ZH}，{zh}。", f"{EN}.", [RESULT], SOURCE)) & {"zh", "zh-en"}
    assert doubts(check_wording(f"{ZH}。", f"{EN}, {en}.", [RESULT], SOURCE)) & {"en", "zh-en"}


@pytest.mark.parametrize(("zh", "en"), LIES)
def test_a_lie_in_a_name_or_a_heading(zh, en):
    """Who acts, and the English of what the report says of itself."""
    if not zh.startswith("全部超期"):  # 全 stands anywhere in a report
        assert doubts(check_naming(f"市司法局{zh}", f"municipal bureau of justice {en}", SOURCE))
    if "most" not in en:
        assert doubts(check_heading("主要做法", f"Main practices {en}", SOURCE))


@pytest.mark.parametrize("code", ["X987", "9-8-7", "l,O87"])
def test_a_code_in_a_heading(code):
    """A sign with digits is no number that two texts compare, and stands nowhere in the report."""
    assert doubts(check_heading("白榆市司法局", f"Baiyu Bureau of Justice {code}", SOURCE))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Phase II of the project", "二期工程"),
        ("Class III and Class IV water", "Ⅲ类、Ⅳ类水质"),
        ("120 m² and 3½ years", "120平方米，三年半"),
        ("CO₂ and parts (i), (ii) and (iii)", "二氧化碳"),
        ("a 7x24 hotline", "7×24小时热线"),
        ("一二三产业", "一产、二产、三产"),
        ("二〇二三年", "2023年"),
    ],
)
def test_numerals_that_are_none(text, held):
    """Steps that Chinese counts in its own way, units, lists and years."""
    assert not list(check_numerals(text, "zh" if "年" in text or "产" in text else "en", held))


@pytest.mark.parametrize(
    "text", ["Lü Liang’s café – 5 °C, 10 μm ≥ β", "吕梁——“五星”★●①→√㎡", "Ⅲ级", "１２件"]
)
def test_ordinary_characters(text):
    """Letters with marks of their own, signs, a Greek letter alone; numerals are for who reads these."""
    assert not list(check_characters(text, "en", ""))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("案件均已办结", "all of them were closed"),
        ("多数村已建成", "most were built"),
        ("数百名干部参训", "hundreds of officials took part"),
        ("计划均无数量指标", "plans without figures"),
        ("大批企业入驻", "scores of firms moved in"),
        ("没有发生事故", "nothing was damaged"),
        ("几十年来", "for decades"),
        ("千家万户", "countless homes"),
        ("两家企业", "a couple of firms"),
    ],
)
def test_totals_that_the_chinese_has(zh, en):
    """Each has its like."""
    assert not list(check_totals(zh, en, zh))


@pytest.mark.parametrize(
    ("text", "language", "held"),
    [
        ("China-US trade", "en", "中美贸易"),
        ("US$3 million", "en", "300万美元"),
        ("向市委书记汇报", "zh", "汇报"),
        ("高局长", "zh", "局长"),
        ("Inner Mongolia", "en", "内蒙古"),
        ("陈立新局长", "zh", "局长陈立新"),
    ],
)
def test_who_is_named_or_no_stranger(text, language, held):
    """One character names a country beside others; a post names nobody."""
    assert not list(check_foreigners(text, language, held))


def test_a_person_whom_nobody_named():
    """Told with the post, whole."""
    [finding] = check_foreigners("陈立新局长出席。", "zh", "司法局局长出席，美丽乡村。")
    assert finding.seen == "陈立新局长"
    assert [f.seen for f in check_foreigners("美国参加", "zh", "美丽乡村")] == ["美国"]


@pytest.mark.parametrize(
    ("source", "told", "doubtful"),
    [
        ("全年平稳，注987654。", "全年平稳，共987654件。", True),
        ("全年平稳\ue000注987654。", "平稳\ue000注987654共987654件。", True),
        ("全年受理案件数1726。", "全年受理案件1726件。", False),
        ("全年受理案件：1726。", "全年受理案件1726件。", False),
        ("全年受理1726件，其中甲区88。", "甲区88件。", False),
    ],
)
def test_a_unit_that_nothing_gives(source, told, doubtful):
    """A bare number is no count of cases, unless its label or its neighbours say so."""
    text = f"白榆市司法局2023年工作报告\n\n一、工作\n{source}\n"
    outline = split_report(report_of(Extracted(text), "x", text.encode(), "utf-8"))
    cited = [s for section in outline.sections for s in section.sentences]
    found = check_wording(told, "", cited, index_source(outline))
    assert any(one.rule is Rule.UNIT for one in found if one.verdict is Verdict.UNCHECKED) == doubtful
