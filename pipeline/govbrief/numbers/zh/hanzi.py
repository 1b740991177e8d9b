"""Owns numbers in Chinese numerals, and when such a numeral counts at all.

A single 一 counts only in front of a measure word (一个, not 一定); a scale by itself only as an estimate
(上百家, not 百姓); neighbouring digits are an estimate (七八个) or a name (八五普法).
"""

import re
from decimal import Decimal
from math import prod

from govbrief.numbers.numerals import (
    DIGITS,
    MAX_DIGITS,
    SCALE_FACTORS,
    longest_prefix,
    parse_estimate,
    parse_numeral,
)
from govbrief.numbers.zh import names_zh
from govbrief.numbers.zh.attach import attach_fraction, attach_ones, attach_unit, is_tenth, without_nought
from govbrief.numbers.zh.candidate import Draft, connector
from govbrief.numbers.zh.composites_zh import is_change, without_unit
from govbrief.numbers.zh.reader import Match, Reader
from govbrief.numbers.zh.units_zh import Found, currency_before, is_weak, read_unit
from govbrief_schemas.quantity import QuantityKind

K = QuantityKind
_ONE = Decimal(1)
_NO_CROWD = frozenset("，。、；：,.;:） )\n级元万")
"""Behind 上亿 one of these leaves open what is counted; 上亿市场主体 counts it."""
_ADDED = frozenset(["加上", "网上", "线上", "路上"])
_SCALE_ONLY = frozenset("百佰千仟万萬亿億兆")
_BIG = "万萬亿億"
_ESTIMATES = frozenset("上近数几幾數超破逾过過达達约約")
"""What makes a scale by itself a number: 上百家, 近千人, 数百万元."""
_MEASURED = frozenset({K.MONEY, K.MEASURE})
_BOUNDS = ("以上", "以下", "以内")
"""亿元以上项目: a scale by itself that something is measured by."""
_SEVERAL = frozenset("数几幾數")
_PLAN = re.compile(r"十[一二三四五六七八九]五")
_NAME_AFTER = {"K": K.CODE, "大": K.NAME, "届": K.ORDINAL, "屆": K.ORDINAL, "号": K.CODE, "號": K.CODE}
_GRADES = frozenset(["等奖", "等功"])
"""What a prize is ranked by: 一等奖, 二等功."""
_FARMERS_MONTHS = frozenset(["正月", "腊月", "冬月", "闰月"])
_RANGE = frozenset("至到—–-~～、或")
_EQUALS = frozenset("是为為等")
_TENS_OR_POINT = frozenset("点點十拾廿卅卌百佰千仟万萬亿億兆")
_SESSION = re.compile("全会|全委会|全体会议|党代会|会议")
_HELD = ("召开", "召开了", "举行", "举行了", "共", "开了")
_GAMES = re.compile("[冬运](?![行输营动用送作河转气力])|运会|青会")
"""十四冬, 十五运: games by their number."""
_TENS = frozenset("十拾廿卅卌百佰千仟万萬亿億兆")


def read_hanzi(reader: Reader, match: Match) -> int:
    """A number in Chinese numerals; what does not count is passed over."""
    text, start = reader.text, match.start("zdigits")
    run, sign, inner, scale = match.group("zdigits", "zsign", "zinner", "zscale")
    end = match.end("zdigits")
    if len(run) > 2 * MAX_DIGITS:
        return reader.keep(Draft(match.start(), end, Decimal(0), K.CODE))
    run, end = without_unit(run, text, end)
    start, run = without_nought(text, start, run)
    if text[start - 2 : start] in _FARMERS_MONTHS and (day := longest_prefix(run)):
        return reader.keep(Draft(start - 2, start + day[1], day[0], K.DATE))
    name = names_zh.name_end(text, start, end)
    unit = read_unit(text, end) if name else None
    if name and not (unit and unit.end > name):  # 三公里 is no 三公
        return reader.keep(Draft(start, name, parse_numeral(run) or Decimal(0), K.NAME))
    if scale:
        run, end = run + inner.strip("多余馀餘几幾来來") + scale, match.end()
    elif inner and _may_be_inner(text, match.end(), inner):
        end = match.end()
    else:
        inner = ""
    if start and text[start - 1] in _SEVERAL and run[0] == "十":
        start, inner = start - 1, "几"
    if run[0] in _SCALE_ONLY:
        return _scale_only(reader, match, run, end, inner)
    value = parse_numeral(run)
    if value is None or (len(run) > 1 and not _TENS_OR_POINT.intersection(run)):
        return _estimate(reader, match, run, end, value)
    draft = _draft(match.start() if sign else start, end, run, value, inner)
    if sign and text[match.start() - 1 : match.start()] != "正":
        draft.value = -draft.value
    return _finish(reader, draft, run)


def _may_be_inner(text: str, end: int, inner: str) -> bool:
    """四百多人, 十几 and 十余 are estimates; 一多 and 三来 are not."""
    return inner[-1] in "余馀餘几幾" or read_unit(text, end) is not None


def _draft(start: int, end: int, run: str, value: Decimal, inner: str) -> Draft:
    draft = Draft(start, end, value)
    draft.inner = inner or ""
    face = run.rstrip(_BIG)
    if face != run and "点" not in run and (whole := parse_numeral(face)):
        factor = prod(SCALE_FACTORS[char] for char in run[len(face) :])
        if whole * factor == value:
            draft.value, draft.factor = whole, Decimal(factor)
    return draft


def _finish(reader: Reader, draft: Draft, run: str) -> int:
    text, start = reader.text, draft.start
    if run[-1] == "十":
        attach_ones(draft, text)
    unit = read_unit(text, draft.end)
    if _is_part(draft, text, run) or _ends_hours(reader, draft) or (unit and _ranks(draft, text, unit)):
        return reader.keep(draft)
    if unit and _counts(reader, draft, run, unit):
        attach_unit(draft, unit, text)
        return reader.keep(draft)
    if len(run) == 1:
        return _single(reader, draft, run)
    return _bare(reader, draft, start)


def _is_part(draft: Draft, text: str, run: str) -> bool:
    """三分之一, 一半."""
    if run == "一" and text.startswith("半", draft.end):
        draft.end, draft.value, draft.kind = draft.end + 1, Decimal("0.5"), K.RATIO
        return True
    return text[draft.end : draft.end + 1] in {"分", "又"} and attach_fraction(draft, text)


def _ends_hours(reader: Reader, draft: Draft) -> bool:
    """八点半到十一点: the second time has nothing that says so but the first."""
    before = reader.drafts[-1] if reader.drafts else None
    if before is None or before.kind is not K.TIME or not reader.text.startswith(("点", "點"), draft.end):
        return False
    if connector(reader.text[before.end : draft.start]) == "range":
        draft.kind, draft.end = K.TIME, draft.end + 1
    return draft.kind is K.TIME


def _ranks(draft: Draft, text: str, unit: Found) -> bool:
    """二十届, 十五届五次全会."""
    ranks = unit.name in {"届", "屆"} or (unit.name == "次" and _is_session(text, draft.start, unit.end))
    if ranks:
        draft.kind, draft.end = K.ORDINAL, unit.end
    return ranks


def _is_session(text: str, start: int, end: int) -> bool:
    """省委十二届八次全会 and 十四届人大二次会议 rank, 召开两次全会 counts."""
    session = _SESSION.match(text, end)
    if session is None or text.endswith(_HELD, 0, start):
        return False
    return session[0] != "会议" or "届" in text[max(0, start - 12) : start]


def _counts(reader: Reader, draft: Draft, run: str, unit: Found) -> bool:
    text = reader.text
    if run in {"零", "〇"} and unit.kind is K.COUNT:
        return False
    if not is_tenth(unit.name, text, unit.end):
        return False
    if unit.name == "元" and is_change(text, unit.end):
        return True
    if unit.kind is K.MEASURE and (
        text[draft.start] in "负負" or draft.value < 0 or text.endswith(("摄氏", "华氏"), 0, draft.start)
    ):
        return True
    if len(run) == 1 and is_weak(text[draft.end : unit.end]) and reader.alone != text[draft.start : unit.end]:
        return False
    return not names_zh.is_idiom(text, draft.start) and not (
        len(run) == 1 and names_zh.is_pair(text, draft.start)
    )


def _single(reader: Reader, draft: Draft, run: str) -> int:
    """A numeral of one sign without a unit: the whole text, one end of a range, or nothing."""
    text, start, end = reader.text, draft.start, draft.end
    if text[end : end + 2] in _GRADES:
        draft.kind, draft.end = K.ORDINAL, end + 2
        return reader.keep(draft)
    kind = _NAME_AFTER.get(text[end : end + 1])
    if kind and run not in "一零" and text[end : end + 2] != "大家":
        draft.kind, draft.end = kind, end + 1
        return reader.keep(draft)
    if names_zh.is_idiom(text, start):
        return end
    draft.bare = True
    if (
        _ends_percent_range(reader, start)
        or reader.alone == text[start:end]
        or text.startswith("分之", end)
        or (
            text[start - 1 : start] in _EQUALS
            and start
            and not text[end : end + 1].strip("，。,.;；！却而这")
        )
    ):
        return reader.keep(draft)
    if text[end : end + 1] in _RANGE and text[end : end + 1] and text[end + 1 : end + 2] in _NUMERALS:
        draft.tentative = True
        return reader.keep(draft)
    return end


def _ends_percent_range(reader: Reader, start: int) -> bool:
    """百分之五到十: the second number has no sign of its own."""
    before = reader.drafts[-1] if reader.drafts else None
    return before is not None and before.unit == "%" and connector(reader.text[before.end : start]) == "range"


_NUMERALS = frozenset("0123456789零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾百千兩")


def _bare(reader: Reader, draft: Draft, start: int) -> int:
    text, end = reader.text, draft.end
    kind = _NAME_AFTER.get(text[end : end + 1])
    if kind:
        draft.kind, draft.end = kind, end + 1
        return reader.keep(draft)
    if names_zh.is_idiom(text, start):
        return end
    if games := _GAMES.match(text, end):
        draft.kind, draft.end = K.NAME, games.end()
        return reader.keep(draft)
    name, front = currency_before(text, start)
    if name:
        draft.start, draft.unit, draft.kind = front, name, K.MONEY
    else:
        draft.bare = True
    return reader.keep(draft)


def _scale_only(reader: Reader, match: Match, run: str, end: int, inner: str) -> int:
    """上百家, 百余件, 数千万元; 百姓 and 万家 are passed over."""
    text, start = reader.text, match.start("zdigits")
    vague = start > 0 and text[start - 1] in _ESTIMATES and text[start - 2 : start] != "以上"
    value = parse_numeral("一" + run)
    unit = read_unit(text, end)
    bounded = unit is not None and unit.kind in _MEASURED and text.startswith(_BOUNDS, unit.end)
    if value is None or not (vague or inner or bounded or (len(run) > 1 and unit)):
        return match.end("zdigits")
    crowd = (
        vague
        and run in "亿億"
        and text[end : end + 1] not in _NO_CROWD
        and text[start - 2 : start] not in _ADDED
    )
    if unit is None and not (crowd or (vague and len(run) > 1)):
        return match.end("zdigits")
    if (not vague and names_zh.is_idiom(text, start)) or (unit and unit.name == "级"):
        return match.end("zdigits")
    first = start - 1 if start and text[start - 1] in _SEVERAL else start
    draft = Draft(first, end, value)
    draft.inner = inner or ("余" if first < start or (vague and text[start - 1] == "上") else "")
    if unit:
        attach_unit(draft, unit, text)
    return reader.keep(draft)


def _estimate(reader: Reader, match: Match, run: str, end: int, value: Decimal | None) -> int:
    """七八个 is two numbers; 一一一 is one when it is all there is; 十四五 is a plan; 五十千 is 五十."""
    text, start = reader.text, match.start("zdigits")
    unit = read_unit(text, end)
    counted = unit is not None and not is_weak(unit.name)
    if _PLAN.fullmatch(run) and not counted:
        return reader.keep(Draft(start, end, Decimal(0), K.NAME))
    pair = parse_estimate(run) if not names_zh.is_idiom(text, start) else None
    if pair and (counted or reader.alone == run or (_TENS.intersection(run) and len(run) > 2)):  # noqa: PLR2004 - 十七八
        for half in pair:
            draft = Draft(start, end, half)
            draft.inner = "来"
            if unit and counted:
                attach_unit(draft, unit, text)
            reader.keep(draft)
        return reader.drafts[-1].end
    if value is not None:
        return _digit_string(reader, start, end, run, value)
    prefix = longest_prefix(run)
    if prefix is None:
        return match.end("zdigits")
    return _finish(reader, Draft(start, start + prefix[1], prefix[0]), run[: prefix[1]])


def _digit_string(reader: Reader, start: int, end: int, run: str, value: Decimal) -> int:
    text = reader.text
    if reader.alone == run:
        return reader.keep(Draft(start, end, value))
    if text.startswith("折", end) and len(run) == 2:  # noqa: PLR2004 - 八五折
        return reader.keep(Draft(start, end + 1, value, K.PERCENT, "%"))
    if len(run) == 4 and run[0] in DIGITS and 1900 <= value <= 2100:  # noqa: PLR2004 - a year without 年
        return reader.keep(Draft(start, end, value, K.DATE))
    unit = read_unit(text, end)
    if unit and not is_weak(unit.name) and len(run) > 2:  # noqa: PLR2004
        draft = Draft(start, end, value)
        attach_unit(draft, unit, text)
        return reader.keep(draft)
    return end
