"""Owns what a run has spent and may still spend: the worst case of a request is set aside before it is sent.

So nothing is overspent, however many requests are under way: a request whose worst case does not fit beside those of
the others waits until one of them is answered, and is refused when it would not fit then either. A server that writes
more than `max_tokens` allows cannot be held back by anybody.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from govbrief.base.errors import BudgetError, PipelineError
from govbrief.base.prices import FREE, Price
from govbrief.model.budget import Budget
from govbrief.model.forms import TOKEN_LIMITS
from govbrief.model.tokens import most_prompt_tokens

UNBOUNDED_TOKENS = 65_536
"""Of an answer to a request that does not say how long it may be."""


class Spent(NamedTuple):
    """Tokens that were paid for, and in how many answers."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def plus(self, other: "Spent") -> "Spent":
        """Both together."""
        return Spent(*(one + two for one, two in zip(self, other, strict=True)))


NOTHING = Spent()


class NoRoomError(PipelineError):
    """A request has to wait until others are answered; `settled` waits for that."""

    def __init__(self, settled: Callable[[], Any]) -> None:
        """`settled()` is to be awaited."""
        super().__init__("waits for a part of the budget that others may need")
        self.settled = settled


@dataclass
class Purse:
    """The money, tokens and time of one run."""

    budget: Budget = field(default_factory=Budget)
    price: Price | None = None
    """None where nobody knows what the model costs: then nothing can be bound in money."""
    clock: Callable[[], float] = time.monotonic
    spent: Spent = NOTHING
    by_report: dict[str, Spent] = field(default_factory=dict)
    used_up: bool = False
    """Whether a request was refused: what is not begun need not be."""
    _lost: Spent = NOTHING
    """The worst cases of requests that were sent and had no answer: they may have been paid for."""
    _aside: Spent = NOTHING
    """The worst cases of requests under way."""
    _longest_s: float = 0.0
    _waiting: list[asyncio.Future[None]] = field(default_factory=list)
    _began: float = field(init=False)

    def __post_init__(self) -> None:
        """The time begins now."""
        self._began = self.clock()

    def set_aside(self, body: Mapping[str, Any]) -> Spent:
        """The worst case of a request, kept free for it until it is settled.

        Raises:
            NoRoomError: it may fit once others are settled.
            BudgetError: it does not fit any more.
        """
        room = next((int(body[name]) for name in TOKEN_LIMITS if name in body), UNBOUNDED_TOKENS)
        worst = Spent(1, most_prompt_tokens(body), room)
        sure = self.spent.plus(self._lost)
        if not self._fits(sure.plus(worst)):
            self.used_up = True
            raise self.error()
        if not self._fits(sure.plus(self._aside).plus(worst)):
            raise NoRoomError(self._settled)
        self._aside = self._aside.plus(worst)
        return worst

    def settle(
        self, report: str, worst: Spent, used: Spent, seconds: float = 0.0, *, lost: bool = False
    ) -> None:
        """What a request came to; one that is `lost` was sent and had no answer."""
        self._aside = Spent(*(one - two for one, two in zip(self._aside, worst, strict=True)))
        self.spent = self.spent.plus(used)
        self.by_report[report] = self.by_report.get(report, NOTHING).plus(used)
        self._lost = self._lost.plus(worst) if lost else self._lost
        self._longest_s = max(self._longest_s, seconds)
        waiting, self._waiting = self._waiting, []
        for turn in waiting:
            if not turn.done():
                turn.set_result(None)

    async def _settled(self) -> None:
        """Wait until one more request is settled."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        await turn

    @property
    def seconds_left(self) -> float | None:
        """Until the time is over; None where nothing bounds it."""
        seconds = self.budget.seconds
        return None if seconds is None else seconds - (self.clock() - self._began)

    def _fits(self, total: Spent) -> bool:
        """Whether so much may be spent, and another request can be answered in time."""
        budget, left = self.budget, self.seconds_left
        if left is not None and left <= self._longest_s:
            return False
        if budget.tokens is not None and total.tokens_in + total.tokens_out > budget.tokens:
            return False
        return budget.usd is None or (self.cost(total) or Decimal(0)) <= budget.usd

    def cost(self, spent: Spent) -> Decimal | None:
        """In US dollars; None where nobody knows."""
        return None if self.price is None else self.price.of(spent.tokens_in, spent.tokens_out)

    def error(self) -> BudgetError:
        """What says that nothing more is sent."""
        return BudgetError(
            f"the budget is used up ({self})",
            hint="the same command with more --budget goes on from there: what was paid for is kept beside --out",
            zh=f"预算已用尽（{self}）",
            hint_zh="调高 --budget 重新运行同一命令即可接续：已付费的回答保存在 --out 旁",
        )

    def __str__(self) -> str:
        """`34,120 tokens, $0.1204, $4.8796 left`: empty before anything is spent, but for what is left."""
        cost, budget, left = self.cost(self.spent), self.budget, self.seconds_left
        tokens = self.spent.tokens_in + self.spent.tokens_out
        words = [f"{tokens:,} tokens"]
        words += [f"${cost:.4f}"] if cost and self.price != FREE else []
        words += [f"${budget.usd - (cost or 0):.4f} left"] if budget.usd is not None else []
        words += [f"{budget.tokens - tokens:,} tokens left"] if budget.tokens is not None else []
        words += [f"{max(0.0, left):.0f} s left"] if left is not None else []
        return ", ".join(words)
