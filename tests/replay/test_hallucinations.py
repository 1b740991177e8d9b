"""What the embedded model really got wrong in the recordings, and that the check catches it."""

import pytest

from govbrief.checking.check import check_pair
from tests.bench.hallucinations import PAGE, page, recorded

WRONG = list(recorded())


def test_the_page_lists_every_recorded_one():
    """docs/hallucinations.md holds exactly the wrong numbers of the cassettes."""
    assert PAGE.read_text(encoding="utf-8") == page(), "renew: python -m tests.bench.hallucinations --write"
    assert len(WRONG) > 10


@pytest.mark.parametrize(
    "wrong", WRONG, ids=[f"{n}-{wrong.seed.replace('/', '-')}" for n, wrong in enumerate(WRONG)]
)
def test_languages_that_disagree_are_caught(wrong):
    """Where the complaint is about the two languages, comparing them alone finds it again."""
    about_both = [c for c in wrong.complaints if c.startswith("The Chinese says") and "the English" in c]
    if about_both:
        assert check_pair(wrong.zh, wrong.en), wrong.en
