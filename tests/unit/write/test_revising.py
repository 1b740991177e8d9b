"""The second reading: lines are corrected, joined and left out, and the check has the last word."""

import pytest

from govbrief.base.errors import ModelError
from tests.unit.failures.conftest import ONE_PASS
from tests.unit.write.conftest import CASES, DONE, LACKING, Scripted

BUILT = {
    "sentences": ["S1"],
    "kind": "achievement",
    "zh": "全年建成便民服务站300个。",
    "en": "300 convenience service stations were built in the year.",
}
HANDLED = BUILT | {"sentences": ["S2"], "zh": CASES, "en": DONE["en"]}
TEXT = """\
某市司法局2023年法治政府建设年度报告

一、主要做法和成效
全年建成便民服务站300个。
市司法局全年办理行政复议案件128件。
"""
BETTER = "128 applications for administrative reconsideration were handled over the year."


def revised(brief_of, *rows):
    """The lines of a brief of two, read once more, as (zh, en); what the request showed."""
    asker = Scripted(
        ItemsAnswer=[{"items": [BUILT, HANDLED]}, {"items": []}], RevisedItemsAnswer=[{"items": list(rows)}]
    )
    brief = brief_of(asker, TEXT)
    [asked] = asker.asked["RevisedItemsAnswer"]
    return [(item.zh, item.en) for item in brief.items], asked.user, brief


def test_every_line_is_shown_with_its_sentences_and_what_is_good_stays(brief_of):
    """The request shows both languages of a line, the sentences and the section's role; no change is an answer."""
    lines, shown, _ = revised(brief_of)
    assert lines == [(BUILT["zh"], BUILT["en"]), (CASES, DONE["en"])]
    assert "[achievement] from: 一、主要做法和成效 [achievement]" in shown
    assert "source: 市司法局全年办理行政复议案件128件。\nzh: 全年办理行政复议案件128件。" in shown


def test_a_line_is_corrected(brief_of):
    """The new words stand in the old line's place, on the old line's sentences."""
    lines, _, brief = revised(brief_of, {"lines": ["00/1"], "fault": "stiff", "zh": CASES, "en": BETTER})
    assert lines == [(BUILT["zh"], BUILT["en"]), (CASES, BETTER)]
    assert [one.text for one in brief.items[1].evidence] == ["市司法局全年办理行政复议案件128件。"]


def test_two_lines_become_one(brief_of):
    """The joined line rests on the sentences of both."""
    both = {
        "lines": ["00/0", "00/1"],
        "zh": "全年建成便民服务站300个，办理行政复议案件128件。",
        "en": "300 convenience service stations built and 128 administrative reconsideration cases handled.",
    }
    lines, _, brief = revised(brief_of, both)
    assert lines == [(both["zh"], both["en"])]
    assert len(brief.items[0].evidence) == 2


def test_an_idle_line_goes_and_a_shortcoming_never_does(brief_of):
    """A line without words is left out; a shortcoming stays as it was, and is not joined with anything."""
    assert [zh for zh, _ in revised(brief_of, {"lines": ["00/1"], "fault": "idle"})[0]] == [BUILT["zh"]]
    gone = [{"lines": ["00/1"]}, {"lines": ["00/0", "00/1"], "zh": CASES, "en": BETTER}]
    asker = Scripted(ItemsAnswer=[{"items": [DONE, LACKING]}], RevisedItemsAnswer=[{"items": gone}])
    assert [item.zh for item in brief_of(asker).items] == [CASES, LACKING["zh"]]


def test_who_drops_more_than_a_few_lines_drops_none(brief_of):
    """A reading that empties the brief is no reading; what it corrects is taken all the same."""
    rows = [{"lines": ["00/0"]}, {"lines": ["00/1"]}]
    assert [zh for zh, _ in revised(brief_of, *rows)[0]] == [BUILT["zh"], CASES]
    lines, _, _ = revised(
        brief_of, {"lines": ["00/0", "00/1"]}, {"lines": ["00/1"], "zh": CASES, "en": BETTER}
    )
    assert lines == [(BUILT["zh"], BUILT["en"]), (CASES, BETTER)]


def test_the_check_has_the_last_word(brief_of):
    """What is said better and is wrong is not taken: the line stays as it was, without a doubt."""
    wrong = {"lines": ["00/1"], "zh": CASES, "en": BETTER.replace("128", "182")}
    lines, _, brief = revised(brief_of, wrong)
    assert lines[1] == (CASES, DONE["en"])
    assert not brief.items[1].doubts


def test_a_reading_that_fails_leaves_the_lines_and_is_named(brief_of):
    """Nothing is lost, and the brief says what was not done."""
    asker = Scripted(ItemsAnswer=[{"items": [DONE]}, {"items": []}], RevisedItemsAnswer=[ModelError("busy")])
    brief = brief_of(asker, TEXT.replace("全年建成便民服务站300个。\n", ""))
    assert [item.zh for item in brief.items] == [CASES]
    assert [one.section for one in brief.failures] == ["revise 1"]


AIM = {
    "sentences": ["S2"],
    "kind": "achievement",
    "zh": "2025年建成便民服务站400个。",
    "en": "Build 400 convenience service stations by 2025.",
}


@pytest.mark.parametrize(("kind", "told"), [(None, "achievement"), ("plan", "plan")])
def test_a_wrong_kind_is_mended(brief_of, kind, told):
    """An aim that was told as done becomes a plan where the editor says so."""
    row = {"lines": ["00/1"], "kind": kind, "zh": AIM["zh"], "en": AIM["en"]}
    asker = Scripted(
        ItemsAnswer=[{"items": [BUILT, AIM]}, {"items": []}], RevisedItemsAnswer=[{"items": [row]}]
    )
    text = TEXT.replace("市司法局全年办理行政复议案件128件。", "力争到2025年建成便民服务站400个。")
    assert brief_of(asker, text).items[1].kind == told


def test_nothing_is_read_again_where_the_set_says_so(brief_of):
    """A set may do without the second reading."""
    asker = Scripted(ItemsAnswer=[{"items": [DONE, LACKING]}])
    brief_of(asker, prompts=str(ONE_PASS))
    assert not asker.asked["RevisedItemsAnswer"]
