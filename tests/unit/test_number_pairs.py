"""The project's own sentence pairs, sound ones and ones with one numeric error: alarms and catches."""

import tomllib
from pathlib import Path

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import NUMBER_RULES, Rule

CORPUS = tomllib.loads(
    (Path(__file__).parents[1] / "bench" / "number_pairs.toml").read_text(encoding="utf-8")
)
NUMERIC = NUMBER_RULES | {Rule.MISSING}


def _numeric(zh, en):
    return [finding for finding in check_pair(zh, en) if finding.rule in NUMERIC]


@pytest.mark.parametrize(("zh", "en"), CORPUS["sound"])
def test_a_sound_translation_raises_no_alarm(zh, en):
    """What a good translator does with a number is no error."""
    assert _numeric(zh, en) == []


@pytest.mark.parametrize(("zh", "en"), CORPUS["wrong"])
def test_a_numeric_error_is_found(zh, en):
    """Each wrong number of the corpus is named, with a sentence in either language."""
    found = _numeric(zh, en)
    assert found
    assert all(finding.message and finding.message_zh for finding in found)


def test_the_corpus_is_large_enough():
    """Sixty of each and more, so that one case more or less is no verdict."""
    assert len(CORPUS["sound"]) >= 60
    assert len(CORPUS["wrong"]) >= 60
