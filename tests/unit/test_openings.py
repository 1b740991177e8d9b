"""A pattern is tried only where the text holds what it wants, and never left out where it would match."""

import re

from govbrief.base.datafiles import read_table
from govbrief.names.openings import Openings


def test_owners_come_in_their_order():
    """Those of a longer word, of one character, and those that nothing can be said of."""
    owned = Openings([
        ("third", ["c[ab]"]),
        ("always", ["[x-z]q?"]),
        ("first", ["z", "ab?"]),
        ("none", ["cdd"]),
    ])
    assert owned.within("zcd") == ["third", "always", "first"]
    assert owned.within("") == ["always"]


def test_capitals_may_be_left_out_of_account():
    """Where the patterns are tried so as well."""
    rows = [("city", ["The City|towns?"]), ("or", ["or"])]
    assert Openings(rows, folded=True).within("THE CITY OR the town") == ["city", "or"]
    assert Openings(rows).within("THE CITY OR the TOWN") == []


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
