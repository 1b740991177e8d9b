"""Condensed items of invented reports: the check lets sound ones pass and finds the errors planted in them."""

import importlib.util
import time
from collections import Counter
from pathlib import Path

import pytest

from govbrief.checking.check import Standpoint, check_item, index_source
from govbrief.checking.wordrules import check_said
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

SPEAKER = Standpoint(issuer="青桐市人民政府")
FLOORS = {
    "level": 0.85,
    "organ": 0.85,
    "document": 0.7,
    "first": 0.6,
    "reversed": 0.6,
    "tense": 0.6,
    "inclusive": 0.75,
    "invention": 0.85,
    "loop": 0.9,
    "term": 0.75,
    "number_noun": 0.75,
    "place": 0.5,
    "omission": 0.6,
    "actor": 0.8,
}
"""Share of the planted errors that must be found, by type; what was reached when they were written lies above."""


@pytest.fixture(scope="module")
def corpus():
    path = Path(__file__).parents[1] / "corpus" / "planting.py"
    spec = importlib.util.spec_from_file_location("planting", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wrong(item):
    """Whether the check marks an item against its own source sentences."""
    text, sentences = "".join(item.source), []
    for sentence in item.source:
        at = sentences[-1].span.end if sentences else 0
        sentences.append(Sentence(Span(at, at + len(sentence)), sentence))
    section = Section("", "", 1, Role.OTHER, Span(0, len(text)), (), tuple(sentences))
    source = index_source(Outline(Report(text, "-", "", "utf-8"), (section,), (), ()))
    told = Item("0", Kind.ACHIEVEMENT, Theme.OTHER, item.zh, item.en, tuple(sentences), 0)
    findings = check_item(told, source, Role.OTHER, SPEAKER)
    return any(f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED} for f in findings)


def test_the_corpus_is_large_enough(corpus):
    """At least 120 sound items and 400 planted errors."""
    assert len(corpus.sound_items()) >= 120
    assert len(list(corpus.planted_errors())) >= 400


def test_sound_condensed_items_pass(corpus):
    """At most 2.5 in a hundred sound items are marked."""
    items = corpus.sound_items()
    marked = [item.zh for item in items if wrong(item)]
    assert len(marked) <= 0.025 * len(items), marked


def test_planted_errors_are_found(corpus):
    """Of each type of error the share that its floor says."""
    planted, found = Counter(), Counter()
    for error in corpus.planted_errors():
        planted[error.type] += 1
        found[error.type] += wrong(error.item)
    missed = {
        kind: (found[kind], planted[kind])
        for kind, floor in FLOORS.items()
        if found[kind] < floor * planted[kind]
    }
    assert not missed
    assert set(planted) == set(FLOORS)


def test_long_texts_take_time_in_proportion(corpus):
    """Four times the text takes the rules of words no more than eight times as long."""
    items = corpus.sound_items()

    def seconds(count):
        zh, en = "".join(i.zh for i in items[:count]), " ".join(i.en for i in items[:count])
        taken = []
        for _ in range(3):  # the best of three: other tests leave garbage to collect
            start = time.process_time()
            list(check_said(zh, en, SPEAKER))
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(len(items))
    assert seconds(120) < 8 * max(seconds(30), 0.01)
