"""Owns one English amount: sign, currency in front, letter scale (5k, $3bn) and the unit behind a numeral.

Units come from the shared dictionary; what is missing there leaves the unit empty and the kind a count.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from pipeline.atoms_en import EXACT, Sort, alternatives
from pipeline.numerals_en import Form, Numeral
from pipeline.units import Unit, load_units
from schemas.quantity import Direction, Qualifier, QuantityKind


@dataclass(slots=True)
class Draft:
    """An amount while it is being read: neighbours still lend it a unit or a scale. Never leaves this package."""

    start: int
    end: int
    value: Decimal
    numeral: Numeral
    unit: str = ""
    kind: QuantityKind = QuantityKind.COUNT
    number_end: int = 0
    """Where the numeral ends, letter scale included, unit excluded."""
    scaled: Decimal | int = 1
    """The scale a lower end of a range may share: 1000000 in `3 to 5 million`."""
    prefixed: bool = False
    """A currency stood in front."""
    qualifier: Qualifier = Qualifier.EXACT
    direction: Direction = Direction.NONE
    subject: str = ""
    partners: list["Draft"] = field(default_factory=list)


_RARE_CURRENCIES = "kwd egp myr nzd mnt rm rs sek nok dkk idr vnd zar mxn sar aed try pln czk huf ils ngn pkr bdt lkr kzt".split()  # noqa: SIM905 - codes read better in a row
_SIGNS = {
    "us$": "$",
    "u.s.$": "$",
    "usd$": "$",
    "￥": "¥",
    "au$": "a$",
    "aud$": "a$",
    "cad$": "c$",
    "rmb¥": "¥",
    "cn¥": "¥",
    "hkd$": "hk$",
}
_CASE_SENSITIVE = frozenset([
    "li",
    "chi",
    "zhang",
    "cun",
    "dan",
    "mu",
    "jin",
    "won",
    "mao",
    "liang",
    "m",
    "s",
    "h",
    "l",
    "g",
    "min",
    "pa",
    "mol",
    "pp",
    "rub",
    "inr",
])
_ADJECTIVES = (
    "full|consecutive|straight|whole|long|more|additional|extra|calendar|successive|entire|chinese|new|odd|solid|other|"
    "further"
)
_FLAT = re.compile(r"[\s-]+")


@cache
def _forms() -> tuple[dict[str, Unit], re.Pattern[str], re.Pattern[str]]:
    """English unit forms, the pattern of a unit behind a number, and of a currency in front of one."""
    forms = {_FLAT.sub(" ", form).strip(): unit for form, unit in load_units().en.items()}
    ordered = sorted(forms, key=len, reverse=True)
    by_letter = alternatives(ordered).replace(r"\ ", r"[\s-]+")
    behind = re.compile(rf"[\s-]{{0,2}}(?:(?:{_ADJECTIVES})[\s-])?(?P<unit>{by_letter})(?![a-z²³])")
    codes = [
        form
        for form, unit in forms.items()
        if unit.kind is QuantityKind.MONEY
        and len(form) == 3
        and form.isalpha()
        and form != "won"
        and form != "yen"
    ]
    front = re.compile(
        rf"(?P<code>(?:(?<![a-z])(?:us|u\.s\.|usd|hk|hkd|nt|au|aud|a|cad|c|s|nz|nzd|rmb|cn|r)\s?)?[$¥￥]|[€£₹₩₽₫₱฿]"
        rf"|(?<![a-z])(?:{'|'.join([*codes, *_RARE_CURRENCIES])})\.?)\s?(?P<minus>-?)$"
    )
    return forms, behind, front


_LETTER = re.compile(r"(?P<gap>\s?)(?P<letter>mm|[kmbt])(?![a-z\d²³/])")
_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}
_MEGA_CODE = re.compile(r"\s?(?P<scale>[mkb])(?P<code>usd|eur|gbp|rmb|cny|jpy)\b")
_MINUS = re.compile(r"(?:(?:^|[\s(\[{:=~≈])-|\b(?:minus|negative)\s)$")
_AFTER_DIGIT = re.compile(r"[\d%]\s{0,2}-$")


def read_amount(low: str, text: str, numeral: Numeral) -> Draft:
    """The amount around a numeral, currency and unit included."""
    draft = Draft(numeral.start, numeral.end, numeral.value, numeral, number_end=numeral.end)
    if numeral.form is Form.FRACTION:
        draft.kind = QuantityKind.RATIO
    _front(low, draft)
    _letter(low, text, draft)
    read_unit(low, text, draft)
    return draft


def _front(low: str, draft: Draft) -> None:
    """Currency and sign in front."""
    before = low[max(0, draft.start - 10) : draft.start]
    last = before[-1:] if not before.endswith(" ") else before[-2:-1]
    match = _forms()[2].search(before) if last and (last in "$¥￥€£₹₩₽₫₱฿-." or last.isalpha()) else None
    if match and not (match["code"].isalpha() and len(match["code"]) == 1):
        code = match["code"].replace(" ", "").rstrip(".")
        unit = _forms()[0].get(_SIGNS.get(code, code))
        draft.start -= len(before) - match.start()
        draft.prefixed = True
        draft.kind = QuantityKind.MONEY
        draft.unit = unit.name if unit else code.upper()
        if match["minus"]:
            draft.value = draft.value.copy_negate()
            return
        before = low[max(0, draft.start - 10) : draft.start]
    sign = _MINUS.search(before)
    if sign and not _AFTER_DIGIT.search(before):
        draft.value = draft.value.copy_negate()
        draft.start -= len(sign.group().lstrip(" \t\n([{:=~≈"))


def _letter(low: str, text: str, draft: Draft) -> None:
    """Scale letters: 10k, $3m, 1.2M, 120 MEUR."""
    if draft.numeral.first.sort is not Sort.DIGITS:
        return
    if mega := _MEGA_CODE.match(low, draft.number_end):
        _scale(draft, _LETTERS[mega["scale"]], mega.end())
        unit = _forms()[0].get(mega["code"])
        draft.kind, draft.unit = QuantityKind.MONEY, unit.name if unit else ""
        draft.end = mega.end()
        return
    match = _LETTER.match(low, draft.number_end)
    if not match:
        return
    letter, attached = match["letter"], not match["gap"]
    raw = text[match.start("letter")]
    if draft.prefixed or (attached and (letter == "k" or (raw.isupper() and letter in "mb"))):
        _scale(draft, _LETTERS[letter], match.end())


def _scale(draft: Draft, factor: int, end: int) -> None:
    draft.value = EXACT.multiply(draft.value, Decimal(factor))
    draft.scaled = factor
    draft.end = draft.number_end = end


def read_unit(low: str, text: str, draft: Draft) -> None:
    """Take the longest unit of the dictionary that stands behind the number."""
    match = _forms()[1].match(low, draft.number_end)
    if not match or not _is_unit(low, text, draft, match):
        return
    unit = _forms()[0][_FLAT.sub(" ", match["unit"]).strip()]
    draft.end = match.end()
    if unit.kind is QuantityKind.MONEY and draft.prefixed and draft.unit != unit.name:
        # US$5 million yuan does not occur; $5 Canadian dollars is Canadian
        draft.unit = unit.name
        return
    if unit.name == "磅" and (draft.numeral.atoms > 1 and draft.value >= 10**6):
        unit = load_units().by_name["英镑"]
    draft.unit, draft.kind = unit.name, unit.kind
    if draft.numeral.form is Form.FRACTION and unit.kind is QuantityKind.COUNT and unit.name not in {"岁"}:
        draft.kind = QuantityKind.RATIO
    if unit.name == "倍" and match["unit"].strip() == "times":
        _times(low, draft)
    _compound(low, draft)


def unit_behind(low: str, place: int) -> str:
    """The written form of the physical unit, money or time behind `place`; empty when there is none."""
    match = _forms()[1].match(low, place)
    if not match:
        return ""
    unit = _forms()[0][_FLAT.sub(" ", match["unit"]).strip()]
    return "" if unit.kind is QuantityKind.COUNT else match["unit"]


def _is_unit(low: str, text: str, draft: Draft, match: re.Match[str]) -> bool:
    word = match["unit"]
    start = match.start("unit")
    if word in _CASE_SENSITIVE and (
        text[start] != low[start] or (draft.numeral.first.sort is not Sort.DIGITS and len(word) == 1)
    ):
        return False
    if (
        len(word) == 1
        and word.isalpha()
        and (start - draft.number_end > 1 or low[match.end() : match.end() + 1] in {"'", "’", "-"})
    ):
        return False
    if word == "second" and draft.value != 1 and low[start - 1] != "-":
        return False
    return not (word == "won" and draft.value < 100)  # noqa: PLR2004 - "3 won": a verb


_MULTIPLE = re.compile(
    r"\s(?:as|more|larger|higher|greater|faster|bigger|longer|better|lower|less|smaller|the\s(?:size|number|amount|average|level|"
    r"rate|figure|price|value|total|speed|national)|that|those|over|its|what|of\sthe|their|compared|than|year-on-year|current)\b"
)
_GROWN = re.compile(
    r"\b(?:increas|ris|rose|gr[eo]w|jump|surg|expand|soar|multipl|up|reach)\w*\s(?:\w+\s){0,3}$"
)


def _times(low: str, draft: Draft) -> None:
    """Times is a multiple beside a comparison, else a number of occasions: three times a week."""
    before = low[max(0, draft.start - 40) : draft.start]
    if not (_MULTIPLE.match(low, draft.end) or _GROWN.search(before)):
        draft.unit, draft.kind = "次", QuantityKind.COUNT


_PER = re.compile(r"\s?(?:/|\bper\s)\s?(?P<unit>[a-z²³ ]{1,16})")
_SPEED = re.compile(r"\s?(?:/|per\s)\s?h(?:our|r)?\b")


def _compound(low: str, draft: Draft) -> None:
    """Micrograms per cubic metre is 微克/立方米; a rate by time (yuan per month) keeps its first unit."""
    if draft.unit == "公里" and (speed := _SPEED.match(low, draft.end)):
        draft.unit, draft.end = "千米每小时", speed.end()
        return
    match = _PER.match(low, draft.end)
    if not match or draft.kind not in {QuantityKind.MEASURE, QuantityKind.MONEY}:
        return
    words = match["unit"].split(" ")
    for count in range(min(3, len(words)), 0, -1):
        form = " ".join(words[:count])
        unit = _forms()[0].get(form)
        if unit and unit.kind is QuantityKind.MEASURE:
            draft.unit = f"{draft.unit}/{unit.name}"
            draft.end = match.start("unit") + len(form)
            return
