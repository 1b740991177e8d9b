"""Owns the table of figures of a quoted brief: amounts whose frame says what they count, with settled English.

A number of a clause that only a model could translate has no row: what it counts is not known for certain.
"""

import calendar
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govbrief.small.digestparts import Digested
from govbrief.small.english import lower_first
from govbrief.small.inflect import listed
from govbrief.small.lexicon import sort_of
from govbrief.small.objects import Counted
from govbrief.small.targets import term_of
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Clause, Translator
from govbrief.write.desk import Desk
from govbrief.write.figures import Candidate, RowWords, figure_of, status_of
from govbrief.write.method import complaints
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Figure, Status
from govbrief_schemas.item import NOTHING, Kind
from govbrief_schemas.quantity import Direction, Quantity, QuantityKind

_RANK = {
    QuantityKind.MONEY: 4.0,
    QuantityKind.PERCENT: 4.0,
    QuantityKind.POINT: 3.0,
    QuantityKind.MULTIPLE: 3.0,
    QuantityKind.COUNT: 1.5,
}
_AREAS = {
    "省": "whole province", "市": "whole city", "区": "whole district", "县": "whole county", "州": "whole prefecture",
    "旗": "whole banner",
}  # fmt: skip
_SMALL = 20
"""Counts below this are seldom what a reader looks for in a table."""
_SMALL_UNTOLD = 20
"""The same of counts that no line tells: of those a small one is of a part that the row does not name."""
_TOLD = 0.5
"""What a number gains that a line of the brief tells."""
_FULL_RATE = 2.6
"""Rank of a rate of 100%, which every office reports: below a large total, above a small one."""
_PER_DIGIT = 0.4
"""What a count gains for each order of magnitude: 58,552 ranks with rates and money."""
_VAGUE = re.compile(
    r"^(?:[涉惠]及|受益|涵盖|覆盖|整改|梳理|解决|发现)?(?:内容|问题|行业|单位|部门|事项|地区|产业园区|.{0,2}市场主体)$"
)
"""What is counted, without of what or what for."""
_OF_ONE = 2
"""Rows of one sentence, at most."""
_SHORTEST, _LONGEST = 3, 26
"""Characters of a measure's Chinese: a shorter one is not complete (单位), a longer one is a sentence."""


_RATE_LAST = re.compile(
    r"^(?:今年)?(?:\d{1,2}月份?至\d{1,2}月份?)?(?P<s>[^，；\d]*率)(?:达到?|为|是)?了?(?P<n>\d[\d.]*%)$"
)
_RATE_SAID = re.compile(
    r"^(?P<s>The [^;,\d]*?)(?: from [A-Z][a-z]+ to [A-Z][a-z]+)? (?:was|reached|stood at) (?P<n>\d[\d.]*%)$"
)
_MONTHS = re.compile(r"(\d{1,2})月份?至(\d{1,2})月份?")
_YEAR = re.compile(r"(20\d\d)年(?:度)?(?!以来|至|[-—–])")
_OF_PLANS = (Bilingual(zh="每年", en="every year"), Bilingual(zh="全年", en="within the year"))
_CUMULATIVE = Bilingual(zh="累计", en="cumulative")
_ISSUED = re.compile(r"政府$|[省市区县州旗]$")
"""An issuer whose whole area is what 全市 says."""


class _Row:
    def __init__(self, unit: TellableUnit, count: Counted, item: str, quantity: Quantity) -> None:
        self.unit, self.count = unit, count
        self.candidate = Candidate("", quantity, unit.sentence, unit.section, item)
        self.rank = _rank(quantity) + (_TOLD if item else 0.0)


async def figure_rows(
    desk: Desk, translator: Translator, told: Sequence[Digested], untold: Sequence[TellableUnit], most: int
) -> tuple[Figure, ...]:
    """Up to `most` rows in reading order, chosen by what they are: rates and money, then totals by their size."""
    lines = [
        (unit, (*clause.counted, *rate_told(clause)), one.item.id)
        for one in told
        for clause, unit in zip(one.clauses, one.units, strict=True)
        if clause.is_sound
    ]
    lines = [(unit, complete(counted), item) for unit, counted, item in lines]
    others = [(unit, complete(translator.counts(unit.zh, unit.kind)), "") for unit in untold]
    large = [row for row in _rows(desk, others) if not _is_small(row.candidate.quantity)]
    rows = sorted((*_rows(desk, lines), *large), key=lambda row: -row.rank)
    found: dict[str, Figure] = {}
    told_of: Counter[int] = Counter()
    for row in rows:
        measure = Bilingual(zh=row.count.zh, en=row.count.en.removeprefix("the "))
        doubts = complaints(desk.check_words(measure.zh, measure.en, (row.unit.sentence,)))
        at = row.unit.sentence.span.start
        room = len(found) < most and told_of[at] < _OF_ONE
        whole = _SHORTEST <= len(measure.zh) <= _LONGEST and not _VAGUE.match(measure.zh)
        key = f"{measure.zh} {row.candidate.quantity.value}"
        if room and whole and key not in found and not doubts:
            told_of[at] += 1
            found[key] = _figure(desk, row, measure)
    return tuple(sorted(found.values(), key=lambda figure: figure.evidence.start))


def complete(counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """The counts of a clause whose noun says enough alone; a bare rate is of what was counted before it, or no row.

    办理建议823件，满意率100%  ->  satisfaction rate for suggestions handled
    """
    found: list[Counted] = []
    for n, one in enumerate(counted):
        if one.zh.endswith(("达到", "为", "达")) or one.en.startswith("reaching "):
            continue
        if one.zh not in sort_of("bare_rates"):
            found.append(one)
            continue
        before = [two for two in counted[:n] if two.zh not in sort_of("bare_rates") and "率" not in two.zh]
        if before:
            of = one.en.removeprefix("the ")
            whole = "、".join(two.zh for two in before), listed([two.en for two in before])
            found.append(Counted(one.number, f"{whole[0]}的{one.zh}", f"{of} for {whole[1]}"))
    return tuple(found)


def rate_told(clause: Clause) -> tuple[Counted, ...]:
    """The rate that is a whole clause, of which a checked English sentence says what it is of; else nothing.

    1月至5月负责人出庭率98.3% / The rate … from January to May was 98.3%  ->  what stands between months and number
    """
    zh = _RATE_LAST.match(clause.zh)
    en = _RATE_SAID.match(clause.en)
    if clause.counted or zh is None or en is None or zh["n"] != en["n"]:
        return ()
    return (Counted(zh["n"], zh["s"], lower_first(en["s"])),)


def scope_of(desk: Desk, unit: TellableUnit) -> Bilingual:
    """全市, where the clause says so of a bureau's or a newspaper's report; nothing where it is the issuer's area."""
    issuer = desk.report.issuer.value if desk.report.issuer else ""
    found = re.match(r"(?:[^，]{0,8}[年月度来]，?)?(全[省市区县州旗])(?!面|体|部|领|前|首|第|排)", unit.zh)
    if found is None or _ISSUED.search(issuer):
        return NOTHING
    return Bilingual(zh=found[1], en=_AREAS[found[1][1]])


def _of_whom_and_when(desk: Desk, row: _Row, measure: Bilingual) -> Bilingual:
    """Scope and period of a row, each where the measure does not say it itself."""
    parts = [
        one for one in (scope_of(desk, row.unit), period_of(desk, row.unit, row.candidate.quantity)) if one
    ]
    parts = [one for one in parts if one.zh not in measure.zh]
    return Bilingual(zh="，".join(one.zh for one in parts), en=", ".join(one.en for one in parts))


def period_of(desk: Desk, unit: TellableUnit, quantity: Quantity) -> Bilingual:
    """When a number was, where that is not the report's own year: a year, months of one, every year of a plan.

    It stands in the clauses before the number, as far back as a semicolon.
    """
    sentence, at = unit.sentence, quantity.span.start
    before = re.sub(r"《[^》]*》", "", re.split(r"[；;。]", desk.report.text[sentence.span.start : at])[-1])
    if unit.kind is Kind.PLAN:
        return next((term for term in _OF_PLANS if term.zh in before), NOTHING)
    if found := _MONTHS.search(before):
        first, last = (calendar.month_name[int(month) % 13] for month in found.groups())
        return Bilingual(zh=found[0], en=f"{first} to {last}")
    years = _YEAR.findall(before)
    own = desk.report.year.value if desk.report.year else ""
    if years and years[-1] != own:
        return Bilingual(zh=f"{years[-1]}年", en=years[-1])
    return _CUMULATIVE if "累计" in before and not years else NOTHING


def _figure(desk: Desk, row: _Row, measure: Bilingual) -> Figure:
    ahead = row.unit.kind is Kind.PLAN
    status = Status.TARGET if ahead else status_of(row.candidate, desk.outline, Status.RESULT)
    words = RowWords(
        measure,
        _of_whom_and_when(desk, row, measure),
        by=term_of(row.unit.sentence.text) if ahead else NOTHING,
    )
    return figure_of(row.candidate, desk.report.text, words, status)


def _rows(desk: Desk, counts: Sequence[tuple[TellableUnit, tuple[Counted, ...], str]]) -> Iterator[_Row]:
    """Each number of the clauses with the quantity that the witness read."""
    for unit, counted, item in counts:
        if unit.kind is Kind.SHORTCOMING:
            continue
        span = unit.sentence.span
        for count in counted:
            for quantity in desk.witness.quantities:
                inside = span.start <= quantity.span.start < span.end and quantity.is_amount
                aim = unit.kind is Kind.PLAN and quantity.kind is QuantityKind.COUNT and quantity.value > 1
                if inside and count.number in _written(desk, quantity) and (_rank(quantity) or aim):
                    yield _Row(unit, count, item, quantity)
                    break


def _written(desk: Desk, quantity: Quantity) -> set[str]:
    """The number as the source writes it, with and without what stands around it."""
    text, span = desk.report.text, quantity.span
    bare = quantity.text.removesuffix(quantity.unit)
    around = {text[span.start - n : span.end] for n in (1, 2, 3)} | {quantity.text, bare}
    return around | {one.removesuffix(quantity.unit) for one in around} | {f"{quantity.text}以上"}


def _is_small(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT and quantity.value < _SMALL_UNTOLD


def _rank(quantity: Quantity) -> float:
    """Rates and money, then counts by their order of magnitude; 0 for what no reader looks for in a table."""
    if quantity.kind is QuantityKind.COUNT:
        return (
            0.0 if quantity.value < _SMALL else _RANK[quantity.kind] + _PER_DIGIT * math.log10(quantity.value)
        )
    if quantity.kind is QuantityKind.PERCENT and quantity.value == 100:  # noqa: PLR2004 - the whole
        return _FULL_RATE
    moved = quantity.direction is not Direction.NONE and quantity.kind is QuantityKind.POINT
    return 0.0 if moved else _RANK.get(quantity.kind, 0.0)
