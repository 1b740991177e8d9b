"""Which numbers may stand in the table of figures."""

import pytest

from govbrief.numbers.find import find_quantities
from govbrief.write.figures import is_figure


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("建设亿元以上项目4000个", ["4000个"]),
        ("成立两个专班，培育三家企业", []),
        ("开展十个司法专项行动", ["十个"]),
        ("完成投资超4500亿元", ["4500亿元"]),
        ("复议案件数量翻一番", ["翻一番"]),
    ],
)
def test_a_number_of_its_own_is_proposed(text, proposed):
    """A bound without a number and a small count in words are part of a sentence."""
    assert [q.text for q in find_quantities(text, "zh") if is_figure(q)] == proposed
