"""Owns what stands out by its form: percent words, dates, labels, codes, quotations and titles.

Numbers inside a short quotation name a programme (“12+1”赛道) unless the quotation says an amount
(“80%以上”); numbers inside 《》 belong to the title. Dates stay dates in both.
"""

import re
from decimal import Decimal

from govbrief.numbers.numerals import ZH_NUMERAL, parse_estimate, parse_numeral
from govbrief.numbers.powers import read_power
from govbrief.numbers.zh.arabic import read_number
from govbrief.numbers.zh.attach import attach_unit
from govbrief.numbers.zh.candidate import Draft
from govbrief.numbers.zh.hanzi import read_hanzi
from govbrief.numbers.zh.patterns_zh import NUMBER, ZH_NUMBER
from govbrief.numbers.zh.reader import Match, Reader, digits_of
from govbrief.numbers.zh.units_zh import read_unit
from govbrief_schemas.quantity import NOT_AMOUNTS, QuantityKind

K = QuantityKind
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_BOUNDARY = frozenset("\n。；;：:！!？?|\u3000\t")
_PAUSE = _BOUNDARY | frozenset("，,、 ")
_SHORT_QUOTE = 20
"""Longer quotations are sentences, whose numbers are said and not named."""
_COVERED = Decimal("0.6")
"""A counted quantity that fills this share of a quotation is an amount: “12小时”."""
_STRONG = frozenset({K.PERCENT, K.POINT, K.MONEY})
_HAS_NUMERAL = re.compile(rf"[0-9{ZH_NUMERAL}半]")
_HAS_DIGIT = re.compile("[0-9十百千万亿]")
_TWO_YEARS = re.compile(r"\d{4}\D{1,4}\d{4}")
_PHRASE = 6
_SPOKEN = re.compile("[我你您他她它咱]|[了吧吗呢啊呀][，。！？,]?$|。$")
"""A quotation with one of these is spoken, and its numbers are said."""
_STOP = re.compile(r"[，。；！？,;]")
_NOT_HALVES = frozenset("上下过過大多夜前后後对對折参參各另")
_ALIKE = "半斤八两"
_AFTER_FIFTY = frozenset("分万千亿年米")
"""半百 is fifty, 半百分点 is not."""
_CURRENCY = frozenset(["RMB", "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "US", "HK"])
_SEPARATE = re.compile(r"[ -]?[0-9]")
_TIMES = re.compile(r"(\d+(?:\.\d+)?)\s?[×xX✕*＊]\s?(\d+(?:\.\d+)?)")
_PIXELS = re.compile(r"\d{3,4}\s?[×xX✕*＊]\s?\d{3,4}")
"""1920×1080 is the size of a picture."""
_RELAY = re.compile("[\u4e00-\u9fff]{0,6}接力")
"""4×100米接力 names a race."""
_TRAIN = re.compile(r"[GDCKTZYLS]\d{1,4}次(?!数)")
_STAKE = re.compile(r"[KZ]\d{1,5}\+\d{3}(?!\d)")
"""K128+500: a place on a road."""
_RATIO_SIGN = re.compile("[:：∶比]")
_HALF_OF_ALL = re.compile("数|(?=[的，。；,;]|$)")


def read_percent(reader: Reader, match: Match) -> int:
    """百分之三点五, 负的百分之二十, 百分百."""
    share = match["share"]
    if share is None:
        if match[0] != "百分百":
            return match.end()
        return reader.keep(Draft(match.start(), match.end(), _HUNDRED, K.PERCENT, "%"))
    bare = share.lstrip("负負").replace(",", "")
    value = parse_numeral(bare)
    pair = parse_estimate(bare) if value is None else None
    for number in pair or ((value,) if value is not None else ()):
        signed = -number if match[0][0] in "负負" or share[0] in "负負" else number
        draft = Draft(match.start(), match.end(), signed, K.PERCENT, "%")
        draft.inner = "来" if pair else ""
        reader.keep(draft)
    return match.end()


def read_permille(reader: Reader, match: Match) -> int:
    """千分之五 is a fraction, 0.005, and so is 百万分之五."""
    few = parse_numeral(match["few"].replace(",", ""))
    if few is not None:
        below = parse_numeral(f"一{match['parts']}") or _HUNDRED
        reader.keep(Draft(match.start(), match.end(), few / below, K.RATIO))
    return match.end()


def read_date(reader: Reader, match: Match) -> int:
    """A date or a period; two bare years with a unit behind them are an amount (2000-3000元)."""
    if _TWO_YEARS.fullmatch(match[0]) and read_unit(reader.text, match.end()):
        return _number_at(reader, match.start())
    seasons = match.groupdict().get("seasons")
    if seasons and (int(seasons[2:4]) + 1) % 100 != int(seasons[-2:]):
        return _number_at(reader, match.start())
    return reader.keep_plain(match, K.DATE)


def read_time(reader: Reader, match: Match) -> int:
    """A time of day."""
    return reader.keep_plain(match, K.TIME)


def read_code(reader: Reader, match: Match) -> int:
    """A document number, version, telephone number."""
    return reader.keep_plain(match, K.CODE)


def read_power_zh(reader: Reader, match: Match) -> int:
    """3×10^9 and 1.2e5 are one number."""
    said = match[0].lstrip("-−负負")
    value = Decimal(said.replace("−", "-")) if _EXPONENT.search(said) else read_power(said)
    draft = Draft(match.start(), match.end(), value if said == match[0] else -value)
    if unit := read_unit(reader.text, draft.end):
        attach_unit(draft, unit, reader.text)
    else:
        draft.bare = True
    return reader.keep(draft)


_EXPONENT = re.compile("[eE]")


def read_marked(reader: Reader, match: Match) -> int:
    """7×24, 12·4, 12+1; 2×35万千瓦 is two of an amount."""
    times = _TIMES.fullmatch(match[0])
    if times and _PIXELS.fullmatch(match[0]):
        for side in (1, 2):
            at, end = (match.start() + place for place in times.span(side))
            reader.keep(Draft(at, end, parse_numeral(times[side]) or _ZERO))
        return match.end()
    if times and (number := NUMBER.match(reader.text, match.start() + times.start(2))):
        end = number.end() if number["scale"] else number.end("digits")
        unit = read_unit(reader.text, end)
        if unit and unit.kind is K.MEASURE and not _RELAY.match(reader.text, unit.end):
            reader.keep(Draft(match.start(), match.start() + times.end(1), parse_numeral(times[1]) or _ZERO))
            return read_number(reader, number)
    return reader.keep_plain(match, K.NAME)


def read_ratio(reader: Reader, match: Match) -> int:
    """师生比1:2.5, 三比一: one number over the other; a score of nil and a ratio of three have no value."""
    above, *rest = (parse_numeral(part.strip()) for part in _RATIO_SIGN.split(match[0]))
    below = rest[0]
    if above is None or not below or len(rest) > 1:
        return reader.keep_plain(match, K.NAME)
    return reader.keep(Draft(match.start(), match.end(), above / below, K.RATIO))


def _number_at(reader: Reader, start: int) -> int:
    match = NUMBER.match(reader.text, start)
    if match:
        return read_number(reader, match)
    match = ZH_NUMBER.match(reader.text, start)
    return read_hanzi(reader, match) if match else start + 1


def read_label(reader: Reader, match: Match) -> int:
    """A list marker, where a line or a sentence begins; anywhere else a number."""
    text, at = reader.text, match.start()
    while at and text[at - 1] in " \u3000\u00a0":
        at -= 1
    ends = _PAUSE if match[0][-1] == "是" else _BOUNDARY
    ratio = at > 1 and text[at - 1] in ":：" and text[at - 2].isdigit()
    if at == 0 or (text[at - 1] in ends and not ratio):
        value = parse_numeral(match[0][:-1]) or digits_of(match[0])
        return reader.keep(Draft(match.start(), match.end(), value, K.LABEL))
    return _number_at(reader, match.start())


_ROW_OF_MARKS = re.compile("[①-⑳⑴-⒇㈠-㈩]{21,}+")
"""More than there are of one kind, with nothing between them."""


def read_mark(reader: Reader, match: Match) -> int:
    """（一）, ①, [3]; a row of circled ones that is longer than any list is an ornament and no number."""
    if row := _ROW_OF_MARKS.match(reader.text, match.start()):
        return row.end()
    inner = match[0].strip("（）() []［］【】")
    return reader.keep(Draft(match.start(), match.end(), parse_numeral(inner) or digits_of(inner), K.LABEL))


def read_ordinal(reader: Reader, match: Match) -> int:
    """第十一场, 第3、4名."""
    digits = match[0].lstrip("第 ")
    unit = read_unit(reader.text, match.end())
    end = unit.end if unit else match.end()
    return reader.keep(Draft(match.start(), end, parse_numeral(digits) or digits_of(digits), K.ORDINAL))


def _fifty(text: str, match: Match) -> Draft | None:
    start, end = match.span()
    if text[end - 1] == "折":
        return Draft(start, end, _HUNDRED / 2, K.PERCENT, "%")
    if text.startswith("百", end) and text[end + 1 : end + 2] not in _AFTER_FIFTY:
        return Draft(start, end + 1, _HUNDRED / 2)
    return None


def read_half(reader: Reader, match: Match) -> int:
    """半年, 半个, 过半数, 半百, 对折; 上半年 and 半导体 are passed over."""
    text, start = reader.text, match.start()
    if text.startswith(_ALIKE, start):
        return start + len(_ALIKE)
    if fifty := _fifty(text, match):
        return reader.keep(fifty)
    return _read_half(reader, start, match.end())


def _read_half(reader: Reader, start: int, end: int) -> int:
    text = reader.text
    if start and text[start - 1] == "过" and (all_of := _HALF_OF_ALL.match(text, end)):
        draft = Draft(start, all_of.end(), Decimal("0.5"), K.RATIO)
        draft.inner = "余"
        return reader.keep(draft)
    if start and text[start - 1] in _NOT_HALVES:
        return end
    if text.startswith("数", end):
        return reader.keep(Draft(start, end + 1, Decimal("0.5"), K.RATIO))
    unit = read_unit(text, end)
    if unit and (unit.kind in {K.DURATION, K.MEASURE} or unit.name in {"个", "块", "元"}):
        draft = Draft(start, end, Decimal("0.5"))
        attach_unit(draft, unit, text)
        return reader.keep(draft)
    return end


def read_doubling(reader: Reader, match: Match) -> int:
    """翻一番 is twice as much, 翻两番 four times; what 翻一番半 comes to nobody can tell."""
    if match["half_more"]:
        return reader.keep(Draft(match.start(), match.end(), _ZERO, K.NAME))
    times = parse_numeral(match["times"]) if match["times"] else Decimal(1)
    return reader.keep(Draft(match.start(), match.end(), Decimal(2) ** int(times or 1), K.MULTIPLE, "倍"))


def read_quote(reader: Reader, match: Match) -> int:
    """A quotation: what its numbers name, or, when it is a sentence or an amount, what they count."""
    inner = match[0][1:-1]
    if not _HAS_NUMERAL.search(inner):
        return match.end()
    start, end = match.start() + 1, match.end() - 1
    first = len(reader.drafts)
    reader.read(start, end)
    found = reader.drafts[first:]
    if (len(inner) > _SHORT_QUOTE and _STOP.search(inner)) or (
        len(inner) > _PHRASE and _SPOKEN.search(inner)
    ):
        return match.end()
    if not found and inner.strip(ZH_NUMERAL) == "":
        reader.keep(Draft(start, end, parse_numeral(inner) or _ZERO, K.NAME if len(inner) > 1 else K.COUNT))
        return match.end()
    amounts = [draft for draft in found if draft.kind not in NOT_AMOUNTS]
    if not amounts or any(_is_said(draft, inner, reader.text) for draft in amounts):
        return match.end()
    kept = [draft for draft in found if draft.kind in NOT_AMOUNTS]
    reader.drafts[first:] = [*kept, Draft(start, end, amounts[0].value * amounts[0].factor, K.NAME)]
    return match.end()


def _is_said(draft: Draft, inner: str, text: str) -> bool:
    if draft.kind in _STRONG:
        return True
    counted = bool(draft.unit) and _HAS_DIGIT.search(text, draft.start, draft.end) is not None
    return counted and draft.end - draft.start >= _COVERED * len(inner)


def read_title(reader: Reader, match: Match) -> int:
    """《…》: its numbers are part of the name."""
    if _HAS_NUMERAL.search(match[0]):
        first = len(reader.drafts)
        reader.read(match.start() + 1, match.end() - 1)
        for draft in reader.drafts[first:]:
            if draft.kind not in NOT_AMOUNTS:
                draft.kind, draft.tentative, draft.bare = K.NAME, False, False
    return match.end()


def skip(reader: Reader, match: Match) -> int:
    """Addresses hold no numbers that anyone reads."""
    del reader
    return match.end()


def read_latin(reader: Reader, match: Match) -> int:
    """Latin letters: PM2.5 and GB/T 1234 are codes, GDP1000亿元 and USD 5 are followed by an amount."""
    digits = _SEPARATE.search(match[0])
    if digits is None:
        return match.end()
    at = match.start() + digits.end() - 1
    number = NUMBER.match(reader.text, at)
    if number is None:
        return match.end()
    if train := _TRAIN.match(reader.text, match.start()):
        return reader.keep(Draft(match.start(), train.end(), digits_of(train[0]), K.CODE))
    if stake := _STAKE.match(reader.text, match.start()):
        return reader.keep(Draft(match.start(), stake.end(), digits_of(stake[0]), K.CODE))
    letters = match[0][: digits.start()]
    end = number.end() if number["scale"] or number["inner"] else number.end("digits")
    if letters in _CURRENCY or number["scale"] or (end >= match.end() and read_unit(reader.text, end)):
        return at
    return reader.keep(Draft(match.start(), match.end(), digits_of(match[0]), K.CODE))
