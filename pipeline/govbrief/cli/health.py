"""Owns what a check of the installation is: what was looked at, what was seen, what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """What a check found."""

    OK = "ok"
    NOTE = "note"
    """Not needed for a brief with these settings, or worth knowing."""
    FAULT = "fault"
    """No brief can be made before this is mended."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    name_zh: str
    health: Health
    detail: str
    """What was seen."""
    fix: str = ""
    """What to do; empty when there is nothing to do."""
