"""What holds of every comparison: of its statistics, its pairs, and the ways it is shown."""

import io
import random
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from govbrief.compare.assemble import Board, Result, Run, assemble
from govbrief.compare.gate import read_thresholds
from govbrief.compare.junit import to_junit
from govbrief.compare.matching import align, couple
from govbrief.compare.measures import Yardstick
from govbrief.compare.statistics import METHOD, chance, interval, tendency
from govbrief.names.glossary import load_glossary
from govbrief.views.matrix import print_comparison
from govbrief_schemas.comparison import Column, Comparison
from govbrief_schemas.measure import Better, Tendency
from govbrief_schemas.report import Report
from tests.documents.any_brief import briefs, texts

SURE = {Tendency.BETTER, Tendency.WORSE, Tendency.DIFFERENT}
QUICK = METHOD.model_copy(update={"resamples": 400})
NOISE = {
    "even": lambda source: source.gauss(0, 1),
    "rare counts": lambda source: float(source.choice([-1, 0, 0, 0, 1])),
    "long tails": lambda source: source.gauss(0, 1) ** 5,
    "shares near one": lambda source: source.betavariate(30, 1) - source.betavariate(30, 1),
}
differences = st.lists(st.floats(-1e6, 1e6).map(lambda d: round(d, 6)), max_size=9)


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("reports", [5, 6, 9])
def test_of_a_thousand_comparisons_with_itself_few_are_called_different(noise, reports):
    """A/A: both columns drawn alike, a thousand times; at most 5 % are called significant."""
    source = random.Random(reports)  # noqa: S311 - a simulation
    drawn = ([NOISE[noise](source) for _ in range(reports)] for _ in range(1000))
    called = sum(tendency(d, Better.HIGHER, QUICK) in SURE for d in drawn)
    assert called <= 50


def test_labels_swapped_at_random_are_seldom_called_different():
    """A/A from real spread: the same two columns with their names swapped report by report."""
    source = random.Random(7)  # noqa: S311 - a simulation
    apart = [0.031, 0.002, -0.008, 0.011, 0.027, 0.0, 0.019, 0.006, -0.001, 0.013]
    called = sum(
        tendency([d * source.choice((1, -1)) for d in apart], Better.LOWER, QUICK) in SURE
        for _ in range(1000)
    )
    assert called <= 50


def test_a_real_difference_is_called_one():
    """Twelve reports that all get better by about the same are enough, in the direction of the measure."""
    apart = [0.04, 0.05, 0.06, 0.05, 0.03, 0.05, 0.04, 0.06, 0.05, 0.05, 0.04, 0.06]
    assert tendency(apart, Better.HIGHER) is Tendency.BETTER
    assert tendency(apart, Better.LOWER) is Tendency.WORSE
    assert tendency(apart, Better.NEITHER) is Tendency.DIFFERENT
    assert tendency(apart[:5], Better.HIGHER) is Tendency.TOO_FEW
    assert tendency([0.0] * 3, Better.HIGHER) is Tendency.NO_DIFFERENCE


@given(differences)
@settings(deadline=None, max_examples=25)
def test_sides_change_places(apart):
    """The other way round the same is said with the other sign, and nothing depends on the order of reports."""
    other = [-d for d in apart]
    assert chance(apart) == chance(other) == chance(apart[::-1])
    turned = {Tendency.BETTER: Tendency.WORSE, Tendency.WORSE: Tendency.BETTER}
    said = tendency(apart, Better.HIGHER)
    assert tendency(other, Better.HIGHER) is turned.get(said, said)


@given(differences)
@settings(deadline=None, max_examples=25)
def test_the_interval_holds_the_mean(apart):
    """Its ends lie around the mean and inside what was seen."""
    ends = interval(apart)
    if len(apart) < 2:
        assert ends is None
        return
    mean = sum(apart) / len(apart)
    slack = 1e-6 * (1 + max(map(abs, apart)))
    assert min(apart) - slack <= ends.low <= mean + slack
    assert mean - slack <= ends.high <= max(apart) + slack


@given(briefs, briefs)
@settings(deadline=None, max_examples=30)
def test_every_item_stands_in_one_pair(a, b):
    """No item of either side is lost or told twice."""
    pairs = couple(a.items, b.items)
    assert sorted(id(p.a) for p in pairs if p.a) == sorted(id(item) for item in a.items)
    assert sorted(id(p.b) for p in pairs if p.b) == sorted(id(item) for item in b.items)
    found = align(a, b, "r", "b")
    assert sum(len(section.pairs) for section in found.sections) == len(pairs)
    assert found.same + found.changed + found.only_a + found.only_b == len(pairs)


def comparison(a, b, name="b"):
    """A comparison of one report; `b` may be missing."""
    columns = tuple(
        Column(
            id=ident,
            prompt_set=ident,
            prompt_set_id="sha256:ab",
            about=ident,
            model="m",
            runs=1,
            baseline=base,
        )
        for ident, base in (("a", True), (name, False))
    )
    results = {
        ("r", "a"): Result((Run(a),)),
        ("r", name): Result((Run(b),)) if b else Result(reason="gone"),
    }
    report = Report(text="", source="r", sha256="ab" * 32, encoding="utf-8")
    yardstick = Yardstick(load_glossary(), {}, {})
    return assemble(Board(columns, {"r": report}, results), yardstick, read_thresholds())


@given(briefs)
@settings(deadline=None, max_examples=25)
def test_any_brief_against_itself_has_no_difference(brief):
    """A/A: no difference, no regression, no broken threshold."""
    found = comparison(brief, brief)
    assert found.regressions == found.breaches == ()
    assert not any(d.difference for d in found.differences)
    assert {d.tendency for d in found.differences} <= {Tendency.NO_DIFFERENCE, Tendency.TOO_FEW}


@given(briefs, st.none() | briefs, texts.filter(lambda name: name != "a"), st.sampled_from([60, 80, 120]))
@settings(deadline=None, max_examples=30)
def test_any_comparison_can_be_shown(a, b, name, width):
    """Whatever reports and models wrote: JSON reads back, JUnit is XML, and no line leaves the terminal."""
    found = comparison(a, b, name)
    assert Comparison.model_validate_json(found.model_dump_json(by_alias=True)) == found
    root = ET.fromstring(to_junit(found).encode())  # noqa: S314 - made here
    assert int(root.get("tests")) == len(list(root.iter("testcase"))) >= 7
    assert int(root.get("failures")) >= bool(found.regressions)
    stream = io.StringIO()
    print_comparison(found, Console(file=stream, width=width), everything=True)
    assert not [line for line in stream.getvalue().splitlines() if cell_len(line) > width]
    assert not [c for c in stream.getvalue() if c != "\n" and unicodedata.category(c) in {"Cc", "Cf"}]
