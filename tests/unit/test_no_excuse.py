"""What excuses a number or a name holds only where it was meant to: beside it the same is an error."""

import pytest

from govbrief.base.settings import Settings
from govbrief.checking.check import check_pair, check_wording, index_source, standpoint_of
from govbrief.checking.strangers import check_strangers
from govbrief.model.ledger import Totals
from govbrief.model.speed import speed_of
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief_schemas.finding import Rule, Verdict

TEXT = "石岭市2023年工作总结\n一、工作\n全市每万人拥有律师3.6名，开展律师培训。\n"


def numbers(zh, en):
    outline = split_report(report_of(Extracted(TEXT), "a.txt", TEXT.encode(), "0"))
    sentences = [one for section in outline.sections for one in section.sentences]
    found = check_wording(zh, en, sentences, index_source(outline), standpoint_of(outline))
    return {finding.seen: finding.verdict for finding in found}


def test_a_base_is_no_amount():
    """每万人 carries 10,000 as the base of a rate, and not as ten thousand lawyers trained."""
    told = numbers("全市培训律师1万名。", "Trained 10,000 lawyers.")
    assert told["1万名"] is not Verdict.SUPPORTED
    assert told["10,000"] is not Verdict.SUPPORTED
    assert numbers("每万人拥有律师3.6名。", "3.6 lawyers per 10,000 people.")["3.6"] is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text", ["立足全局，优化产业布局，打好开局。", "上市公司和国有银行加大支持。", "搭建新格局。"]
)
def test_words_that_end_like_an_organ_are_none(text):
    """布局 and 格局 are no bureaus, listed companies nobody in particular."""
    assert not list(check_strangers(text, "zh", TEXT))


def test_an_organ_that_nobody_named_is_a_stranger():
    """A bureau of two characters that the report never writes."""
    assert [finding.seen for finding in check_strangers("真理局成立。", "zh", TEXT)] == ["真理局"]


@pytest.mark.parametrize(
    ("zh", "en", "sound"),
    [
        ("孕晚期妇女增加。", "Women in the third trimester increased.", True),
        ("启动地铁建设。", "Started the third phase of metro construction.", False),
        ("建设机场跑道。", "Built the second runway and its third extension.", False),
    ],
)
def test_only_what_chinese_tells_by_a_word_needs_no_ordinal(zh, en, sound):
    """晚期 is the third trimester; a third phase is somebody's claim."""
    found = [one for one in check_pair(zh, en) if one.rule is Rule.MISSING]
    assert bool(found) is not sound


@pytest.mark.parametrize(
    ("en", "sound"),
    [
        ("State Council General Office service-code pilot taken on.", True),
        ("The State Council General Office completed the pilot required.", False),
    ],
)
def test_a_verb_with_its_object_is_no_headline_passive(en, sound):
    """Who is helped did not do it, whatever participle ends the sentence."""
    found = [one for one in check_pair("配合国务院办公厅完成试点。", en) if one.rule is Rule.ACTOR]
    assert bool(found) is not sound


def test_a_model_is_measured_by_its_own_answers():
    """A date behind the name is the same model; another word is another one."""
    kept = [Totals("gpt-4o-mini", 9, 900, 900, 1.0), Totals("gpt-4o-2024-08-06", 9, 900, 900, 10.0)]
    assert speed_of(Settings(base_url="http://x/v1", model="gpt-4o"), kept).tokens_per_s == 90.0
    assert not speed_of(Settings(base_url="http://x/v1", model="gpt-4"), kept).measured
