"""Owns Item and its closed sets Kind and Theme: what one chunk's answer becomes once it is tied to the text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.report import Sentence


class Kind(StrEnum):
    """What an item reports."""

    ACHIEVEMENT = "achievement"
    SHORTCOMING = "shortcoming"
    PLAN = "plan"

    @property
    def heading(self) -> Bilingual:
        """What items of this kind stand under."""
        return _HEADINGS[self]


_HEADINGS = {
    Kind.ACHIEVEMENT: Bilingual(zh="成效", en="Achievements"),
    Kind.SHORTCOMING: Bilingual(zh="不足", en="Shortcomings"),
    Kind.PLAN: Bilingual(zh="计划", en="Plans"),
}


class Theme(StrEnum):
    """The eight systems of 《法治政府建设实施纲要(2021—2025年)》, and what such reports tell beside them.

    Source: 中共中央、国务院《法治政府建设实施纲要(2021—2025年)》, parts two to nine. The judiciary and a law-abiding
    society stand in 《法治中国建设规划（2020－2025年）》 and 《法治社会建设实施纲要（2020－2025年）》.
    """

    FUNCTIONS = "政府机构职能"
    RULES = "依法行政制度"
    DECISIONS = "行政决策"
    ENFORCEMENT = "行政执法"
    EMERGENCY = "突发事件应对"
    DISPUTES = "矛盾纠纷化解"
    SUPERVISION = "权力监督"
    DIGITAL = "数字法治政府"
    JUDICIARY = "司法"
    SOCIETY = "法治社会"
    LEADERSHIP = "党的领导"
    OTHER = "其他"


NOTHING: Final = Bilingual(zh="", en="")
"""What a report does not say."""


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
    actor: Bilingual = NOTHING
    """Who did it or will do it; empty where it is the issuer."""
    cause: Bilingual = NOTHING
    """Why, for a shortcoming, where the report says so."""
    target: Bilingual = NOTHING
    """The measurable aim of a plan, e.g. 80%以上."""
    by: Bilingual = NOTHING
    """The date by which, e.g. 2025年."""

    def said(self, language: str) -> tuple[str, ...]:
        """Every text of the item in `zh` or `en`: all of it is checked."""
        parts = (self.actor, self.cause, self.target, self.by)
        texts = (self.zh if language == "zh" else self.en, *(getattr(part, language) for part in parts))
        return tuple(text for text in texts if text)
