"""What counts against a draft before it is sent back."""

from govbrief.checking.messages import pair_finding
from govbrief.numbers.locks import lock_numbers
from govbrief.small.draft import Draft
from govbrief.small.settle import assess
from govbrief_schemas.finding import Rule
from govbrief_schemas.item import Item, Kind, Theme

ZH = "贯彻党的二十大精神，办理案件437件，出具意见437份。"


def draft(en):
    """An item of one sentence whose English is answered with placeholders."""
    item = Item("00/0", Kind.ACHIEVEMENT, Theme.OTHER, "", "", (), 0)
    return Draft(item, lock_numbers(ZH), "", "").worded(zh=lock_numbers(ZH).text, en=en)


def missing(en, findings=()):
    found = assess(draft(en), lambda _: findings).findings
    return [f.expected for f in found if f.rule is Rule.MISSING]


def test_every_placeholder_has_to_come_back():
    """A congress, and the second of two equal numbers, are missed by their placeholders."""
    assert missing("Followed the {n1}, handled {n2} cases and gave {n3} opinions.") == []
    assert missing("Followed the Party, handled {n2} cases and gave opinions.") == ["二十大", "437"]


def test_what_the_check_misses_already_is_told_once():
    """A number that the check reports is not reported again."""
    told = assess(draft("Followed the {n1} and handled {n2} cases."), lambda _: ()).findings
    assert missing("Followed the {n1} and handled {n2} cases.", told) == ["437"]


def test_a_longer_number_does_not_hide_a_dropped_one():
    """Where the check misses 13件, a 3 that is dropped as well is told."""
    source = lock_numbers("办理案件13件，占3.5%，另有3份。")
    item = Item("00/0", Kind.ACHIEVEMENT, Theme.OTHER, "", "", (), 0)
    only = Draft(item, source, "", "").worded(zh=source.text, en="Handled cases, {n2}.")
    told = (pair_finding(Rule.MISSING, "13件", ""),)
    found = assess(only, lambda _: told).findings
    assert [f.expected for f in found] == ["13件", source.locks[-1].zh]
