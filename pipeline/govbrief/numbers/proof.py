"""Owns the second reading of a locked number; shares no code, pattern or word list with the readers it checks.

A lock copies a number past the model, so an error of the reader would reach the page in both languages with nothing to
contradict it. This reader is small and strict: it reads the slice and the English that stands for it, each by itself,
and where the two differ, or either is more than it can read, there is no lock and the number stays in the sentence.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_FRONT = {
    "over": ("超过了", "超过", "超", "逾", "突破", "多于", "大于", "高于", "上", "远超", "超出", "破", "突破了"),
    "nearly": ("将近", "接近", "近", "逼近"),
    "about": ("大约", "大概", "约为", "约占", "约合", "约有", "大致", "约"),
    "at least": ("不少于", "不低于", "不小于", "不下", "至少有", "至少", "最少", "起码", "最低", "≥"),
    "at most": (
        "不超过", "不高于", "不大于", "不多于", "不超", "最多", "至多", "不足", "不到", "未满", "不满",
        "低于", "少于", "小于", "最高", "最长", "不得超过", "≤",
    ),
}  # fmt: skip
_BEHIND = {
    "over": ("之多", "有余", "余", "多"),
    "about": ("左右", "上下"),
    "at least": ("及以上", "或以上", "以上"),
    "at most": ("及以下", "以下", "以内", "之内", "内", "封顶"),
}
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"千": 1000, "百": 100, "十": 10}
_SIGN = re.compile("[0-9０-９一二三四五六七八九〇零两十百千万亿]")
_SCALE = re.compile("[百千万亿]")
_GROUPED = re.compile(r"\d[.,，．]$")
"""In front of a digit: a point or a separator that the number goes on behind."""
_UNIT_WITH_SCALE = re.compile("千(?=[瓦米克伏卡焦赫])|百(?=分)")
"""A scale behind a slice that belongs to the unit: 5千瓦, 3个百分点."""
_ARABIC = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|份)?|(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_MONTHS = re.compile(r"(\d{1,2})月?份?[-—–~～至到]+(\d{1,2})月份?")
_YEARS = re.compile(r"(\d{4})年?度?(?:[-—–~～至到]+(\d{2,4})年?度?)?")
_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads better
)
_EN_NUMBER = re.compile(
    r"(?:(over|nearly|about|at least|at most) )?"
    r"(-?[\d,]+(?:\.\d+)?)(?: (million|billion|trillion))?(%| percentage points)?"
    r"(?: to ([\d,]+(?:\.\d+)?)(?: (million|billion|trillion))?(%| percentage points)?)?"
)
_EN_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)(?: National Congress| Five-Year(?: Plan)?)?")
_EN_DAY = re.compile(r"([A-Z][a-z]+) (\d{1,2})(?:, (\d{4}))?|([A-Z][a-z]+)(?: (\d{4}))?")
_EN_SCALES = {None: 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}


class Reading(NamedTuple):
    """What a slice says: of what sort, how qualified, which values."""

    sort: str
    values: tuple[Decimal, ...]
    qualifier: str = ""


def proves(text: str, start: int, end: int, english: str) -> bool:
    """Whether `text[start:end]` is a whole number, and `english` says the same."""
    piece = text[start:end]
    if not _stands_alone(text, start, end):
        return False
    if piece == english:
        return True
    first = _read_chinese(piece) if text[end : end + 1] != "届" else _session(piece)
    return first is not None and first == _read_english(english)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False where a neighbour belongs to the number: 1千 | 3百件, 3. | 5%."""
    opens, closes = _SIGN.match(text, start), _SIGN.match(text, end - 1)
    if opens and (_SIGN.match(text, start - 1) or _GROUPED.search(text, max(0, start - 2), start)) and start:
        return False
    if re.match("个[万亿]", text[end : end + 2]):
        return False
    if _SCALE.match(text, end) and not _UNIT_WITH_SCALE.match(text, end):
        return False
    return not (closes and (_SIGN.match(text, end) or re.match(r"[.,，．]\d", text[end : end + 2]))) or bool(
        _UNIT_WITH_SCALE.match(text, end)
    )


def _read_chinese(piece: str) -> Reading | None:
    piece = piece.strip().translate({wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)})
    return _dated(piece) or _ranked(piece) or _counted(piece)


def _dated(piece: str) -> Reading | None:
    if months := _MONTHS.fullmatch(piece):
        return Reading("months", tuple(map(Decimal, months.groups())))
    if day := _DATE.fullmatch(piece):
        parts = day.groups()[3:] if day[4] else day.groups()[:3]
        return Reading("date", tuple(Decimal(part or 0) for part in parts))
    years = _YEARS.fullmatch(piece)
    if years and (years[2] or "年" in piece):
        return Reading("years", tuple(Decimal(year) for year in years.groups() if year))
    return None


def _ranked(piece: str) -> Reading | None:
    """二十大 and 十四五."""
    if piece.endswith("大") or re.fullmatch("十[一二三四五六七八九]五", piece):
        number = _whole(piece[:-1])
        return None if number is None else Reading("rank", (number,))
    return None


def _session(piece: str) -> Reading | None:
    """The 十四 of 十四届."""
    number = _whole(piece)
    return None if number is None else Reading("rank", (number,))


def _counted(piece: str) -> Reading | None:
    sort, qualifier = "number", ""
    for word, forms in _FRONT.items():
        form = next((form for form in sorted(forms, key=len, reverse=True) if piece.startswith(form)), "")
        if form and len(piece) > len(form):
            piece, qualifier = piece.removeprefix(form), word
            break
    for word, forms in _BEHIND.items() if not qualifier else ():
        form = next((form for form in forms if piece.endswith(form)), "")
        if form:
            piece, qualifier = piece.removesuffix(form).rstrip(), word
            break
    if piece.endswith(("%", "百分点")):
        sort = "points" if piece.endswith("点") else "percent"
        piece = re.sub("(?:%|个?百分点)$", "", piece)
    elif piece.startswith("百分之"):
        sort, piece = "percent", piece.removeprefix("百分之")
    elif piece.endswith("成"):
        return _tenths(piece.removesuffix("成"), qualifier)
    inner = re.search("[余多来几]", piece)
    if inner and not qualifier:
        qualifier = "about" if inner[0] == "来" else "over"
    values = _values(re.sub(r"[余多来几\s]", "", piece))
    if len(values) > 1:
        qualifier = qualifier or "about"
    return Reading(sort, values, qualifier) if values else None


def _tenths(piece: str, qualifier: str) -> Reading | None:
    """三成 is 30 percent, 六七成 about 60 to 70."""
    values = tuple(Decimal(_DIGITS[digit]) * 10 for digit in piece if digit in _DIGITS)
    if len(values) != len(piece) or not 1 <= len(values) <= len("六七"):
        return None
    return Reading("percent", values, qualifier or ("about" if len(values) > 1 else ""))


def _values(piece: str) -> tuple[Decimal, ...]:
    """One value, or the two of 六七百."""
    sign = -1 if piece.startswith(("负", "-", "−", "零下")) else 1
    piece = re.sub("^(?:[负−-]|零下)", "", piece)
    two = re.fullmatch("([一二三四五六七八])([二三四五六七八九])([十百千万亿]+)", piece)
    if two and _DIGITS[two[1]] + 1 == _DIGITS[two[2]]:
        low, high = (_whole(digit + two[3]) for digit in two.groups()[:2])
        return (low, high) if low is not None and high is not None else ()
    value = _whole(piece)
    return () if value is None else (sign * value,)


def _whole(piece: str) -> Decimal | None:
    """A numeral, split at 亿 and 万 from above; None for what is short for something else (三千五)."""
    for sign, size in (("亿", 10**8), ("万", 10**4)):
        above, found, below = piece.rpartition(sign)
        if found:
            high = _whole(above.removesuffix("个")) if piece != sign else Decimal(1)
            low = _whole(below.lstrip("零")) if below else Decimal(0)
            if high is None or low is None or low >= size:
                return None
            return high * size + low
    if _ARABIC.fullmatch(piece):
        return Decimal(piece.replace(",", ""))
    return _below_ten_thousand(piece)


def _below_ten_thousand(piece: str) -> Decimal | None:
    if re.fullmatch("[十百千]", piece):
        return Decimal(_POWERS[piece])
    if _ARABIC.fullmatch(piece[:-1]) and piece[-1] in _POWERS:
        return Decimal(piece[:-1].replace(",", "")) * _POWERS[piece[-1]]
    total, rest, last = Decimal(0), piece, 10**4
    for sign, power in _POWERS.items():
        head, found, tail = rest.partition(sign)
        if not found:
            continue
        digit = Decimal(1) if not head and power == _POWERS["十"] and not total else _digit(head.lstrip("零"))
        if digit is None or (last // power > _POWERS["十"] and total and not head.startswith("零")):
            return None
        total, rest, last = total + digit * power, tail, power
    if not rest:
        return total or None
    unit = _digit(rest.lstrip("零"))
    skipped = last > _POWERS["十"] and total and not rest.startswith("零")
    return None if unit is None or skipped else total + unit


def _digit(piece: str) -> Decimal | None:
    if piece in _DIGITS:
        return Decimal(_DIGITS[piece])
    return Decimal(piece) if _ARABIC.fullmatch(piece) and len(piece) < len("1000") else None


def _read_english(text: str) -> Reading | None:
    if months := re.fullmatch("([A-Z][a-z]+) to ([A-Z][a-z]+)", text):
        return Reading("months", tuple(Decimal(_MONTH_NAMES.index(name) + 1) for name in months.groups()))
    if years := re.fullmatch(r"(\d{4})(?:-(\d{2,4}))?", text):
        return Reading("years", tuple(Decimal(year) for year in years.groups() if year))
    if rank := _EN_ORDINAL.fullmatch(text):
        return Reading("rank", (Decimal(rank[1]),))
    if day := _EN_DAY.fullmatch(text):
        name, year = day[1] or day[4], day[3] or day[5]
        if name not in _MONTH_NAMES:
            return None
        return Reading("date", tuple(map(Decimal, (year or 0, _MONTH_NAMES.index(name) + 1, day[2] or 0))))
    return _english_number(text)


def _english_number(text: str) -> Reading | None:
    match = _EN_NUMBER.fullmatch(text)
    if match is None:
        return None
    qualifier, number, scale, sign, upper, upper_scale, _ = match.groups()
    values = [Decimal(number.replace(",", "")) * _EN_SCALES[scale]]
    if upper:
        values.append(Decimal(upper.replace(",", "")) * _EN_SCALES[upper_scale])
    sort = {None: "number", "%": "percent", " percentage points": "points"}[sign]
    return Reading(sort, tuple(values), qualifier or "")
