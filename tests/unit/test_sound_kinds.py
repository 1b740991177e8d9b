"""Kinds of sound English that rules have taken for errors, and the error beside each that is one; own sentences."""

import tomllib
from pathlib import Path

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import Rule, Verdict

CORPUS = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "sound_kinds.toml").read_text(encoding="utf-8")
)


def complaints(zh, en):
    return [one for one in check_pair(zh, en) if one.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}]


@pytest.mark.parametrize(("zh", "en"), [(row["zh"], row["en"]) for row in CORPUS["sound"]])
def test_sound_kinds_raise_no_alarm(zh, en):
    """Whoever words a line soundly is not asked to word it anew."""
    assert complaints(zh, en) == []


@pytest.mark.parametrize(
    ("rule", "zh", "en"), [(Rule(row["rule"]), row["zh"], row["en"]) for row in CORPUS["wrong"]]
)
def test_errors_beside_them_are_found(rule, zh, en):
    """The rules that were loosened for them still find what they are for."""
    assert rule in {one.rule for one in complaints(zh, en)}
