"""Owns Verdict and Finding: what the check says of one item; must not know instructor or regex."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from govbrief_schemas.quantity import Quantity


class Verdict(StrEnum):
    """Result of one comparison; "could not check" is a value, never a pass."""

    SUPPORTED = "SUPPORTED"
    MISPLACED = "MISPLACED"
    """True of the report, but not in the cited sentences."""
    REFUTED = "REFUTED"
    """The source says otherwise: another value, unit, direction or qualifier for the same thing."""
    NOT_FOUND = "NOT_FOUND"
    """Nothing in the source carries it."""
    UNCHECKED = "UNCHECKED"
    """The rules cannot decide."""


class Rule(StrEnum):
    """Which promise a finding is about; names are stable and appear as `type` in `check --jsonl`."""

    VALUE = "value"
    UNIT = "unit"
    PERCENT_POINT = "percent_point"
    DIRECTION = "direction"
    QUALIFIER = "qualifier"
    SUBJECT = "subject"
    """A true number said of another thing (swapped numbers)."""
    REACHED = "reached"
    """Reached for changed by, or the other way: 降至5.1% is not "fell by 5.1%"."""
    PERIOD = "period"
    """Another part of a year, another year, before for after: 前三季度 is not the third quarter."""
    COMPARISON = "comparison"
    """Compared with another period: 环比 is not year on year."""
    DATE = "date"
    ORDINAL = "ordinal"
    NAME = "name"
    MISSING = "missing"
    """A quantity stands in one language of the item and not in the other."""
    SCOPE = "scope"
    """The English speaks of a wider reach than the Chinese: nationwide for 全省."""
    TITLE = "title"
    """A 《…》 that the source does not hold."""
    UNTRANSLATED = "untranslated"
    """Chinese characters in the English."""
    ECHO = "echo"
    """The item repeats the prompt, or no cited sentence carries it."""
    ROLE = "role"
    """The item's kind contradicts the role of its section."""
    EVIDENCE = "evidence"
    """Quoted evidence that is not the source's own text."""
    TRANSLATION = "translation"
    """The English is empty, cut off, or not a translation."""
    LEVEL = "level"
    """Another level of government: national for 省级, the province for 全市."""
    PLACE = "place"
    """Another place: Shenzhen for 沈城."""
    ORGAN = "organ"
    """Another organ or post: a court for 检察院, director for 副局长."""
    ACTOR = "actor"
    """Another one does it: the central inspectors for the city that they inspected."""
    DOCUMENT = "document"
    """Another kind of document: a law for 规定."""
    FIRST = "first"
    """Another rank: the first for 首批, ranked first for 前列."""
    REVERSED = "reversed"
    """The opposite: delegated for 收回, sufficient for 不足."""
    TENSE = "tense"
    """Done for planned, or planned for done."""
    INCLUSIVE = "inclusive"
    """A part told beside its whole: 等15个 is fifteen in all."""
    OMISSION = "omission"
    """What carries a fact is left out."""
    INVENTION = "invention"
    """A fact that nothing carries."""
    LOOP = "loop"
    """A repetition, a cut-off end or a placeholder."""
    TERM = "term"
    """A settled term told otherwise."""
    NUMBER_NOUN = "number_noun"
    """The number stays and what it counts changes."""


NUMBER_RULES: Final = frozenset({
    Rule.VALUE,
    Rule.UNIT,
    Rule.PERCENT_POINT,
    Rule.DIRECTION,
    Rule.QUALIFIER,
    Rule.SUBJECT,
    Rule.REACHED,
    Rule.PERIOD,
    Rule.COMPARISON,
    Rule.DATE,
    Rule.ORDINAL,
    Rule.NAME,
})
"""The rules whose findings speak of one number in one language."""
NAME_RULES: Final = frozenset({
    Rule.TITLE,
    Rule.SCOPE,
    Rule.LEVEL,
    Rule.PLACE,
    Rule.ORGAN,
    Rule.ACTOR,
    Rule.DOCUMENT,
})
"""The rules whose findings speak of a place, an organ, a person or a document."""
WORD_RULES: Final = NAME_RULES - {Rule.TITLE, Rule.SCOPE} | {
    Rule.FIRST,
    Rule.REVERSED,
    Rule.TENSE,
    Rule.INCLUSIVE,
    Rule.OMISSION,
    Rule.INVENTION,
    Rule.LOOP,
    Rule.TERM,
    Rule.NUMBER_NOUN,
}
"""The rules about what the words say, in an item or in a pair of texts; docs/words.md has examples of each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of the check on one item (or on a pair of texts)."""

    verdict: Verdict
    rule: Rule
    language: str
    """`zh`, `en`, or `zh-en` when the two languages of an item disagree."""
    seen: str
    """What stands in the item; empty when something is missing."""
    expected: str
    """What the source holds instead: the counterpart or the nearest match; empty when there is none."""
    message: str
    """One English sentence a reader understands."""
    message_zh: str
    """The same in Chinese."""
    start: int | None = None
    """Where in the source `expected` stands (raw offset), when known."""
    end: int | None = None
    quantity: Annotated[SkipJsonSchema[Quantity | None], Field(exclude=True)] = None
    """The quantity of the source that the finding is about; not published, because offsets say it."""
    at: int | None = field(default=None, compare=False)
    """Where in the item's text the number begins that `seen` tells; None where a finding is of no single number."""
