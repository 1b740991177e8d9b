"""How the value of a headline number is printed: once, where a reader of either language reads it alike."""

import pytest

from govbrief.views.labels import say
from govbrief.views.told import SILENCE, Row
from govbrief_schemas.item import NOTHING
from tests.documents.brief import BRIEF


@pytest.mark.parametrize(
    ("zh", "en", "both"),
    [
        ("1726个", "1,726", ("1,726",)),
        ("80%以上", "at least 80%", ("≥80%",)),
        ("不超过5件", "at most 5", ("≤5",)),
        ("约3.5%", "about 3.5%", ("≈3.5%",)),
        ("70余次", "over 70", ("70余次", "over 70")),
        ("近300人", "nearly 300", ("近300人", "nearly 300")),
        ("4109.9余万元", "over 41.099 million yuan", ("4109.9余万元", "over 41.099 million yuan")),
        ("4.7个百分点", "4.7 percentage points", ("4.7个百分点", "4.7 percentage points")),
        ("", "1,726", ("1,726",)),
    ],
)
def test_a_bare_number_stands_once(zh, en, both):
    """In one language it stands as that language writes it."""
    row = Row(BRIEF.figures[0], say(zh, en), SILENCE, SILENCE, NOTHING)
    assert row.amounts("both") == both
    assert row.amounts("en") == (en,)
    assert row.amounts("zh") == ((zh,) if zh else ())
