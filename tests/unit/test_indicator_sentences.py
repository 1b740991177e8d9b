"""A measure of the mapping: sentences of invented offices, every number labelled by hand, in two halves."""

import re
from pathlib import Path

import pytest

from govbrief.compare.indicators import load_catalogue
from govbrief.compare.indicators.values import map_quantities

SENTENCES = Path("tests/documents/indicator-sentences.txt")
LABEL = re.compile(r"〔([^〔〕|]+)\|([a-z_0-9-]+)〕")
FLOORS = {"tuned": (0.97, 0.90), "measured": (0.97, 0.85)}
"""Precision and recall."""


def read_line(line):
    """The sentence without labels, and the label at the start of each number."""
    labels, text, at = {}, "", 0
    for match in LABEL.finditer(line):
        text += line[at : match.start()]
        labels[len(text)] = None if match[2] == "-" else match[2]
        text += match[1]
        at = match.end()
    return text + line[at:], labels


def halves():
    """The lines under each heading of the file."""
    found, half = {name: [] for name in FLOORS}, ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.removeprefix("# ") in FLOORS:
            half = line.removeprefix("# ")
        elif line and not line.startswith("#"):
            found[half].append(read_line(line))
    return found


def judge(half):
    """Right, mapped and labelled numbers, and the wrong ones."""
    right = mapped = labelled = 0
    wrong = []
    for text, labels in halves()[half]:
        found = {one.quantity.span.start: one.indicator.id for one in map_quantities(text)}
        mapped += len(found)
        labelled += sum(label is not None for label in labels.values())
        right += sum(labels.get(at) == indicator for at, indicator in found.items())
        wrong += [
            (text[at : at + 8], found.get(at), labels.get(at))
            for at in {*found, *labels}
            if found.get(at) != labels.get(at)
        ]
    return right, mapped, labelled, wrong


def test_every_label_is_an_indicator():
    """The labels are ids of the catalogue, and there are enough of both sorts."""
    labels = [label for half in halves().values() for _, found in half for label in found.values()]
    assert {label for label in labels if label} <= set(load_catalogue().by_id)
    assert len(labels) >= 300
    assert sum(label is None for label in labels) >= 120


@pytest.mark.parametrize("half", FLOORS)
def test_numbers_are_mapped_as_an_editor_maps_them(half):
    """A number that is mapped is mapped right; most that could be are."""
    right, mapped, labelled, wrong = judge(half)
    precision, recall = FLOORS[half]
    assert right / mapped >= precision, wrong
    assert right / labelled >= recall, wrong
