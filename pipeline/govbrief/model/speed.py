"""Owns how fast a model answers: as the ledger's own answers say, else as models of its kind usually do."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief.base.settings import Settings
from govbrief.model.ledger import Totals

IN_A_ROW = 4
"""Requests of one report that wait for each other: lines, what was left out, the summary, and the summary again."""


class Speed(NamedTuple):
    """How long one request takes."""

    request_s: float
    """Before the answer begins."""
    tokens_per_s: float
    """Tokens of an answer."""
    measured: bool = False
    """Whether the ledger's answers say so."""

    def seconds(self, calls: int, tokens_out: int, at_once: int) -> float:
        """So many requests with so much to say, some under way at once and some after the others."""
        work = calls * self.request_s + tokens_out / self.tokens_per_s
        return work / max(1, min(at_once, calls / min(calls, IN_A_ROW))) if calls else 0.0


ON_A_SERVER = Speed(1.0, 60.0)
"""An assumption, in the middle of what providers give; the ledger knows better after the first run."""
ON_THIS_MACHINE = Speed(1.0, 25.0)
"""The embedded model on two idle cores: docs/decisions/embedded-model.md."""


def speed_of(settings: Settings, kept: Sequence[Totals]) -> Speed:
    """The speed of the model that the settings name."""
    own = [total for total in kept if _is_same(total.model, settings.model_name) and total.tokens_out]
    seconds, tokens = sum(total.seconds for total in own), sum(total.tokens_out for total in own)
    if seconds > 0:
        return Speed(0.0, tokens / seconds, measured=True)
    return ON_THIS_MACHINE if settings.embedded else ON_A_SERVER


def _is_same(told: str, named: str) -> bool:
    """Whether a server means the model that was named, whose date it may add: gpt-4o-2024-08-06, not gpt-4o-mini."""
    return told.startswith(named) and re.fullmatch(r"(?:[-@:.]?\d.*)?", told[len(named) :]) is not None
