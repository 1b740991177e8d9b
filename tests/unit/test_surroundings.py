"""The words that belong to a number: its own subject, and what it is chosen by."""

from govbrief.checking.marks import marks
from govbrief.checking.surroundings import surroundings
from govbrief.numbers.find import find_quantities


def around(text):
    found = sorted(marks(find_quantities(text, "zh")), key=lambda mark: mark.start)
    return surroundings(text, found)


def test_each_of_several_rates_has_its_own_subject():
    """分别 gives each number its subject: the words around the two are unlike."""
    one, other = around("产值和税收分别增长5%、3%。")
    assert "产值" in one
    assert "税收" not in one
    assert "税收" in other
    assert "产值" not in other
    assert "增长" in one & other


def test_what_is_chosen_is_not_what_it_is_chosen_from():
    """从441宗案卷中评选380宗: the first number has no part in the choosing."""
    whole, _ = around("从441宗案卷中评选优秀案卷380宗。")
    assert "案卷" in whole
    assert not whole & {"评选", "优秀"}
