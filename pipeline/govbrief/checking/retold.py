"""Owns the ways in which English tells a Chinese number by another one: one in three, 20 percent off, two others.

Everything here excuses a pair of numbers whose values differ; nothing accuses.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from govbrief.checking.dates import TIME
from govbrief.checking.loose import chinese_values
from govbrief.checking.marks import SHARE, Mark
from govbrief.checking.side import Side
from govbrief.numbers.numerals import parse_numeral
from govbrief_schemas.quantity import Qualifier

_OTHERS = re.compile(r"\s(?:other|others|more)\b", re.IGNORECASE)
_NAMED_FIRST = 3
"""How many may be named in front of 等."""
_OF_EACH = re.compile("每[^，。；]{2,8}[中里][^，。；]{0,2}$")
_OUT_OF = re.compile(r"(?P<part>[\d.]+)\s?(?:out\sof|in|/)\s?(?P<all>[\d.]+)", re.IGNORECASE)
_OFF = re.compile(
    r"\s?(?:percent|per cent|%)?[\s-](?:price\s)?(?:off|discount|cheaper|reduction|cut)\b", re.IGNORECASE
)
_PER_MU = re.compile(r"(?:亩产|每亩)[^，。；]{0,6}$")
_PER_HECTARE = re.compile(r"[^,.;]{0,12}(?:\b(?:per|a|each|every)\s|/)(?:hectare|ha)\b", re.IGNORECASE)
_MU_OF_A_HECTARE = 15
_HARVEST = Fraction(1, 50)
_REACH = 16
_JOINT = len(" and ")
_INCH = re.compile(r"\s?(?:in\b|[\"″”])")
_METRES_OF_AN_INCH = Fraction(254, 10_000)
_DOTTED_CLOCK = re.compile(r"(2[0-4]|1?\d)\.([0-5]\d)")
_HOURS, _HALF_DAY = 24, 12
_HOUR = re.compile(
    r"\b(?:at|from|to|till|until|by|between|and|before|after|around|about|past)\s$|[–—-]$", re.IGNORECASE
)
_RUNS = re.compile(r"\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
_WRITTEN = re.compile("[:：/·•]")
_AMOUNTS = frozenset({"count", "money", "measure", "duration", "share", "point", "multiple"})
_LONGEST_CODE = 4
_BREAK = r"\s?[-–—:：./·•月点时比]\s?"
"""What may stand between the digits of one date, time, score or code: who changes a digit breaks it."""
_OR_HOUR = re.compile(r"\s(?:or|to)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)")
_REST_ZH = re.compile("(?:其余|剩余|剩下|余下|另外)[^，。；]{0,3}$")
_REST_EN = re.compile(
    r"\b(?:the\s(?:rest|remaining|remainder|others?)|the\sother\s(?:half|third))\b", re.IGNORECASE
)


def retells(en: Mark, right: Side, zh: Mark, left: Side) -> bool:
    """True where an English number tells a Chinese one in another way."""
    return (
        _is_base(en, right.text, zh)
        or _one_in(en, zh, left)
        or _of_so_many(en, zh, left)
        or _out_of(en, zh, left)
        or _lasts(en, left.tried)
        or _in_two_units(en, zh, right)
        or _on_the_hour(en, right.text, zh)
        or _of_others(en, right.text, zh, left.text)
        or _discounts(en, right.text, zh)
        or _yields(en, right.text, zh, left.text)
    )


def _near(pattern: re.Pattern[str], zh_text: str, zh: Mark) -> bool:
    """Whether the words right before a Chinese number end so; a long text is not searched as a whole."""
    return pattern.search(zh_text, max(0, zh.start - _REACH), zh.start) is not None


def stands_unread(mark: Mark, other: Side) -> bool:
    """True for signs that both texts write alike and read as different things: “12/25”, 2B, A-1023, 3:16, 11.11."""
    runs = _RUNS.findall(mark.text)
    if ":" in mark.text and mark.text in other.text:
        return True
    decimal = _DECIMAL.fullmatch(mark.text) is not None
    if 1 < len(runs) <= _LONGEST_CODE and (
        decimal or _WRITTEN.search(mark.text) or mark.group not in _AMOUNTS
    ):
        link = _BREAK.replace(".", "") if decimal else _BREAK
        turned = rf"|{runs[1]}\s?[./月]\s?{runs[0]}" if len(runs) == len(("day", "month")) else ""
        return re.search(rf"(?<![\d.])(?:{link.join(runs)}{turned})(?!\d)", other.text) is not None
    return _stands_alone(mark.text.strip(), other.unread)


def _stands_alone(words: str, text: str) -> bool:
    """Whether words stand in a text in capitals or not, without a digit or a dot on either side."""
    if len(words) <= _LONG or not words.isascii() or words.lower() != words.upper():
        return re.search(rf"(?<![\d.]){re.escape(words)}(?![\d.])", text, re.IGNORECASE) is not None
    # a number of a million digits: to make a pattern of it takes longer than to look for it
    begins = re.finditer(rf"(?<![\d.]){re.escape(words[0])}", text)
    return any(
        text.startswith(words, at.start()) and not _GOES_ON.match(text, at.start() + len(words))
        for at in begins
    )


_LONG = 40
_GOES_ON = re.compile(r"[\d.]")


def is_rest(zh: Mark, zh_text: str, en_text: str) -> bool:
    """True for 其余三分之二, which is "the rest"."""
    return zh.group == SHARE and _near(_REST_ZH, zh_text, zh) and bool(_REST_EN.search(en_text))


_SIBLINGS = re.compile("(?:兄弟姐妹|兄弟姊妹|手足|哥哥|姐姐|弟弟|妹妹)")
_OF_US, _WITH_ME = re.compile(r"\sof\sus\b"), re.compile("(?:另外|其他|另)$")
"""我和另外两个人: three of us."""
_CHILDREN = re.compile(r"\s(?:children|kids|siblings|brothers\sand\ssisters)\b", re.IGNORECASE)
"""Six siblings are seven children."""


def _of_so_many(en: Mark, zh: Mark, left: Side) -> bool:
    """True for nine out of ten, which Chinese tells as 十个人里面有九个."""
    if en.group != SHARE or zh.group != "count":
        return False
    for whole, part in pairwise(left.tried):
        between = left.text[whole.quantity.span.end : part.start]
        counted = zh in {whole, part} and part.group == whole.group == "count" and whole.face
        if counted and _INSIDE.fullmatch(between) and en.value == part.face / whole.face:
            return True
    return False


_INSIDE = re.compile("[^，。；]{0,6}(?:里面?|当?中间?|之中)[^，。；]{0,3}")


def _is_base(en: Mark, en_text: str, zh: Mark) -> bool:
    """True for the hundred of "127 for every 100 people", which Chinese writes into the unit: 127部/百人."""
    base = _BASE_ZH.search(zh.text)
    told = _BASE_EN.search(en_text, max(0, en.start - _REACH), en.start)
    return base is not None and told is not None and parse_numeral(base[1]) == en.face


_BASE_ZH = re.compile("/([每]?[十百千万亿]+|10+[万亿]?)(?![分])")
_BASE_EN = re.compile(r"\b(?:per|every|each|out\sof|in|for\san?|among)\s(?:an?\s)?$", re.IGNORECASE)


def _of_others(en: Mark, en_text: str, zh: Mark, zh_text: str) -> bool:
    """True for 耶鲁等3所 and "Yale and two others": the one that was named is not counted again."""
    if en.group == zh.group == "count" and _SIBLINGS.match(zh_text, zh.quantity.span.end):
        return en.face == zh.face + 1 and _CHILDREN.match(en_text, en.end) is not None
    if en.group == zh.group == "count" and _OF_US.match(en_text, en.end):
        return (
            en.face == zh.face + 1 and "我" in zh_text and _WITH_ME.search(zh_text, 0, zh.start) is not None
        )
    others = _OTHERS.match(en_text, en.end) and en.group == zh.group == "count"
    return bool(others) and zh_text.endswith("等", 0, zh.start) and 1 <= zh.face - en.face <= _NAMED_FIRST


def _one_in(en: Mark, zh: Mark, left: Side) -> bool:
    """True for one in three and two in three, which Chinese tells as 每三人中有一人, 每三人中就有两人."""
    if en.group != SHARE or "百" in en.text or zh.group != "count":
        return False
    if zh.face == en.value.numerator:
        return _near(_OF_EACH, left.text, zh)
    part = en.value.numerator
    told = part == 1 or any(other.face == part for other in left.tried)
    return zh.face == en.value.denominator > 1 and told and left.text.endswith("每", 0, zh.start)


def is_out_of(en: Mark, left: Side) -> bool:
    """True for 9 out of 10, which Chinese tells in two numbers: 满分10分打9分, 满分十分我给九分."""
    match = _OUT_OF.fullmatch(en.text) if en.group == SHARE and en.digits else None
    if match is None:
        return False
    both = {Fraction(match["part"].rstrip(".")), Fraction(match["all"].rstrip("."))}
    said = {other.face for other in left.tried}
    return both <= (said | chinese_values(left.unread) if "分" in left.text else said)


def _out_of(en: Mark, zh: Mark, left: Side) -> bool:
    """Whether a Chinese number is one of the two."""
    return str(zh.face) in re.split(r"\D+", en.text) and is_out_of(en, left)


def _lasts(en: Mark, zh_marks: Sequence[Mark]) -> bool:
    """True for a time of 3:12, which Chinese tells as 3小时12分 or 3分12秒."""
    if en.group != TIME:
        return False
    lengths = [other for other in zh_marks if other.group == "duration" or other.quantity.unit == "分"]
    return any(60 * one.face + two.face == en.value for one, two in pairwise(lengths))


def _in_two_units(en: Mark, zh: Mark, right: Side) -> bool:
    """True for 6ft 5in and 1.96米, for 5 pounds 8 ounces and 2.5公斤: either part tells the whole."""
    if zh.group != "measure" or en.dimension != zh.dimension or not zh.value:
        return False
    for large, small in pairwise(right.tried):
        if (en is large or en is small) and 0 <= small.start - large.end <= _JOINT:
            rest = _inches(small, right.text) if large.quantity.unit == "英尺" else small.value
            joined = large.dimension == zh.dimension and small.dimension in {"", zh.dimension}
            if joined and rest < large.value:
                return abs(large.value + rest - zh.value) <= zh.value * _HARVEST
    return False


def _inches(mark: Mark, en_text: str) -> Fraction:
    """The length of `5in`, whose unit is a preposition anywhere else."""
    inches = not mark.dimension and (mark.text.endswith("in") or _INCH.match(en_text, mark.end))
    return mark.face * _METRES_OF_AN_INCH if inches else mark.value


def _on_the_hour(en: Mark, en_text: str, zh: Mark) -> bool:
    """True for 7点至10点 and "from 7 to 10", for 6点15 and "6.15": English may name a time by its number alone."""
    if en.group == TIME and zh.group == "count" and zh.digits and not zh.dimension:
        return en.face == 60 * zh.face % (60 * _HALF_DAY)  # 早6晚10
    if zh.group != TIME or en.group != "count" or en.dimension or en.qualifier is not Qualifier.EXACT:
        return False
    if dotted := _DOTTED_CLOCK.fullmatch(en.text):
        return zh.face == (60 * int(dotted[1]) + int(dotted[2])) % (60 * _HALF_DAY)
    told = _HOUR.search(en_text, max(0, en.start - _REACH), en.start) or _OR_HOUR.match(en_text, en.end)
    return bool(told) and en.face <= _HOURS and zh.face == 60 * en.face % (60 * _HALF_DAY)


def _discounts(en: Mark, en_text: str, zh: Mark) -> bool:
    """True for 八折 and "20 percent off": what is paid, and what is not."""
    reduced = zh.text.endswith("折") and en.group == zh.group == SHARE and en.value + zh.value == 1
    return reduced and bool(_OFF.match(en_text, en.end))


def _yields(en: Mark, en_text: str, zh: Mark, zh_text: str) -> bool:
    """True for 亩产400公斤 and "6,000 kg per hectare"."""
    if not zh.face or not _near(_PER_MU, zh_text, zh):
        return False
    unit, _, area = en.quantity.unit.partition("/")
    told = area == "公顷" or _PER_HECTARE.match(en_text, en.end)
    expected = zh.face * _MU_OF_A_HECTARE
    return bool(told) and unit == zh.quantity.unit and abs(en.face - expected) <= expected * _HARVEST
