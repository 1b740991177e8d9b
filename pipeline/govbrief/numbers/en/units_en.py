"""Owns how units and currencies stand beside an English number: words behind it, signs in front of it.

The dictionary is shared with Chinese (`units.load_units`); here are the patterns over its English forms.
"""

import re
from functools import cache
from typing import NamedTuple

from govbrief.numbers.en.atoms import alternatives
from govbrief.numbers.en.vocabulary_en import any_of, plain_words
from govbrief.numbers.units import Unit, load_units, sign_at
from govbrief_schemas.quantity import QuantityKind

_ALIASES = {
    "us$": "$", "u.s.$": "$", "usd$": "$", "￥": "¥", "au$": "a$", "aud$": "a$", "cad$": "c$", "rmb¥": "¥",
    "cn¥": "¥", "hkd$": "hk$", "nz$": "nzd", "nzd$": "nzd",
}  # fmt: skip
_BETWEEN = (
    "full|consecutive|straight|whole|long|more|additional|extra|calendar|successive|entire|chinese|new|odd|solid|other|"
    "further|natural|trading|plus|different"
)
"""Words that may stand between a number and its unit: three consecutive years."""
_FLAT = re.compile(r"[\s-]+")
_POSSESSIVE = re.compile("['’]s")
_CODE_LENGTH = 3


class UnitForms(NamedTuple):
    """The English side of the dictionary, ready to match."""

    units: dict[str, Unit]
    """By written form, lower case, hyphens as blanks."""
    behind: re.Pattern[str]
    front: re.Pattern[str]


@cache
def load_forms() -> UnitForms:
    """Build the patterns once."""
    units = {_FLAT.sub(" ", form).strip(): unit for form, unit in load_units().en.items()}
    by_letter = alternatives(units).replace(r"\ ", r"[\s-]+")
    behind = re.compile(
        rf"[\s-]{{0,2}}(?:(?:of\s)?an?\s)?(?:(?:{_BETWEEN})[\s-])?(?P<unit>{by_letter}|{any_of(plain_words('currencies'))})(?![a-z\d²³])"
    )
    codes = [
        form
        for form, unit in units.items()
        if unit.kind is QuantityKind.MONEY
        and len(form) == _CODE_LENGTH
        and form.isalpha()
        and form not in {"won", "yen"}
    ]
    front = re.compile(
        r"(?P<code>(?:(?<![a-z])(?:(?:us|u\.s\.|usd|hk|hkd|nt|au|aud|cad|nz|nzd|rmb|cn)\s?|[acsr]))?[$¥￥]|[€£₹₩₽₫₱฿₾₭]"
        rf"|(?<![a-z])(?:{any_of({*codes, *plain_words('currencies'), 'rm'})})\.?)\s?(?P<minus>-?)$"
    )
    return UnitForms(units, behind, front)


class UnitFound(NamedTuple):
    """A unit behind a number."""

    form: str
    unit: str
    kind: QuantityKind
    start: int
    end: int


def find_unit(low: str, text: str, place: int) -> UnitFound | None:
    """The longest unit of the dictionary behind a number that ends at `place`."""
    match = load_forms().behind.match(low, place)
    sign = sign_at(text, place)
    if sign and (not match or match.end() <= sign[2]):
        return UnitFound(text[sign[1] : sign[2]], sign[0].name, sign[0].kind, *sign[1:])
    return _in_words(match, low, text, place) if match else None


def _in_words(match: re.Match[str], low: str, text: str, place: int) -> UnitFound | None:
    form, start = _FLAT.sub(" ", match["unit"]).strip(), match.start("unit")
    unit = load_forms().units.get(form)
    if unit is None:
        return UnitFound(form, form.upper(), QuantityKind.MONEY, start, match.end())
    if form in plain_words("lower_only") and text[start] != low[start]:
        return None
    if unit.kind is QuantityKind.COUNT and _POSSESSIVE.match(low, match.end()):
        # 2,704 people's mediation organizations are no people
        return None
    if (
        len(form) == 1
        and form.isalpha()
        and (start - place > 1 or low[match.end() : match.end() + 1] in {"'", "’", "-"})
    ):
        return None
    return UnitFound(form, unit.name, unit.kind, start, match.end())


def is_counted(low: str, text: str, place: int) -> bool:
    """Whether a unit follows: in `3m yuan` and `5m tonnes` the letter is a scale and no metre."""
    found = find_unit(low, text, place)
    return (
        found is not None and len(found.form) > 1 and (found.kind is QuantityKind.MONEY or low[place] == " ")
    )


class CurrencyFound(NamedTuple):
    """A currency in front of a number, and the minus that may stand behind it ($-5)."""

    unit: str
    start: int
    is_negative: bool


_CURRENCY_SIGNS = frozenset("$¥￥€£₹₩₽₫₱฿₾₭-.")
_LONGEST_CODE = 10


def find_currency(low: str, place: int) -> CurrencyFound | None:
    """The currency sign or code in front of a number that begins at `place`."""
    before = low[max(0, place - _LONGEST_CODE) : place]
    last = before.rstrip()[-1:]
    if not (last in _CURRENCY_SIGNS or last.isalpha()) or not last:
        return None
    match = load_forms().front.search(before)
    if not match:
        return None
    code = match["code"].replace(" ", "").rstrip(".")
    unit = load_forms().units.get(_ALIASES.get(code, code))
    name = unit.name if unit else code.upper()
    return CurrencyFound(name, place - len(before) + match.start(), bool(match["minus"]))


_PER = re.compile(r"\s?(?:/|\bper\s)\s?(?P<unit>[a-z²³23 ]{1,16})")
_SPEEDS = {"千米每小时": "公里", "英里每小时": "英里"}
_SPEED = re.compile(r"\s?(?:/|per\s)\s?h(?:our|r)?\b")


def find_compound(low: str, found: UnitFound) -> UnitFound:
    """Micrograms per cubic metre is 微克/立方米; a rate by time (yuan per month) keeps its first unit."""
    if found.unit in _SPEEDS:
        # 时速120公里 has the unit of the way
        return found._replace(unit=_SPEEDS[found.unit])
    if found.unit in {"公里", "英里"} and (speed := _SPEED.match(low, found.end)):
        return found._replace(end=speed.end())
    if found.kind not in {QuantityKind.MEASURE, QuantityKind.MONEY}:
        return found
    match = _PER.match(low, found.end)
    words = match["unit"].split(" ") if match else []
    for count in range(min(3, len(words)), 0, -1):
        form = " ".join(words[:count])
        unit = load_forms().units.get(form)
        if match and unit and unit.kind is QuantityKind.MEASURE:
            return found._replace(unit=f"{found.unit}/{unit.name}", end=match.start("unit") + len(form))
    return found
