"""Owns which options of a request a server takes; learned from its refusals, because nothing else tells.

Servers agree on the chat API and differ in its options: some models refuse `max_tokens` and want
`max_completion_tokens`, some take no temperature or no seed. None of them is worth failing for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

INSTEAD: Mapping[str, str | None] = {
    "max_tokens": "max_completion_tokens",
    "temperature": None,
    "seed": None,
    "frequency_penalty": None,
}
"""Options that can be sent under another name, or left out (None)."""
_REFUSED = re.compile(
    r"unsupported|not supported|does not support|unknown|unrecognized|not permitted", re.IGNORECASE
)


@dataclass(slots=True)
class Dialect:
    """What one server was found not to take."""

    _refused: set[str] = field(default_factory=set)

    def options(self, wanted: Mapping[str, object]) -> dict[str, object]:
        """The options as this server takes them."""
        spoken = {INSTEAD[name] if name in self._refused else name: value for name, value in wanted.items()}
        return {name: value for name, value in spoken.items() if name is not None}

    def learn(self, status: int, said: str, sent: Mapping[str, object]) -> bool:
        """Whether a refusal names an option of those `sent` that the server can do without; it is not sent again.

        "Unsupported parameter: 'max_tokens' is not supported with this model." -> True, and renamed from now on
        """
        if status not in {400, 422} or not _REFUSED.search(said):
            return False
        named = {name for name in INSTEAD if name in sent and re.search(rf"\b{name}\b", said)}
        self._refused |= named
        return bool(named)
