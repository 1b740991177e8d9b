"""A pattern is tried only where the text holds what it begins with, and never left out where it would match."""

import re

import pytest

from govbrief.base.datafiles import read_table
from govbrief.names.openings import Openings, branches, opening


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("首个(?!月)", "首个"),
        ("仍然?存在", "仍"),
        ("首{1,2}批", ""),
        ("(?<!不)批捕", "批捕"),
        ("(?<!不)(?<=[的了])批捕率", "批捕率"),
        ("[甲乙]方", ""),
        ("推+进", "推"),
        (r"\d+", ""),
        ("^(?!.*会议).*?议题", ""),
    ],
)
def test_what_a_pattern_begins_with(pattern, begins):
    """Only what every match begins with."""
    assert opening(pattern) == begins


def test_alternatives_are_parted_where_the_bar_parts_the_whole():
    """Not inside brackets of either kind, nor behind a backslash."""
    assert list(branches(r"a(?:b|c)|[|]d|e\|f")) == ["a(?:b|c)", "[|]d", r"e\|f"]


def test_owners_come_in_their_order():
    """Those of a longer word, of one character, and those that nothing can be said of."""
    owned = Openings([("third", ["c[ab]"]), ("always", ["[xy]"]), ("first", ["z", "ab?"]), ("none", ["cdd"])])
    assert owned.within("zcd") == ["third", "always", "first"]
    assert owned.within("") == ["always"]


def test_no_pattern_of_the_data_is_left_out():
    """Each row that matches a text is among those that are tried on it."""
    rows = [row for rows in read_table("turned").values() for row in rows]
    owned = Openings((number, row["zh"]) for number, row in enumerate(rows))
    text = "".join(
        re.sub(r"\(\?[^()]*\)|[\\.^$*+?{}\[\]|()]", "", word) + "。" for row in rows for word in row["zh"]
    )
    for part in (text, *text.split("。")):
        tried = set(owned.within(part))
        assert all(number in tried for number, row in enumerate(rows) if re.search("|".join(row["zh"]), part))
