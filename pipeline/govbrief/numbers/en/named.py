"""Owns Named: an English numeral that is no amount (a name, a date, a label, a code, an ordinal)."""

from decimal import Decimal
from typing import NamedTuple

from govbrief_schemas.quantity import QuantityKind


class Named(NamedTuple):
    """Half-open offsets and kind."""

    start: int
    end: int
    kind: QuantityKind | None
    """None for an idiom, which is not reported at all."""
    value: Decimal | None = None
    """None when the value is that of the numeral."""
    unit: str = ""
