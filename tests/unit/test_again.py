"""Two lists are known again by which they are, and not by what is in them."""

from govbrief.base.again import Both
from govbrief.checking.marks import marks_of
from govbrief.checking.pairing import pair_up


def test_equal_lists_are_not_the_same():
    """Neither alike in hash by chance of content, nor equal."""
    one, other = tuple(range(2)), tuple(range(2))
    assert Both(one, other) == Both(one, other)
    assert len({Both(one, other), Both(one, other)}) == 1
    assert Both(one, one) != Both(one, other)
    assert Both(one, other) != (one, other)


def test_pairs_are_those_of_the_lists_that_are_asked_for():
    """After the pairs of other lists, and of the same ones the other way around."""
    left, right = marks_of("3人和5名", "zh"), marks_of("five workers and 3 people", "en")
    swapped, alone = pair_up(right, left), pair_up(left, right[:1])
    assert pair_up(left, right).pairs == ((0, 1), (1, 0)) == swapped.pairs
    assert alone.pairs == ((1, 0),)
    assert pair_up(list(left), list(right)) == pair_up(left, right) == pair_up(left, right)
