"""What a sound answer may look like that says the same in another spelling."""

import json

import pytest

from govbrief_schemas.answers import ItemsAnswer, WholeAnswer

LINE = {"sentences": ["S1", "S2"], "kind": "plan", "zh": "计划。", "en": "A plan."}


@pytest.mark.parametrize("sentences", [["[S1]", " s2 "], ["S1", "（S2）"], ["【S1】", "S2"]])
def test_ids_are_known_with_the_brackets_that_a_request_shows(sentences):
    """[S1] names sentence S1."""
    answer = ItemsAnswer.model_validate_json(json.dumps({"items": [{**LINE, "sentences": sentences}]}))
    assert answer.items[0].sentences == ("S1", "S2")


def test_one_id_needs_no_list():
    """A line that rests on one sentence may name it alone."""
    answer = ItemsAnswer.model_validate_json(json.dumps({"items": [{**LINE, "sentences": "S3"}]}))
    assert answer.items[0].sentences == ("S3",)


@pytest.mark.parametrize("unsaid", [None, "", {"zh": None, "en": None}, {}])
def test_null_and_empty_say_nothing(unsaid):
    """Servers that know JSON only write null where a field may be left out."""
    line = {**LINE, "actor": unsaid, "theme": None, "kind": " Plan "}
    answer = ItemsAnswer.model_validate_json(json.dumps({"items": [line]}))
    assert not (answer.items[0].actor and answer.items[0].actor.zh)
    assert (answer.items[0].kind, answer.items[0].theme) == ("plan", "")


def test_a_head_without_speakers_and_figures_is_one():
    """The lists of a head may be null."""
    said = {"zh": "概要。", "en": "In short.", "lines": None}
    head = {
        "title": "T",
        "issuer": None,
        "speakers": None,
        "headline": said,
        "summary": [said],
        "figures": None,
    }
    answer = WholeAnswer.model_validate_json(json.dumps({**head, "groups": None}))
    assert (answer.issuer, answer.speakers, answer.figures, answer.groups) == ("", (), (), ())
    assert answer.headline.lines == ()


@pytest.mark.parametrize(
    "wrong", [{"kind": "result"}, {"zh": None}, {"sentences": None}, {"actor": "Bureau"}]
)
def test_what_is_missing_or_unknown_is_still_refused(wrong):
    """A kind of its own, no Chinese, no sentence, half an actor: the model is asked again."""
    with pytest.raises(ValueError, match="validation error"):
        ItemsAnswer.model_validate_json(json.dumps({"items": [{**LINE, **wrong}]}))
