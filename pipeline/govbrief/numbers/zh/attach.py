"""Owns what hangs on a numeral: 分之, 又, its unit, 半, 角 and 分; must not know how it was found."""

import re
from decimal import Decimal

from govbrief.numbers.numerals import SCALE_FACTORS, ZH_NUMERAL, parse_numeral
from govbrief.numbers.zh.candidate import Draft
from govbrief.numbers.zh.composites_zh import take_smaller_units
from govbrief.numbers.zh.patterns_zh import NUMERAL
from govbrief.numbers.zh.units_zh import Found, currency_of, read_unit
from govbrief_schemas.quantity import QuantityKind

_ZERO, _ONE, _TEN, _DOZEN = Decimal(0), Decimal(1), Decimal(10), Decimal(12)
_HALF = Decimal("0.5")
_FRACTION = re.compile(rf"(?:又(?P<part>[0-9{ZH_NUMERAL}]{{1,20}}+))?分之(?=[0-9负負{ZH_NUMERAL}])")
_MIXED = re.compile(r"[ 又](\d{1,3})/(\d{1,3})(?![\d/-])")
_PLACED = re.compile("[0-9十百千万亿点點拾佰仟萬億]")
"""What makes a numeral of more than one sign: places or Arabic digits."""
_LETTER = re.compile("[A-Za-z]| mm ?Hg|毫米汞柱")
_BOARDS = re.compile(
    rf"(?![{ZH_NUMERAL}])[\u4e00-\u9fff]{{0,3}}?"
    "(?:[匾牌屏砖石碑板]|玻璃|场地|草坪|绿地|农田|菜地|试验田|电池|硬盘|手表)(?!价|费)"
)
"""What is counted by 块 and is no money: 600块牌匾."""
_SECONDS = re.compile(r"\d{1,2}(?:\.\d+)?秒")

"""3块5."""

_AFTER_GE = frozenset("亿億")
_MINUTES = re.compile(r"(\d{1,2})[′'分](?:\d{1,2}(?:\.\d+)?[″\"秒])?")
"""Of arc: 120°30′."""
_TENTH_MORE = re.compile("[一二三四五六七八九](?![一二三四五六七八九十百千万成个名家户人年月天])")
"""一成五 is 15 %."""
_HUNDRED = Decimal(100)
_MOVED = re.compile("[升降高低增减涨跌落长加少]了?约?近?$")
_ERAS = (
    "民国",
    "宣统",
    "光绪",
    "同治",
    "咸丰",
    "道光",
    "嘉庆",
    "乾隆",
    "雍正",
    "康熙",
    "万历",
    "洪武",
    "开元",
)
"""Reigns that years are counted by: 光绪三年 is a date."""
_GRADED = frozenset("以医响甲乙景资保预应及、")
_SHARE_BEFORE = re.compile("(?:其中|占|近|约|超|逾|不足|不到|有)[一二两三四五六七八九]成$")
_NOT_TENTHS = frozenset("为為员員立功果效绩績长長都熟交型套本语語")


_SCALES = frozenset("万亿")
_ONES = "一二三四五六七八九"
VULGAR = {sign: Decimal(value) for sign, value in (("½", "0.5"), ("¼", "0.25"), ("¾", "0.75"))}
"""1½小时."""


def attach_fraction(draft: Draft, text: str) -> bool:
    """Turn the draft into a quotient (三分之一, 一又二分之一, 3/5); False when it is none."""
    end = draft.end
    if part := VULGAR.get(text[end : end + 1]):
        return _become(draft, draft.value + part, end + 1, text)
    if mixed := _MIXED.match(text, end):
        part = _quotient(Decimal(mixed[1]), Decimal(mixed[2]))
        return part is not None and _become(draft, draft.value + part, mixed.end(), text)
    if text.startswith("/", end):
        below = NUMERAL.match(text, end + 1)
        if below is None or not below[2][0].isdigit() or _LETTER.match(text, below.end()):
            return False  # 4/5G, 140/90 mmHg
        if text[below.end() : below.end() + 1] in _SCALES:
            return False  # 26.4/10万 is so many of 100,000
        part = _quotient(draft.value, parse_numeral(below[2].replace(",", "")))
        return part is not None and _become(draft, part, below.end(), text)
    link = _FRACTION.match(text, end)
    return link is not None and _spoken(draft, link, text)


def _spoken(draft: Draft, link: re.Match[str], text: str) -> bool:
    """一又二分之一: what stands before 又 is whole, what stands after 分之 is divided."""
    above = NUMERAL.match(text, link.end())
    if above is None:
        return False
    end, run = above.end(), above[2].replace(",", "")
    if len(run) > 1 and not _PLACED.search(run):
        # 十分之一二手房: two digits side by side are no numeral
        end, run = above.start(2) + 1, run[0]
    number = parse_numeral(run)
    if number is None:
        return False
    whole, below = _ZERO, draft.value * draft.factor
    if link["part"]:
        whole, below = below, parse_numeral(link["part"]) or _ZERO
    part = _quotient(-number if above[1] else number, below)
    if part is None:
        return False
    return _become(draft, whole - part if whole < 0 else whole + part, end, text)


def _quotient(above: Decimal, below: Decimal | None) -> Decimal | None:
    return above / below if below else None


def _become(draft: Draft, value: Decimal, end: int, text: str) -> bool:
    draft.value, draft.factor, draft.kind, draft.end = value, _ONE, QuantityKind.RATIO, end
    unit = read_unit(text, end)
    if unit and unit.kind in {QuantityKind.MEASURE, QuantityKind.DURATION}:
        draft.unit, draft.end = unit.name, unit.end
        if value > 1:
            draft.kind = unit.kind
    elif unit and unit.kind is QuantityKind.POINT:
        draft.unit, draft.kind, draft.end = unit.name, unit.kind, unit.end
    return True


def attach_ones(draft: Draft, text: str) -> None:
    """八十有三: 有 may stand between tens and ones; 三十有三个 may be two numbers and is left alone."""
    end = draft.end + 1
    one = text[end : end + 1]
    if not text.startswith("有", draft.end) or not one or one not in _ONES:
        return
    unit = read_unit(text, end + 1)
    if (unit is None or unit.name == "岁") and (text[end + 1 : end + 2] or "。") not in ZH_NUMERAL:
        draft.value, draft.end = draft.value + _ONES.index(one) + 1, end + 1


def attach_unit(draft: Draft, found: Found, text: str) -> None:
    """Give the draft its unit and what belongs to it: 三成, 五斤半, 3个多月, 3元5角."""
    name, kind, end = found
    if name == "旬":
        draft.unit, draft.end, draft.factor = "岁", end, draft.factor * _TEN
        return
    if name in {"成", "折"}:
        _tenths(draft, text, end, whole=name == "折" and draft.value >= _TEN)
        return
    if name == "打":
        draft.factor, draft.end = draft.factor * _DOZEN, end
        return
    name, kind, end = _meant(draft, _of_boards(found, text), text)
    if name == "个" and text[end : end + 1] in _AFTER_GE:
        _scale_behind(draft, text, end)
        return
    draft.unit, draft.kind, draft.end = name, kind, end
    if name == "元":
        draft.unit, draft.start = currency_of(text, draft.start, name)
    follower = text[end : end + 1]
    if follower == "半":
        _half_more(draft, text)
    elif follower in {"多", "余"} and name == "个":
        more = read_unit(text, end + 1) or _month(text, end + 1)
        if more:
            draft.unit, draft.kind, draft.end = more
            draft.inner = follower
    else:
        take_smaller_units(draft, text)


def _meant(draft: Draft, found: Found, text: str) -> Found:
    """The unit that a word means beside its neighbours: 52分30秒 are minutes, 3级以上 and 五类水 rank."""
    name, kind, end = found
    if name == "分" and _SECONDS.match(text, end):
        return Found("分钟", QuantityKind.DURATION, end)
    if name == "度" and (minutes := _MINUTES.match(text, end)):
        draft.value += (parse_numeral(minutes[1]) or _ZERO) / 60
        return Found(name, kind, minutes.end())
    if (name == "级" and text[end : end + 1] in _GRADED) or (name == "类" and text.startswith("水", end)):
        return Found(name, QuantityKind.ORDINAL, end)
    if name == "年" and text.endswith(_ERAS, 0, draft.start):
        return Found(name, QuantityKind.DATE, end)
    if name == "个" and text.startswith("点", end) and _is_points(draft, text):
        return Found("个百分点", QuantityKind.POINT, end + 1)
    scaled = name == "度" and text.endswith(("华氏", "摄氏"), 0, draft.start)
    return Found(f"{text[draft.start - 2 : draft.start]}度", kind, end) if scaled else found


def _of_boards(found: Found, text: str) -> Found:
    boards = found.name == "元" and text[found.end - 1] in "块塊" and _BOARDS.match(text, found.end)
    return Found("块", QuantityKind.COUNT, found.end) if boards else found


def _is_points(draft: Draft, text: str) -> bool:
    """3.2个点 and 上升了2个点 are percentage points; 12个点位 are places."""
    whole = draft.value == draft.value.to_integral_value()
    return not whole or bool(_MOVED.search(text, max(0, draft.start - 6), draft.start))


def _scale_behind(draft: Draft, text: str, end: int) -> None:
    """3个亿."""
    draft.factor *= SCALE_FACTORS[text[end]]
    draft.end = end + 1
    if more := read_unit(text, draft.end):
        attach_unit(draft, more, text)


def is_tenth(name: str, text: str, end: int) -> bool:
    """三成 is 30%, but 一成为, 三成员 are not."""
    if name != "成" or text[end : end + 1] not in _NOT_TENTHS:
        return True
    return (
        text.startswith(("员工", "员村"), end) or _SHARE_BEFORE.search(text, max(0, end - 6), end) is not None
    )


def _tenths(draft: Draft, text: str, end: int, *, whole: bool) -> None:
    draft.unit, draft.kind, draft.end = "%", QuantityKind.PERCENT, end
    if text.startswith("半", end):
        draft.value += _HALF
        draft.end += 1
    elif not whole and (more := _TENTH_MORE.match(text, end)):
        draft.value += (parse_numeral(more[0]) or _ZERO) / _TEN
        draft.end += 1
    if not whole:
        draft.factor *= _TEN


def _month(text: str, at: int) -> Found | None:
    return Found("个月", QuantityKind.DURATION, at + 1) if text.startswith("月", at) else None


def _half_more(draft: Draft, text: str) -> None:
    after = read_unit(text, draft.end + 1) or (_month(text, draft.end + 1) if draft.unit == "个" else None)
    if after and draft.unit != "个" and after.kind is not QuantityKind.COUNT:
        return
    draft.value += _HALF / draft.factor
    draft.end += 1
    if after and draft.unit == "个":
        draft.unit, draft.kind, draft.end = after


_GOES_ON_BEHIND = frozenset("年岁月周天日时分元米里尺斤吨")


def without_nought(text: str, start: int, run: str) -> tuple[int, str]:
    """十三年零六个月: the nought only joins what stands behind a unit."""
    joins = run[0] in "零〇" and len(run) > 1 and start > 0 and text[start - 1] in _GOES_ON_BEHIND
    return (start + 1, run[1:]) if joins else (start, run)
