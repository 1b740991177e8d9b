"""Owns what tokens cost: a file of the user's, because prices change and no table here would stay true.

["model-name"]
in = 0.15     # per million tokens, in any one currency
out = 0.60
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from govbrief.errors import UsageError

_MILLION = 1_000_000
_HINT = 'each model is a table: ["model-name"] with in = and out =, per million tokens'


@dataclass(frozen=True, slots=True)
class Price:
    """Per million tokens."""

    tokens_in: float
    tokens_out: float

    def of(self, tokens_in: float, tokens_out: float) -> float:
        """What so many tokens cost."""
        return round((tokens_in * self.tokens_in + tokens_out * self.tokens_out) / _MILLION, 6)


def read_prices(path: Path | None) -> Mapping[str, Price]:
    """Prices by model; none without a file.

    Raises:
        UsageError: the file cannot be read, or a price is no number.
    """
    if path is None:
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {model: Price(float(row["in"]), float(row["out"])) for model, row in tables.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"{path}: not a readable price file ({type(error).__name__}: {error})"
        raise UsageError(reason, hint=_HINT) from error
