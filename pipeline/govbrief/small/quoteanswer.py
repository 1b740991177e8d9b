"""Owns what the quoting method asks for: one string, and the grammar that keeps a small model to it.

The grammar helps the model and decides nothing: whether the words are right, the check says.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field


class Translated(BaseModel):
    """The Chinese in English."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    en: str = Field(default="", description="in English")


_PLAIN = r"^[ -!#-\[\]-~“”‘’–—]{1,%d}$"
"""Signs of English; no quotation mark or backslash, because a grammar works inside a JSON string."""


def in_english(longest: int) -> Mapping[str, Any]:
    """A schema for `Translated` whose text holds no Chinese and ends after `longest` characters."""
    text = {"type": "string", "pattern": _PLAIN % longest}
    return {
        "type": "object",
        "properties": {"en": text},
        "required": ["en"],
        "additionalProperties": False,
    }


ANSWERS: Final[tuple[type[BaseModel], ...]] = (Translated,)
"""The classes of all answers."""
