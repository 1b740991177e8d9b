"""Owns Item and its closed sets Kind and Theme: what one chunk's answer becomes once it is tied to the text."""

from dataclasses import dataclass
from enum import StrEnum

from govbrief_schemas.report import Sentence


class Kind(StrEnum):
    """What an item reports."""

    ACHIEVEMENT = "achievement"
    SHORTCOMING = "shortcoming"
    PLAN = "plan"


class Theme(StrEnum):
    """The eight systems of 《法治政府建设实施纲要(2021—2025年)》, plus the Party's leadership and the rest.

    Source: 中共中央、国务院《法治政府建设实施纲要(2021—2025年)》, parts two to nine.
    """

    FUNCTIONS = "政府机构职能"
    RULES = "依法行政制度"
    DECISIONS = "行政决策"
    ENFORCEMENT = "行政执法"
    EMERGENCY = "突发事件应对"
    DISPUTES = "矛盾纠纷化解"
    SUPERVISION = "权力监督"
    DIGITAL = "数字法治政府"
    LEADERSHIP = "党的领导"
    OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of a brief in both languages, with the sentences it rests on."""

    id: str
    """`<chunk id>/<index>`, e.g. `03/00/2`."""
    kind: Kind
    theme: Theme
    zh: str
    en: str
    evidence: tuple[Sentence, ...]
    """The cited sentences, in reading order; never empty."""
    section: int
    """Index into `Outline.sections`."""
