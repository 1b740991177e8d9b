"""Rows of figures of quoted clauses: a noun that is whole, or no row; and what is named because no English passed."""

from types import SimpleNamespace

import pytest

from govbrief.methods import load_set
from govbrief.small.objects import Counted
from govbrief.small.quote import Quote
from govbrief.small.rows import complete, scope_of
from govbrief_schemas.report import Span


def test_a_bare_rate_is_of_what_was_counted():
    """满意率 alone says nothing; beside what was handled it is of that, and of all of it."""
    bills, suggestions = Counted("12", "办理议案", "bills handled"), Counted("40", "建议", "suggestions")
    rate = Counted("98%", "满意率", "the satisfaction rate")
    whole = Counted("98%", "办理议案、建议的满意率", "satisfaction rate for bills handled and suggestions")
    assert complete((bills, suggestions, rate)) == (bills, suggestions, whole)


def test_a_bare_rate_alone_has_no_row():
    """Nor has one behind another rate; a rate that says of what keeps its row."""
    bare, full = (
        Counted("98%", "满意率", "the satisfaction rate"),
        Counted("41%", "森林覆盖率", "the forest coverage rate"),
    )
    assert complete((bare,)) == ()
    assert complete((full, bare)) == (full,)


@pytest.mark.parametrize(
    ("issuer", "zh", "scope"),
    [
        ("青河市司法局", "全市化解纠纷300件", "全市"),
        ("青河市司法局", "2023年，全市化解纠纷300件", "全市"),
        ("青河市人民政府", "全市化解纠纷300件", ""),
        ("青河市司法局", "网办率提升至93%，全省领跑", ""),
        ("青河市司法局", "化解纠纷300件", ""),
    ],
)
def test_of_whom_a_number_is(issuer, zh, scope):
    """A bureau's number of the whole city says so; a rank among others is no scope."""
    desk = SimpleNamespace(report=SimpleNamespace(issuer=SimpleNamespace(value=issuer)))
    assert scope_of(desk, SimpleNamespace(zh=zh)).zh == scope


def test_what_has_no_english_is_named():
    """Clauses that were chosen and have no sound English are counted in both languages, in their order."""
    method = Quote(SimpleNamespace(writer=SimpleNamespace(prompts=load_set("embedded"))))
    first, second = (SimpleNamespace(sentence=SimpleNamespace(span=Span(n, n + 9))) for n in (0, 20))
    assert method.unsaid() == ()
    method.refused.extend([(second, "完成省级集中整治突出问题行动任务"), (first, "罚款40万元")])
    (absence,) = method.unsaid()
    assert absence.zh == "2处因英译未通过核对而未收入：“罚款40万元”；“完成省级集中整治突出问题行动…”。"
    assert absence.en == "2 clauses are left out: no English passed the check."
