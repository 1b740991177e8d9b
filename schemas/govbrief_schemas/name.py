"""Owns Name: a place, an organ, a post, a document, a plan or an honour that a text names, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from govbrief_schemas.report import Span


class NameKind(StrEnum):
    """What is named."""

    PLACE = "place"
    ORGAN = "organ"
    POST = "post"
    DOCUMENT = "document"
    PLAN = "plan"
    HONOUR = "honour"


class Level(StrEnum):
    """The level of government, highest first."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    DISTRICT_COUNTY = "district_county"
    TOWNSHIP = "township"
    """Townships, towns and subdistricts."""
    VILLAGE = "village"
    """Villages and urban communities."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a text."""

    text: str
    """The raw slice: `source[span.start:span.end] == text`."""
    kind: NameKind
    span: Span
    level: Level | None = None
    """None where the name does not say."""
    english: str = ""
    """Settled English; empty where none is known. For an English text, the name itself."""
