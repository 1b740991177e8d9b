"""Each clause that denies in Chinese is held against the English clause that tells it."""

import pytest

from govbrief.checking.polarity import check_polarity

ZH = "企业不得拖欠职工工资，主管部门未开展现场检查。"
WAGES = "Enterprises must not delay the wages of workers"


@pytest.mark.parametrize(
    ("zh", "en", "seen"),
    [
        (
            ZH,
            f"{WAGES}, and the competent departments carried out on-site inspections.",
            ["the competent departments carried out on-site"],
        ),
        (ZH, f"{WAGES}, and the competent departments did not carry out on-site inspections.", []),
        (
            ZH.replace("未开展", "开展"),
            f"{WAGES}, and the competent departments carried out on-site inspections.",
            [],
        ),
        (
            "主管部门未开展现场检查。",
            "On-site inspections by the competent departments: none were carried out.",
            [],
        ),
    ],
    ids=[
        "the no of a neighbour is not its own",
        "each its own",
        "one of two denies",
        "denied behind a colon",
    ],
)
def test_a_no_belongs_to_its_clause(zh, en, seen):
    """What the clause beside it denies does not stand for a no that is left out."""
    assert [finding.seen for finding in check_polarity(zh, en)] == seen
