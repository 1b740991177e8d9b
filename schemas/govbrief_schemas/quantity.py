"""Owns Quantity: an exact value with its unit, and where it stands; must not know who found it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from govbrief_schemas.report import Span


class QuantityKind(StrEnum):
    """What a number is; only the first block are amounts that a reader could quote."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINT = "percentage_point"
    MULTIPLE = "multiple"
    """倍, fold, times, 翻一番."""
    RATIO = "ratio"
    """分数, a third, per mille."""
    MEASURE = "measure"
    """Physical units: length, area, mass, energy."""
    DURATION = "duration"
    """三年, two decades, 40个工作日."""

    DATE = "date"
    TIME = "time"
    """A time of day."""
    ORDINAL = "ordinal"
    LABEL = "label"
    """A list marker or a heading's number."""
    CODE = "code"
    """Document numbers, index codes, versions, hotlines written bare."""
    NAME = "name"
    """A number inside a name or a set phrase: 12345热线, 二十大, 三项制度, 进一步."""


NOT_AMOUNTS = frozenset({
    QuantityKind.DATE,
    QuantityKind.TIME,
    QuantityKind.ORDINAL,
    QuantityKind.LABEL,
    QuantityKind.CODE,
    QuantityKind.NAME,
})


class Qualifier(StrEnum):
    """How exact the text says the value is."""

    EXACT = ""
    OVER = "over"
    """余, 多, 超, over, more than."""
    NEARLY = "nearly"
    """近, nearly, almost."""
    ABOUT = "about"
    """约, 左右, about, around."""
    AT_LEAST = "at_least"
    """以上, 不少于, at least."""
    AT_MOST = "at_most"
    """以下, 以内, 不超过, at most, within."""


class Direction(StrEnum):
    """Whether the text says that the measure rose or fell by the value, or to it."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class Motion(StrEnum):
    """Whether the measure reached the value or changed by it: 降至5.1% is not 下降5.1%."""

    NONE = ""
    BY = "by"
    """增长5%, fell by 3 points, a 5% rise."""
    TO = "to"
    """提高到98%, 降至5.1%, rose to 98%."""
    FROM = "from"
    """由12%提高到, from 12%."""


class Lying(StrEnum):
    """On which side of what it is compared with a difference lies."""

    NONE = ""
    ABOVE = "above"
    """高于全国平均2.3个百分点."""
    BELOW = "below"
    EARLIER = "earlier"
    """提前12天."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text, read exactly."""

    text: str
    """The raw slice, unit and inner qualifier included."""
    span: Span
    """Where `text` stands: `source[span.start:span.end] == text`."""
    value: Decimal
    """Scale words multiplied out (13.7万 is 137000); percent and points are the face number; fractions the quotient."""
    unit: str
    """The unit as the dictionary names it; the measure word for counts (件, 家); empty when there is none."""
    kind: QuantityKind
    qualifier: Qualifier = Qualifier.EXACT
    direction: Direction = Direction.NONE
    subject: str = ""
    """What is counted: the measure noun or clause the number is said of; empty when no rule found it."""
    motion: Motion = Motion.NONE
    side: Lying = Lying.NONE
    period: str = ""
    """The part of a year or the year that the clause tells of, by its key in `relations.toml`: `Q1-Q3`, `H1`,
    `this`; empty when it names none, or several."""
    comparison: str = ""
    """`year` for 同比, `month` for 环比 (and quarter on quarter); empty when the clause says neither, or both."""

    uncertain: bool = False
    """Whether the reader was not sure of what stands there, as in a line of a scan: it confirms and refutes nothing."""

    @property
    def is_amount(self) -> bool:
        """False for dates, ordinals, labels, codes and names."""
        return self.kind not in NOT_AMOUNTS
