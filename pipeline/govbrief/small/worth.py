"""Owns how much a result is worth in headline and summary of a quoted brief: what a reader would quote of it first.

Honours and firsts, then rates and money, then counts by their order of magnitude, more of a whole area; documents and
study come after results. A full rate is what every office reports.
"""

import math
import re
from decimal import Decimal
from functools import cache

from govbrief.base.datafiles import any_of, read_table
from govbrief.numbers.find import find_quantities
from govbrief_schemas.quantity import QuantityKind

HONOUR, RATE, FULL_RATE = 100.0, 80.0, 30.0
OF_AREA, MORE = 8.0, 2.0
"""What a count gains that is of a whole area, and a clause for each number beyond its first."""
PER_DIGIT = 10.0
"""What a count gains for each order of magnitude: 1,726 weighs 32, 58,552 weighs 48."""
PER_HEAD = 0.5
"""What such a count keeps that counts who came, once for each time: 人次."""
ISSUED = 40.0
"""What a clause loses that opens with documents or study."""
_FULL = Decimal(100)
_HONOUR = re.compile(
    r"被.{2,}(?:命名|评|授予|确定|列|认定)为|获评|荣获|荣登|获得?.{0,12}(?:称号|表彰|奖)|首创|唯一|第一名"
    r"|排名(?:领先|第[一二三])|率先|(?:全[国省市]|位居|名列|居).{0,6}(?:前列|第[一二三](?!批|届|次|轮|方)|首位)|入选"
)
_TITLES = re.compile(r"《[^》]*》|[“\"][^”\"]*[”\"]")
"""What stands in title or quotation marks is a name and counts nothing."""
_PAPER = re.compile(
    r"^[^，；]*?(?:学习|宣讲|宣传|制定|修订|修改|废止|印发|出台|起草|审办|规章|法规|文件|预案|方案|办法)"
)
_AREA = re.compile(r"全[省市区县州旗](?!面|体|部)")
_AMOUNT = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE})
_SHARE = frozenset({QuantityKind.PERCENT, QuantityKind.POINT, QuantityKind.MULTIPLE, QuantityKind.MONEY})


@cache
def _routine() -> re.Pattern[str]:
    return re.compile(any_of(read_table("posture")["routine"]))


def is_routine(zh: str) -> bool:
    """Whether a clause tells what an organ set up for its own work, or only that something was arranged."""
    return _routine().search(zh) is not None


def is_honour(zh: str) -> bool:
    """Whether a clause tells that somebody was honoured, ranked or first."""
    return _HONOUR.search(_TITLES.sub("", zh)) is not None


def worth_of(zh: str) -> float:
    """How much a clause of a result is worth beside others; no unit, the higher the sooner it is told."""
    bare = _TITLES.sub("", zh)
    told = [quantity for quantity in find_quantities(bare, "zh") if quantity.is_amount]
    best = HONOUR if is_honour(zh) else 0.0
    of_area = OF_AREA if _AREA.search(bare) else 0.0
    counts = 0
    for quantity in told:
        if quantity.kind in _SHARE:
            full = quantity.kind is QuantityKind.PERCENT and quantity.value == _FULL
            best = max(best, FULL_RATE if full else RATE)
            counts += 1
        elif quantity.kind in _AMOUNT and quantity.value > 0:
            head = quantity.text.endswith("人次")
            size = PER_DIGIT * math.log10(float(quantity.value) + 1) + of_area
            best = max(best, size * (PER_HEAD if head else 1.0))
            counts += 1
    best += MORE * max(0, counts - 1)
    if best < HONOUR:
        best -= ISSUED if _PAPER.search(bare) or "《" in zh.partition("，")[0] else 0.0
    return best
