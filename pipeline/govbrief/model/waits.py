"""Owns how long a server asks to wait, in whatever way it says so: a header, a date, or words in a message."""

import email.utils
import re
from collections.abc import Mapping
from datetime import UTC, datetime

_WORDS = re.compile(
    r"(?:try again|retry|wait|available again|reset\w*)\D{0,24}?(?P<wait>(?:\d+(?:\.\d+)?\s*(?:ms|h|m|s)[a-z]*\s*)+)",
    re.IGNORECASE,
)
_DELAY = re.compile(r"retry_?delay\W{1,6}(?P<wait>\d+(?:\.\d+)?s)", re.IGNORECASE)
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|mil\w*|h|m|s)?", re.IGNORECASE)
_SECONDS = {"ms": 0.001, "h": 3600.0, "m": 60.0, "s": 1.0, "": 1.0}
_EPOCH_S = 1e9
"""Above this a bare number is a time and no length: seconds since 1970, or milliseconds."""
RESETS = ("x-ratelimit-reset-requests", "x-ratelimit-reset-tokens", "x-ratelimit-reset", "ratelimit-reset")


def told_wait(headers: Mapping[str, str], said: str = "") -> float | None:
    """Seconds that a refusal asks to wait; None when it does not say.

    Retry-After counts first, then the words, then the reset times, of which the longest.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        if (wait := read_wait(headers.get(name, ""), unit)) is not None:
            return wait
    found = _WORDS.search(said) or _DELAY.search(said)
    if found:
        return read_wait(found["wait"])
    resets = [wait for name in RESETS if (wait := read_wait(headers.get(name, ""))) is not None]
    return max(resets, default=None)


def read_wait(raw: str, unit_s: float = 1.0) -> float | None:
    """A length of time as servers write it, in seconds; a time to come counts from now; None for anything else.

    `"2"` -> 2.0; `"812ms"` -> 0.812; `"6m0s"` -> 360.0; `"Wed, 21 Oct 2015 07:28:00 GMT"` -> 0.0

    Source: RFC 9110, 10.2.3, for Retry-After.
    """
    raw = raw.strip()
    try:
        number = float(raw) * unit_s
    except ValueError:
        return _read_length(raw)
    if number >= _EPOCH_S:
        number = number / 1000 if number >= _EPOCH_S * 1000 else number
        number -= datetime.now(UTC).timestamp()
    return max(0.0, number)


def _read_length(raw: str) -> float | None:
    if raw and raw[0].isdigit():
        parts = _PART.findall(raw)
        return sum(float(n) * _SECONDS["ms" if u.lower().startswith("mi") else u.lower()] for n, u in parts)
    try:
        until = email.utils.parsedate_to_datetime(raw)
    except (ValueError, TypeError):
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
