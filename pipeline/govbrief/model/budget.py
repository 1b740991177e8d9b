"""Owns what a run may spend at most: how a budget is written, and in what."""

import re
from dataclasses import dataclass
from decimal import Decimal

from govbrief.base.errors import UsageError

FORMS = "5USD or 0.50USD, 2Mtok or 500ktok, 45min, 30s or 2h; several as 5USD,45min"
_AMOUNT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[a-z$]+)", re.IGNORECASE)
_UNITS = {
    "usd": ("usd", 1),
    "$": ("usd", 1),
    "tok": ("tokens", 1),
    "ktok": ("tokens", 1000),
    "mtok": ("tokens", 1_000_000),
    "s": ("seconds", 1),
    "min": ("seconds", 60),
    "h": ("seconds", 3600),
}


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a run may spend; None is no bound."""

    usd: Decimal | None = None
    tokens: int | None = None
    """In and out together."""
    seconds: float | None = None


def parse_budget(text: str) -> Budget:
    """A budget as it is typed.

    `"5USD"` -> 5 US dollars; `"2Mtok"` -> 2,000,000 tokens; `"5USD,45min"` -> both, whichever ends first

    Raises:
        UsageError: it is none of the forms, or bounds the same thing twice.
    """
    bounds: dict[str, Decimal] = {}
    for part in text.split(","):
        found = _AMOUNT.fullmatch(part.strip())
        kind, factor = _UNITS.get(found["unit"].lower(), ("", 0)) if found else ("", 0)
        if not found or not kind or kind in bounds:
            raise UsageError(f"--budget {text!r} is no budget", hint=f"write {FORMS}")
        bounds[kind] = Decimal(found["number"]) * factor
    if not all(bounds.values()):
        raise UsageError(f"--budget {text!r} leaves nothing to spend", hint=f"write {FORMS}")
    tokens, seconds = bounds.get("tokens"), bounds.get("seconds")
    return Budget(
        usd=bounds.get("usd"),
        tokens=None if tokens is None else int(tokens),
        seconds=None if seconds is None else float(seconds),
    )
