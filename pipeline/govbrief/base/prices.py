"""Owns what tokens cost: what the user says, else the public price lists that the package genai-prices gathers.

["model-name"]
in = 0.15     # US dollars per million tokens
out = 0.60

Stands in a file of its own for `compare --prices`, or as [prices."model-name"] in the configuration file. A list price
holds only where the provider itself is asked: the same name at another address may cost something else.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from govbrief.base.errors import UsageError

_MILLION = 1_000_000
_SAMPLE = 1000
"""Tokens by which a price is asked for: some models cost more from 200,000 on, which no request here reaches."""
_HINT = 'each model is a table: ["model-name"] with in = and out =, US dollars per million tokens'


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    tokens_in: Decimal
    tokens_out: Decimal

    def of(self, tokens_in: float, tokens_out: float) -> Decimal:
        """What so many tokens cost."""
        cost = Decimal(tokens_in) * self.tokens_in + Decimal(tokens_out) * self.tokens_out
        return round(cost / _MILLION, 6)


FREE = Price(Decimal(0), Decimal(0))
"""The model on this machine."""


def read_prices(path: Path | None) -> Mapping[str, Price]:
    """Prices by model; none without a file.

    Raises:
        UsageError: the file cannot be read, or a price is no number.
    """
    if path is None:
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = f"{path}: not a readable price file ({type(error).__name__}: {error})"
        raise UsageError(reason, hint=_HINT) from error
    return parse_prices(tables, str(path))


def parse_prices(tables: object, where: str) -> Mapping[str, Price]:
    """Prices by model from tables as TOML gives them; `where` is named in a message.

    Raises:
        UsageError: something there is no price.
    """
    try:
        return {model: _price(row) for model, row in dict(tables).items()}  # type: ignore[call-overload] # may be anything
    except (InvalidOperation, ValueError, KeyError, TypeError) as error:
        reason = f"{where}: not a price ({type(error).__name__}: {error})"
        raise UsageError(reason, hint=_HINT) from error


def _price(row: Mapping[str, object]) -> Price:
    both = [Decimal(str(row[name])) for name in ("in", "out")]
    if not all(amount.is_finite() and amount >= 0 for amount in both):
        raise ValueError("below zero or no number")
    return Price(*both)


def list_price(model: str, base_url: str | None) -> Price | None:
    """The price in the public lists; None where the provider or its model is not in them."""
    from genai_prices import Usage, calc_price  # noqa: PLC0415 - 0.15 s

    usage = Usage(input_tokens=_SAMPLE, output_tokens=_SAMPLE)
    try:
        found = (
            calc_price(usage, model, provider_api_url=base_url)
            if base_url
            else calc_price(usage, model, provider_id="openai")
        )
    except (LookupError, ValueError):
        return None
    share = Decimal(_MILLION) / _SAMPLE
    return Price(found.input_price * share, found.output_price * share)
