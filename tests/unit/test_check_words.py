"""What the check says of an item besides its numbers."""

import pytest

from govbrief.checking.carried import check_carried
from govbrief.checking.check import check_pair
from govbrief.checking.words import (
    check_echo,
    check_english_titles,
    check_role,
    check_titles,
    check_translation,
    check_untranslated,
    fold_with_origin,
)
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Role

SOURCE = "市政府印发《法治政府建设实施纲要(2021—2025年)》和《大连市行政审批中介服务事项清单(2023版)》。"
CITED = "制定政府规章1件,修订1件,废止6件,发布行政规范性文件指导性案例4批8件。"


def test_a_title_that_stands_in_the_source_is_supported_with_its_place():
    """Full-width brackets and another dash do not make another title."""
    [finding] = check_titles("印发《法治政府建设实施纲要（2021-2025年）》", fold_with_origin(SOURCE))
    assert finding.verdict is Verdict.SUPPORTED
    assert SOURCE[finding.start : finding.end] == "《法治政府建设实施纲要(2021—2025年)》"


def test_a_changed_title_is_refuted_and_the_nearest_is_named():
    """The reader is shown which title the source holds."""
    [finding] = check_titles("《大连市行政审批服务事项清单(2024版)》", fold_with_origin(SOURCE))
    assert (finding.verdict, finding.rule) == (Verdict.REFUTED, Rule.TITLE)
    assert finding.expected == "《大连市行政审批中介服务事项清单(2023版)》"
    assert finding.expected in finding.message


def test_an_invented_title_is_not_found():
    """A title unlike any of the source has no nearest match."""
    [finding] = check_titles("《噪声污染防治法》", fold_with_origin(SOURCE))
    assert (finding.verdict, finding.expected) == (Verdict.NOT_FOUND, "")


def test_an_english_title_is_unchecked_and_never_passed():
    """No rule knows the Chinese name of an English title."""
    [finding] = check_english_titles("It issued the “Measures for Administrative Penalties”.")
    assert finding.verdict is Verdict.UNCHECKED


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("It issued the 《实施纲要》 in May.", ["《实施纲要》"]),
        ("The 放管服 reform and the 一网通办 portal", ["放管服", "一网通办"]),
        ("All 12 items were handled.", []),
    ],
)
def test_chinese_in_the_english_is_found_run_by_run(text, runs):
    """Every run of Chinese characters is one finding."""
    assert [finding.seen for finding in check_untranslated(text)] == runs


@pytest.mark.parametrize(
    "en",
    [
        "",
        "  ",
        "。",
        "大连市推进改革",
        "The government issued the",
        "It revised 3 rules and (",
        "Rules,",
        "Of the.",
    ],
)
def test_english_that_is_empty_or_cut_off_is_refuted(en):
    """An item whose English stops in mid-sentence is not a translation."""
    findings = list(check_translation("市政府印发了关于进一步优化营商环境的实施方案。", en))
    assert [(f.verdict, f.rule, f.language) for f in findings] == [(Verdict.REFUTED, Rule.TRANSLATION, "en")]


@pytest.mark.parametrize(
    "en", ["The city issued a plan to improve the business environment.", "Plan for reform"]
)
def test_whole_sentences_and_headlines_pass(en):
    """A missing full stop alone is no error."""
    assert not list(check_translation("市政府印发实施方案。", en))


@pytest.mark.parametrize(
    "en",
    [
        "It issued 586 opinions in 2023.0000000000000000000.",
        "It was a " + "very very very " * 5 + "good year.",
    ],
)
def test_english_that_repeats_itself_is_refuted(en):
    """A small model that is stuck writes no translation."""
    assert [f.rule for f in check_translation("全年出具意见书586份。", en)] == [Rule.TRANSLATION]


def test_an_item_without_chinese_is_refuted():
    """The Chinese side of an item must be Chinese."""
    [finding] = check_translation("Regulations revised", "Three regulations were revised.")
    assert finding.language == "zh"


def test_an_item_that_no_cited_sentence_carries_is_an_echo():
    """The words of an item must come from its evidence."""
    [finding] = check_echo("深化放管服改革,优化营商环境。", [CITED])
    assert (finding.verdict, finding.rule) == (Verdict.NOT_FOUND, Rule.ECHO)
    assert not list(check_echo("全年废止政府规章6件。", [CITED]))


@pytest.mark.parametrize(
    ("kind", "role", "cited", "fits"),
    [
        (Kind.SHORTCOMING, Role.SHORTCOMING, "", True),
        (Kind.ACHIEVEMENT, Role.SHORTCOMING, "", False),
        (Kind.PLAN, Role.PLAN, "", True),
        (Kind.ACHIEVEMENT, Role.PLAN, "", False),
        (Kind.PLAN, Role.ACHIEVEMENT, "将法治建设纳入考核。", False),
        (Kind.PLAN, Role.ACHIEVEMENT, "到2025年底,实现全覆盖。", True),
        (Kind.SHORTCOMING, Role.ACHIEVEMENT, "修订规章1件。", False),
        (Kind.ACHIEVEMENT, Role.LEADERSHIP, "", True),
        (Kind.PLAN, Role.OTHER, "", True),
    ],
)
def test_the_kind_of_an_item_fits_the_role_of_its_section(kind, role, cited, fits):
    """A plan in the list of achievements needs a sentence that states a target."""
    assert (not list(check_role(kind, role, [cited]))) is fits


@pytest.mark.parametrize(
    ("zh", "en", "rule"),
    [
        ("无锡市政府公布清单。", "The Wuxi government published the list.", None),
        ("常州市政府公布清单。", "The Wuxi government published the list.", Rule.PLACE),
        ("沈阳市司法局获评先进窗口。", "The bureau was named a model window of Wuxi City.", Rule.PLACE),
        ("安达市政府公布清单。", "The Anda government published the list.", None),
        ("全市废止政府规章5件。", "The city repealed five government rules.", None),
        ("全市废止政府规章5件。", "The city suppressed five government rules.", Rule.TERM),
        ("健全各级政府责任制度。", "Improve the responsibility system of governments at all levels.", None),
        (
            "健全各级政府责任制度。",
            "Improve the responsibility system of the highest level of government.",
            Rule.TERM,
        ),
    ],
)
def test_short_place_names_and_known_false_friends(zh, en, rule):
    """A name of four letters is a name; a term is not told by a word that means another thing."""
    found = {f.rule for f in check_pair(zh, en) if f.verdict is not Verdict.SUPPORTED}
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("zh", "en", "sound"),
    [
        ("大厅提供7×24小时自助服务。", "The hall offers round-the-clock self-service.", True),
        ("大厅提供7*24小时自助服务。", "The hall offers self-service 24/7.", True),
        ("大厅提供7×24小时自助服务。", "The hall offers self-service.", False),
        ("召开第二次会议。", "The second meeting was held.", True),
        ("两台设备投入使用。", "The second device was put into use.", False),
    ],
)
def test_what_is_told_without_its_number_and_what_never_ranks(zh, en, sound):
    """7×24 is round the clock; 两台 counts, and nothing is second in it."""
    assert all(f.verdict is Verdict.SUPPORTED for f in check_pair(zh, en)) is sound


@pytest.mark.parametrize(
    ("zh", "sound"),
    [
        ("对已签订合同20份进行复查。", True),
        ("审查签订合同草稿3份。", False),
        ("审查未签订合同草稿3份。", True),
    ],
)
def test_a_no_is_dropped_only_where_its_clause_is_told(zh, sound):
    """已签订 stands in the sentence beside 未签订: telling the one drops nothing of the other."""
    cited = "复查以部门名义已签订合同20份,审查未签订合同草稿3份。"
    assert (not list(check_carried(zh, [cited]))) is sound


@pytest.mark.parametrize(
    ("zh", "en", "sound"),
    [
        ("参加论证会50人次。", "Participated in 50 expert review meetings.", False),
        ("参加论证会50人次。", "Attended expert review meetings 50 times in all.", True),
        ("参加论证会50场。", "Participated in 50 expert review meetings.", True),
        ("组织培训500人次。", "Held 500 training sessions.", False),
        ("组织培训500人次。", "Trained 500 people.", True),
        ("接待群众3000人次。", "Received 3,000 visits.", True),
    ],
)
def test_attendances_are_no_meetings(zh, en, sound):
    """人次 counts who came, and not what they came to."""
    found = {f.rule for f in check_pair(zh, en) if f.verdict is not Verdict.SUPPORTED}
    assert found == (set() if sound else {Rule.NUMBER_NOUN})
