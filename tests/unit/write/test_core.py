"""The core step, a report to its brief, with a scripted model: what is asked, and what is made of the answers."""

import pytest

from govbrief.base.errors import ModelError
from govbrief.methods import load_set
from tests.unit.write.conftest import CASES, DONE, LACKING, Scripted

WRONG = DONE | {"en": "182 administrative reconsideration cases were handled in the year."}


def test_sound_answer_is_asked_for_once(brief_of):
    """Lines with their evidence, the source's own slice, and nothing sent back."""
    asker = Scripted(ItemsAnswer=[{"items": [DONE, LACKING]}])
    brief = brief_of(asker)
    assert [(item.kind, item.zh) for item in brief.items] == [
        ("achievement", CASES),
        ("shortcoming", LACKING["zh"]),
    ]
    assert brief.items[0].evidence[0].text == "市司法局全年办理行政复议案件128件。"
    assert not any(item.doubts for item in brief.items)
    assert not brief.failures
    steps = {"ItemsAnswer": 1, "RevisedItemsAnswer": 1, "WholeAnswer": 1}
    assert {name: len(asks) for name, asks in asker.asked.items()} == steps


def test_wrong_number_goes_back_with_the_complaint(brief_of):
    """The model is told which number is wrong, and its second try is taken; sound lines are not asked again."""
    asker = Scripted(
        ItemsAnswer=[{"items": [WRONG, LACKING]}], AgainItemsAnswer=[{"items": [DONE | {"id": "00/0"}]}]
    )
    brief = brief_of(asker)
    [again] = asker.asked["AgainItemsAnswer"]
    assert again.enums["id"] == ("00/0",)
    assert "182" in again.user
    assert "128" in again.user
    assert brief.items[0].en == DONE["en"]
    assert not brief.items[0].doubts
    assert brief.provenance.reasks == 1


def test_number_that_stays_wrong_is_marked(brief_of):
    """What two tries do not mend stands in the brief with its finding, and is not asked for a third time."""
    asker = Scripted(
        ItemsAnswer=[{"items": [WRONG, LACKING]}], AgainItemsAnswer=[{"items": [WRONG | {"id": "00/0"}]}]
    )
    brief = brief_of(asker)
    assert len(asker.asked["AgainItemsAnswer"]) == 1
    assert brief.items[0].en == WRONG["en"]
    assert any("182" in finding.message for finding in brief.items[0].doubts)


def test_worse_second_try_is_not_taken(brief_of):
    """Of two tries with faults the one with the milder ones stays."""
    worse = WRONG | {
        "id": "00/0",
        "en": "999 cases and 777 complaints were handled in the central ministry in 2019.",
    }
    asker = Scripted(ItemsAnswer=[{"items": [WRONG, LACKING]}], AgainItemsAnswer=[{"items": [worse]}])
    assert brief_of(asker).items[0].en == WRONG["en"]


def test_untold_shortcoming_is_asked_for(brief_of):
    """A shortcoming that no line tells is asked for by its own id, and named when it stays untold."""
    told = Scripted(ItemsAnswer=[{"items": [DONE]}, {"items": [LACKING | {"sentences": ["S1"]}]}])
    brief = brief_of(told)
    _, asked = told.asked["ItemsAnswer"]
    assert LACKING["zh"] in asked.user
    assert DONE["zh"] in asked.user
    assert [item.kind for item in brief.items] == ["achievement", "shortcoming"]
    assert not brief.failures
    untold = brief_of(Scripted(ItemsAnswer=[{"items": [DONE]}, {"items": []}]))
    assert [item.kind for item in untold.items] == ["achievement"]
    [failure] = untold.failures
    assert LACKING["zh"][:8] in f"{failure.section} {failure.reason}"


def test_line_without_evidence_is_no_line(brief_of):
    """A line that names no sentence of the request is left out and counted among the failures."""
    stray = DONE | {"sentences": ["S77"]}
    brief = brief_of(Scripted(ItemsAnswer=[{"items": [stray, LACKING]}, {"items": []}]))
    assert [item.kind for item in brief.items] == ["shortcoming"]
    assert any("name no sentence that was shown" in failure.reason for failure in brief.failures)


def test_whole_without_an_answer_costs_no_line(brief_of):
    """The lines stay when headline and summary cannot be had, and the brief says so."""
    refused = ModelError("whole: the server is gone", fatal=True)
    brief = brief_of(Scripted(ItemsAnswer=[{"items": [DONE, LACKING]}], WholeAnswer=[refused]))
    assert len(brief.items) == 2
    assert any("the server is gone" in failure.reason for failure in brief.failures)


def test_nothing_to_show_is_an_error(brief_of):
    """Without one item there is no brief, and the reason is the model's."""
    with pytest.raises(ModelError, match="no answer"):
        brief_of(Scripted(ItemsAnswer=[ModelError("items 1: no answer")]))


def test_copied_example_is_no_result(brief_of):
    """A line that repeats an example of the prompt never reaches a reader."""
    example = load_set("default").settings.examples[0]
    copied = DONE | {
        "zh": "区司法局获评全省行政复议工作先进集体。",
        "en": "District Justice Bureau named a provincial model unit for administrative reconsideration.",
    }
    assert copied["en"] in example.answer
    brief = brief_of(Scripted(ItemsAnswer=[{"items": [copied, LACKING]}, {"items": []}]))
    assert [item.kind for item in brief.items] == ["shortcoming"]
