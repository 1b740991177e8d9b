"""Owns what all published values have in common: they do not change, and hold no key that is not theirs."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value of a published JSON form."""

    model_config = ConfigDict(frozen=True, extra="forbid")
