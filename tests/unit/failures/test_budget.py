"""`--budget`: nothing is overspent, what is open is named, and the same command with more goes on."""

import asyncio
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from govbrief.base.errors import BudgetError, UsageError
from govbrief.base.prices import Price
from govbrief.model.budget import Budget, parse_budget
from govbrief.model.purse import NOTHING, NoRoomError, Purse, Spent
from tests.support.bad_server import HANG, good
from tests.unit.failures.conftest import failed_parts, read_brief


def costly(number, body):
    """A sound answer that took 8,000 tokens to read and 1,000 to write."""
    reply = good(number, body)
    told = json.loads(reply.body) | {"usage": {"prompt_tokens": 8000, "completion_tokens": 1000}}
    return replace(reply, body=json.dumps(told).encode())


BODY = {"messages": [{"role": "user", "content": "x" * 68}], "max_tokens": 100}
"""At the worst 68 and 2 tokens of text, 64 of frame, 100 of answer."""
WORST = Spent(1, 134, 100)


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("5USD", Budget(usd=Decimal(5))),
        ("0.50 usd", Budget(usd=Decimal("0.50"))),
        ("2Mtok", Budget(tokens=2_000_000)),
        ("500ktok", Budget(tokens=500_000)),
        ("45min", Budget(seconds=2700.0)),
        ("30s", Budget(seconds=30.0)),
        ("1.5h,2Mtok", Budget(seconds=5400.0, tokens=2_000_000)),
    ],
)
def test_forms_of_a_budget(text, budget):
    """Money, tokens and time are written as people write them."""
    assert parse_budget(text) == budget


@pytest.mark.parametrize("text", ["5", "five USD", "", "5USD,6USD", "0tok", "-1USD", "5EUR"])
def test_what_is_no_budget(text):
    """The message says the forms."""
    with pytest.raises(UsageError) as refused:
        parse_budget(text)
    assert "2Mtok" in refused.value.hint


def test_worst_case_is_set_aside():
    """A request that fits only when the others need less than they may waits; one that cannot fit is refused."""
    purse = Purse(Budget(tokens=500))
    first, second = purse.set_aside(BODY), purse.set_aside(BODY)
    assert first == second == WORST
    with pytest.raises(NoRoomError):
        purse.set_aside(BODY)
    purse.settle("r", first, Spent(1, 20, 10))
    third = purse.set_aside(BODY)
    purse.settle("r", second, WORST)
    purse.settle("r", third, NOTHING)
    assert purse.spent == Spent(2, 154, 110)
    purse.settle("r", purse.set_aside(BODY), WORST, lost=True)
    assert not purse.used_up
    with pytest.raises(BudgetError):
        purse.set_aside(BODY)
    assert purse.used_up


def test_money_is_bound_at_its_price():
    """A million tokens out at 10 dollars: of one cent, nine answers of 100 fit, and what they do not use is left."""
    purse = Purse(Budget(usd=Decimal("0.01")), Price(Decimal(0), Decimal(10)))
    for _ in range(9):
        purse.settle("r", purse.set_aside(BODY), Spent(1, 134, 100))
    purse.settle("r", purse.set_aside(BODY), Spent(1, 134, 100))
    with pytest.raises(BudgetError, match=r"\$0.0000 left"):
        purse.set_aside(BODY)


def test_time_ends_before_an_answer_would():
    """A request that takes as long as the longest so far is not begun when less time is left."""
    now = [0.0]
    purse = Purse(Budget(seconds=60), clock=lambda: now[0])
    purse.settle("r", purse.set_aside(BODY), NOTHING, 25.0)
    now[0] = 34.0
    purse.settle("r", purse.set_aside(BODY), NOTHING, 25.0)
    now[0] = 36.0
    with pytest.raises(BudgetError):
        purse.set_aside(BODY)


def test_who_waits_is_woken():
    """A request that has to wait goes on when another is settled."""

    async def waits() -> Spent:
        purse = Purse(Budget(tokens=300))
        held = purse.set_aside(BODY)
        asyncio.get_running_loop().call_soon(purse.settle, "r", held, NOTHING)
        try:
            purse.set_aside(BODY)
        except NoRoomError as full:
            await full.settled()
        return purse.set_aside(BODY)

    assert asyncio.run(waits()) == WORST


def test_used_up_names_what_is_open_and_goes_on(summarize, serve, tmp_path):
    """Exit 6: the sections that were paid for are in the brief, the others named; more budget pays only for them."""
    server = serve(costly)
    out = ("--out", tmp_path / "out")
    stopped = summarize(server, *out, "--budget", "35ktok")
    assert stopped.code == 6, stopped.err
    assert "the budget is used up" in stopped.err
    brief = read_brief(tmp_path / "out")
    assert 0 < len(brief["items"]) < 4
    assert "summary" in failed_parts(brief)
    assert any("budget is used up" in failure["reason"] for failure in brief["failures"])
    paid = len(server.requests)
    assert 1 <= paid <= 3
    assert summarize(server, *out, "--budget", "1Mtok").code == 0
    bodies = [json.dumps(body, sort_keys=True) for _, _, body in server.requests]
    assert len(bodies) > paid
    assert len(set(bodies)) == len(bodies)


def test_no_brief_at_all(summarize, serve, tmp_path):
    """A budget that no request fits into sends nothing: exit 6 and no file."""
    server = serve()
    done = summarize(server, "--out", tmp_path / "out", "--budget", "100tok")
    assert (done.code, server.requests) == (6, [])
    assert not (tmp_path / "out" / "report.json").exists()


def test_time_that_is_over_ends_what_is_under_way(summarize, serve, tmp_path):
    """A server that never answers is not waited for when the time is over."""
    answered = []

    def manner(number, body):
        answered.append(number)
        return good(number, body) if number < 3 else HANG

    done = summarize(serve(manner), "--out", tmp_path / "out", "--budget", "3s")
    assert done.code == 6
    assert len(read_brief(tmp_path / "out")["items"]) == 2


def test_kept_answers_cost_nothing(summarize, serve, tmp_path):
    """With everything in the ledger the smallest budget is enough."""
    server = serve()
    summarize(server, "--out", tmp_path / "out")
    assert summarize(server, "--out", tmp_path / "out", "--again", "--budget", "1tok").code == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--budget", "5"), "write 5USD"),
        (("--budget", "5USD"), '[prices."m"]'),
        (("--budget", "5Mtok", "--replay", "."), "--replay asks none"),
    ],
)
def test_a_budget_that_cannot_hold(summarize, options, words):
    """Exit 2, with what to do: the forms, how to tell a price."""
    refused = summarize("http://127.0.0.1:9/v1", *options)
    assert refused.code == 2
    assert words in refused.err


def test_help_tells_every_exit_code(govbrief):
    """All of 0 to 6 stand in the help of the program."""
    shown = " ".join(govbrief("--help").out.split())
    assert all(f"{code} " in shown.partition("Exit codes:")[2] for code in range(7))


def test_a_lost_request_may_have_been_paid_for():
    """What was sent and had no answer counts against the budget with its worst case."""
    body = {"messages": [{"role": "user", "content": "一"}], "max_tokens": 600}
    purse = Purse(Budget(tokens=1500))
    worst = purse.set_aside(body)
    purse.settle("a.txt", worst, NOTHING)
    purse.settle("a.txt", purse.set_aside(body), NOTHING, lost=True)
    purse.settle("a.txt", purse.set_aside(body), NOTHING, lost=True)
    with pytest.raises(BudgetError):
        purse.set_aside(body)
