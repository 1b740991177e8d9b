"""The core step, a report to its brief, with a scripted model: what is asked, and what is made of the answers."""

import asyncio
from collections import defaultdict
from contextlib import nullcontext
from dataclasses import replace

import pytest

from govbrief import load
from govbrief.errors import ModelError
from govbrief.methods import load_set
from govbrief.model.ask import Usage
from govbrief.model.connect import plain_source
from govbrief.names.glossary import load_glossary
from govbrief.run import Means, brief_report
from govbrief.settings import Settings
from govbrief.write.desk import Silent

REPORT = """\
某市司法局2023年法治政府建设年度报告

一、主要做法和成效
市司法局全年办理行政复议案件128件。
二、存在的问题和不足
部分单位法治意识不强，依法行政能力有待提高。
"""
CASES = "全年办理行政复议案件128件。"
DONE = {
    "sentences": ["S1"],
    "kind": "achievement",
    "theme": "其他",
    "zh": CASES,
    "en": "128 administrative reconsideration cases were handled in the year.",
}
LACKING = {
    "sentences": ["S2"],
    "kind": "shortcoming",
    "zh": "部分单位法治意识不强，依法行政能力有待提高。",
    "en": "Awareness of the rule of law is not strong in some units; law-based administration needs to be improved.",
}
WHOLE = {
    "title": "Annual Report on Building a Law-Based Government in 2023",
    "issuer": "Justice Bureau of a City",
    "headline": {"zh": CASES, "en": DONE["en"], "lines": ["00/0"]},
    "summary": [
        {"zh": CASES, "en": DONE["en"], "lines": ["00/0"]},
        {"zh": LACKING["zh"], "en": LACKING["en"], "lines": ["00/1"]},
    ],
}
WRONG = DONE | {"en": "182 administrative reconsideration cases were handled in the year."}


class Scripted:
    """An Asker that says what the script has for each class of answers, one after the other, the last one for ever."""

    model = "scripted"
    usage = Usage()

    def __init__(self, **script):
        """By name of the class, its answers; an error is raised."""
        self.script = {"WholeAnswer": [WHOLE]} | script
        self.asked = defaultdict(list)

    async def __aenter__(self):
        """Nothing to open."""
        return self

    async def __aexit__(self, *_):
        """Nothing to close."""

    async def ask(self, ask):
        """The next answer of the script."""
        name = ask.answer.__name__
        self.asked[name].append(ask)
        answers = self.script.get(name, [{}])
        answer = answers[min(len(self.asked[name]), len(answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return ask.answer.model_validate(answer)


@pytest.fixture
def brief_of(tmp_path):
    """The brief that a script comes to."""

    def make(asker, text=REPORT):
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        settings = Settings(base_url="http://model.invalid/v1", model="scripted")
        source = replace(plain_source(settings, "default"), askers=lambda _: asker)
        means = Means(source, load_set("default"), load_glossary(), Silent())
        return asyncio.run(brief_report(load(path), means, nullcontext()))

    return make


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
    assert {name: len(asks) for name, asks in asker.asked.items()} == {"ItemsAnswer": 1, "WholeAnswer": 1}


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
