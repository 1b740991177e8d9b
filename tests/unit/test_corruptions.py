"""Floors of the corruption suite: what the check finds among planted errors, and how seldom it cries."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def counts():
    path = Path(__file__).parents[1] / "bench" / "corruptions.py"
    spec = importlib.util.spec_from_file_location("corruptions", path)
    suite = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(suite)
    found, _ = suite.measure()
    return suite, found


def test_at_least_two_thousand_errors_are_planted(counts):
    """The suite is big enough for its percentages to mean something."""
    suite, found = counts
    assert sum(row["n"] for (kind, _), row in found.items() if kind != suite.UNTOUCHED) >= 2000


def test_value_errors_are_found(counts):
    """A changed, shifted, rescaled, invented number or year passes less than once in a hundred times."""
    suite, found = counts
    assert suite.rate(found, suite.VALUE_ERRORS)[1] >= 0.99


@pytest.mark.parametrize("kind", ["unit", "points", "qualifier", "direction", "swap", "dropped"])
def test_other_errors_are_found(counts, kind):
    """Of each other kind at least 85 in a hundred are found."""
    suite, found = counts
    assert suite.rate(found, {kind})[1] >= 0.85


def test_sound_items_pass(counts):
    """At most one sound item in a hundred is marked."""
    suite, found = counts
    assert suite.rate(found, {suite.UNTOUCHED})[1] <= 0.01
