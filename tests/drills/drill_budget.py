"""Budgets of any size with 32 requests at once: nothing is overspent, and what was bought is used."""

import asyncio
import os
import random
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from unittest import mock

from pydantic import BaseModel

from govbrief.base.errors import BudgetError, ModelError
from govbrief.base.prices import Price
from govbrief.base.settings import Settings
from govbrief.model.ask import Ask
from govbrief.model.budget import Budget
from govbrief.model.connect import open_source
from govbrief.model.purse import Purse
from tests.drills.report import Row, none_of
from tests.support.bad_server import BadServer, Reply, completion

RUNS, WORKERS, REQUESTS = 100, 32, 60
PRICE = Price(Decimal(2), Decimal(8))


class Said(BaseModel):
    """What is asked for."""

    en: str


class Billing:
    """A server whose answers take what they like of what the request allows, and that keeps the bill."""

    def __init__(self, seed: int) -> None:
        """Equal seeds bill alike, but for the order in which requests come."""
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self.tokens_in = self.tokens_out = 0

    def __call__(self, _: int, body: dict[str, object]) -> Reply:
        """An answer with its count."""
        read = self._chance.randint(50, 220)
        wrote = self._chance.randint(1, int(str(body["max_tokens"])))
        self.tokens_in, self.tokens_out = self.tokens_in + read, self.tokens_out + wrote
        said = completion('{"en": "done"}')
        usage = f'"prompt_tokens": {read}, "completion_tokens": {wrote}, "total_tokens"'
        told = said.body.replace(
            b'"prompt_tokens": 100, "completion_tokens": 10, "total_tokens"', usage.encode()
        )
        return Reply(body=told, headers=said.headers, after_s=self._chance.random() * 0.02)


async def spend(url: str, purse: Purse) -> tuple[int, list[str]]:
    """Ask for everything at once: how many were answered, and what failed but for the budget."""
    with open_source(Settings(base_url=url, model="m", concurrency=WORKERS), "drill", purse=purse) as source:
        async with source.asker("drill") as asker:
            asks = [Ask(f"{n}", "Say it in json.", f"{n}", Said, 400) for n in range(REQUESTS)]
            got = await asyncio.gather(*(asker.ask(ask) for ask in asks), return_exceptions=True)
    others = [str(one) for one in got if isinstance(one, ModelError) and not isinstance(one, BudgetError)]
    return sum(isinstance(one, Said) for one in got), others


def run() -> Sequence[Row]:
    """Money and tokens in turn, each time another amount."""
    over: list[str] = []
    lost: list[str] = []
    idle: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        cache = {"GOVBRIEF_CACHE": folder, "XDG_CONFIG_HOME": folder}
        with mock.patch.dict(os.environ, cache):
            for number in range(RUNS):
                _one(number, over, lost, idle)
    what = f"{WORKERS} requests at once, {REQUESTS} wanted, budgets in money and tokens"
    return [
        none_of(f"runs that overspent: {what}", over, RUNS),
        none_of(f"runs with a request lost for another reason: {what}", lost, RUNS),
        none_of(f"runs that left room for one more request at its worst: {what}", idle, RUNS),
    ]


def _one(number: int, over: list[str], lost: list[str], idle: list[str]) -> None:
    """One run with a budget of its own."""
    manner = Billing(number)
    tokens = 2_000 + 150 * number
    money = Decimal(tokens) * PRICE.tokens_out / 1_000_000
    budget = Budget(usd=money) if number % 2 else Budget(tokens=tokens)
    purse = Purse(budget, PRICE)
    with BadServer(manner) as server:
        answered, others = asyncio.run(spend(server.url, purse))
    billed = PRICE.of(manner.tokens_in, manner.tokens_out)
    spent = billed if number % 2 else manner.tokens_in + manner.tokens_out
    bound = money if number % 2 else tokens
    if spent > bound:
        over.append(f"{spent} of {bound}")
    lost.extend(others)
    worst = 1_000 if not number % 2 else Decimal("0.008")
    if answered < REQUESTS and bound - spent > worst:
        idle.append(f"{bound - spent} of {bound} left")
