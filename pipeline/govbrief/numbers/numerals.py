"""Owns one Chinese or Arabic numeral string to its exact Decimal; must not know where it stood.

A trailing digit takes the next lower scale, as it is spoken: 两千三 is 2300, 一千零三 is 1003.
Numerals longer than `MAX_DIGITS` are refused: they are codes, or hostile.
"""

import re
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
DIGITS |= {char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")}
DIGITS |= {
    "○": 0,
    "貳": 2,
    "參": 3,
    "参": 3,
    "叄": 3,
    "陸": 6,
    "两": 2,
    "兩": 2,
    "俩": 2,
    "倆": 2,
    "弍": 2,
    "弎": 3,
}
TENS = {"十": 10, "拾": 10, "廿": 20, "卄": 20, "卅": 30, "卌": 40}
SMALL_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
SCALES = SMALL_SCALES | BIG_SCALES

ZH_DIGIT = "".join(DIGITS)
ZH_SCALE = "".join(SCALES)
ZH_NUMERAL = "".join(dict.fromkeys(ZH_DIGIT + "".join(TENS) + ZH_SCALE))

MAX_DIGITS = 28
"""Digits of one numeral that are read; a longer one has no value. Decimal arithmetic is exact up to here."""

_ARABIC = re.compile(r"\d[\d,，]*(?:\.\d+)?|\.\d+")
_POINT = frozenset("点點")
_ZERO = frozenset("零〇○")
_PAIR_ENDS = {(a, a + 1) for a in range(1, 9)} | {(3, 5)}
"""Digits that, side by side, are an estimate and no numeral: 七八个, 三五百."""


class _Sum:
    """The running value of a numeral: what stands above 亿, above 万, and below."""

    __slots__ = ("_digit", "_high", "_last", "_low", "_middle", "_zero")

    def __init__(self) -> None:
        self._high = self._middle = self._low = Decimal(0)
        self._digit: Decimal | None = None
        self._last = 1
        self._zero = False

    def digit(self, value: Decimal, *, zero: bool = False) -> bool:
        """False when two digits stand side by side, which no numeral has."""
        if zero and self._digit is None:
            self._zero = True
            return True
        if self._digit is not None:
            return False
        self._digit = value
        return True

    def small(self, scale: int) -> bool:
        """十, 百 or 千; without a digit it counts once (百一十一)."""
        if self._low and self._last <= scale:
            return False
        self._low += (Decimal(1) if self._digit is None else self._digit) * scale
        self._close(scale)
        return True

    def big(self, scale: int) -> bool:
        """万, 亿 or 兆 multiplies all that stands below it; 万亿 and 万万 multiply twice."""
        part = self._low + (self._digit or 0)
        if scale == 10**4:
            self._middle = part * scale + self._middle if part else self._middle * scale
        elif part or self._middle:
            self._high = (part + self._middle) * scale + (
                self._high * scale if scale == 10**12 else self._high
            )
            self._middle = Decimal(0)
        else:
            self._high *= scale
        self._low = Decimal(0)
        self._close(scale)
        return bool(self._high or self._middle)

    def _close(self, scale: int) -> None:
        self._digit, self._last, self._zero = None, scale, False

    def total(self, *, spoken: bool) -> Decimal:
        """The value; `spoken` lets a last digit take the next lower scale."""
        digit = self._digit or Decimal(0)
        if spoken and digit and self._last >= 100 and not self._zero:  # noqa: PLR2004 - 百 and above
            digit *= self._last // 10
        return self._high + self._middle + self._low + digit


def parse_arabic(text: str) -> Decimal | None:
    """`12,345.6` -> 12345.6; None when it is too long to be an amount."""
    bare = text.replace(",", "").replace("，", "")
    return Decimal(bare) if len(bare) <= MAX_DIGITS else None


def _digit_string(text: str) -> Decimal | None:
    values = [DIGITS.get(char) for char in text]
    if None in values:
        return None
    return Decimal("".join(map(str, values)))


def parse_numeral(text: str) -> Decimal | None:
    """The value of a whole numeral in any mixture of digits and scales of both scripts; None when it is none.

    两千三百亿 -> 230000000000; 200亿零四千230 -> 20000004230; 二〇二三 -> 2023; 五十千 -> None
    """
    if not text or len(text) > 2 * MAX_DIGITS:
        return None
    simple = _SIMPLE.get(text)
    if simple is not None:
        return simple
    if len(text) > 1 and all(char in DIGITS for char in text):
        return _digit_string(text)
    if (point := _POINT.intersection(text)) and len(point) == 1:
        whole, _, rest = text.partition(*point)
        if (
            len(whole) > 1
            and all(char in DIGITS for char in whole)
            and (said := _digit_string(whole)) is not None
        ):
            return _with_fraction(said, rest)
    return _parse_scaled(text)


def _parse_scaled(text: str) -> Decimal | None:
    total = _Sum()
    at, end = 0, len(text)
    while at < end:
        char = text[at]
        at += 1
        if char in DIGITS:
            good = total.digit(Decimal(DIGITS[char]), zero=char in _ZERO)
        elif char in SMALL_SCALES:
            good = total.small(SMALL_SCALES[char])
        elif char in BIG_SCALES:
            good = total.big(BIG_SCALES[char])
        elif char in TENS:
            good = total.digit(Decimal(TENS[char] // 10)) and total.small(10)
        elif char in _POINT:
            return _with_fraction(total.total(spoken=True), text[at:])
        else:
            match = _ARABIC.match(text, at - 1)
            value = parse_arabic(match[0]) if match else None
            if match is None or value is None:
                return None
            at = match.end()
            good = total.digit(value)
        if not good:
            return None
    return total.total(spoken=text[-1] in DIGITS or (text[-1].isdigit() and text[-2:-1] in SCALES))


def _with_fraction(whole: Decimal, rest: str) -> Decimal | None:
    digits = rest.rstrip(ZH_SCALE)
    fraction = "".join(str(DIGITS.get(char, char)) for char in digits)
    if not fraction.isdecimal():
        return None
    value = whole + Decimal(f"0.{fraction}")
    for char in rest[len(digits) :]:
        value *= SCALES[char]
    return value


def parse_estimate(text: str) -> tuple[Decimal, Decimal] | None:
    """Both ends of an estimate of two neighbouring digits; None when it is none.

    七八 -> (7, 8); 三五百 -> (300, 500); 四十五六万 -> (450000, 460000); 一一 -> None
    """
    for at in range(len(text) - 1):
        pair = (DIGITS.get(text[at], 0), DIGITS.get(text[at + 1], 0))
        if pair in _PAIR_ENDS:
            low = parse_numeral(text[: at + 1] + text[at + 2 :])
            high = parse_numeral(text[:at] + text[at + 1 :])
            return None if low is None or high is None or low >= high else (low, high)
    return None


def longest_prefix(text: str) -> tuple[Decimal, int] | None:
    """Value and length of the longest numeral that `text` begins with: 五十千 -> (50, 2)."""
    for end in range(min(len(text), 2 * MAX_DIGITS), 0, -1):
        value = parse_numeral(text[:end])
        if value is not None:
            return value, end
    return None


_SIMPLE: dict[str, Decimal] = {char: Decimal(value) for char, value in DIGITS.items()}
_SIMPLE |= {char: Decimal(value) for char, value in TENS.items()}
SCALE_FACTORS: dict[str, Decimal] = {word: Decimal(value) for word, value in SCALES.items()}
SCALE_FACTORS |= {
    low + high: Decimal(SCALES[low]) * SCALES[high]
    for low in "十百千万萬"
    for high in "万亿萬億"
    if (low, high) != ("万", "萬")
}
"""What a scale directly behind a number multiplies it by: 万, 千万, 万亿."""
